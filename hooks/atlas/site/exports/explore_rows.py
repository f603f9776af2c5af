"""What rows of the list show: some cooperations in a file, in the order of the list, one file after
the other; whoever sees a page of the list fetches no more than the files that its rows are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from atlas.graph import facets
from atlas.graph.beginnings import start_of
from atlas.graph.edition import Edition
from atlas.graph.parties import actor_countries
from atlas.graph.tally import wholes_of
from atlas.pages import facts, status
from atlas.pages.cooperation_table import sort_date
from atlas.pages.page import PageContext
from atlas.site.columns import (
    A_FILE,
    FOLDER,
    Table,
    number,
    write_json,
    write_range,
    write_text,
)
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: rows-<language>-<number>.json, from
    0 on; all but the last have A_FILE rows."""
    for context in site.contexts:
        code = context.edition.language.code
        for at, from_ in enumerate(range(0, len(site.table.ids), A_FILE)):
            ids = site.table.ids[from_ : from_ + A_FILE]
            yield f"{FOLDER}/rows-{code}-{at}.json", write_json(rows(site.table, context, ids))


def rows(table: Table, context: PageContext, ids: Sequence[str]) -> dict[str, Any]:
    """These cooperations in one language, a column for each thing that a row says.

    - `ids`, `titles`; `wholes`: the titles of what they are a part of, if they are.
    - `since` in words, `starts` (EDTF dates), both "" where none is recorded, and `days` (ISO 8601,
      to sort by what a table says).
    - `standing` and `evidence`: what is said of the status, and beside it; `earlier` names the
      forms it had.
    - `parties`: places in `actors` of those whom a list names; `more`: how many others of those
      with many take part.
    - `actors`: their `ids`, `names`, `countries` (places in the values of the facet) and `places`
      that they stand for: places in `places`, which has `ids`, `names` and the `paths` of their
      pages under the root of a language.

    A text that is not in this language is a list of the text and its own language's code.
    """
    edition, atlas = context.edition, table.atlas
    of = [atlas.records.cooperations[id_] for id_ in ids]
    starts = [edition.start(record) for record in of]
    standing = [status.describe_standing(context, record) for record in of]
    named = [atlas.breadth.name_parties(id_) for id_ in ids]
    actors = sorted({actor for some, _ in named for actor in some})
    actor_at = number(actors)
    wholes = ([one for one in wholes_of(atlas, id_) if one in table.number] for id_ in ids)
    return {
        "ids": list(ids),
        "titles": [write_text(edition.cooperation(id_).name) for id_ in ids],
        "wholes": {
            at: write_text(edition.cooperation(some[0]).name)
            for at, some in enumerate(wholes)
            if some
        },
        "since": [start.text if start else "" for start in starts],
        "starts": [write_range(start_of(record)) for record in of],
        "days": [sort_date(record) for record in of],
        "standing": [one.said for one in standing],
        "evidence": [one.beside for one in standing],
        "earlier": [facts.name_earlier_forms(context, record) for record in of],
        "parties": [[actor_at[actor] for actor in some] for some, _ in named],
        "more": {at: more for at, (_, more) in enumerate(named) if more},
        **_actors(table, edition, actors),
    }


def _actors(table: Table, edition: Edition, ids: Sequence[str]) -> dict[str, Any]:
    """The columns of these actors and of the places that they stand for."""
    country_at = number(table.values[facets.COUNTRY.id])
    places = sorted({place for id_ in ids for place in table.places_of(id_)})
    place_at = number(places)
    return {
        "actors": {
            "ids": list(ids),
            "names": [write_text(edition.actor(id_).name) for id_ in ids],
            "countries": [
                sorted(country_at[code] for code in actor_countries(table.atlas.records, id_))
                for id_ in ids
            ],
            "places": [[place_at[place] for place in table.places_of(id_)] for id_ in ids],
        },
        "places": {
            "ids": places,
            "names": [write_text(edition.place(id_).name) for id_ in places],
            "paths": [edition.place(id_).path for id_ in places],
        },
    }
