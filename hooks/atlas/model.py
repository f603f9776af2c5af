"""What a record is: the one schema, from which checks, editor help and documentation are made.

Every scalar reaches these models as the text the editor wrote (`reader` turns nothing into a
number or a date), so `NO` stays Norway, `2011` stays a year and `35.000` is never thirty-five.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticKnownError

from atlas import iso
from atlas.edtf_date import EdtfDate
from atlas.vocabulary import (
    ActorKind,
    ActorType,
    AssignedBy,
    BudgetPer,
    ClaimField,
    Exactness,
    Form,
    NoteKind,
    PlaceType,
    Rank,
    Relation,
    Role,
    Status,
    Translation,
)

SLOT_TOKEN = "atlasslot"
"""The word by which page shells mark their slots; no text of a record may contain it."""

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64),
    Field(description="Small letters a to z, digits and single hyphens; at most 64 characters."),
]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*\S[^\n]*$")]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5_000, pattern=r"\S")]
Language = Annotated[
    str,
    AfterValidator(iso.language),
    Field(description="A BCP 47 language tag, such as en, nl, fr, ar or bg."),
]
Country = Annotated[
    str,
    AfterValidator(iso.country),
    Field(description="An ISO 3166-1 alpha-2 code in capitals, such as BE, MA or CD."),
]
Texts = Annotated[
    dict[Language, Line], Field(min_length=1, description="One line of plain text per language.")
]
Proses = Annotated[
    dict[Language, Prose],
    Field(min_length=1, description="Plain text per language; an empty line begins a paragraph."),
]
Url = Annotated[
    str,
    StringConstraints(
        max_length=2_000, pattern=r"^https?://[^\s/?#@\"'<>\\`]+(?:[/?#][^\s\"'<>\\`]*)?$"
    ),
    Field(description="A web address that begins with http:// or https://."),
]
Edtf = Annotated[
    EdtfDate,
    BeforeValidator(EdtfDate.of),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["2014", "2018-03", "2019-05-07"]}),
    Field(description="A year, a month or a day: 2014, 2018-03 or 2019-05-07; ~ about, ? unsure."),
]


def _day(value: object) -> object:
    """Pass on what is written as a day; a bare number would be taken for seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
        raise ValueError("not a day")
    return value


Day = Annotated[date, BeforeValidator(_day), Field(description="A day, such as 2019-05-07.")]


def _whole(value: object) -> object:
    """Pass on what is written in digits alone: not 0123, 1_000, 1.0 or a number without end."""
    if isinstance(value, str) and re.fullmatch(r"0|-?[1-9][0-9]{0,14}", value) is None:
        raise PydanticKnownError("int_parsing")
    return value


def _degrees(value: object) -> object:
    """Pass on what is written as degrees with decimals: not nan, inf, 1e1 or 1_0."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,15})?", value) is None:
        raise PydanticKnownError("float_parsing")
    return value


Whole = Annotated[int, Field(ge=0), BeforeValidator(_whole)]
Degrees = Annotated[float, BeforeValidator(_degrees)]


def _several(description: str) -> Any:
    """A list that may be left out; made anew, for a default is copied, and copying takes long."""
    return Field(default_factory=list, description=description)


class Part(BaseModel):
    """A piece of a record; keys it does not name are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Statement(Part):
    """Words quoted from a source, in the source's language and spelling."""

    lang: Language = Field(description="The language of the words.")
    text: Line = Field(description="The words as they stand in the source.")
    source: Id | None = Field(None, description="The source; needed where a record has several.")


class Between(Part):
    """A moment known only to lie between two dates, both included."""

    earliest: Edtf
    latest: Edtf


Moment = Annotated[
    Annotated[Edtf, Tag("date")] | Annotated[Between, Tag("between")],
    Discriminator(lambda value: "between" if isinstance(value, dict | Between) else "date"),
]


class Note(Part):
    """A remark of the atlas on what the source says or leaves out."""

    kind: NoteKind = Field(description="What the remark is: a correction, an ambiguity, a context.")
    text: Proses = Field(description="The remark.")
    as_stated: Statement | None = Field(None, description="The words that the note is about.")
    source: Id | None = Field(None, description="The source that the remark is about.")


