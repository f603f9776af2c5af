"""What the records say, for programs and spreadsheets.

All of it stands in one file of JSON Lines; and what a record may have several of in tables of CSV
(RFC 4180), a line each: money, subjects, codes, quotations.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from atlas.graph.counts import FOLDER
from atlas.graph.edition import Edition
from atlas.i18n.languages import ENGLISH
from atlas.model import KINDS, Cooperation, Record, Statement, fields
from atlas.model.plain_values import make_plain
from atlas.model.vocabulary import DAC_SECTORS, GOALS
from atlas.model.walk import parts
from atlas.pages.data_files import RECORDS, TABLES
from atlas.site import csv_table
from atlas.site.contents import SiteContents


@dataclass(frozen=True, slots=True)
class _Source:
    """What the tables are made of: the atlas in English, and the languages that have a column."""

    english: Edition
    languages: tuple[str, ...]


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: UTF-8, lines of CSV ended by CR LF.

    Dates are in EDTF, amounts and shares as the records have them, names in English where there is
    one.
    """
    english = Edition(site.atlas, ENGLISH, (ENGLISH,))
    source = _Source(english, tuple(edition.language.code for edition in site.editions))
    yield f"{FOLDER}/{RECORDS}", "".join(_lines(site)).encode()
    glosses = " ".join(f"gloss_{code}" for code in source.languages)
    for name in TABLES:
        columns, rows = _COLUMNS[name]
        heading = columns.format(glosses=glosses).split()
        cells = (map(_cell, row) for row in rows(source))
        yield f"{FOLDER}/{name}.csv", csv_table.write([heading, *cells]).encode()


def _lines(site: SiteContents) -> Iterator[str]:
    """Every record that has a file, folder by folder, as an object with the fields that it has."""
    records = site.atlas.records
    for kind in KINDS:
        kept: Mapping[str, Record] = getattr(records, kind.folder)
        for id_, record in kept.items():
            if kind.folder != "places" or id_ not in records.listed_places:
                said = {"folder": kind.folder, "id": id_, **make_plain(record)}
                yield json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _cell(value: object) -> str | float:
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, int) else "" if value is None else str(value)


def _cooperations(source: _Source) -> Iterable[tuple[str, Cooperation]]:
    return source.english.atlas.records.cooperations.items()


def _title(source: _Source, id_: str) -> str:
    return source.english.cooperation(id_).name.text


def _actor(source: _Source, id_: str | None) -> tuple[str, str]:
    return (id_, source.english.actor(id_).name.text) if id_ else ("", "")


def _text(source: _Source, texts: Mapping[str, str] | None) -> str:
    return source.english.text(texts).text if texts else ""


def _words(statement: Statement | None) -> tuple[str, str]:
    return (statement.lang, statement.text) if statement else ("", "")


def _budgets(source: _Source) -> Iterator[tuple[object, ...]]:
    for id_, record in _cooperations(source):
        for number, one in enumerate(record.budget, 1):
            yield (id_, _title(source, id_), number, one.amount, one.currency, one.approximate,
                   one.per, one.period_start, one.period_end, one.value_date,
                   *_words(one.as_stated), _text(source, one.note), one.source)  # fmt: skip


def _shares(source: _Source) -> Iterator[tuple[object, ...]]:
    for id_, record in _cooperations(source):
        for number, budget in enumerate(record.budget, 1):
            for one in budget.shares:
                yield (id_, number, *_actor(source, one.actor), one.percent, one.amount,
                       budget.currency, one.source)  # fmt: skip


def _transactions(source: _Source) -> Iterator[tuple[object, ...]]:
    for id_, record in _cooperations(source):
        for one in record.transactions:
            yield (id_, _title(source, id_), one.type, one.type.code, one.date, one.amount,
                   one.currency, one.value_date, *_actor(source, one.provider),
                   *_actor(source, one.receiver), *_words(one.as_stated),
                   _text(source, one.note), one.source)  # fmt: skip


def _subjects(source: _Source) -> Iterator[tuple[object, ...]]:
    for id_, record in _cooperations(source):
        for theme in record.theme_links:
            name = source.english.theme(theme.theme).name.text
            yield id_, "theme", theme.theme, name, "", theme.assigned_by, theme.source
        for goal in record.goals:
            name = GOALS[goal.goal]
            yield id_, "goal", goal.goal, name, goal.target, goal.assigned_by, goal.source
        for sector in record.dac_sectors:
            name = DAC_SECTORS.get(sector.code, "")
            yield id_, "dac-sector", sector.code, name, "", sector.assigned_by, sector.source


def _codes(source: _Source) -> Iterator[tuple[object, ...]]:
    for id_, place in source.english.atlas.records.places.items():
        for one in place.codes:
            name = source.english.place(id_).name.text
            yield (id_, name, " ".join(place.countries), one.scheme, one.name, one.year, one.code,
                   one.source)  # fmt: skip


def _quotations(source: _Source) -> Iterator[tuple[object, ...]]:
    records = source.english.atlas.records
    for kind in KINDS:
        kept: Mapping[str, Record] = getattr(records, kind.folder)
        for id_, record in kept.items():
            for path, part in parts(record):
                if isinstance(part, Statement):
                    glosses = (part.gloss or {}).get
                    yield (kind.folder, id_, fields.dotted(path), *_words(part),
                           *map(glosses, source.languages), part.source)  # fmt: skip


_Rows = Callable[[_Source], Iterator[tuple[object, ...]]]

_COLUMNS: Mapping[str, tuple[str, _Rows]] = {
    "budgets": (
        "cooperation title budget amount currency approximate per period_start period_end "
        "value_date stated_language as_stated note source",
        _budgets,
    ),
    "budget-shares": (
        "cooperation budget funder funder_name percent amount currency source",
        _shares,
    ),
    "transactions": (
        "cooperation title type iati_type date amount currency value_date provider provider_name "
        "receiver receiver_name stated_language as_stated note source",
        _transactions,
    ),
    "subjects": ("cooperation list code name target assigned_by source", _subjects),
    "place-codes": ("place name countries list list_name year code source", _codes),
    "quotations": ("kind record field language words {glosses} source", _quotations),
}
"""The headings of each table, and what gives its rows."""
