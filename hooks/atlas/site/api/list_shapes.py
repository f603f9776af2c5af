"""What the lists hold, the index of the API and what became of ids: their JSON Schemas are made
from these."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from atlas.model import Part
from atlas.model.parts import several
from atlas.model.scalars import (
    Country,
    Day,
    Degrees,
    Edtf,
    GeonamesId,
    Id,
    Language,
    PlaceId,
    SourceId,
    Url,
    Whole,
    WikidataId,
)
from atlas.model.vocabulary import ActorKind, ActorType, PlaceType, Tier
from atlas.model.vocabulary.evidence import Removed
from atlas.site.api.shapes import (
    Address,
    CooperationItem,
    Counts,
    GoalId,
    Names,
    Registers,
    RegisterUsed,
    Researched,
)


class TierCounts(Part):
    """How many records there are of each tier, which are never added up."""

    researched: Whole = Field(description="Those that the atlas has a record of.")
    listed: Whole = Field(description="Those that registers alone list.")


class PlaceItem(Part):
    """A place in a list."""

    id: Id
    tier: Tier = Field(description="Whether the atlas has a record of it, or registers alone.")
    name: str = Field(description="Its name in English, else in the first language it has one in.")
    type: PlaceType
    countries: list[Country]
    lat: Degrees | None = Field(None, description="Degrees north (WGS 84).")
    lon: Degrees | None = Field(None, description="Degrees east (WGS 84).")
    wikidata: WikidataId | None = None
    geonames: GeonamesId | None = None


class ActorItem(Part):
    """An organisation in a list."""

    id: Id
    tier: Researched
    name: str = Field(description="Its name in English, else in the first language it has one in.")
    type: ActorType
    kind: ActorKind | None = None
    countries: list[Country]
    place: PlaceId | None = Field(None, description="The place that it alone stands for.")
    wikidata: WikidataId | None = None


class SourceItem(Part):
    """A source in a list."""

    id: Id
    tier: Researched
    title: str = Field(description="Its title, in its own language.")
    language: Language
    publisher: str | None = None
    url: Url | None = None
    published: Edtf | None = None


class ThemeItem(Part):
    """A theme in a list."""

    id: Id
    tier: Researched
    name: str = Field(description="Its name in English, else in the first language it has one in.")
    counts: Counts


class CountryItem(Part):
    """A country in a list."""

    id: Country
    name: str = Field(description="Its name in English.")
    counts: Counts
    listed_ties: Address | None = Field(None, description="The file of its listed ties, if any.")


class GoalItem(Part):
    """A Sustainable Development Goal in a list."""

    id: GoalId
    name: str = Field(description="Its short name in English.")
    counts: Counts


class _List(Part):
    """What lists have in common. Their items stand in the order of the ids."""

    kind: str
    licence: str = Field(description="The licence (SPDX) of what is researched.")


class CooperationList(_List):
    """All researched cooperations."""

    kind: Literal["cooperations"]
    counts: Counts
    items: list[CooperationItem]
    named: Names


class PlaceList(_List):
    """All places: those that the atlas has a record of, and those that registers alone list."""

    kind: Literal["places"]
    counts: TierCounts
    registers: Registers
    items: list[PlaceItem]


class ActorList(_List):
    """All organisations."""

    kind: Literal["actors"]
    items: list[ActorItem]


class SourceList(_List):
    """All sources."""

    kind: Literal["sources"]
    items: list[SourceItem]


class ThemeList(_List):
    """All themes."""

    kind: Literal["themes"]
    items: list[ThemeItem]


class CountryList(_List):
    """All countries that something of the atlas lies in."""

    kind: Literal["countries"]
    items: list[CountryItem]


class GoalList(_List):
    """The seventeen Sustainable Development Goals."""

    kind: Literal["goals"]
    items: list[GoalItem]


class RemovedRecord(Part):
    """A record that was taken out. Its id never comes back."""

    kind: str = Field(description="Of which kind it was.")
    id: Id
    date: Day = Field(description="The day it was taken out.")
    reason: Removed = Field(description="Why, as a code.")
    text: str = Field(description="Why, in English.")


class MovedRecord(Part):
    """An id that a record had before."""

    kind: str = Field(description="Of which kind it is.")
    id: Id = Field(description="The former id, which no other record ever gets.")
    to: Id = Field(description="The id that it has today.")


class RemovedFile(Part):
    """What became of ids that are no more."""

    removed: list[RemovedRecord] = Field(description="In the order of kind and id.")
    moved: list[MovedRecord] = Field(description="In the order of kind and former id.")


class TotalCounts(Part):
    """How many there are, tier by tier; the two are never added up."""

    researched: dict[str, Whole] = Field(
        description="Records of each kind. Of cooperations, `parts` of others and `memberships` of"
        " networks are counted apart."
    )
    listed: dict[str, Whole] = Field(
        description="`ties` and `places` that registers alone list; `researched_too` are ties that"
        " they list and the atlas has researched, which count as that."
    )


class RegisterTotal(RegisterUsed):
    """A register, and how many ties it lists."""

    id: SourceId
    ties: Whole = Field(description="How many ties it lists that nobody has researched.")


class IndexFile(Part):
    """What there is, how much of it, under which licence, and where."""

    title: str
    description: str
    url: Address = Field(description="The site.")
    licence: str = Field(description="The licence (SPDX) of what the atlas says itself.")
    licence_url: Address
    languages: list[Language] = Field(description="The languages of the pages.")
    counts: TotalCounts
    registers: list[RegisterTotal] = several("Those that list ties, each with its own licence.")
    lists: dict[str, Address] = Field(description="The list of each kind.")
    files: dict[str, str] = Field(
        description="The address of the file of a single thing of each kind (RFC 6570, `id`)."
    )
    schemas: dict[str, Address] = Field(description="The JSON Schema of each file.")
    links: dict[str, Address] = Field(description="What else there is, by what it is.")


LISTS: dict[str, type[Part]] = {
    "cooperations": CooperationList,
    "actors": ActorList,
    "places": PlaceList,
    "sources": SourceList,
    "themes": ThemeList,
    "countries": CountryList,
    "goals": GoalList,
    "removed": RemovedFile,
    "index": IndexFile,
}
"""What each list holds, by the name of its file."""
