"""What is asked of an atlas while something is made of it, so that it need not be made anew while
the answers stay the same."""

from __future__ import annotations

import hashlib
from collections.abc import (
    Callable,
    Hashable,
    ItemsView,
    Iterator,
    Mapping,
    Set,
    ValuesView,
)
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from pydantic_core import to_json

Question = tuple[str, str]
"""The name of an index ("atlas.records.places") and the key that was looked up in it, or KEYS or
WHOLE. A key that is a pair stands as its two parts with a slash between them."""

KEYS = "*keys"
"""Asks which keys an index has, in their order."""

WHOLE = "*whole"
"""Asks for all that an index has."""

_MISSING = "*missing"
_Watched = TypeVar("_Watched")
_Made = TypeVar("_Made")


class Readings:
    """Notes every question that is put to what it watches, each thing by a name of its own.

    `fixed` are, by name, the digests of the parts that are no indexes: who asks for these is not
    noted. `asked` are the questions; in a block of `apart`, those that were asked there.
    """

    def __init__(self) -> None:
        self.fixed: dict[str, str] = {}
        self.asked: set[Question] = set()
        self._indexes: dict[str, Mapping[Any, Any]] = {}
        self._digests: dict[Question, bytes] = {}

    def watch(self, value: _Watched, name: str) -> _Watched:
        """What answers as `value` does and notes what it is asked: a mapping, a set of texts, or a
        dataclass with such parts, however deep."""
        watched: Any = value
        if isinstance(value, Mapping):
            self._indexes[name] = value
            watched = _WatchedMapping(value, name, self)
        elif isinstance(value, Set):
            self._indexes[name] = dict.fromkeys(sorted(value), True)
            watched = _WatchedSet(self._indexes[name], name, self)
        elif is_dataclass(value):
            parts = {one.name: getattr(value, one.name) for one in fields(value)}
            parts = {key: self.watch(part, f"{name}.{key}") for key, part in parts.items()}
            watched = replace(cast("Any", value), **parts)
        else:
            self.fixed[name] = digest(value)
        return cast("_Watched", watched)

    @contextmanager
    def apart(self) -> Iterator[set[Question]]:
        """Note by themselves the questions that are asked in the block; to those who make what the
        block is in, they are asked as well."""
        outer, self.asked = self.asked, set()
        try:
            yield self.asked
        finally:
            outer |= self.asked
            self.asked = outer

    def digest(self, question: Question) -> str:
        """What a question is answered now, as a digest, which is worked out once."""
        if question not in self._digests:
            self._digests[question] = bytes.fromhex(digest(self._answer(question)))
        return self._digests[question].hex()

    def _answer(self, question: Question) -> object:
        name, key = question
        index = self._find(name)
        if index is None:
            return _MISSING
        if key == KEYS:
            return list(index)
        if key == WHOLE:
            return index
        return index.get(key, index.get(tuple(key.split("/", 1)), _MISSING))

    def _find(self, name: str) -> Mapping[Any, Any] | None:
        """What is watched by a name, or lies in that by a key."""
        if name in self._indexes or "." not in name:
            return self._indexes.get(name)
        outer, _, key = name.rpartition(".")
        found = (self._find(outer) or {}).get(key)
        return found if isinstance(found, Mapping) else None


class Memory:
    """Keeps what was made. Who recalls it has asked what was asked to make it, and `readings`
    notes that, if anything is watched."""

    def __init__(self, readings: Readings | None = None) -> None:
        self.readings = Readings() if readings is None else readings
        self._kept: dict[Hashable, tuple[Any, frozenset[Question]]] = {}

    def recall(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` made when it was first asked for by this key."""
        if key not in self._kept:
            with self.readings.apart() as asked:
                made = make()
            self._kept[key] = made, frozenset(asked)
        found, questions = self._kept[key]
        self.readings.asked |= questions
        return cast("_Made", found)


class _Questions(dict[Hashable, Question]):
    """The questions for the keys of an index. Thousands of things ask the same: it is there once,
    however many note it."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, key: Hashable) -> Question:
        text = "/".join(key) if isinstance(key, tuple) else str(key)
        self[key] = question = self._name, text
        return question


class _WatchedKeys:
    """Notes who reads the keys of an index through."""

    __slots__ = ("_index", "_name", "_questions", "_readings")

    def __init__(self, index: Mapping[Any, Any], name: str, readings: Readings) -> None:
        self._index, self._name, self._readings = index, name, readings
        self._questions = _Questions(name)

    def _note(self, key: Hashable) -> None:
        self._readings.asked.add(self._questions[key])

    def __iter__(self) -> Iterator[Any]:
        self._note(KEYS)
        return iter(self._index)

    def __len__(self) -> int:
        self._note(KEYS)
        return len(self._index)


class _WatchedMapping(_WatchedKeys, Mapping[Any, Any]):
    """Notes which keys are looked up, and who reads it through; so do the mappings in it."""

    __slots__ = ("_inner",)

    def __init__(self, index: Mapping[Any, Any], name: str, readings: Readings) -> None:
        super().__init__(index, name, readings)
        self._inner: dict[Any, _WatchedMapping] | None = None

    def __getitem__(self, key: Any) -> Any:
        value = self.get(key, _MISSING)
        return self._index[key] if value is _MISSING else value

    def get(self, key: Any, default: Any = None) -> Any:
        value = self._index.get(key, _MISSING)
        if isinstance(value, dict):  # asked ten times as fast as whether it is a Mapping
            return self._find_inner(key, value)
        self._note(key)
        return default if value is _MISSING else value

    def _find_inner(self, key: Any, index: Mapping[Any, Any]) -> _WatchedMapping:
        self._inner = {} if self._inner is None else self._inner
        if key not in self._inner:
            self._inner[key] = _WatchedMapping(index, f"{self._name}.{key}", self._readings)
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._index

    def items(self) -> ItemsView[Any, Any]:
        self._note(WHOLE)
        return self._index.items()

    def values(self) -> ValuesView[Any]:
        self._note(WHOLE)
        return self._index.values()


class _WatchedSet(_WatchedKeys, Set[Any]):
    """Notes what is looked for in it, and who reads it through."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        return frozenset(it)

    def __contains__(self, value: object) -> bool:
        self._note(value)
        return value in self._index


def digest(value: object) -> str:
    """Tells two values apart, in any process: 128 bits as hexadecimal digits. A value is made of
    what JSON has, records, dataclasses and dates; or it is a set, or a mapping to such sets."""
    return hashlib.blake2b(to_json(_ordered(value)), digest_size=16).hexdigest()


def _ordered(value: object) -> object:
    """The value with its sets as lists: each process has another order of what is in a set."""
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, Mapping):
        return [(key, _ordered(one)) for key, one in value.items()]
    return value
