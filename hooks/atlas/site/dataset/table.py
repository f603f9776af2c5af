"""What a table is: its columns, each with its type and its meaning, its key and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import cached_property, partial

from pydantic import BaseModel

from atlas.graph.edition import Edition, Text
from atlas.graph.relate import Atlas
from atlas.model import (
    Actor,
    Moment,
    Place,
    Record,
    Records,
    Theme,
    fields,
    first_day,
    kinds,
    last_day,
    write_edtf,
)
from atlas.pages.page import PageContext, SiteInfo

Value = str | float | date | None
"""What stands in a cell, whatever the format; None is what is not recorded."""


Cells = tuple[str, str]
"""Codes with blanks between, and their names with semicolons between."""


class Type(Enum):
    """What the values of a column are. The last two stand for several columns (`flat_columns`)."""

    TEXT = auto()
    INTEGER = auto()
    NUMBER = auto()
    """Also given as the text of a record, in digits."""
    BOOLEAN = auto()
    DAY = auto()
    MOMENT = auto()
    """A date to its own precision: in EDTF, with the first and the last day that it may be."""
    BY_LANGUAGE = auto()
    """A text for each language of the site."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `refers_to` is the table whose key its values are; where `required`, there is
    always a value."""

    name: str
    description: str
    type: Type = Type.TEXT
    refers_to: str = ""
    required: bool = False


_TYPES = {
    **dict.fromkeys((kinds.WHOLE, kinds.YEAR, kinds.GOAL), Type.INTEGER),
    **dict.fromkeys((kinds.AMOUNT, kinds.PERCENT, kinds.DEGREES), Type.NUMBER),
    kinds.TRUTH: Type.BOOLEAN,
    kinds.DAY: Type.DAY,
    kinds.DATE: Type.MOMENT,
}


def columns_of(model: type[BaseModel], names: str) -> tuple[Column, ...]:
    """The columns for fields of `model`, by their `names` with blanks between: what they are, the
    model says. A list stands in one cell, and so refers to no table."""
    return tuple(map(partial(_column_of, model), names.split()))


def _column_of(model: type[BaseModel], name: str) -> Column:
    content = fields.content(model, name)
    if content.is_list:
        return Column(name, content.description)
    type_ = _TYPES.get(content.kind, Type.TEXT) if content.kind else Type.TEXT
    return Column(name, content.description, type_, content.folder)


@dataclass(frozen=True)
class TableSource:
    """What tables are made of: the atlas in English, for names, and its site."""

    english: Edition
    info: SiteInfo
    languages: tuple[str, ...]

    @classmethod
    def of(cls, context: PageContext) -> TableSource:
        """That of the site of a context, in whatever language; names are in English where there
        are any."""
        spoken = tuple(one.code for one in context.edition.languages)
        return cls(Edition.in_english(context.edition.atlas), context.site, spoken)

    @property
    def atlas(self) -> Atlas:
        """The records, related."""
        return self.english.atlas

    @cached_property
    def records(self) -> Records:
        """The records; what is asked of each is noted, as it is of the atlas."""
        return self.english.atlas.records

    def text(self, texts: Mapping[str, str] | None) -> Text:
        """A text in English, else in the first language there is; "" for none."""
        return self.english.text(texts) if texts else Text("", "", False)

    def countries(self, codes: Iterable[str]) -> Cells:
        """Codes of countries in a cell, and their names in another."""
        return join(codes, self.english.language.country)

    def called(self, records: Mapping[str, Actor | Place | Theme], ids: Iterable[str]) -> Cells:
        """Ids of records in a cell, and their names in another."""
        return join(ids, lambda id_: self.text(records[id_].names).text)

    def page(self, kind: type[Record], id_: str) -> str:
        """The address of a record's page, in the language of the site's root."""
        return f"{self.info.url}{self.english.path(kind.folder, id_)}"


def join(codes: Iterable[str], name: Callable[[str], str]) -> Cells:
    """Codes in a cell with blanks between, and in another their names with semicolons between."""
    codes = list(codes)
    return " ".join(codes), "; ".join(map(name, codes))


Rows = Callable[[TableSource], Iterator[Sequence[object]]]
"""Gives the rows of a table: a value for each column as it is declared."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name. `key` are the columns that tell its rows apart, if any do; `rows` come
    in the order of the ids of the records."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: Rows
    key: tuple[str, ...] = ()

    def flat_columns(self, source: TableSource) -> list[Column]:
        """The columns as files have them, each with one value: two more behind each date."""
        return [flat for column in self.columns for flat in _flatten(column, source.languages)]

    def flat_rows(
        self, source: TableSource, rows: Iterable[Sequence[object]] | None = None
    ) -> Iterator[list[Value]]:
        """All rows, or these, as files have them: a value or None for each of the flat columns."""
        spread = [_SPREAD.get(column.type) for column in self.columns]
        for row in self.rows(source) if rows is None else rows:
            flat: list[Value] = []
            for values, value in zip(spread, row, strict=True):
                if values is not None:
                    flat += values(value, source.languages)
                else:  # nearly always, so without a call
                    flat.append(str(value) if value else None)
            yield flat


def _flatten(column: Column, languages: Sequence[str]) -> Iterator[Column]:
    about = column.description.removesuffix(".")
    if column.type is Type.BY_LANGUAGE:
        for code in languages:
            name, description = f"{column.name}_{code}", f"{about}, in the language {code}."
            yield replace(column, name=name, description=description, type=Type.TEXT)
        return
    if column.type is not Type.MOMENT:
        yield column
        return
    yield replace(column, description=f"{about} (EDTF).", type=Type.TEXT)
    for name, which in (("earliest", "first"), ("latest", "last")):
        description = f"{about}: the {which} day that it may be."
        yield Column(f"{column.name}_{name}", description, Type.DAY)


def _plain(value: object, _: Sequence[str]) -> list[Value]:
    return [value]  # type: ignore[list-item]  # numbers, truths and days, as the column says


def _number(value: object, _: Sequence[str]) -> list[Value]:
    if isinstance(value, str):
        return [int(value) if value.isdecimal() else float(value)]
    return _plain(value, _)


def _moment(value: object, _: Sequence[str]) -> list[Value]:
    if value is None:
        return [None, None, None]
    moment: Moment = value  # type: ignore[assignment]  # as the column says
    return [write_edtf(moment), first_day(moment), last_day(moment)]


def _by_language(value: object, languages: Sequence[str]) -> list[Value]:
    texts: Mapping[str, str] = value or {}  # type: ignore[assignment]  # as the column says
    return [texts.get(code) for code in languages]


_SPREAD: Mapping[Type, Callable[[object, Sequence[str]], list[Value]]] = {
    Type.INTEGER: _plain,
    Type.NUMBER: _number,
    Type.BOOLEAN: _plain,
    Type.DAY: _plain,
    Type.MOMENT: _moment,
    Type.BY_LANGUAGE: _by_language,
}
"""What makes the flat values of a cell, by the column's type. All else is a text, where "" says
that there is none, as None does."""
