"""Reads, of many records, those that may go by a name: all of a few, else what seems to hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from atlas.files import reader
from atlas.files.document import Document
from atlas.i18n.normalize import compile_pattern, decompose

_FEW = 200
"""As many records of a kind are read through; among these a misspelt name is found too."""

_HEAD = 900
"""Bytes at the beginning of a file, where its names stand."""

_MOST = 40
"""A name whose words stand in more files than this says nothing."""


class NamePrefilter:
    """The records of `data`, whose files are known by folder and id."""

    def __init__(self, data: Path, files: Mapping[tuple[str, str], str]) -> None:
        self._data = data
        self._files = files
        self._read: dict[str, Document] = {}
        self._heads: dict[str, list[tuple[str, str]]] = {}

    def find(self, folder: str, name: str) -> list[Document]:
        """The records of `folder` that may be called `name`, and others.

        `name` is a normalized one; no record is called by signs alone.
        """
        if not any(map(str.isalnum, name)):
            return []
        heads = self._beginnings(folder)
        if len(heads) <= _FEW:
            return self._documents([file for file, _ in heads])
        words = [compile_pattern(word) for word in sorted(name.split(), key=len, reverse=True)]
        held = [file for file, head in heads if all(word.search(head) for word in words)]
        return self._documents(held) if len(held) <= _MOST else []

    def _beginnings(self, folder: str) -> list[tuple[str, str]]:
        """How each file of `folder` begins, decomposed."""
        if folder not in self._heads:
            around = f"{self._data.parent}/"
            files = (file for (inside, _), file in self._files.items() if inside == folder)
            self._heads[folder] = [(file, _beginning(f"{around}{file}")) for file in files]
        return self._heads[folder]

    def _documents(self, files: Sequence[str]) -> list[Document]:
        unread = (self._data.parent / file for file in files if file not in self._read)
        self._read.update((one.file, one) for one in reader.read_some(self._data, unread)[0])
        return [self._read[file] for file in files if file in self._read]


def _beginning(path: str) -> str:
    try:
        with Path(path).open("rb") as opened:
            return decompose(opened.read(_HEAD).decode("utf-8", "ignore"))
    except OSError:
        return ""
