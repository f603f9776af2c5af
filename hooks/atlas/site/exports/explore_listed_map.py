"""Where listed ties lie: files of their own, which are fetched when the map of the list shows them,
when somebody saves them with their coordinates, and when towns are compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.site.columns import FOLDER, column, few, write_json, write_text
from atlas.site.contents import SiteContents
from atlas.site.listed_columns import ListedTable

_DECIMALS = 3
"""Of coordinates: about 110 m; a register says where a town lies, not where its hall stands."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: listed-map.json and, for each
    language, listed-places-<language>.json, the names of its places in their order; none where
    registers list nothing more."""
    table = site.listed_table
    if not table.pairs:
        return
    yield f"{FOLDER}/listed-map.json", write_json(columns(table, site.editions[0]))
    for edition in site.editions:
        called = [write_text(edition.place(id_).name) for id_ in table.places]
        path = f"{FOLDER}/listed-places-{edition.language.code}.json"
        yield path, write_json({"names": called})


def columns(table: ListedTable, edition: Edition) -> dict[str, Any]:
    """The two places of each tie.

    - `a`, `b`: places in the list `places`.
    - `places`: `ids`; `paths` of those whose page is another's; `countries` (values of the facet),
      `lon` and `lat` (WGS 84 degrees; null where none is recorded).
    """
    a, b = table.ends
    places = [table.atlas.records.places[id_] for id_ in table.places]
    paths = (edition.place(id_).path for id_ in table.places)
    own = zip(table.places, paths, strict=True)
    return {
        "a": a,
        "b": b,
        "places": {
            "ids": table.places,
            "paths": few("" if path == f"places/{id_}/" else path for id_, path in own),
            "countries": column(
                table.number_values(facets.COUNTRY.id, place.countries) for place in places
            ),
            **{
                axis: [
                    round(getattr(place.coordinates, axis), _DECIMALS)
                    if place.coordinates
                    else None
                    for place in places
                ]
                for axis in ("lon", "lat")
            },
        },
    }