class Citation(Part):
    """A source that the record rests on, and where in it."""

    source: Id = Field(description="The source: the name of a file in data/sources.")
    locator: Texts | None = Field(None, description="Where in the source: a heading, a page.")


class Record(Part):
    """What every kind of record has. Its id is its file's name."""

    folder: ClassVar[str]

    id: Id
    previous_ids: list[Id] = _several("Ids it had before; they redirect here.")


class Prosed(Record):
    """A record with texts that are translated."""

    translations: dict[Language, Translation] = Field(
        {},
        description="Per language how its texts came about: original, human or machine.",
    )
    originals: dict[Language, Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]] = Field(
        {},
        description="Per translation the mark of what it was made from, by atlas translations.",
    )


class Source(Prosed):
    """A document that says something about a cooperation."""

    folder: ClassVar[str] = "sources"

    title: Statement = Field(description="Its title, in its own language.")
    publisher: Line | None = Field(None, description="Who published it.")
    language: Language = Field(description="The language it is written in.")
    url: Url | None = Field(None, description="Its address. Leave out when not known.")
    archive_url: Url | None = Field(
        None, description="The address of a copy in an archive of the web."
    )
    published: Edtf | None = Field(None, description="When it was published.")
    modified: Edtf | None = Field(None, description="When it was last changed, as it says itself.")
    accessed: Edtf | None = Field(None, description="When it was last read for the atlas.")
    translated_from: Language | None = Field(None, description="If it looks like a translation.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="SHA-256 of the text that was read."
    )
    quality_note: Proses | None = Field(None, description="What to beware of in it.")


class Coordinates(Part):
    """A point on the ground in WGS 84 degrees."""

    lat: Degrees = Field(
        ge=-90, le=90, description="Degrees north of the equator; with a minus, south of it."
    )
    lon: Degrees = Field(
        ge=-180, le=180, description="Degrees east of Greenwich; with a minus, west of it."
    )
    exactness: Exactness = Field(description="exact, or approximate (a seat, a centre).")
    note: Texts | None = Field(None, description="What the point stands for, if not the place.")
    source: Id = Field(description="Where the coordinates come from.")


class Place(Record):
    """A territory: a municipality, a district, a province, a region, an overseas territory."""

    folder: ClassVar[str] = "places"

    names: Texts = Field(description="Its name, per language.")
    names_as_stated: list[Statement] = _several("Its names as the sources write them.")
    type: PlaceType = Field(description="What kind of territory it is.")
    countries: list[Country] = Field(
        min_length=1, description="Its country; several for a cross-border area."
    )
    part_of: Id | None = Field(None, description="The place it lies in.")
    coordinates: Coordinates | None = Field(
        None, description="A point. Leave out when unknown; never a country's centre."
    )
    iso_3166_2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")] | None = (
        Field(None, description="Its ISO 3166-2 code, such as BE-BRU.")
    )
    geonames: Whole | None = Field(None, description="GeoNames id.")
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = Field(
        None, description="Its Wikidata id, such as Q240."
    )
    notes: list[Note] = _several("Remarks of the atlas on its sources.")
    sources: list[Citation] = _several("The sources it rests on.")


class Member(Part):
    """An actor that belongs to a body, and when."""

    actor: Id = Field(description="The actor: the name of a file in data/actors.")
    since: Moment | None = Field(None, description="When it joined.")
    until: Moment | None = Field(None, description="When it left.")


class MemberCount(Part):
    """How many members a source gives a body."""

    value: Whole = Field(description="How many they were.")
    as_of: Edtf | None = Field(None, description="When they were as many.")
    source: Id = Field(description="The source that says so.")


class Actor(Record):
    """An organisation that takes part in cooperations."""

    folder: ClassVar[str] = "actors"

    names: Texts = Field(description="Its name, per language.")
    names_as_stated: list[Statement] = _several("Its names as the sources write them.")
    acronyms: list[Line] = _several("Short forms of its name.")
    type: ActorType = Field(description="What kind of organisation it is.")
    kind: ActorKind | None = Field(
        None, description="What it is more closely, where that is known."
    )
    seat: Id | None = Field(None, description="The place it has its seat in.")
    territory: list[Id] = _several("The places it speaks for.")
    countries: list[Country] = _several("Its countries, where it has no place here.")
    part_of: Id | None = Field(None, description="The actor it belongs to.")
    members: list[Member] = _several("Actors that belong to it, and when.")
    member_counts: list[MemberCount] = _several("How many members its sources give it.")
    website: Url | None = Field(None, description="The address of its own site.")
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = Field(
        None, description="Its Wikidata id, such as Q240."
    )
    notes: list[Note] = _several("Remarks of the atlas on its sources.")
    sources: list[Citation] = Field(min_length=1, description="The sources it rests on.")


