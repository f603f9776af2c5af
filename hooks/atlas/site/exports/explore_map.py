"""What the map of the list shows: files of their own, which are fetched when the map is, or when
somebody saves what is found with its coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.model.vocabulary import State
from atlas.site.columns import FOLDER, Table, number, write_json, write_text
from atlas.site.contents import SiteContents

_DECIMALS = 4
"""Of coordinates: about 11 m."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: map.json and, for each language,
    places-<language>.json, the names of its places in their order."""
    table = site.table
    yield f"{FOLDER}/map.json", write_json(columns(table, site.editions[0]))
    for edition in site.editions:
        called = [write_text(edition.place(id_).name) for id_ in table.pinned]
        yield f"{FOLDER}/places-{edition.language.code}.json", write_json({"names": called})


def columns(table: Table, edition: Edition) -> dict[str, Any]:
    """Where the cooperations lie, in the order of the list.

    - `pins`: for each places in `places`; `ties`: two of them for each line. `left`: by the number
      of a cooperation those of its places whose actors have all left, though it has not ended.
    - `places`: `ids`, `paths` of their pages under the root of a language, `lon` and `lat` (WGS 84
      degrees; null where none is recorded).
    """
    atlas, ids = table.atlas, table.pinned
    place_at = number(ids)
    points = [atlas.records.places[id_].coordinates for id_ in ids]
    left = [[place_at[place] for place in _places_left(atlas, id_)] for id_ in table.ids]
    return {
        "pins": [[place_at[place] for place in atlas.pins_of[id_]] for id_ in table.ids],
        "ties": [
            [place_at[end] for tie in atlas.ties[id_] for end in (tie.a, tie.b)]
            for id_ in table.ids
        ],
        "left": {at: places for at, places in enumerate(left) if places},
        "places": {
            "ids": ids,
            "paths": [edition.place(id_).path for id_ in ids],
            "lon": [round(point.lon, _DECIMALS) if point else None for point in points],
            "lat": [round(point.lat, _DECIMALS) if point else None for point in points],
        },
    }


def _places_left(atlas: Atlas, id_: str) -> list[str]:
    if atlas.records.cooperations[id_].status.code.state is State.ENDED:
        return []
    return [place for place in atlas.pins_of[id_] if atlas.state_at(id_, place) is State.ENDED]
