"""Keeps the files of units between builds, each with what was asked of the atlas to make it.

The folder holds `index.jsonl`, made anew by each build, and the files by the digest of what is in
them; a share of a build has an index of its own, `index-2.jsonl`, until a whole build takes its
place. Such folders may be put together, and deleted at any time. A file that is not what its
digest says is not used, and a unit that lacks one is made again; of an index that another engine or
other settings made nothing is used.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import shutil
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from atlas.files import whole_file
from atlas.graph.watched import Question, Readings
from atlas.pages.search_record import SearchRecord
from atlas.site.unit_builder import BuiltUnit
from atlas.site.units import Unit

_INDEX = "index.jsonl"
_INDEXES = "index*.jsonl"
_FILES = "files"


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A unit whose files are kept: their digests by path from the root of the site.

    `searched` is the digest of the file with what the search index is to hold of it; the rest is as
    of a BuiltUnit.
    """

    unit: Unit
    files: dict[str, str]
    shared: dict[str, str]
    addresses: list[str]
    searched: str
    asked: Collection[Question]


class _Numbers(dict[Question, int]):
    """Gives each question a number when it first comes."""

    def __missing__(self, question: Question) -> int:
        self[question] = number = len(self)
        return number


class UnitStore:
    """A folder of units.

    Only units of the same `key` are found, which tells apart all that units are made of beside
    what they ask.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder, self._key = folder, key
        self._files = f"{folder}/{_FILES}"
        self._units: list[tuple[KeptUnit, array[int]]] = []
        self._numbers = _Numbers()

    def find(self, units: Sequence[Unit], readings: Readings) -> dict[Unit, KeptUnit]:
        """Those of `units` that were kept and to whose questions `readings` has the same answers
        today."""
        found: dict[Unit, KeptUnit] = {}
        for file in sorted(self._folder.glob(_INDEXES)):
            with (
                suppress(OSError, ValueError, LookupError, TypeError, StopIteration),
                file.open(encoding="utf-8") as index,
            ):
                found.update(self._read(index, readings))
        return {one: found[one] for one in units if one in found and self._is_whole(found[one])}

    def _read(self, index: Iterator[str], readings: Readings) -> dict[Unit, KeptUnit]:
        """The units of an index which would be the same today; those of another key are none."""
        if json.loads(next(index)) != self._full_key(readings):
            return {}
        questions: list[Question] = []
        changed = set()
        for line in itertools.islice(index, json.loads(next(index))):
            name, key, answer = json.loads(line)
            if readings.digest((name, key)) != answer:
                changed.add(len(questions))
            questions.append((name, key))
        found = (_parse(json.loads(line), questions, changed) for line in index)
        return {one.unit: one for one in found if one}

    def keep(self, unit: Unit, built: BuiltUnit) -> KeptUnit:
        """Keep the files of a unit. Raises OSError where they cannot be written."""
        searched: dict[str, list[Any]] = {}
        for code, address, record in built.searched:
            searched.setdefault(code, []).append((address, _fields(record)))
        lines = [json.dumps(line, ensure_ascii=False) for line in searched.items()]
        return KeptUnit(
            unit,
            {path: self._put(content) for path, content in built.files.items()},
            {path: self._put(content) for path, content in built.shared.items()},
            built.addresses,
            self._put("\n".join(lines).encode()),
            sorted(built.asked),
        )

    def add(self, unit: KeptUnit) -> None:
        """Count a unit to the present build."""
        # Units ask much the same: by number a question takes a fiftieth of the memory.
        asked = array("I", map(self._numbers.__getitem__, unit.asked))
        self._units.append((replace(unit, asked=()), asked))

    def link(self, digest: str, file: Path) -> None:
        """Put a kept file into a site; it is one file on the disk if that can be."""
        try:
            os.link(self._file(digest), file)
        except FileExistsError:
            file.unlink()
            self.link(digest, file)
        except OSError:
            shutil.copyfile(self._file(digest), file)

    def list_searched(self, language: str) -> Iterator[tuple[str, SearchRecord]]:
        """Address from the root of the site and record of each page of this build in a language
        that is searched."""
        head = f'["{language}",'
        for unit, _ in self._units:
            for line in self._file(unit.searched).read_text("utf-8").split("\n"):
                if line.startswith(head):
                    for address, fields in json.loads(line)[1]:
                        fields["filters"] = tuple(map(tuple, fields["filters"]))
                        yield address, SearchRecord(**fields)

    def save(self, readings: Readings) -> None:
        """Write the index of the units of this build, which is a whole one, and delete what no unit
        needs any more, indexes of shares too."""
        self._write_index(_INDEX, readings)
        for file in self._folder.glob(_INDEXES):
            if file.name != _INDEX:
                file.unlink(missing_ok=True)
        self._sweep()

    def save_share(self, number: int, readings: Readings) -> None:
        """Write the index of the units of this build, which is the share of a number; all else
        stays."""
        self._write_index(f"index-{number}.jsonl", readings)

    def _write_index(self, name: str, readings: Readings) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        aside = self._folder / f"{name}.{os.getpid()}"
        with aside.open("w", encoding="utf-8") as index:
            print(json.dumps(self._full_key(readings)), file=index)
            print(len(self._numbers), file=index)
            for question in self._numbers:
                print(json.dumps([*question, readings.digest(question)]), file=index)
            for unit, numbers in self._units:
                print(_line(unit, numbers), file=index)
        aside.replace(self._folder / name)

    def _full_key(self, readings: Readings) -> list[str]:
        return [self._key, *(f"{name} {answer}" for name, answer in sorted(readings.fixed.items()))]

    def _file(self, digest: str) -> Path:
        return Path(f"{self._files}/{digest[:2]}/{digest[2:]}")

    def _put(self, content: bytes) -> str:
        digest = _digest(content)
        file = self._file(digest)
        if not self._holds(digest):  # what is there may be damaged, or be changed by hand
            whole_file.write(file, content)
        return digest

    def _is_whole(self, unit: KeptUnit) -> bool:
        """Whether all files of a unit are there, each as it was kept."""
        return all(map(self._holds, [*unit.files.values(), *unit.shared.values(), unit.searched]))

    def _holds(self, digest: str) -> bool:
        """Whether the file of a digest is there, and is what the digest says."""
        try:
            with self._file(digest).open("rb", buffering=0) as file:
                return _digest(file.read()) == digest
        except (OSError, ValueError, TypeError):
            return False

    def _sweep(self) -> None:
        needed = {
            digest
            for unit, _ in self._units
            for digest in (*unit.files.values(), *unit.shared.values(), unit.searched)
        }
        for folder in (self._folder / _FILES).iterdir():
            for file in folder.iterdir():
                if folder.name + file.name not in needed:
                    file.unlink()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _line(unit: KeptUnit, asked: Iterable[int]) -> str:
    parts = [*unit.unit], unit.files, unit.shared, unit.addresses, unit.searched
    return json.dumps([*parts, [*asked]], ensure_ascii=False)


def _fields(record: SearchRecord) -> dict[str, Any]:
    """The fields of a record, as `dataclasses.asdict` gives them but not copied."""
    return {one.name: getattr(record, one.name) for one in fields(record)}


def _parse(line: Any, questions: Sequence[Question], changed: Set[int]) -> KeptUnit | None:
    """The unit of a line of the index; None if what it was made of has changed."""
    (kind, id_), files, shared, addresses, searched, asked = line
    if not changed.isdisjoint(asked):
        return None
    return KeptUnit(
        Unit(kind, id_), files, shared, addresses, searched, [questions[at] for at in asked]
    )
