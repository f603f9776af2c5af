"""What the page «Match my list» fetches once it is asked: the places of the atlas, and how headings
and countries are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from atlas.graph.edition import Edition
from atlas.i18n.normalize import SHORT, words
from atlas.imports import town_headings
from atlas.imports.claims import DISPUTED
from atlas.lookup.country_names import country_names, find_code, split_name, writing
from atlas.model import Place, iso_codes
from atlas.model.scalars import LONGEST_LINE
from atlas.pages.search_names import names_of_place
from atlas.site.columns import write_json
from atlas.site.contents import SiteContents

FOLDER = "assets/match"
"""Where the files lie, from the root of the site."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: places.json and reading.json."""
    yield f"{FOLDER}/places.json", write_json(places(site.editions))
    yield f"{FOLDER}/reading.json", write_json(reading())


def reading() -> dict[str, Any]:
    """How lists are read: the words of `headings`, those of `countries`, and the pairs of countries
    that both claim some places (`disputed`); and how long a name may be."""
    return {
        "headings": {"order": town_headings.fields(), "words": town_headings.field_of_word()},
        "countries": _countries(),
        "disputed": sorted(map(sorted, DISPUTED)),
        "longest": LONGEST_LINE,
    }


def _countries() -> dict[str, Any]:
    """What a script needs to tell countries as `lookup.countries` does, where that is sure.

    - `names` that countries go by, by their words, and `codes`, each with what it means;
    - `joints`, words that say nothing, and how others are `short`;
    - states of the `past`, and `unrecognised` ones, by their letters; `remarks`, which tell a
      country from its namesakes, and `islands`, words that are said of them or are not;
    - `forms` of states by the words for them, "" for a word that only goes with one, `ofForm` the
      states of each;
    - `states` of territories, and the `namesakes` of countries that lie in others.
    """
    said = {
        table: sorted({"".join(split_name(text)) for text in writing("words")[table]})
        for table in ("past", "unrecognised", "remarks", "islands")
    }
    letters = sorted([*iso_codes.countries(), *chain(*iso_codes.three_letters().values())])
    return {
        "names": {name: " ".join(codes) for name, codes in sorted(country_names().list_names())},
        "codes": {code: found for code in letters if (found := find_code(code))},
        "joints": sorted({word for text in writing("words")["joints"] for word in words(text)}),
        "short": SHORT,
        **said,
        "forms": _forms(),
        "ofForm": writing("of-form"),
        "states": iso_codes.STATES,
        "namesakes": writing("namesakes"),
    }


def _forms() -> dict[str, str]:
    texts = {"": writing("words")["forms"], **writing("forms")}
    return {
        word: form for form, some in texts.items() for text in some for word in split_name(text)
    }


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
            edition.language.code: [
                names[id_].index(edition.text(place.names).text) for id_, place in known.items()
            ]
            for edition in editions
        },
    }


def _point(place: Place) -> tuple[float, float] | None:
    at = place.coordinates
    return (at.lat, at.lon) if at else None
