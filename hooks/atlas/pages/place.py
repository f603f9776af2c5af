"""The page of a place: its names, where it lies, its ties."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.relate import ancestors
from atlas.model import Place
from atlas.model.vocabulary import PLACE_TYPES
from atlas.pages import collection, names, sources
from atlas.pages.page import Page, PageContext, by_name, describe

SECTION = "places"


def pages(context: PageContext) -> Iterator[Page]:
    """One page per place."""
    for id_ in context.edition.atlas.records.places:
        yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the place `id_`, with the cooperations of the places in it."""
    edition, atlas = context.edition, context.edition.atlas
    record = atlas.records.places[id_]
    name = edition.place(id_).name
    countries = sorted(map(edition.country, record.countries), key=by_name)
    lead = context.render(
        "place.html",
        type=context._(PLACE_TYPES[record.type].label),
        countries=countries,
        within=[edition.place(p) for p in ancestors(atlas.records.places, id_) if p != id_],
        contains=sorted(map(edition.place, atlas.children.get(id_, ())), key=by_name),
        actors=sorted(map(edition.actor, atlas.actors_at.get(id_, ())), key=by_name),
        point=_point(context, record),
        names=names.of(context, record.names, record.names_as_stated),
        identifiers=_identifiers(record),
        notes=sources.notes(context, record.notes),
    )
    after = context.render("cited.html", sources=sources.citations(context, record.sources))
    where = edition.language.listing(ref.name.text for ref in countries)
    return Page(
        SECTION,
        id_,
        name,
        describe(
            context._("Cooperations of {place} ({country}) across borders.").format(
                place=name.text, country=where
            )
        ),
        collection.body(
            context,
            path=f"{SECTION}/{id_}/",
            compare=f"compare/?a=place:{id_}",
            key=f"{SECTION}/{id_}",
            name=f"place-{id_}",
            title=context._("Cooperations: {name}").format(name=name.text),
            cooperations=atlas.by_place.get(id_, ()),
            interactive=False,
            lead=lead,
            after=after,
        ),
    )


def _point(context: PageContext, record: Place) -> dict[str, object] | None:
    point = record.coordinates
    if point is None:
        return None
    return {
        "text": f"{point.lat:.4f}, {point.lon:.4f}",
        "approximate": point.exactness.value == "approximate",
        "note": context.edition.text(point.note) if point.note else None,
        "source": sources.source(context, point.source),
    }


def _identifiers(record: Place) -> list[tuple[str, str, str]]:
    """Name, value and address ("" for none) of each identifier."""
    found = []
    if record.iso_3166_2:
        found.append(("ISO 3166-2", record.iso_3166_2, ""))
    if record.geonames:
        address = f"https://www.geonames.org/{record.geonames}"
        found.append(("GeoNames", str(record.geonames), address))
    if record.wikidata:
        found.append(
            ("Wikidata", record.wikidata, f"https://www.wikidata.org/wiki/{record.wikidata}")
        )
    return found
