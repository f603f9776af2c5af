"""All tables as one SQLite database, with keys, indexes, and names to search in any language."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self

from atlas.site.dataset.table import Column, Table, Type, Value

_TYPES: Mapping[Type, str] = {
    Type.TEXT: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.BOOLEAN: "INTEGER",
    Type.DAY: "TEXT",
}
"""SQLite has neither truths, which are 0 and 1, nor days, which are texts in ISO 8601."""

_APPLICATION = 0x41544C53
"""«ATLS»: says to `file` and the like whose database it is (PRAGMA application_id)."""

_INDEXED = frozenset({"wikidata", "a_country", "b_country"})
"""What rows are looked for by, beside keys and what refers to them."""

_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  name, folded, kind UNINDEXED, record UNINDEXED, language UNINDEXED,
  content = names, tokenize = 'unicode61 remove_diacritics 2'
)
"""
"""Finds names as they are written, and as they are folded; it holds an index alone."""


class Database:
    """A database in memory, to be filled table by table. The same rows give the same bytes."""

    def __enter__(self) -> Self:
        """Begin an empty one."""
        self._made = sqlite3.connect(":memory:", isolation_level=None)
        self._made.execute("PRAGMA page_size = 4096")
        self._made.execute("PRAGMA encoding = 'UTF-8'")
        self._made.execute("PRAGMA auto_vacuum = NONE")
        self._made.execute(f"PRAGMA application_id = {_APPLICATION}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of it."""
        self._made.close()

    def add(self, table: Table, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
        """Add a table with its rows. What it refers to may be added before or after."""
        name = sql_name(table.name)
        defined = [_define(column) for column in columns]
        if table.key:
            defined.append(f"PRIMARY KEY ({', '.join(map(_quote, table.key))})")
        self._made.execute(f"CREATE TABLE {_quote(name)} ({', '.join(defined)})")
        places = ", ".join("?" * len(columns))
        days = [at for at, column in enumerate(columns) if column.type is Type.DAY]
        with self._made:
            self._made.execute("BEGIN")
            self._made.executemany(
                f"INSERT INTO {_quote(name)} VALUES ({places})",  # noqa: S608 - a table of ours
                (_bind(row, days) for row in rows),
            )
        for column in columns:
            if column.name in _INDEXED or (column.refers_to and (column.name,) != table.key):
                self._made.execute(
                    f"CREATE INDEX {_quote(f'{name}_{column.name}')}"
                    f" ON {_quote(name)} ({_quote(column.name)})"
                )

    def add_search(self) -> None:
        """Make the names that were added searchable: `SELECT * FROM search('tanger')`."""
        self._made.execute(_SEARCH)
        self._made.execute("INSERT INTO search (search) VALUES ('rebuild')")

    def content(self) -> bytes:
        """The file, without a free page."""
        self._made.execute("VACUUM")
        return self._made.serialize()


def sql_name(table: str) -> str:
    """What a table is called in SQL: `place_codes`."""
    return table.replace("-", "_")


def _define(column: Column) -> str:
    refers = f" REFERENCES {_quote(sql_name(column.refers_to))} (id)" if column.refers_to else ""
    needed = " NOT NULL" if column.required else ""
    return f"{_quote(column.name)} {_TYPES[column.type]}{needed}{refers}"


def _quote(name: str) -> str:
    return f'"{name}"'


def _bind(row: Sequence[Value], days: Sequence[int]) -> Sequence[Value]:
    """A row as SQLite takes it."""
    bound = list(row)
    for at in days:
        bound[at] = day.isoformat() if (day := bound[at]) is not None else None  # type: ignore[union-attr]  # as the column says
    return bound
