"""A record's text as a tree: every value and every field's name, and where it stands.

`strict_yaml` reads what records say; this is read where somebody must know the place of it: to
point at a mistake, to write in the text, to lay it out anew. Neither anchors, tags nor aliases
count, and of broken text there is the tree of its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import CBaseLoader, YAMLError
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from atlas.model.paths import KEY, FieldPath

Position = tuple[int, int]
"""Line and column, both counted from 1."""

EMPTY = {"", "null", "~"}
"""Texts that are no value at all, where they are not in quotes."""


@dataclass
class Scalar:
    """One text as written: `style` is the sign before it (' " | >), or empty.

    `start` and `end` are where it stands, counted in characters. `lines` are those below the sign
    | or >, without their indentation.
    """

    value: str
    style: str = ""
    position: Position = (1, 1)
    start: int = 0
    end: int = 0
    lines: tuple[str, ...] = ()


@dataclass
class Slot:
    """An entry of a mapping (with its `key`) or an item of a list.

    The comments about it are for `formatter.comments` to find.
    """

    key: Scalar | None
    value: Node
    above: list[str] = field(default_factory=list)
    behind: str = ""

    @property
    def start(self) -> int:
        """Where it begins, counted in characters."""
        return (self.key or self.value).start


@dataclass
class Group:
    """A mapping or a list. `below` are the comments after its last slot."""

    is_list: bool
    flow: bool = False
    position: Position = (1, 1)
    start: int = 0
    end: int = 0
    slots: list[Slot] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def column(self) -> int:
        """The column, from 0, of its first key, or of the hyphens of its items."""
        return self.position[1] - 1


Node = Scalar | Group

_VALUES = {ScalarEvent, MappingStartEvent, SequenceStartEvent}


def parse(text: str) -> Group:
    """The tree of `text`, as far as `strict_yaml` reads it; empty if the text is no group."""
    root = Group(is_list=False)
    open_groups: list[Group] = []
    key: Scalar | None = None
    for event in _read_events(text):
        kind = event.__class__
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            open_groups.pop().end = event.end_mark.index
            continue
        if kind not in _VALUES:
            continue
        node = _make_node(event, text)
        if not open_groups:
            root = node if isinstance(node, Group) else Group(False, position=node.position)
        elif open_groups[-1].is_list or key is not None:
            open_groups[-1].slots.append(Slot(key, node))
            key = None
        elif isinstance(node, Scalar):
            key = node
        else:
            break  # a field's name that is no text
        if isinstance(node, Group):
            open_groups.append(node)
    return root


def _read_events(text: str) -> Iterator[Any]:
    """What the parser meets in the first document, up to where it cannot go on."""
    next_event: Callable[[], Any] = CBaseLoader(text).get_event
    try:
        while (event := next_event()).__class__ is not DocumentEndEvent and event is not None:
            yield event
    except YAMLError:
        pass


def _make_node(event: Any, text: str) -> Node:
    mark, end = event.start_mark, event.end_mark.index
    position, start = (mark.line + 1, mark.column + 1), mark.index
    if isinstance(event, ScalarEvent):
        style = text[start] if start < end and text[start] in "'\"|>" else ""
        lines = _dedent(text[start:end]) if style in {"|", ">"} else ()
        return Scalar(event.value, style, position, start, end, lines)
    return Group(isinstance(event, SequenceStartEvent), bool(event.flow_style), position, start)


def _dedent(block: str) -> tuple[str, ...]:
    """The lines of a text below | or >, without the indentation of the first that has words."""
    lines = block.replace("\r\n", "\n").split("\n")[1:]
    first = next((line for line in lines if line.strip()), "")
    indentation = len(first) - len(first.lstrip(" "))
    bare = [line[indentation:].rstrip() for line in lines]
    while bare and not bare[-1]:
        bare.pop()
    return tuple(bare)


def find(root: Group, path: FieldPath) -> Node:
    """The value at `path`; KeyError if there is none."""
    node: Node = root
    for step in path:
        if isinstance(node, Scalar):
            raise KeyError(path)
        node = _find_slot(node, step).value
    return node


def _find_slot(group: Group, step: str | int) -> Slot:
    if isinstance(step, int):
        return group.slots[step]
    return next(slot for slot in group.slots if slot.key and slot.key.value == step)


def locate(text: str) -> dict[FieldPath, Position]:
    """Where every value stands, and (path + "#key") every field's name; of twins the first."""
    root = parse(text)
    found: dict[FieldPath, Position] = {(): root.position}
    waiting: list[tuple[FieldPath, Group]] = [((), root)]
    while waiting:
        path, group = waiting.pop()
        inner: list[tuple[FieldPath, Group]] = []
        for index, slot in enumerate(group.slots):
            here = (*path, index if slot.key is None else slot.key.value)
            if slot.key is not None:
                found.setdefault((*here, KEY), slot.key.position)
            found.setdefault(here, slot.value.position)
            if isinstance(slot.value, Group):
                inner.append((here, slot.value))
        waiting.extend(reversed(inner))
    return found
