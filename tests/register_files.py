"""Writes a register, as an import would, for tests that need one that says what they want."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from atlas.files import register_tables
from tests.site_languages import listed

Cells = Mapping[str, str]


def write(data: Path, id_: str, places: Iterable[Cells], ties: Iterable[Cells], about: str) -> Path:
    """Write `data/registers/<id>` with these rows, each table with what `about` says beside them,
    and the source of the same name.

    A tie whose first place is none of these says the `country` of that.
    """
    folder = data / "registers" / id_
    rows = {row["id"]: row for row in places}
    countries = {id_: row["country"] for id_, row in rows.items()}
    tables: dict[str, list[Cells]] = {}
    for row in rows.values():
        tables.setdefault(f"places/{row['country']}.csv", []).append(row)
    columns = dict.fromkeys(tables, register_tables.place_columns(listed()))
    for tie in ties:
        name = f"ties/{countries.get(tie['a']) or tie['country']}.csv"
        columns[name] = register_tables.tie_columns()
        tables.setdefault(name, []).append(tie)
    digests = []
    for name, of_table in sorted(tables.items()):
        content = register_tables.write(columns[name], of_table).encode()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        digests.append(f"  {name}: {hashlib.sha256(content).hexdigest()}\n")
    (folder / "register.yml").write_text(f"{about}tables:\n{''.join(digests)}", "utf-8")
    (data / "sources").mkdir(exist_ok=True)
    source = data / "sources" / f"{id_}.yml"
    if not source.exists():
        source.write_text(f"title: {{lang: en, text: List {id_}}}\nlanguage: en\n", "utf-8")
    return folder
