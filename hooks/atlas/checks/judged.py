"""What was judged before: a record in which nothing was wrong is not judged again before it, or
something that it rests on, has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from atlas.files import fingerprint, references
from atlas.files.document import Document
from atlas.files.parsed_texts import ParsedTexts
from atlas.files.register_tables import Row
from atlas.i18n.problem import Problem
from atlas.model import Record

Key = tuple[str, str]
"""Folder and id of a record."""

STEPS = 2
"""So far a rule of single records looks: at the records that one names, and at those these name."""

_JUDGED_WITH = (
    ("model", "i18n", "files", "graph", "lookup", "checks"),
    ("PyYAML", "pydantic", "pydantic-core", "shapely"),
)
"""The rooms and the packages on which it depends what is said of a record by itself."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A document as it was judged, the record it holds, and what it names."""

    document: Document
    record: Record | None
    named: Set[Key]


class Judged:
    """What came of judging the same data before; nothing, the first time.

    `texts` are kept longer, with the proof that nothing is wrong with a record by itself.
    `borders` is the file of the countries' borders, on which that rests too.
    """

    def __init__(self, texts: ParsedTexts | None = None, borders: Path | None = None) -> None:
        self._texts = texts or ParsedTexts()
        self._proof = _make_proof(borders) if texts and texts.is_kept and borders else ""
        self._kept: dict[Key, _Judged] = {}
        self._named: dict[Key, Set[Key]] = {}
        self._changed: Set[Key] = frozenset()
        self._doubtful: Set[Key] = frozenset()
        """Those of which something was said: what helps them may stand in any other record."""

    def record(self, document: Document) -> Record | None:
        """The record that a document holds, if it is known since it was judged."""
        kept = self._find(document)
        return kept.record if kept else None

    def named(self, document: Document) -> Set[Key]:
        """Folder and id of every record that a document names."""
        if kept := self._find(document):
            return kept.named
        key = document.folder, document.id
        if key not in self._named:
            self._named[key] = references.mentioned_records(document)
        return self._named[key]

    def find_doubtful(self, by_key: Mapping[Key, Document]) -> Set[Key]:
        """Of the documents that there are now, those of which something else may be said than
        nothing."""
        self._named.clear()
        changed = {key for key, document in by_key.items() if self._find(document) is None}
        self._changed = changed
        if len(changed) == len(by_key):
            return changed
        touched = changed | (self._kept.keys() - by_key.keys())
        for _ in range(STEPS):
            touched |= {
                key for key, kept in self._kept.items() if not kept.named.isdisjoint(touched)
            }
        return (touched | self._doubtful) & by_key.keys()

    def is_proven(self, document: Document) -> bool:
        """Whether it is known of other runs that nothing is wrong with a document by itself."""
        return self._texts.is_proven(document.file, document.value, self._proof)

    def prove(self, documents: Iterable[Document], problems: Iterable[Problem]) -> None:
        """Remember those of these documents of which none of the `problems` is. One whose file is
        misnamed bears an id that depends on others."""
        files = {problem.file for problem in problems}
        for document in documents:
            if document.file not in files and document.sound and not document.misnamed:
                self._texts.prove(document.file, document.value, self._proof)

    def keep(
        self,
        by_key: Mapping[Key, Document],
        records: Iterable[Record],
        problems: Collection[Problem],
    ) -> None:
        """Remember what came of judging these documents: the `records` made, and the `problems`."""
        for key in self._kept.keys() - by_key.keys():
            del self._kept[key]
        made = {(one.folder, one.id): one for one in records} if self._changed else {}
        for key in self._changed:
            document = by_key[key]
            self._kept[key] = _Judged(document, made.get(key), self.named(document))
        files = {problem.file for problem in problems}
        lines = {(problem.file, problem.line) for problem in problems}
        self._doubtful = {
            key
            for key, document in by_key.items()
            if document.file in files
            and (not isinstance(document, Row) or (document.file, document.line) in lines)
        }

    def _find(self, document: Document) -> _Judged | None:
        kept = self._kept.get((document.folder, document.id))
        if kept and (kept.document is document or kept.document == document):
            return kept
        return None


def _make_proof(borders: Path) -> str:
    digest = hashlib.sha256(borders.read_bytes()).hexdigest()
    return f"{fingerprint.of_code(*_JUDGED_WITH)} {digest}"
