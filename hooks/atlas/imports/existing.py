"""What a data folder knows before an import: places, the register's own rows, answers, removals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from atlas.checks import ledgers
from atlas.checks.registers import OVERRIDES, find_changed
from atlas.checks.schema_errors import validate
from atlas.files import atomic_write, reader, record_files, registers
from atlas.files.document import Document
from atlas.files.register_lists import QUESTIONS, REFUSED
from atlas.files.register_tables import JOINT, NAME, PLACES
from atlas.files.registers import ABOUT, RegisterFiles
from atlas.i18n.problem import Problem
from atlas.imports import register_rows
from atlas.imports.nearness import Point
from atlas.imports.place_rows import Cells
from atlas.imports.questions import Question, Refused, find_unanswered
from atlas.imports.register_rows import RegisterRows
from atlas.imports.towns import Known
from atlas.lookup.aliases import titles
from atlas.model.vocabulary.registers import Licence


@dataclass
class Existing:
    """What is known before an import into the register `id`, which lies in `folder`.

    `about` is what stands in its `register.yml`, `texts` what its files hold, by name. `taken` are
    ids that no new place may have, `former` those that records had before, with today's, `removed`
    folders and ids of what stays away. `language` is that of its record as a source.
    """

    id: str
    folder: Path
    about: dict[str, Any] = field(default_factory=dict)
    rows: RegisterRows = field(default_factory=RegisterRows)
    texts: dict[str, str] = field(default_factory=dict)
    known: list[Known] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    former: dict[str, str] = field(default_factory=dict)
    removed: set[tuple[str, ...]] = field(default_factory=set)
    questions: list[Question] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    has_source: bool = False
    language: str = ""


def read(data: Path, id_: str) -> tuple[Existing, list[Problem]]:
    """What an import into the register `id_` has to know, and what it must not write over."""
    found = Existing(id_, data / record_files.REGISTERS / id_)
    with atomic_write.unchanging(data):
        documents, _ = reader.read(data)
        tables, unread = registers.read(data)
        listed, _ = reader.read_ledgers(data)
    found.removed = _list_removed(listed)
    for source in (one for one in documents if (one.folder, one.id) == ("sources", id_)):
        found.has_source = True
        found.language = str((source.value or {}).get("language") or "")
    places = [document for document in documents if document.folder == PLACES]
    found.taken = {name for one in places for name in (one.id, *one.previous_ids)}
    found.former = _list_former(places)
    found.known = list(_know_places(places, tables))
    has_rows = any(files.rows for files in tables if files.id == id_)
    is_new = not has_rows and not (found.folder / ABOUT).exists()
    name = f"{data.name}/{record_files.REGISTERS}/{id_}/{ABOUT}"
    problems = [problem for problem in unread if not (is_new and problem.file == name)]
    for files in tables:
        if files.id == id_:
            found.about = dict(files.about.value or {})
            found.rows = register_rows.read_rows(files)
            problems.extend(_judge(files))
            found.texts = _read_texts(found.folder, (ABOUT, *files.digests, *files.lists))
            found.refused = [Refused(**row.cells) for row in files.lists.get(REFUSED, ())]
            found.questions = [Question(**row.cells) for row in files.lists.get(QUESTIONS, ())]
            problems.extend(find_unanswered(files.lists.get(QUESTIONS, ())))
    return found, sorted(problems)


def _judge(files: RegisterFiles) -> list[Problem]:
    """What is wrong with `register.yml`, but for a licence, which an import may still be told; and
    with tables that are not those of which it tells."""
    about = files.about
    if not about.sound:
        return []  # what cannot be read has been told
    licensed = {**(about.value or {}), "licence": str(Licence.CC0)}
    register, problems = validate.register(replace(about, value=licensed))
    return [*problems, *(find_changed(files, register.tables) if register else ())]


def _read_texts(folder: Path, names: Iterable[str]) -> dict[str, str]:
    paths = {name: folder / name for name in names}
    return {
        name: path.read_bytes().decode("utf-8-sig")
        for name, path in paths.items()
        if path.is_file()
    }


def read_places(data: Path) -> list[Known]:
    """Every place that has a record, or a row in a register; but for what was taken out."""
    with atomic_write.unchanging(data):
        documents, _ = reader.read(data)
        tables, _ = registers.read(data)
        listed, _ = reader.read_ledgers(data)
    removed = _list_removed(listed)
    places = [one for one in documents if one.folder == PLACES]
    return [one for one in _know_places(places, tables) if (PLACES, one.id) not in removed]


def _list_removed(listed: list[Document]) -> set[tuple[str, ...]]:
    """Folders and ids of what the ledgers `listed` say was taken out."""
    return {one.key for one in ledgers.check(listed)[0].removed}


def _list_former(places: Iterable[Document]) -> dict[str, str]:
    return {former: document.id for document in places for former in document.previous_ids}


def _know_places(places: Sequence[Document], tables: Iterable[RegisterFiles]) -> Iterator[Known]:
    """The places that have records or rows, each once, as far as those say where they lie."""
    records = {document.id: document for document in places}
    former = _list_former(places)
    for files in tables:
        for id_, cells in register_rows.TableRows(files.places).items():
            today = former.get(id_, id_)
            known = replace(_know_row(cells, files.id), id=today)
            record = records.pop(today, None)
            if record and (record.value or {}).get(OVERRIDES) != files.id:
                known = replace(known, register="")  # the record takes the place of the row
            yield _override(known, record) if record else known
    for document in records.values():
        known = _override(Known(document.id, "", frozenset(), ()), document)
        if known.names and known.countries:
            yield known


def _know_row(cells: Cells, register_id: str) -> Known:
    names = {text for column, text in cells.items() if column.startswith(NAME)}
    names |= {cells["name"], *cells["as_stated"].split(JOINT)}
    return Known(
        cells["id"],
        cells["name"],
        frozenset(names - {""}),
        (cells["country"],),
        _read_point(cells),
        cells["wikidata"],
        register_id,
    )


def _override(known: Known, document: Document) -> Known:
    """What is known of a place with what its record says of it."""
    value = document.value or {}
    names = list(titles(document))
    countries = value.get("countries")
    return replace(
        known,
        name=known.name or next(iter(names), ""),
        names=known.names | frozenset(names),
        countries=tuple(map(str, countries)) if isinstance(countries, list) else known.countries,
        point=_read_point(value.get("coordinates")) or known.point,
        wikidata=str(value.get("wikidata") or known.wikidata),
    )


def _read_point(value: object) -> Point | None:
    try:
        return (float(value["lat"]), float(value["lon"])) if isinstance(value, dict) else None
    except (KeyError, TypeError, ValueError):
        return None
