"""What every record has, and the records that cooperations name: who, where, what, whence."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from atlas.model.parts import Citation, Moment, Note, Part, Statement, several
from atlas.model.scalars import (
    ActorId,
    Country,
    Day,
    Degrees,
    Edtf,
    Fingerprint,
    GeonamesId,
    Goal,
    Id,
    Language,
    Line,
    Names,
    PlaceId,
    Proses,
    Sector,
    Sha256,
    SourceId,
    Subdivision,
    Texts,
    ThemeId,
    Url,
    Whole,
    WikidataId,
    Year,
)
from atlas.model.vocabulary import (
    ActorKind,
    ActorType,
    CodeScheme,
    Ending,
    Exactness,
    PlaceType,
    Translation,
)


class Record(Part):
    """What every kind of record has. Its id is its file's name."""

    folder: ClassVar[str]

    translations: dict[Language, Translation] = Field(
        {},
        description="Per language how its texts came about: original, human or machine.",
    )
    originals: dict[Language, Fingerprint] = Field(
        {},
        description="Per translation the mark of what it was made from, by atlas translations.",
    )
    id: Id
    previous_ids: list[Id] = several("Ids it had before; they redirect here.")


class Source(Record):
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
    sha256: Sha256 | None = Field(None, description="SHA-256 of the text that was read.")
    quality_note: Proses | None = Field(None, description="What to beware of in it.")


class FormerName(Part):
    """What a place or an organisation was called before."""

    names: Names = Field(description="The name it had, per language.")
    since: Moment | None = Field(None, description="When it took the name.")
    until: Moment | None = Field(None, description="When it took the next one.")
    source: SourceId | None = Field(None, description="The source that says so.")


class Lifetime(Part):
    """When something came to be and ceased to be; its kinds say what came after it."""

    founded: Moment | None = Field(None, description="When it came to be.")
    dissolved: Moment | None = Field(None, description="When it ceased to be.")
    ending: Ending | None = Field(None, description="What became of it.")
    note: Proses | None = Field(None, description="A remark on it.")
    source: SourceId | None = Field(None, description="The source that says so.")


class PlaceLifetime(Lifetime):
    """When a place came to be and ceased to be, and which places came after it."""

    successors: list[PlaceId] = several("The places that came after it.")


class ActorLifetime(Lifetime):
    """When an organisation came to be and ceased to be, and which ones came after it."""

    successors: list[ActorId] = several("The organisations that came after it.")


class PlaceCode(Part):
    """A code of a place in a list of others, in the version of one year."""

    scheme: CodeScheme = Field(description="The list of codes.")
    code: Annotated[Line, Field(examples=["BE100"])] = Field(description="The code.")
    year: Year = Field(description="The version of the list, by its year.")
    name: Line | None = Field(None, description="What a national list is called, such as INSEE.")
    source: SourceId | None = Field(None, description="Where the code comes from.")


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
    source: SourceId = Field(description="Where the coordinates come from.")
    verified: Day | None = Field(
        None,
        description="The day somebody found it right on a map, though it seems to lie elsewhere.",
    )


class Place(Record):
    """A territory: a municipality, a district, a province, a region, an overseas territory."""

    folder: ClassVar[str] = "places"

    names: Names = Field(description="Its name, per language.")
    names_as_stated: list[Statement] = several("Its names as the sources write them.")
    former_names: list[FormerName] = several("What it was called before, the oldest first.")
    overrides: SourceId | None = Field(
        None, description="The register in which it is listed, and whose row this record changes."
    )
    type: PlaceType = Field(description="What kind of territory it is.")
    countries: list[Country] = Field(
        min_length=1, description="Its country; several for a cross-border area."
    )
    part_of: PlaceId | None = Field(None, description="The place it lies in.")
    coordinates: Coordinates | None = Field(
        None, description="A point. Leave out when unknown; never a country's centre."
    )
    lifetime: PlaceLifetime | None = Field(
        None, description="When it came to be and ceased to be, and what came after it."
    )
    codes: list[PlaceCode] = several("Its codes in lists of others, each with its year.")
    iso_3166_2: Subdivision | None = Field(None, description="Its ISO 3166-2 code, such as BE-BRU.")
    geonames: GeonamesId | None = Field(None, description="GeoNames id.")
    wikidata: WikidataId | None = Field(None, description="Its Wikidata id, such as Q240.")
    notes: list[Note] = several("Remarks of the atlas on its sources.")
    sources: list[Citation] = several("The sources it rests on.")


class Member(Part):
    """An actor that belongs to a body, and when."""

    actor: ActorId = Field(description="The actor: the name of a file in data/actors.")
    since: Moment | None = Field(None, description="When it joined.")
    until: Moment | None = Field(None, description="When it left.")


class MemberCount(Part):
    """How many members a source gives a body."""

    value: Whole = Field(description="How many they were.")
    as_of: Edtf | None = Field(None, description="When they were as many.")
    source: SourceId = Field(description="The source that says so.")


class Actor(Record):
    """An organisation that takes part in cooperations."""

    folder: ClassVar[str] = "actors"

    names: Names = Field(description="Its name, per language.")
    names_as_stated: list[Statement] = several("Its names as the sources write them.")
    acronyms: list[Annotated[Line, Field(examples=["VVSG"])]] = several("Short forms of its name.")
    former_names: list[FormerName] = several("What it was called before, the oldest first.")
    lifetime: ActorLifetime | None = Field(
        None, description="When it came to be and ceased to be, and what came after it."
    )
    type: ActorType = Field(description="What kind of organisation it is.")
    kind: ActorKind | None = Field(
        None, description="What it is more closely, where that is known."
    )
    seat: PlaceId | None = Field(None, description="The place it has its seat in.")
    territory: list[PlaceId] = several("The places it speaks for.")
    countries: list[Country] = several("Its countries, where it has no place here.")
    part_of: ActorId | None = Field(None, description="The actor it belongs to.")
    members: list[Member] = several("Actors that belong to it, and when.")
    member_counts: list[MemberCount] = several("How many members its sources give it.")
    website: Url | None = Field(None, description="The address of its own site.")
    wikidata: WikidataId | None = Field(None, description="Its Wikidata id, such as Q240.")
    notes: list[Note] = several("Remarks of the atlas on its sources.")
    sources: list[Citation] = Field(min_length=1, description="The sources it rests on.")


class Theme(Record):
    """A subject of cooperation."""

    folder: ClassVar[str] = "themes"

    names: Texts = Field(description="Its name, per language.")
    description: Proses = Field(description="What belongs to it, per language.")
    related: list[ThemeId] = several("Neighbouring themes.")
    dac_sectors: list[Sector] = several(
        "OECD DAC 5-digit sector codes that match; none where nothing fits."
    )
    goals: list[Goal] = several(
        "Sustainable Development Goals it comes near to, in the editors' view."
    )
