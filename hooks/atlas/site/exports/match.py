"""What the page «Match my list» fetches once it is asked: the places of the atlas, and how headings
and countries are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from atlas.graph.edition import Edition
from atlas.model import Place
from atlas.pages.search_names import names_of_place
from atlas.site.columns import write_json
from atlas.site.contents import SiteContents

FOLDER = "assets/match"
"""Where the files lie, from the root of the site."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: places.json and reading.json."""
    yield f"{FOLDER}/places.json", write_json(places(site.editions))
    yield f"{FOLDER}/reading.json", write_json({"headings": {}, "countries": {}})


def places(editions: Iterable[Edition]) -> dict[str, Any]:
    """Every place, in the order of the ids, a column for each of what is known of it.

    - `ids`; `actors` that have their pages, "" where they have one of their own;
    - `countries`, with a blank between several; `points`, degrees north and east, or null;
    - `wikidata` ids, or "";
    - `names` by which each is found, and `shown`: for each language the number of the one to show.
    """
    editions = list(editions)
    atlas = editions[0].atlas
    known = dict(sorted(atlas.records.places.items()))
    names = {id_: list(dict.fromkeys(names_of_place(atlas, id_))) for id_ in known}
    return {
        "ids": list(known),
        "actors": [atlas.authority_of.get(id_, "") for id_ in known],
        "countries": [" ".join(place.countries) for place in known.values()],
        "points": [_point(place) for place in known.values()],
        "wikidata": [place.wikidata or "" for place in known.values()],
        "names": list(names.values()),
        "shown": {
            edition.language.code: [names[id_].index(edition.place(id_).name.text) for id_ in known]
            for edition in editions
        },
    }


def _point(place: Place) -> tuple[float, float] | None:
    at = place.coordinates
    return (at.lat, at.lon) if at else None
