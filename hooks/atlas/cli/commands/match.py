"""`atlas match`: which towns of somebody's list the atlas has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import click

from atlas.checks.borders import Borders
from atlas.cli import localized, table_options
from atlas.cli.options import DATA, LANG
from atlas.files.outlines import read_borders
from atlas.i18n.languages import Language
from atlas.i18n.messages import Message, msg
from atlas.imports import existing, town_lists
from atlas.imports.claims import Judge
from atlas.imports.matching import Like, Match, Matcher
from atlas.model.vocabulary.likeness import Outcome
from atlas.model.vocabulary.registers import Points
from atlas.site import csv_table

COLUMNS = ("atlas_id", "atlas_name", "atlas_why", "atlas_km", "atlas_others")
"""What stands behind the columns of the list."""

_NEGATIVE = re.compile(r"-\d{1,15}(\.\d{1,15})?")
"""A number, such as a longitude, that would pass for a formula if it were a text."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@DATA
@LANG
@click.option(
    "--output",
    type=click.File("wb", lazy=True, atomic=True),
    default="-",
    help="A file for the result, which is printed otherwise.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEADING",
    help="The heading of a column that is not recognised, such as name=Town. Repeatable.",
)
@table_options.ENCODING
def match(
    file: Path, data: Path, output: BinaryIO, columns: tuple[str, ...], encoding: str | None
) -> None:
    """Say which towns of a list the atlas has, and why.

    FILE is CSV, TSV or XLSX with a town in each row: its name and country, or its Wikidata id, and
    its latitude and longitude where they are known. The same list comes out as CSV, with the id and
    the name of the place that each town is, why it is that one, how far its point lies off, and the
    ids of others that are like it.
    """
    towns = town_lists.read(file, table_options.read_columns(columns), encoding)
    table_options.echo_encoding(file.name, towns.encoding)
    data = data.resolve()
    judge = Judge(Borders(read_borders(data)), Points.SOURCE, {})
    matcher = Matcher(existing.read_places(data), judge)
    matches = [matcher.match(town.end) for town in towns.rows]
    language = Language(localized.find_language(), "")
    rows = [
        [*map(_value, town.cells), *_describe(found, language)]
        for town, found in zip(towns.rows, matches, strict=True)
    ]
    text = csv_table.write([[*towns.headings, *COLUMNS], *rows])
    output.write(text.encode())
    localized.echo(_count(matches), err=True)


def _count(matches: Sequence[Match]) -> Message:
    counts = Counter(one.outcome for one in matches)
    return msg(
        "Rows: {all}. In the atlas: {found}; perhaps: {offered}; not: {none}.",
        all=str(len(matches)),
        found=str(counts[Outcome.FOUND]),
        offered=str(counts[Outcome.OFFERED]),
        none=str(counts[Outcome.NONE]),
    )


def _value(text: str) -> str | float:
    return float(text) if _NEGATIVE.fullmatch(text) else text


def _describe(found: Match, language: Language) -> Iterator[str | float]:
    """The cells behind a row of the list."""
    one = found.found
    yield one.place.id if one else ""
    yield one.place.name if one else ""
    yield _say_why(found, language)
    yield one.km if one and one.km is not None else ""
    yield "; ".join(f"{each.place.id} ({_explain(each, language)})" for each in found.others)


def _say_why(found: Match, language: Language) -> str:
    if found.found:
        return _explain(found.found, language)
    return language.gettext((found.refusal or found.outcome).label)


def _explain(one: Like, language: Language) -> str:
    """What a town has in common with a place."""
    km = language.number(Decimal(str(one.km or 0)))
    return language.gettext(one.why.label).replace("{km}", km)
