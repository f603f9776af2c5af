"""Reads, of many records, those that may go by a name: all of a few, else what seems to hold it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from atlas import reader
from atlas.document import Document
from atlas.spelling import folded

_FEW = 200
"""As many records of a kind are read through; among these a misspelt name is found too."""

_HEAD = 600
"""Bytes at the beginning of a file, where its names stand."""

_MOST = 40
"""A name whose words stand in more files than this says nothing."""

_MARKS = "[\u0300-\u036f\u064b-\u065f\u0640]*"


class Shelf:
    """The records of `data`, whose files are known by folder and id."""

    def __init__(self, data: Path, files: Mapping[tuple[str, str], str]) -> None:
        self._data = data
        self._files = files
        self._read: dict[str, list[Document]] = {}
        self._heads: dict[str, list[tuple[str, str]]] = {}

    def named(self, folder: str, name: str) -> list[Document]:
        """The records of `folder` that may be called `name`, and others; `name` is folded."""
        heads = self._beginnings(folder)
        if len(heads) <= _FEW:
            if folder not in self._read:
                self._read[folder] = self._documents(file for file, _ in heads)
            return self._read[folder]
        words = sorted(map(_pattern, name.split()), key=lambda word: -len(word.pattern))
        held = [file for file, head in heads if words and all(word.search(head) for word in words)]
        return self._documents(held) if len(held) <= _MOST else []

    def _beginnings(self, folder: str) -> list[tuple[str, str]]:
        """How each file of `folder` begins."""
        if folder not in self._heads:
            around = f"{self._data.parent}/"
            files = (file for (inside, _), file in self._files.items() if inside == folder)
            self._heads[folder] = [(file, _beginning(f"{around}{file}")) for file in files]
        return self._heads[folder]

    def _documents(self, files: Iterable[str]) -> list[Document]:
        return reader.some(self._data, (self._data.parent / file for file in files))[0]


def _beginning(path: str) -> str:
    try:
        with Path(path).open("rb") as opened:
            return opened.read(_HEAD).decode("utf-8", "ignore")
    except OSError:
        return ""


def _pattern(word: str) -> re.Pattern[str]:
    """Finds a folded word in a text that is not, in small letters or capitals, with marks."""
    letters = re.findall("oe|ae|ss|.", word)
    return re.compile("".join(f"(?:{_spelled().get(each, each)}){_MARKS}" for each in letters))


@cache
def _spelled() -> dict[str, str]:
    """Patterns of Latin and Arabic letters, by what is left of these when they are folded."""
    found: dict[str, str] = defaultdict(str)
    for letter in map(chr, (*range(0x30, 0x250), *range(0x621, 0x6D4))):
        if letter.isalnum():
            found[folded(letter)] += letter
    return {
        plain: f"[{letters}]" if len(plain) == 1 else f"{plain}|[{letters}]"
        for plain, letters in found.items()
    }
