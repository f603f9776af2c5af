"""What texts of records hold, kept in a folder from one run to the next: most of the time of
reading is spent on finding that out.

Kept is what was read without any fault, with SHA-256 of its text, as JSON: it can hold nothing but
mappings, lists and texts, whoever wrote it. A file of it counts only whole, as its first line says,
and only for the code that wrote it; else it is as if there was none. To lose the folder costs time
alone. It must be this machine's own: who writes in it says what records hold (`of_project`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from atlas.files import fingerprint, git, strict_yaml, whole_file
from atlas.files.fault import Fault
from atlas.files.strict_yaml import Parsed
from atlas.files.workers import count, run

ROOT = Path(__file__).parents[3]
"""The project's own folder."""

CACHE, FOLDER = ".cache", "records"

SETTING = "ATLAS_CACHE"
"""The variable of the environment that names another folder than `.cache`."""

FEWEST = 500
"""Files for which one more process pays."""

SHELVES = 64
"""Files that share out what is kept: of many records one is written anew in no time."""

_READ_WITH = (("files",), ("PyYAML",))
"""The rooms and the packages on which depends what a text holds."""


class _Entry(NamedTuple):
    """SHA-256 of a text, what it holds, and by which judgement nothing is wrong with that."""

    digest: str
    value: dict[str, Any]
    proof: str = ""


_Entries = dict[str, _Entry]
"""By the name of the file."""


class ParsedTexts:
    """What texts hold, kept in `folder`; with None, not kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._shelves: dict[int, _Entries] = {}
        self._used: dict[int, _Entries] = {}

    def fill(self, files: Mapping[str, Callable[[], str]]) -> None:
        """Parse what is not kept of these files, given by their names and how to read their texts;
        in several processes at once where they are many. Each keeps other shelves."""
        if self._folder is None:
            return
        missing: dict[int, list[str]] = defaultdict(list)
        for name in files:
            if name not in self._open(number := _number(name)):
                missing[number].append(name)
        workers = count(sum(map(len, missing.values())) // FEWEST)
        if workers < 2:
            return
        numbers = sorted(missing)
        shares = [numbers[start::workers] for start in range(workers)]
        run([partial(self._fill, files, missing, share) for share in shares])
        for number in numbers:  # what the others have kept is read where it is asked for
            del self._shelves[number], self._used[number]

    def _fill(
        self,
        files: Mapping[str, Callable[[], str]],
        missing: Mapping[int, Sequence[str]],
        share: Iterable[int],
    ) -> None:
        for number in share:
            for name in missing[number]:
                with suppress(Fault, OSError):  # told where it is read
                    self.parse(name, files[name]())
            if self._used[number]:
                self._save(number, self._shelves[number] | self._used[number])

    @property
    def is_kept(self) -> bool:
        """Whether it is more than what this run finds out."""
        return self._folder is not None

    def parse(self, name: str, text: str) -> Parsed:
        """What the text of the file `name` holds, which is known or found out now."""
        if self._folder is None:
            return strict_yaml.parse(text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        number = _number(name)
        kept = self._open(number).get(name) or self._used[number].get(name)
        if kept is not None and kept.digest == digest:
            self._used[number][name] = kept
            return Parsed(kept.value)
        parsed = strict_yaml.parse(text)
        if parsed.value is not None and not parsed.faults:
            self._used[number][name] = _Entry(digest, parsed.value)
        return parsed

    def is_proven(self, name: str, value: object, proof: str) -> bool:
        """Whether nothing is wrong, by the judgement that `proof` stands for, with the `value` that
        was read from the file `name`."""
        kept = self._find(name, value)
        return kept is not None and kept.proof == proof != ""

    def prove(self, name: str, value: object, proof: str) -> None:
        """Keep that it is so."""
        if kept := self._find(name, value):
            self._used[_number(name)][name] = kept._replace(proof=proof)

    def save(self) -> None:
        """Keep what was asked for and nothing else. A folder that cannot be written keeps none."""
        for number, used in self._used.items():
            if used != self._shelves[number]:
                self._save(number, used)

    def _save(self, number: int, entries: _Entries) -> None:
        self._shelves[number] = dict(entries)
        if self._folder is not None:
            with suppress(OSError):
                whole_file.write(self._folder / f"{number}.json", _dump(entries))

    def _find(self, name: str, value: object) -> _Entry | None:
        kept = self._used.get(_number(name), {}).get(name)
        return kept if kept is not None and kept.value is value else None

    def _open(self, number: int) -> _Entries:
        if number not in self._shelves:
            assert self._folder is not None
            self._used[number] = {}
            self._shelves[number] = _load(self._folder / f"{number}.json")
        return self._shelves[number]


def _number(name: str) -> int:
    return crc32(name.encode()) % SHELVES


def of_project(data: Path) -> ParsedTexts:
    """What is kept of the records in `data`: nothing, if these are not the project's own.

    What lies beside other people's data may have come with it, and so may what git keeps: neither
    is believed.
    """
    if named := os.environ.get(SETTING):
        return ParsedTexts(Path(named, FOLDER).absolute())
    is_own = data.resolve() == ROOT / "data" and not _is_committed(CACHE)
    return ParsedTexts(ROOT / CACHE / FOLDER if is_own else None)


def _is_committed(folder: str) -> bool:
    """Whether a file of that folder was committed; as good as, if git does not answer."""
    if git.find_root(ROOT) is None:
        return False
    try:
        return bool(git.run(ROOT, "ls-files", "--", folder))
    except git.GitError:
        return True


def _dump(entries: _Entries) -> bytes:
    found = {"by": fingerprint.of_code(*_READ_WITH), "texts": entries}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%s\n%s" % (hashlib.sha256(text).hexdigest().encode(), text)


def _load(path: Path) -> _Entries:
    """What a file keeps; nothing, if it is not there, not whole, or by other code."""
    try:
        digest, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if digest.decode("ascii", "replace") != hashlib.sha256(text).hexdigest():
        return {}
    try:
        found = json.loads(text)
        if found["by"] != fingerprint.of_code(*_READ_WITH):
            return {}
        return {
            name: _Entry(digest, value, proof)
            for name, (digest, value, proof) in found["texts"].items()
            if isinstance(value, dict)
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
