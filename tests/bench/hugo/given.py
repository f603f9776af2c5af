"""What Hugo is given of our site: addresses, titles, maps, and which rows stand where."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.output import is_embed

JOINED = ("actors", "places", "themes", "sources", "countries", "goals")
"""The sections whose pages Hugo makes from records, as it does those of the cooperations."""

_TITLES = (
    re.compile(r'<meta property="og:title" content="([^"]*)"'),
    re.compile(r"<title>(.*?)</title>", re.DOTALL),
)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_MOVED = re.compile(r'http-equiv="refresh"')
_LINK = re.compile(r'href="([^"#]*)(?:#[^"]*)?"')
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_BODY = re.compile(r"(<tbody\b[^>]*>)(.*?)(?=</tbody>|</table>)", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?(?=<tr\b|\Z)", re.DOTALL)
_SHOWN = (
    *(r'<div class="atlas-map"[^>]*>', r'<svg class="atlas-still".*?</svg>'),
    *(r"<template>.*?</template>", r"<fieldset\b.*?</fieldset>"),
    *(r'<ul class="atlas-legend">.*?</ul>', r'<details class="atlas-unpinned".*?</details>'),
)
_PICTURE = re.compile("|".join(_SHOWN), re.DOTALL)
"""Maps and what belongs to them."""

_FURTHER = re.compile(r"page-\d+")
_ASKING = "<details"


@dataclass(frozen=True, slots=True)
class GivenTable:
    """A table's head, as HTML, and its rows.

    A row that Hugo joins is `c:<cooperation>` or `t:<pair of a tie>:<whose page, or ->:<"?" if it
    asks whether it is right>`; another is HTML.
    """

    head: str
    rows: list[str]


@dataclass(frozen=True, slots=True)
class GivenPage:
    """A page of our site. `layout` says how Hugo makes it; `pieces` are what stands around its
    tables where it is not made from records, and else what it shows beside them."""

    address: str
    layout: str
    section: str
    id: str
    title: str
    description: str
    heading: str
    tables: list[GivenTable]
    pieces: list[str]
    target: str = ""


def pages(
    site: Path, prefix: str, prefixes: Collection[str], pairs: Collection[str]
) -> list[GivenPage]:
    """Every page of a language, whose `prefix` is its folder; `prefixes` are those of all.

    `pairs` are those of the ties that registers list.
    """
    root = site / prefix
    others = {site / one for one in prefixes if one and one != prefix}
    files = sorted(root.rglob("index.html"))
    return [
        _page(file.parent.relative_to(root), file.read_text("utf-8"), pairs)
        for file in files
        if (prefix or not others.intersection(file.parents)) and not is_embed(file)
    ]


def _page(path: Path, text: str, pairs: Collection[str]) -> GivenPage:
    parts = path.parts
    address = "".join(f"{part}/" for part in parts)
    section, id_ = (parts[0], parts[1]) if len(parts) == 2 else ("", "")
    title = html.unescape(next(filter(None, (_first(each, text) for each in _TITLES)), ""))
    heading = _first(_HEADING, text)
    if _MOVED.search(text):
        *_, target = _LINK.findall(text)
        return GivenPage(address, "moved", section, id_, title, "", heading, [], [], target)
    article = _first(_ARTICLE, text)
    description = html.unescape(_first(_DESCRIPTION, text))
    if section == "cooperations" and not _FURTHER.fullmatch(id_):
        layout, tables, pieces = "cooperation", [], _PICTURE.findall(article)
    elif section in JOINED and not _FURTHER.fullmatch(id_):
        layout, pieces = "listing", _PICTURE.findall(article)
        tables = [_table(one[0], id_, pairs) for one in _TABLE.finditer(article)]
    else:
        layout = "given"
        tables, pieces = _around(article.partition("</h1>")[2], id_, pairs)
    return GivenPage(address, layout, section, id_, title, description, heading, tables, pieces)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _table(table: str, own: str, pairs: Collection[str]) -> GivenTable:
    body = _BODY.search(table)
    if body is None:
        return GivenTable(table.partition(">")[2].removesuffix("</table>"), [])
    head = table[: body.start(2)].partition(">")[2]
    return GivenTable(head, [_row(row, own, pairs) for row in _ROW.findall(body[2])])


def _around(article: str, own: str, pairs: Collection[str]) -> tuple[list[GivenTable], list[str]]:
    """The bodies of tables that Hugo joins, and what stands before, between and after them."""
    tables, pieces, at = [], [], 0
    for body in _BODY.finditer(article):
        rows = [_row(row, own, pairs) for row in _ROW.findall(body[2])]
        if any(not row.startswith("<") for row in rows):
            pieces.append(article[at : body.start(2)])
            tables.append(GivenTable("", rows))
            at = body.end(2)
    return tables, [*pieces, article[at:]]


def _row(row: str, own: str, pairs: Collection[str]) -> str:
    """What tells Hugo which row it is."""
    ends = list(dict.fromkeys(_ends(row)))
    if ends and ends[0][0] == "cooperations":
        return f"c:{ends[0][1]}"
    towns = [id_ for section, id_ in ends if section in ("places", "actors")]
    for ids, whose in ((towns[:2], "-"), ([own, *towns[:1]], own)):
        pair = "-".join(sorted(ids))
        if len(ids) == 2 and pair in pairs:
            return f"t:{pair}:{whose}:{'?' if _ASKING in row else ''}"
    return row


def _ends(row: str) -> Iterator[tuple[str, str]]:
    """Section and id of what a row's links lead to."""
    for link in _LINK.findall(row):
        parts = link.strip("/").split("/")
        if len(parts) > 1:
            yield parts[-2], parts[-1]