class Theme(Prosed):
    """A subject of cooperation."""

    folder: ClassVar[str] = "themes"

    names: Texts = Field(description="Its name, per language.")
    description: Proses = Field(description="What belongs to it, per language.")
    related: list[Id] = _several("Neighbouring themes.")
    dac_sectors: list[Annotated[str, StringConstraints(pattern=r"^\d{5}$")]] = _several(
        "OECD DAC 5-digit sector codes that match; none where nothing fits."
    )
    goals: list[Annotated[int, Field(ge=1, le=17)]] = _several(
        "Sustainable Development Goals it comes near to, in the editors' view."
    )


class Party(Part):
    """An actor in a cooperation, with its roles and its own dates."""

    actor: Id = Field(description="The actor: the name of a file in data/actors.")
    roles: list[Role] = Field(min_length=1, description="What it does in the cooperation.")
    side: Annotated[str, StringConstraints(pattern=r"^[a-z]$")] | None = Field(
        None, description="Parties with the same letter stand on the same side of the tie."
    )
    since: Moment | None = Field(None, description="When it joined, if not at the start.")
    until: Moment | None = Field(None, description="When it left, if not at the end.")
    as_stated: Statement | None = Field(None, description="How the source names it here.")
    note: Proses | None = Field(None, description="A remark on its part.")
    source: Id | None = Field(None, description="The source that names it.")


class Agreement(Part):
    """A document that was signed, or a formal step."""

    instrument: Texts = Field(description="What was signed or decided, per language.")
    as_stated: Statement | None = Field(None, description="How the source names the document.")
    signed: Moment | None = Field(None, description="When it was signed.")
    signed_at: Id | None = Field(None, description="The place of signature.")
    source: Id | None = Field(None, description="The source that speaks of it.")


class Dates(Part):
    """IATI's four activity dates. Leave out what the source does not say."""

    planned_start: Moment | None = Field(None, description="When it was to begin.")
    actual_start: Moment | None = Field(None, description="When it began.")
    planned_end: Moment | None = Field(None, description="When it was to end.")
    actual_end: Moment | None = Field(None, description="When it ended.")
    as_stated: Statement | None = Field(None, description="The source's own words for when.")


class StatusEvidence(Part):
    """Where the cooperation stood, when, and how we know."""

    code: Status = Field(description="Where it stood.")
    as_of: Edtf | None = Field(None, description="The date of the evidence.")
    evidence: Texts = Field(description="What shows it.")
    source: Id | None = Field(None, description="The source of the evidence.")


class GoalLink(Part):
    """A Sustainable Development Goal, and who chose it."""

    goal: int = Field(ge=1, le=17, description="The number of the goal, from 1 to 17.")
    target: Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.[0-9a-z]{1,2}$")] | None = Field(
        None, description="The number of a target of that goal, such as 4.7."
    )
    assigned_by: AssignedBy = Field(description="Who made the choice: the source, or the editor.")
    source: Id | None = Field(None, description="The source that names the goal.")


class SectorLink(Part):
    """An OECD DAC 5-digit sector code, and who chose it."""

    code: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] = Field(
        description="A code of five digits, such as 12220."
    )
    assigned_by: AssignedBy = Field(description="Who made the choice: the source, or the editor.")


class Budget(Part):
    """An amount of money."""

    amount: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,14}(\.[0-9]{1,2})?$")] = Field(
        description="Digits only: 35000, not 35.000 or 35 000."
    )
    currency: Annotated[str, AfterValidator(iso.currency)] = Field(
        description="An ISO 4217 code, such as EUR."
    )
    approximate: bool = Field(
        False, description="true if the source says that it is about as much."
    )
    per: BudgetPer = Field(
        BudgetPer.TOTAL,
        description="What the amount is for: all of it, each partnership, each year.",
    )
    as_stated: Statement | None = Field(None, description="The source's own words for the amount.")
    note: Texts | None = Field(None, description="What the amount covers.")
    source: Id | None = Field(None, description="The source of the amount.")


