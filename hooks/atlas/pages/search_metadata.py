"""What the search index holds of a page beside its text: its kind, facets, labels, other names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from atlas.graph import facets
from atlas.graph.edition import Ref
from atlas.graph.relate import actor_countries, actors_of
from atlas.i18n.normalize import list_variants
from atlas.model import iso_codes
from atlas.model.vocabulary import N_
from atlas.pages.cooperation_table import partner
from atlas.pages.page import Page, PageContext, describe, sort_by_name

KINDS = {
    "cooperations": N_("Cooperation"),
    "countries": N_("Country"),
    "themes": N_("Theme"),
    "goals": N_("Goal"),
    "places": N_("Place"),
    "actors": N_("Actor"),
}
"""What one page of a section is called, above its title in a list of results."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What is indexed of one page, in the terms of Pagefind.

    `filters` are pairs of a facet and a value that no language changes ("country", "ma"), so that
    the address of a search can be sent to a reader of another language; `meta` is shown in a
    result; `names` are found like the text but not shown.
    """

    filters: tuple[tuple[str, str], ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def add_metadata(context: PageContext, page: Page) -> Page:
    """The page, with what is indexed of it before its body."""
    make = _ENTRIES.get(page.section)
    known = page.id in getattr(context.edition.atlas.records, page.section, ())
    entry = make(context, page.id) if make and known else SearchEntry()
    names, kind = (page.title.text, *entry.names), KINDS.get(page.section)
    head = context.render(
        "search_metadata.html",
        filters=(*entry.filters, ("kind", page.section)),
        meta={**({"kind": context._(kind)} if kind else {}), **entry.meta},
        names=" ".join((*entry.names, *list_variants(names))),
    )
    return replace(page, body=head + page.body)


def _cooperation(context: PageContext, id_: str) -> SearchEntry:
    edition = context.edition
    atlas, record = edition.atlas, edition.atlas.records.cooperations[id_]
    since, actors = edition.start(record), actors_of(record)
    meta = {
        "form": edition.label(record.form),
        "form_id": record.form.value,
        "summary": describe(edition.text(record.summary).text),
        "partners": edition.language.listing(edition.actor(one).name.text for one in actors),
    }
    if since:
        meta["since"] = since.text
    return SearchEntry(
        filters=tuple(
            (facet.id, value)
            for facet in facets.FACETS
            if facet.searched
            for value in facet.search_values(facet.values(atlas, id_))
        ),
        meta=meta,
        names=tuple(dict.fromkeys(_names_of_cooperation(context, id_, actors))),
    )


def _names_of_cooperation(context: PageContext, id_: str, actors: Iterable[str]) -> Iterator[str]:
    """The names of its partners, their places and its countries, in every language there is."""
    edition, atlas = context.edition, context.edition.atlas
    records = atlas.records
    for actor in actors:
        yield from records.actors[actor].names.values()
        yield from records.actors[actor].acronyms
    for place in atlas.places_of[id_]:
        yield from records.places[place].names.values()
    for code in atlas.countries_of[id_]:
        yield edition.language.country(code)
    for theme in records.cooperations[id_].themes:
        yield edition.theme(theme).name.text


def _actor(context: PageContext, id_: str) -> SearchEntry:
    record = context.edition.atlas.records.actors[id_]
    where = partner(context, id_)
    return SearchEntry(
        filters=_countries(actor_countries(context.edition.atlas.records, id_)),
        meta=_where(context, [*where.places, *where.countries]),
        names=(*record.names.values(), *record.acronyms),
    )


def _place(context: PageContext, id_: str) -> SearchEntry:
    record = context.edition.atlas.records.places[id_]
    return SearchEntry(
        filters=_countries(record.countries),
        meta=_where(context, sort_by_name(map(context.edition.country, record.countries))),
        names=tuple(record.names.values()),
    )


def _theme(context: PageContext, id_: str) -> SearchEntry:
    record = context.edition.atlas.records.themes[id_]
    return SearchEntry(
        meta={"summary": describe(context.edition.text(record.description).text)},
        names=tuple(record.names.values()),
    )


def _countries(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    country = facets.COUNTRY
    return tuple((country.id, one) for one in country.search_values(iso_codes.with_states(codes)))


def _where(context: PageContext, refs: Iterable[Ref]) -> dict[str, str]:
    names = [ref.name.text for ref in refs]
    return {"where": context.edition.language.listing(names)} if names else {}


_ENTRIES: dict[str, Callable[[PageContext, str], SearchEntry]] = {
    "cooperations": _cooperation,
    "actors": _actor,
    "places": _place,
    "themes": _theme,
}
