"""Every listed tie as registers have it, for programs and spreadsheets: all of them in one file, as
CSV (RFC 4180) and as JSON Lines, and those of each country as CSV."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from atlas.graph.edition import Edition
from atlas.graph.listed import ListedPair
from atlas.i18n.languages import ENGLISH
from atlas.model import ListedTie, iso_codes
from atlas.pages.listed_section import FILE
from atlas.site import csv_table
from atlas.site.contents import SiteContents

Value = str | float | None


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file; none if there is no register.

    A line is what one register says of a pair. Those are among them that are researched too: they
    name the cooperations.
    """
    pairs = site.atlas.listed.pairs.values()
    if not pairs:
        return
    records = site.atlas.records
    english = Edition(site.atlas, ENGLISH, (ENGLISH,))
    rows: list[dict[str, Value]] = []
    of_country: dict[str, list[list[str | float]]] = defaultdict(list)
    for pair in pairs:
        countries = {code for end in (pair.a, pair.b) for code in records.places[end].countries}
        for tie in pair.ties:
            row = _row(english, site.info.url, pair, tie)
            rows.append(row)
            for code in iso_codes.with_states(countries):
                of_country[code].append(_cells(row))
    heading = [*rows[0]]
    yield f"{FILE}.csv", csv_table.write([heading, *map(_cells, rows)]).encode()
    yield f"{FILE}.jsonl", "".join(map(_line, rows)).encode()
    for code, cells in sorted(of_country.items()):
        yield f"{FILE}-{code.lower()}.csv", csv_table.write([heading, *cells]).encode()


def _row(english: Edition, url: str, pair: ListedPair, tie: ListedTie) -> dict[str, Value]:
    """What a register says of a pair, by the names of the columns. Dates are in EDTF, points in
    degrees (WGS 84), and names in English where there is one."""
    records = english.atlas.records
    address = f"{url}{english.place(pair.a).path}#{pair.id}"
    register = records.registers[tie.source]
    return {
        "id": tie.id,
        **_end(english, "a", tie.a),
        **_end(english, "b", tie.b),
        "form": tie.form.value if tie.form else None,
        "form_as_stated": tie.form_as_stated,
        "start": tie.start.text if tie.start else None,
        "start_as_stated": tie.start_as_stated,
        "end": tie.end.text if tie.end else None,
        "stated_by": tie.stated_by.value,
        "tier": "listed",
        "register": tie.source,
        "register_title": records.sources[tie.source].title.text,
        "as_of": tie.as_of.text,
        "licence": register.licence.value,
        "reference_url": tie.reference_url,
        "locator": tie.locator,
        "cooperations": " ".join(pair.cooperations) or None,
        "url": address,
    }


def _end(english: Edition, side: str, place: str) -> dict[str, Value]:
    record = english.atlas.records.places[place]
    point = record.coordinates
    return {
        f"{side}_id": place,
        f"{side}_name": english.text(english.atlas.records.places[place].names).text,
        f"{side}_country": " ".join(record.countries),
        f"{side}_lat": point.lat if point else None,
        f"{side}_lon": point.lon if point else None,
        f"{side}_wikidata": record.wikidata,
    }


def _cells(row: dict[str, Value]) -> list[str | float]:
    return ["" if value is None else value for value in row.values()]


def _line(row: dict[str, Value]) -> str:
    """A row as an object of JSON, without what is not known."""
    known = {name: value for name, value in row.items() if value is not None}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n"
