"""The page of a country: its ties on a map and in a table, and its territories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.edition import Edition, Ref
from atlas.model import iso_codes
from atlas.pages import collection
from atlas.pages.page import Page, PageContext, by_name, describe

SECTION = "countries"


def pages(context: PageContext) -> Iterator[Page]:
    """One page per country that a cooperation or a place of the atlas lies in."""
    for code in codes(context):
        yield page(context, code)


def codes(context: PageContext) -> list[str]:
    """The ISO 3166-1 codes of the countries that have a page."""
    atlas = context.edition.atlas
    of_places = {code for place in atlas.records.places.values() for code in place.countries}
    of_actors = {code for actor in atlas.records.actors.values() for code in actor.countries}
    stated = of_places | of_actors | set(atlas.by_country)
    return iso_codes.with_states(stated)


def refs(context: PageContext) -> list[Ref]:
    """Links to every country's page, by name."""
    return sorted(map(context.edition.country, codes(context)), key=by_name)


def page(context: PageContext, code: str) -> Page:
    """The page of the country `code`, its territories included."""
    edition = context.edition
    cooperations = edition.atlas.by_country.get(code, ())
    ref = edition.country(code)
    territories = [one for one in codes(context) if iso_codes.STATES.get(one) == code]
    name = ref.name.text
    return Page(
        SECTION,
        code.lower(),
        ref.name,
        describe(
            context._("Cooperations across borders in which {country} takes part.").format(
                country=name
            )
        ),
        collection.body(
            context,
            path=f"{SECTION}/{code.lower()}/",
            compare=f"compare/?a=country:{code.lower()}",
            feeds=True,
            name=f"country-{code.lower()}",
            title=context._("Cooperations: {name}").format(name=name),
            cooperations=cooperations,
            countries=[code, *territories],
            lead=context.render(
                "country.html",
                territories=sorted(map(edition.country, territories), key=by_name),
                state=edition.country(iso_codes.STATES[code]) if code in iso_codes.STATES else None,
                count=len(cooperations),
                name=name,
                partners=sorted(
                    map(edition.country, partners(edition, code, cooperations)), key=by_name
                ),
            ),
        ),
    )


def partners(edition: Edition, code: str, cooperations: Iterable[str]) -> set[str]:
    """The codes of the other countries in these cooperations of the country `code`."""
    own = {code, *(one for one, state in iso_codes.STATES.items() if state == code)}
    return {c for id_ in cooperations for c in edition.atlas.countries_of[id_]} - own
