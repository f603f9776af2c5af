"""What was judged before: a record in which nothing was wrong is not judged again before it, or
something that it rests on, has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass

from atlas.files import references
from atlas.files.document import Document
from atlas.files.register_tables import Row
from atlas.i18n.problem import Problem
from atlas.model import Record

Key = tuple[str, str]
"""Folder and id of a record."""

STEPS = 2
"""So far a rule of single records looks: at the records that one names, and at those these name."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A document as it was judged, the record it holds, and what it names."""

    document: Document
    record: Record | None
    named: Set[Key]


class Judged:
    """What came of judging the same data before; nothing, the first time."""

    def __init__(self) -> None:
        self._kept: dict[Key, _Judged] = {}
        self._changed: Set[Key] = frozenset()
        self._doubtful: Set[Key] = frozenset()
        """Those of which something was said: what helps them may stand in any other record."""

    def record(self, document: Document) -> Record | None:
        """The record that a document holds, if it is known since it was judged."""
        kept = self._find(document)
        return kept.record if kept else None

    def named(self, document: Document) -> Set[Key]:
        """Folder and id of every record that a document names."""
        kept = self._find(document)
        return kept.named if kept else references.mentioned_records(document)

    def find_doubtful(self, by_key: Mapping[Key, Document]) -> Set[Key]:
        """Of the documents that there are now, those of which something else may be said than
        nothing."""
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
