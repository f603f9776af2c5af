"""What the files and their columns are, as a Data Package 2.0 (datapackage.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from atlas.graph.counts import FOLDER
from atlas.i18n.normalize import words
from atlas.model.vocabulary import Tier
from atlas.pages.data_files import CSV, GEOJSON, SQLITE
from atlas.site.dataset.licences import list_licences
from atlas.site.dataset.published_file import PublishedFile
from atlas.site.dataset.table import Column, Table, TableSource, Type
from atlas.site.dataset.tables import TABLES

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_TYPES: Mapping[Type, str] = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "number",
    Type.BOOLEAN: "boolean",
    Type.DAY: "date",
}

_FORMATS = (CSV, GEOJSON, SQLITE)
"""What is described: every table once, and what is more than one. To Frictionless, Parquet and JSON
Lines are tables as well; it has no sizes of the former, and reads the latter by a plugin alone."""

Fields = dict[str, object]


def write(source: TableSource, files: Iterable[PublishedFile]) -> bytes:
    """The descriptor of those of the files that are in _FORMATS; it lies beside them."""
    info, language = source.info, source.english.language.code
    name = info.names.get(language) or next(iter(info.names.values()))
    described: Fields = {
        "$schema": _PROFILE,
        "name": "-".join(word for word in words(name) if word.isascii()) or "atlas",
        "title": name,
        "description": info.descriptions.get(language, ""),
        "version": info.version,
        "homepage": info.url,
        "licenses": _licences(source, tuple(Tier)),
        "contributors": [{"title": info.author, "roles": ["creator"]}],
        "resources": [_resource(source, file) for file in files if file.format in _FORMATS],
    }
    known = {key: value for key, value in described.items() if value}
    return (json.dumps(known, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(source: TableSource, file: PublishedFile) -> Fields:
    """A file; a table in CSV with what its columns are."""
    data, format_ = file.data, file.format
    table = TABLES.get(data.name)
    described: Fields = {
        "name": data.name if format_ is CSV else f"{data.name}-{format_.ending}",
        "path": file.path.removeprefix(f"{FOLDER}/"),
        "title": f"{data.label} ({format_.name})",
        "description": table.description if table else "",
        "format": format_.ending,
        "mediatype": format_.media_type,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "licenses": _licences(source, data.tiers),
    }
    if table and format_ is CSV:
        described |= {"type": "table", "encoding": "utf-8", "schema": _schema(source, table)}
    return {key: value for key, value in described.items() if value != ""}


def _licences(source: TableSource, tiers: Sequence[Tier]) -> list[Fields]:
    return [
        {"name": one.value, "path": one.address}
        for one in list_licences(tiers, source.records.registers)
    ]


def _schema(source: TableSource, table: Table) -> Fields:
    columns = table.flat_columns(source)
    schema: Fields = {"fields": [_field(column) for column in columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [_foreign_key(column) for column in columns if column.refers_to]
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column) -> Fields:
    field: Fields = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
    }
    return {**field, "constraints": {"required": True}} if column.required else field


def _foreign_key(column: Column) -> Fields:
    return {
        "fields": [column.name],
        "reference": {"resource": column.refers_to, "fields": ["id"]},
    }
