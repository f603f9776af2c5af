"""The page of a country: its ties on a map and in a table, and its territories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.country_pairs import partners_of
from atlas.graph.edition import Edition, Ref
from atlas.graph.relate import Atlas
from atlas.graph.tally import find_left
from atlas.model import iso_codes
from atlas.pages import collection, concentration, listed_section, opening
from atlas.pages.page import Page, PageContext, sort_by_name

SECTION = "countries"


def ids(context: PageContext) -> Iterable[str]:
    """The code of every country that a cooperation or a place of the atlas lies in."""
    return codes(context)


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the country with the code `id_`."""
    yield page(context, id_)


def codes(context: PageContext) -> list[str]:
    """The ISO 3166-1 codes of the countries that have a page."""
    atlas = context.edition.atlas
    return _codes(atlas, atlas.records.places)


def refs(context: PageContext) -> list[Ref]:
    """Links to every country's page, by name."""
    return sort_by_name(map(context.edition.country, codes(context)))


def researched(context: PageContext) -> list[Ref]:
    """Those of countries of which more is known than registers list, by name."""
    atlas = context.edition.atlas
    places = atlas.records.places.keys() - atlas.records.listed_places
    return sort_by_name(map(context.edition.country, _codes(atlas, places)))


def _codes(atlas: Atlas, places: Iterable[str]) -> list[str]:
    of_places = (atlas.records.places[id_].countries for id_ in places)
    of_actors = (actor.countries for actor in atlas.records.actors.values())
    return iso_codes.with_states(set(atlas.by_country).union(*of_places, *of_actors))


def territories(code: str, codes: Iterable[str]) -> list[str]:
    """Those of the `codes` that are territories of the country `code`."""
    return [one for one in codes if iso_codes.STATES.get(one) == code]


def with_dependents(context: PageContext, code: str) -> list[str]:
    """A country and those of its territories that have a page."""
    is_state = code in iso_codes.STATES.values()
    return [code, *(territories(code, codes(context)) if is_state else ())]


def page(context: PageContext, code: str) -> Page:
    """The page of the country `code`, its territories included."""
    edition = context.edition
    cooperations = edition.atlas.by_country.get(code, ())
    ref = edition.country(code)
    name, id_ = ref.name.text, code.lower()
    _, *dependent = with_dependents(context, code)
    description = context._("Cooperations across borders in which {country} takes part.")
    return collection.page(
        context,
        SECTION,
        id_,
        ref.name,
        description.format(country=name),
        scene=f"country-{id_}",
        cooperations=cooperations,
        countries=[code, *dependent],
        about=edition.atlas.places_of_countries([code, *dependent]),
        compare=f"compare/?a=country:{id_}",
        opening=opening.summarise(
            context,
            cooperations,
            [code, *dependent],
            find_left(edition.atlas, SECTION, code, cooperations),
        ),
        listed=listed_section.of_country(context, code),
        whose=concentration.describe(context, cooperations),
        lead=context.render(
            "country.html",
            territories=sort_by_name(map(edition.country, dependent)),
            state=edition.country(iso_codes.STATES[code]) if code in iso_codes.STATES else None,
            partners=sort_by_name(map(edition.country, partners(edition, code, cooperations))),
        ),
    )


def partners(edition: Edition, code: str, cooperations: Iterable[str]) -> set[str]:
    """The codes of the countries that these cooperations of the country `code` tie it to."""
    pairs = (pair for id_ in cooperations for pair in edition.atlas.pairs_of[id_])
    return partners_of(pairs, [code, *territories(code, iso_codes.STATES)])
