"""Which records a document names, whether or not it is otherwise sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas.files.document import Document
from atlas.model import KINDS
from atlas.model.paths import FieldPath

FIELDS = {
    "actor": "actors",
    "cooperation": "cooperations",
    "locations": "places",
    "seat": "places",
    "signed_at": "places",
    "source": "sources",
    "territory": "places",
    "themes": "themes",
}
"""The fields that name a record of another kind, wherever they stand."""

OWN_KIND = {("part_of", kind.folder) for kind in KINDS} | {("related", "themes")}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a record by its id, and the field that mentions it."""

    path: FieldPath
    field: str
    folder: str
    id: str


def named(document: Document) -> set[tuple[str, str]]:
    """Folder and id of every record that `document` names."""
    found: set[tuple[str, str]] = set()
    open_groups: list[Any] = [document.value or {}]
    while open_groups:
        for name, value in open_groups.pop().items():
            for inner in value if value.__class__ is list else (value,):
                if inner.__class__ is dict:
                    open_groups.append(inner)
                elif inner.__class__ is str and (meant := target(name, document.folder)):
                    found.add((meant, inner))
    return found


def mentions(document: Document) -> Iterator[Mention]:
    """The same with its places, in the order of the document."""
    yield from _within(document.value, (), "", document.folder)


def _within(value: Any, path: FieldPath, field: str, folder: str) -> Iterator[Mention]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _within(inner, (*path, name), name, folder)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _within(inner, (*path, index), field, folder)
    elif isinstance(value, str):
        meant = target(field, folder)
        if meant is not None:
            yield Mention(path, field, meant, value)


def target(field: str, folder: str) -> str | None:
    """The folder of the records that `field` names in a record of `folder`."""
    return FIELDS.get(field) or (folder if (field, folder) in OWN_KIND else None)
