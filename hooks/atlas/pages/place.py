"""The page of a place for which no single authority stands: its ties, where it lies, its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.parties import ancestors
from atlas.graph.tally import find_left
from atlas.pages import collection, listed_section, lives, notices, opening
from atlas.pages.page import Page, PageContext, sort_by_name

SECTION = "places"


def ids(context: PageContext) -> Iterable[str]:
    """The id of every place that has not the page of the authority which stands for it."""
    atlas = context.edition.atlas
    return [id_ for id_ in atlas.records.places if id_ not in atlas.authority_of]


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the place `id_`."""
    yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the place `id_`, with the cooperations of the places in it."""
    edition, atlas = context.edition, context.edition.atlas
    record = atlas.records.places[id_]
    name, cooperations = edition.place(id_).name, atlas.by_place.get(id_, ())
    countries = sort_by_name(map(edition.country, record.countries))
    description = context._("Cooperations of {place} ({country}) across borders.").format(
        place=name.bare, country=edition.language.listing(ref.name.text for ref in countries)
    )
    return collection.page(
        context,
        SECTION,
        id_,
        name,
        description,
        scene=f"place-{id_}",
        cooperations=cooperations,
        compare=f"compare/?a=place:{id_}",
        interactive=False,
        about=atlas.within(id_),
        lead=context.render(
            "place.html",
            record=record,
            turns=lives.describe(context, (SECTION, id_)),
            countries=countries,
            within=[edition.place(p) for p in ancestors(atlas.records.places, id_) if p != id_],
        ),
        opening=opening.summarise(
            context, cooperations, record.countries, find_left(atlas, SECTION, id_, cooperations)
        ),
        listed=listed_section.of_place(context, id_),
        details=context.render(
            "place_details.html",
            record=record,
            notices=notices.of_remarks(context, record),
            notes=notices.list_notes(record),
            contains=sort_by_name(map(edition.place, atlas.children.get(id_, ()))),
            actors=sort_by_name(map(edition.actor, atlas.actors_at.get(id_, ()))),
        ),
        after=context.render("cited.html", sources=record.sources),
    )
