"""All files of a register as an import leaves them, and which of them change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlas.files import formatter
from atlas.files.atomic_write import Change
from atlas.files.register_lists import DIRECTIONS, QUESTIONS, REFUSED
from atlas.files.registers import ABOUT
from atlas.imports import dates, questions, register_rows
from atlas.imports.existing import Existing
from atlas.imports.importer import ImportOutcome, Settings
from atlas.imports.listed_rows import ListedRow
from atlas.model.vocabulary.registers import StatedBy


@dataclass(frozen=True)
class Input:
    """A file that was read: its name, the digest of what it held, and its rows."""

    file: str
    sha256: str
    rows: Sequence[ListedRow]

    @staticmethod
    def of(path: Path, rows: Sequence[ListedRow]) -> Input:
        """The file at `path`, of which these rows were read."""
        return Input(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), rows)


@dataclass(frozen=True)
class Description:
    """What a person says of the list as a whole; empty is what is not said."""

    licence: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = "en"
    columns: Mapping[str, str] = field(default_factory=dict)


def count(outcome: ImportOutcome, inputs: Sequence[Input]) -> dict[str, int]:
    """What came of the rows, as `register.yml` says it."""
    stated = [cells["stated_by"] for cells in outcome.rows.ties.values()]
    return {
        "rows": sum(len(each.rows) for each in inputs),
        "ties": len(outcome.rows.ties),
        "places": len({cells[end] for cells in outcome.rows.ties.values() for end in "ab"}),
        "merged": outcome.merged,
        "both": stated.count(StatedBy.BOTH),
        "refused": len(outcome.refused),
        "asked": sum(not question.answer for question in outcome.questions),
    }


def write_files(
    outcome: ImportOutcome,
    existing: Existing,
    inputs: Sequence[Input],
    settings: Settings,
    description: Description,
) -> dict[str, str]:
    """Every file of the register by its name in the folder."""
    before = existing.about
    tables = register_rows.write_tables(outcome.rows, outcome.countries)
    last = max(settings.as_of, str(before.get("as_of") or settings.as_of), key=dates.date_key)
    about: dict[str, Any] = {
        "licence": description.licence or before.get("licence"),
        "as_of": last,
        "points": str(settings.points),
        "form": settings.form,
        "query": next((path.name for path in sorted(existing.folder.glob("*.rq"))), None),
        "columns": dict(description.columns) or before.get("columns"),
        "input": sorted(
            ({"file": one.file, "sha256": one.sha256, "rows": len(one.rows)} for one in inputs),
            key=lambda one: str(one["file"]),
        ),
        "counts": count(outcome, inputs),
    }
    files = {one.file for one in inputs}
    refused = [one for one in existing.refused if one.file not in files]
    refused += [*outcome.refused, *outcome.left_out]
    return {
        **tables,
        REFUSED: questions.write(refused, REFUSED),
        QUESTIONS: questions.write(outcome.questions, QUESTIONS),
        DIRECTIONS: register_rows.write_directions(outcome.rows),
        ABOUT: register_rows.write_about(about, tables),
    }


def write_source(id_: str, settings: Settings, description: Description) -> str:
    """The record of the source that a register is, where there is none yet."""
    fields = {
        "title": {"lang": description.language, "text": description.title or id_},
        "publisher": description.publisher,
        "language": description.language,
        "url": description.url,
        "accessed": settings.as_of,
    }
    return formatter.dump({name: value for name, value in fields.items() if value}, "sources")


def find_changes(
    files: Mapping[str, str], existing: Existing, source: str | None
) -> Iterable[Change]:
    """What is written, and what goes: files whose text stays the same are left alone."""
    for name in sorted({*files, *existing.texts}):
        before, after = existing.texts.get(name), files.get(name)
        if before != after:
            yield Change(existing.folder / name, before, after)
    if source is not None and not existing.has_source:
        path = existing.folder.parents[1] / "sources" / f"{existing.id}.yml"
        yield Change(path, None, source)
