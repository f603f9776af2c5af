"""The lists of the API: all things of a kind, in the order of their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from atlas.graph.edition import Edition
from atlas.graph.parties import actor_countries
from atlas.graph.relate import Atlas
from atlas.i18n.languages import ENGLISH
from atlas.model import Part
from atlas.model.vocabulary import GOALS, Tier
from atlas.model.vocabulary.registers import OWN_LICENCE
from atlas.pages import country
from atlas.pages.page import PageContext
from atlas.site.api.files import find_ties
from atlas.site.api.items import count, describe_register, list_cooperations
from atlas.site.api.list_shapes import (
    ActorItem,
    ActorList,
    CooperationList,
    CountryItem,
    CountryList,
    GoalItem,
    GoalList,
    PlaceItem,
    PlaceList,
    SourceItem,
    SourceList,
    ThemeItem,
    ThemeList,
    TierCounts,
)
from atlas.site.api.names import NameCollection


def make(context: PageContext) -> Iterator[tuple[str, Part]]:
    """Each list by its kind."""
    for kind, build in _LISTS.items():
        yield kind, build(context)


def _cooperations(context: PageContext) -> CooperationList:
    atlas = context.edition.atlas
    items, names = list_cooperations(context, atlas.records.cooperations), NameCollection(context)
    names.add_cooperations(items)
    return CooperationList(
        kind="cooperations",
        licence=OWN_LICENCE,
        counts=count(atlas, atlas.records.cooperations),
        items=items,
        named=names.collect(),
    )


def _places(context: PageContext) -> PlaceList:
    records = context.edition.atlas.records
    return PlaceList(
        kind="places",
        licence=OWN_LICENCE,
        counts=TierCounts(
            researched=len(records.places) - len(records.listed_places),
            listed=len(records.listed_places),
        ),
        registers={id_: describe_register(context.edition.atlas, id_) for id_ in records.registers},
        items=[_place(context.edition.atlas, id_) for id_ in records.places],
    )


def _place(atlas: Atlas, id_: str) -> PlaceItem:
    record = atlas.records.places[id_]
    point = record.coordinates
    return PlaceItem(
        id=id_,
        tier=Tier.LISTED if id_ in atlas.records.listed_places else Tier.RESEARCHED,
        name=Edition.in_english(atlas).text(record.names).text,
        type=record.type,
        countries=record.countries,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        wikidata=record.wikidata,
        geonames=record.geonames,
    )


def _actors(context: PageContext) -> ActorList:
    atlas = context.edition.atlas
    items = [
        ActorItem(
            id=id_,
            tier=Tier.RESEARCHED,
            name=Edition.in_english(atlas).text(record.names).text,
            type=record.type,
            kind=record.kind,
            countries=sorted(actor_countries(atlas.records, id_)),
            place=atlas.town_of.get(id_),
            wikidata=record.wikidata,
        )
        for id_, record in atlas.records.actors.items()
    ]
    return ActorList(kind="actors", licence=OWN_LICENCE, items=items)


def _sources(context: PageContext) -> SourceList:
    items = [
        SourceItem(
            id=id_,
            tier=Tier.RESEARCHED,
            title=record.title.text,
            language=record.language,
            publisher=record.publisher,
            url=record.url,
            published=record.published,
        )
        for id_, record in context.edition.atlas.records.sources.items()
    ]
    return SourceList(kind="sources", licence=OWN_LICENCE, items=items)


def _themes(context: PageContext) -> ThemeList:
    atlas = context.edition.atlas
    items = [
        ThemeItem(
            id=id_,
            tier=Tier.RESEARCHED,
            name=Edition.in_english(atlas).text(record.names).text,
            counts=count(atlas, atlas.by_theme.get(id_, ())),
        )
        for id_, record in atlas.records.themes.items()
    ]
    return ThemeList(kind="themes", licence=OWN_LICENCE, items=items)


def _countries(context: PageContext) -> CountryList:
    atlas = context.edition.atlas
    items = []
    for code in sorted(country.codes(context)):
        listed = len(atlas.listed.by_country.get(code, ()))
        counts = count(atlas, atlas.by_country.get(code, ()), listed)
        ties = find_ties(context, code) if listed else None
        items.append(
            CountryItem(id=code, name=ENGLISH.country(code), counts=counts, listed_ties=ties)
        )
    return CountryList(kind="countries", licence=OWN_LICENCE, items=items)


def _goals(context: PageContext) -> GoalList:
    atlas = context.edition.atlas
    items = [
        GoalItem(id=str(number), name=name, counts=count(atlas, atlas.by_goal.get(str(number), ())))
        for number, name in GOALS.items()
    ]
    return GoalList(kind="goals", licence=OWN_LICENCE, items=items)


_LISTS: Mapping[str, Callable[[PageContext], Part]] = {
    "cooperations": _cooperations,
    "actors": _actors,
    "places": _places,
    "sources": _sources,
    "themes": _themes,
    "countries": _countries,
    "goals": _goals,
}
