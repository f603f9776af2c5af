"""What the files of single things hold, of a record, a country, a goal: their JSON Schemas are made
from these."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from atlas.model import Actor, Cooperation, Part, Place, Source, Theme
from atlas.model.parts import several
from atlas.model.scalars import (
    ActorId,
    Country,
    Degrees,
    Edtf,
    Id,
    PlaceId,
    SourceId,
    ThemeId,
    Whole,
)
from atlas.model.vocabulary import Form, State, Status, Tier
from atlas.model.vocabulary.registers import OWN_LICENCE, Licence

Researched = Annotated[Literal[Tier.RESEARCHED], Field(description="The atlas has researched it.")]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
GoalId = Annotated[str, Field(pattern="^([1-9]|1[0-7])$", description="The number of a goal.")]
Period = Annotated[
    str,
    Field(
        description="A date in EDTF (ISO 8601-2): 2014, 2014-05 or 2014-05-07, ~ about, ? unsure;"
        " one that lies somewhere between two dates as a set of them, open where one is unknown.",
        examples=["2014", "2018-03~", "[2014-12..2015-02]", "[..2014]"],
    ),
]


class Named(Part):
    """What is called so, and where it is."""

    name: str = Field(description="Its name in English, else in the first language it has one in.")
    countries: list[Country] = several("Its countries, of a place or an organisation.")
    lat: Degrees | None = Field(None, description="Degrees north (WGS 84), of a place.")
    lon: Degrees | None = Field(None, description="Degrees east (WGS 84), of a place.")


Names = Annotated[
    dict[str, dict[str, Named]],
    Field(
        description="All that is named by an id or a code in this file: by kind (actors, countries,"
        " goals, dac-sectors and so on), then by that."
    ),
]


class RegisterUsed(Part):
    """A register that lists ties of this file."""

    title: str = Field(description="Its title.")
    licence: Licence = Field(description="The licence of what it lists (SPDX).")
    licence_url: Address = Field(description="Where the licence stands.")
    as_of: Edtf = Field(description="When the list was taken.")


Registers = Annotated[
    dict[SourceId, RegisterUsed], Field(description="The registers that are named in this file.")
]


class CooperationItem(Part):
    """A researched cooperation in a list."""

    id: Id
    tier: Researched
    title: str = Field(description="Its title in English, else in the first language it has.")
    form: Form = Field(description="The form of cooperation.")
    status: Status = Field(description="Where it stood, by the latest evidence.")
    state: State = Field(description="What maps and counts make of that.")
    as_of: Edtf | None = Field(None, description="The date of the evidence.")
    planned_start: Period | None = Field(None, description="When it was to begin.")
    actual_start: Period | None = Field(None, description="When it began.")
    planned_end: Period | None = Field(None, description="When it was to end.")
    actual_end: Period | None = Field(None, description="When it ended.")
    countries: list[Country] = Field(description="The countries of its parties and places.")
    themes: list[ThemeId] = Field(description="What it is about.")
    parties: list[ActorId] = Field(description="Who takes part; of many the foremost.")
    party_count: Whole = Field(description="How many take part.")


class TieItem(Part):
    """A tie that registers list, which nobody has checked."""

    id: Id = Field(description="The pair of its places.")
    tier: Literal[Tier.LISTED] = Field(description="Registers list it; nobody has checked it.")
    places: list[PlaceId] = Field(min_length=2, max_length=2, description="Its two places.")
    form: Form | None = Field(None, description="What kind of tie it is, if a register says so.")
    start: Edtf | None = Field(None, description="The earliest beginning that a register gives.")
    end: Edtf | None = Field(None, description="When it ended, as the first register says.")
    as_of: Edtf = Field(description="When a register last listed it.")
    registers: list[SourceId] = Field(description="The registers that list it.")


class Counts(Part):
    """How many there are of each tier, which are never added up."""

    cooperations: Whole = Field(description="Researched cooperations.")
    parts: Whole = Field(description="Parts of these, which are not counted again.")
    memberships: Whole = Field(description="Memberships of networks, which are counted apart.")
    listed_ties: Whole | None = Field(
        None, description="Ties that registers list and that nobody has researched."
    )


class _File(Part):
    """What all of them have in common; `kind` comes first, then `id`."""

    kind: str
    id: Id
    licence: str = Field(description="The licence (SPDX) of it.", examples=[OWN_LICENCE])
    pages: dict[str, Address] = Field(description="The address of its page in each language.")


class _WithCooperations(_File):
    """What those have in common that list cooperations."""

    counts: Counts
    cooperations: list[CooperationItem] = Field(
        description="Its researched cooperations, in the order of their ids."
    )


class CooperationFile(_File):
    """A cooperation: its record, and what is worked out of it."""

    kind: Literal["cooperations"]
    tier: Researched
    record: Cooperation
    state: State = Field(description="What maps and counts make of its status.")
    countries: list[Country] = Field(description="The countries of its parties and places.")
    listed_ties: list[TieItem] = Field(description="The same tie, as registers list it.")
    registers: Registers
    named: Names


class PlaceFile(_WithCooperations):
    """A place: its record, or the row of the registers that alone list it, and its ties."""

    kind: Literal["places"]
    tier: Tier = Field(description="Whether the atlas has a record of it, or registers alone.")
    record: Place
    authority: ActorId | None = Field(
        None, description="The actor that stands for it alone: the two have one page."
    )
    listed_ties: list[TieItem] = Field(
        description="Its ties, and those of places in it, that registers list and that nobody has"
        " researched, in the order of their ids."
    )
    registers: Registers
    named: Names


class ActorFile(_WithCooperations):
    """An organisation: its record, and its cooperations."""

    kind: Literal["actors"]
    tier: Researched
    record: Actor
    countries: list[Country] = Field(description="The countries of its places, and its own.")
    place: PlaceId | None = Field(
        None, description="The place that it alone stands for, whose file has the listed ties."
    )
    named: Names


class SourceFile(_WithCooperations):
    """A source: its record, and the cooperations that rest on it."""

    kind: Literal["sources"]
    tier: Researched
    record: Source
    named: Names


class ThemeFile(_WithCooperations):
    """A theme: its record, and the cooperations about it."""

    kind: Literal["themes"]
    tier: Researched
    record: Theme
    named: Names


class GoalFile(_WithCooperations):
    """A Sustainable Development Goal, and the cooperations that were linked to it."""

    kind: Literal["goals"]
    id: GoalId
    name: str = Field(description="Its short name in English.")
    named: Names


class CountryFile(_WithCooperations):
    """A country, with its territories: its cooperations, and where its listed ties are."""

    kind: Literal["countries"]
    id: Country
    name: str = Field(description="Its name in English.")
    state: Country | None = Field(None, description="The state that it is a territory of.")
    listed_ties: Address | None = Field(
        None, description="The file of its listed ties, where there are any."
    )
    named: Names


class TiesFile(Part):
    """The ties of a country and its territories that registers list and nobody has researched."""

    kind: Literal["listed-ties"]
    id: Country
    tier: Literal[Tier.LISTED]
    name: str = Field(description="The name of the country in English.")
    count: Whole = Field(description="How many these are.")
    listed_ties: list[TieItem] = Field(description="In the order of their ids.")
    registers: Registers
    named: Names


FILES: dict[str, type[Part]] = {
    "cooperations": CooperationFile,
    "actors": ActorFile,
    "places": PlaceFile,
    "sources": SourceFile,
    "themes": ThemeFile,
    "countries": CountryFile,
    "goals": GoalFile,
    "listed-ties": TiesFile,
}
"""What a single file of each kind holds."""
