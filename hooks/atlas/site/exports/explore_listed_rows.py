"""What rows of listed ties show: some ties in a file, in the order of their ids, one file after the
other, as those of the cooperations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.graph.listed import ListedPair
from atlas.model.registers import find_end
from atlas.pages import status
from atlas.site.columns import A_FILE, FOLDER, few, number, write_json, write_text
from atlas.site.contents import SiteContents
from atlas.site.listed_columns import ListedTable


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each: listed-rows-<language>-<number>.json,
    from 0 on; all but the last have A_FILE rows."""
    table = site.listed_table
    for edition in site.editions:
        for at, from_ in enumerate(range(0, len(table.pairs), A_FILE)):
            content = rows(table, edition, table.pairs[from_ : from_ + A_FILE])
            yield f"{FOLDER}/listed-rows-{edition.language.code}-{at}.json", write_json(content)


def rows(table: ListedTable, edition: Edition, pairs: Sequence[ListedPair]) -> dict[str, Any]:
    """These ties in one language, a column for each thing that a row says.

    - `a`, `b`: places in the list `places`. `ids`: those of a pair that are not both ids joined.
    - `since` in words, "" where none is recorded, and as an EDTF date in `starts`.
    - `ends`, `stated`: of the few that have one, when they ended, as an EDTF date and in words, and
      the register's word for a type that it leaves open.
    - `said`: for each tie pairs: a place in the `registers` of the filters, and in `days` the date
      as of which that lists the tie: an EDTF date, and in words.
    - `places`: `ids`, `names`; `paths` of those whose page is another's; `countries` (values of the
      facet). A name that is not in this language is a list of the name and its own language's code.
    """
    places = sorted({end for pair in pairs for end in (pair.a, pair.b)})
    register_at = table.numbers[facets.REGISTER.id]
    dates = {tie.as_of.text: tie.as_of for pair in pairs for tie in pair.ties}
    place_at, day_at = number(places), number(sorted(dates))
    ends = [find_end(pair.ties) for pair in pairs]
    return {
        "a": [place_at[pair.a] for pair in pairs],
        "b": [place_at[pair.b] for pair in pairs],
        "ids": few(pair.id if pair.id != f"{pair.a}-{pair.b}" else "" for pair in pairs),
        "since": [edition.moment(pair.start).text if pair.start else "" for pair in pairs],
        "starts": [pair.start.text if pair.start else "" for pair in pairs],
        "ends": {
            at: [str(end), status.say_ended(edition, end)] for at, end in enumerate(ends) if end
        },
        "stated": few("" if pair.form else _form_as_stated(pair) for pair in pairs),
        "said": [[(register_at[t.source], day_at[t.as_of.text]) for t in p.ties] for p in pairs],
        "days": [(day, edition.moment(dates[day]).text) for day in day_at],
        "places": _places(table, edition, places),
    }


def _places(table: ListedTable, edition: Edition, ids: Sequence[str]) -> dict[str, Any]:
    records = table.atlas.records.places
    paths = [edition.place(id_).path for id_ in ids]
    own = zip(ids, paths, strict=True)
    return {
        "ids": ids,
        "names": [write_text(edition.place(id_).name) for id_ in ids],
        "paths": few("" if path == f"places/{id_}/" else path for id_, path in own),
        "countries": [
            table.number_values(facets.COUNTRY.id, records[id_].countries) for id_ in ids
        ],
    }


def _form_as_stated(pair: ListedPair) -> str:
    return next((tie.form_as_stated for tie in pair.ties if tie.form_as_stated), "")
