"""Places and actors as a catalogue for Mix'n'match, where people find the item of each in Wikidata.

The columns are those of https://meta.wikimedia.org/wiki/Mix%27n%27match/Import.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.edition import Edition
from atlas.graph.parties import actor_countries
from atlas.model import Actor, Place
from atlas.model.vocabulary import ActorType, PlaceType, Word
from atlas.site.wikidata.statements import FREE

COLUMNS = ("id", "name", "desc", "url", "type", "q")

_ORGANISATION = "Q43229"
_GEOGRAPHIC_LOCATION = "Q2221906"
_ITEMS = {
    PlaceType.MUNICIPALITY: "Q15284",
    PlaceType.PROVINCE: "Q34876",
    PlaceType.REGION: "Q82794",
    PlaceType.ISLAND: "Q23442",
    PlaceType.RIVER_BASIN: "Q166620",
    PlaceType.UNSPECIFIED: "",
}
"""The class in Wikidata that a type of place is an instance of, where it has just one; of another
type a place is an instance of _GEOGRAPHIC_LOCATION."""


def find_records(english: Edition, url: str) -> Iterator[list[str]]:
    """A row for each place and each actor that has a record; `url` is the address of the site.

    A government that stands for a place alone is one with it, as on their page.
    """
    records = english.atlas.records
    for id_, place in records.places.items():
        if id_ not in records.listed_places:
            yield _place_row(english, url, id_, place)
    for id_, actor in records.actors.items():
        if id_ not in english.atlas.town_of:
            yield _actor_row(english, url, id_, actor)


def find_listed(english: Edition, url: str) -> Iterator[list[str]]:
    """A row for each place that a register alone knows, and gives away as Wikidata does."""
    records = english.atlas.records
    for id_, place in records.places.items():
        if id_ in records.listed_places and all(
            records.registers[one.source].licence in FREE for one in place.sources
        ):
            yield _place_row(english, url, id_, place)


def _place_row(english: Edition, url: str, id_: str, place: Place) -> list[str]:
    ref = english.place(id_)
    name = english.text(place.names).text
    kind = place.type if place.type is not PlaceType.UNSPECIFIED else None
    described = _describe(english, kind, place.countries)
    item = _ITEMS.get(place.type, _GEOGRAPHIC_LOCATION)
    return [f"places/{id_}", name, described, f"{url}{ref.path}", item, place.wikidata or ""]


def _actor_row(english: Edition, url: str, id_: str, actor: Actor) -> list[str]:
    name, ref = english.text(actor.names).text, english.actor(id_)
    countries = actor_countries(english.atlas.records, id_)
    kind = actor.kind or (actor.type if actor.type is not ActorType.UNKNOWN else None)
    described = _describe(english, kind, countries)
    return [
        f"actors/{id_}", name, described, f"{url}{ref.path}", _ORGANISATION, actor.wikidata or ""
    ]  # fmt: skip


def _describe(english: Edition, kind: Word | None, codes: Iterable[str]) -> str:
    """«Municipality, Belgium»: what it is and in which countries, as far as that is recorded."""
    countries = sorted(english.language.country(code) for code in codes)
    return english.language.comma.join([*([english.label(kind)] if kind else []), *countries])