class OfficeHolder(Part):
    """Someone who acted in a public office. No one else is named in the atlas."""

    name: Line = Field(description="The name of the person, as the source gives it.")
    office: Texts = Field(description="The office, per language.")
    actor: Id = Field(description="The actor that they held the office of.")
    acted: Texts | None = Field(None, description="What the source says they did here.")
    source: Id | None = Field(None, description="The source that names them.")


class Link(Part):
    """A tie from this cooperation to another."""

    relation: Relation = Field(description="How the two belong together.")
    cooperation: Id = Field(description="The other one: the name of a file in data/cooperations.")
    note: Texts | None = Field(None, description="What ties them.")


class Claim(Part):
    """What one source says of one field, kept beside what others say."""

    field: ClaimField = Field(description="The field it is about, such as dates.actual_start.")
    text: Proses = Field(description="What the source says, in our words.")
    as_stated: Statement | None = Field(None, description="The source's own words.")
    source: Id = Field(description="The source that says it.")
    as_of: Edtf | None = Field(None, description="The moment the claim speaks of.")
    rank: Rank = Field(
        Rank.NORMAL,
        description="Whether the record follows the claim: preferred, normal or deprecated.",
    )


class Review(Part):
    """When someone last held the record against its sources."""

    last_verified: Day
    due: Day | None = Field(None, description="The day by which it should be looked at again.")


class Cooperation(Prosed):
    """One cooperation: a tie between parties, or a joint undertaking."""

    folder: ClassVar[str] = "cooperations"

    title: Texts = Field(description="Its title in the atlas, per language.")
    title_as_stated: Statement | None = Field(None, description="The source's own title for it.")
    form: Form = Field(
        description="The atlas's form that comes nearest to what the source calls it."
    )
    form_as_stated: list[Statement] = _several("The sources' own words for the form.")
    summary: Proses = Field(description="What it is, in one to three sentences per language.")
    parties: list[Party] = Field(min_length=1, description="Who takes part.")
    parties_open: bool = Field(
        False, description="true if the source leaves the list of parties open or unnamed."
    )
    agreements: list[Agreement] = _several("What was signed, or formally decided.")
    dates: Dates | None = Field(None, description="When it was to begin and end, and when it did.")
    status: StatusEvidence = Field(description="Where it stood, on which day, and what shows it.")
    locations: list[Id] = _several("Where it takes place, apart from the parties.")
    countries: list[Country] = _several("Countries it concerns beyond its parties'.")
    themes: list[Id] = _several("What it is about.")
    domains_as_stated: list[Statement] = _several("The sources' own words for what it is about.")
    objectives: list[Texts] = _several("What it is meant to achieve, one line each.")
    activities: list[Texts] = _several("What is done in it, one line each.")
    methods: list[Texts] = _several("How the work is done, one line each.")
    results: list[Texts] = _several("What came of it, one line each.")
    dac_sectors: list[SectorLink] = _several(
        "OECD DAC sectors that it belongs to, and who chose them."
    )
    goals: list[GoalLink] = _several("Sustainable Development Goals it serves, and who chose them.")
    budget: list[Budget] = _several("The money in it, as the sources give it.")
    office_holders: list[OfficeHolder] = _several("Holders of a public office who acted in it.")
    part_of: Id | None = Field(None, description="The cooperation it is a part of.")
    related: list[Link] = _several("Ties to other cooperations.")
    claims: list[Claim] = _several("What single sources say of single fields.")
    notes: list[Note] = _several("Remarks of the atlas on its sources.")
    sources: list[Citation] = Field(min_length=1, description="The sources it rests on.")
    review: Review = Field(description="When it was last held against its sources.")


KINDS: tuple[type[Record], ...] = (Cooperation, Actor, Place, Source, Theme)
"""Every kind of record, in the order in which problems and pages speak of them."""


@dataclass(frozen=True, slots=True)
class Records:
    """Every record that was read, by kind and id, in the order of the ids."""

    cooperations: dict[str, Cooperation]
    actors: dict[str, Actor]
    places: dict[str, Place]
    sources: dict[str, Source]
    themes: dict[str, Theme]
