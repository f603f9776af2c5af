"""Writes the files of the data set: each table in its formats, and all of them as one database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from atlas.pages import data_files
from atlas.pages.data_files import DATABASE, RECORDS, SQLITE, DataSet, Format
from atlas.site.dataset import csv_file, geojson, parquet_file, record_lines
from atlas.site.dataset.database import Database
from atlas.site.dataset.table import Column, TableSource, Value
from atlas.site.dataset.tables import TABLES

Written = tuple[DataSet, Format, bytes]
Writer = Callable[[Sequence[Column], Sequence[Sequence[Value]]], bytes]


def write(source: TableSource) -> Iterator[Written]:
    """Every file to take home, table by table; the same records give the same bytes."""
    present = {one.name: one for one in data_files.present(source.atlas)}
    with Database() as database:
        for table in TABLES.values():
            columns, rows = table.flat_columns(source), list(table.flat_rows(source))
            database.add(table, columns, rows)
            if table.name in present:
                data = present[table.name]
                for format_ in data.formats:
                    write_table = _WRITERS.get((data.name, format_)) or _WRITERS["", format_]
                    yield data, format_, write_table(columns, rows)
        database.add_search()
        yield DATABASE, SQLITE, database.content()
    [json_lines] = RECORDS.formats
    yield RECORDS, json_lines, record_lines.write(source.records)


def _write_lines(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> bytes:
    """A row as an object of JSON, without what is not known."""
    names = [column.name for column in columns]
    known = (
        {
            name: value if isinstance(value, str | int | float) else str(value)
            for name, value in zip(names, row, strict=True)
            if value is not None
        }
        for row in rows
    )
    return "".join(map(record_lines.line, known)).encode()


_WRITERS: Mapping[tuple[str, Format], Writer] = {
    ("", data_files.CSV): csv_file.write,
    ("", data_files.PARQUET): parquet_file.write,
    ("", data_files.JSON_LINES): _write_lines,
    ("places", data_files.GEOJSON): geojson.write_places,
    ("ties", data_files.GEOJSON): geojson.write_ties,
}
"""What writes a table in a format, by the table's name where that is for it alone."""
