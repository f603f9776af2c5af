"""A table as Parquet, its columns of the types that the table declares."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from atlas.site.dataset.table import Column, Type, Value

_TYPES: Mapping[Type, pa.DataType] = {
    Type.TEXT: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.DAY: pa.date32(),
}


def write(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> bytes:
    """The table; the same rows give the same bytes."""
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [
        pa.array(cells, _TYPES[column.type]) for column, cells in zip(columns, values, strict=True)
    ]
    schema = pa.schema(
        pa.field(column.name, _TYPES[column.type], nullable=not column.required)
        for column in columns
    )
    file = io.BytesIO()
    pq.write_table(pa.table(arrays, schema=schema), file, compression="zstd")
    return file.getvalue()
