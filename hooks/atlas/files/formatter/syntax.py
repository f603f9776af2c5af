"""The tree of a record's text, with the place of every value and the comments around it.

For text that `strict_yaml` reads without a fault: it holds neither anchors, tags nor aliases, so
that whatever stands between two values is space, punctuation or a comment.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from atlas.model.paths import FieldPath


@dataclass
class Scalar:
    """One text as written: `style` is the sign before it (' " | >), or empty.

    `start` and `end` are where it stands, counted in characters. `lines` are those below the sign
    | or >, without their indentation.
    """

    value: str
    style: str
    start: int
    end: int
    lines: tuple[str, ...] = ()


@dataclass
class Slot:
    """An entry of a mapping (with its `key`) or an item of a list, and the comments about it.

    `column` counts from 0: of the key, or of the item's hyphen where there is one.
    """

    key: Scalar | None
    value: Node
    start: int
    column: int
    above: list[str] = field(default_factory=list)
    behind: str = ""


@dataclass
class Group:
    """A mapping or a list. `below` are the comments after its last slot."""

    is_list: bool
    flow: bool
    column: int
    start: int
    end: int = 0
    slots: list[Slot] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


Node = Scalar | Group

_Found = tuple[Slot, tuple[Group, ...]]
"""A slot, and the groups around it from the root inwards."""


@dataclass
class Tree:
    """A whole text. `head` are the comments that speak of the file, not of its first field."""

    root: Group
    head: list[str] = field(default_factory=list)


BLANK = ""
"""Among comments: an empty line."""

TOOL = "# yaml-language-server:"
"""How the comment begins by which editors' tools find the schema."""


def of(text: str) -> Tree:
    """The tree of `text`, whose one document is a mapping."""
    slots: list[_Found] = []
    scalars: list[Scalar] = []
    root = _built(text, slots, scalars)
    tree = Tree(root)
    places = _Places(slots)
    for comment in _comments(text, scalars):
        _attach(comment, root, places)
    _take_head(tree)
    return tree


def at(tree: Tree, path: FieldPath) -> Node:
    """The value at `path`; KeyError if there is none."""
    node: Node = tree.root
    for step in path:
        if isinstance(node, Scalar):
            raise KeyError(path)
        node = _child(node, step).value
    return node


def _child(group: Group, step: str | int) -> Slot:
    if isinstance(step, int):
        return group.slots[step]
    return next(slot for slot in group.slots if slot.key and slot.key.value == step)


def _built(text: str, slots: list[_Found], scalars: list[Scalar]) -> Group:
    """The root mapping; notes every slot with the groups around it, and every scalar, in order."""
    root = Group(is_list=False, flow=False, column=0, start=0)
    above: list[Group] = []
    key: Scalar | None = None
    next_event: Callable[[], Any] = CParser(text).get_event
    while (event := next_event()) is not None:
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            mark: Any = event.end_mark
            above.pop().end = mark.index
            continue
        if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            continue
        node = _node(event, text)
        if isinstance(node, Scalar):
            scalars.append(node)
        if not above:
            root = node if isinstance(node, Group) else root
        elif above[-1].is_list or key is not None:
            slot = _slot(key, node, above[-1])
            above[-1].slots.append(slot)
            slots.append((slot, tuple(above)))
            key = None
        elif isinstance(node, Scalar):
            key = node
        if isinstance(node, Group):
            above.append(node)
    return root


def _slot(key: Scalar | None, node: Node, around: Group) -> Slot:
    start = key.start if key else node.start
    return Slot(key, node, start, around.column)


def _node(event: Any, text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, ScalarEvent):
        style = text[start] if start < end and text[start] in "'\"|>" else ""
        lines = _lines(text[start:end]) if style in {"|", ">"} else ()
        return Scalar(event.value, style, start, end, lines)
    is_list = isinstance(event, SequenceStartEvent)
    return Group(is_list, bool(event.flow_style), event.start_mark.column, start)


def _lines(block: str) -> tuple[str, ...]:
    """The lines of a text below | or >, without the indentation of the first that has words."""
    lines = block.replace("\r\n", "\n").split("\n")[1:]
    first = next((line for line in lines if line.strip()), "")
    indentation = len(first) - len(first.lstrip(" "))
    bare = [line[indentation:].rstrip() for line in lines]
    while bare and not bare[-1]:
        bare.pop()
    return tuple(bare)


@dataclass(frozen=True)
class _Comment:
    """A comment, or an empty line (`text` is then empty), and where it stands."""

    text: str
    start: int
    column: int
    alone: bool


def _comments(text: str, scalars: list[Scalar]) -> Iterator[_Comment]:
    """What stands between the values, other than space and punctuation."""
    here = 0
    for scalar in scalars:
        yield from _between(text, here, scalar.start)
        here = scalar.end
        if scalar.style in {"|", ">"}:
            line = text.find("\n", scalar.start)
            yield from _between(text, scalar.start + 1, line if line != -1 else scalar.end)
            # Its end lies behind the empty lines that follow it, which are for this to see.
            while here > scalar.start and text[here - 1] in "\r\n ":
                here -= 1
    yield from _between(text, here, len(text))


def _between(text: str, start: int, end: int) -> Iterator[_Comment]:
    """The comments and empty lines of `text` from `start` to `end`."""
    here = start
    while here < end:
        stop = text.find("\n", here, end)
        stop = end if stop == -1 else stop
        hash_ = text.find("#", here, stop)
        begin = text.rfind("\n", 0, here) + 1
        if hash_ != -1:
            alone = not text[begin:hash_].strip()
            yield _Comment(text[hash_:stop].rstrip(), hash_, hash_ - begin, alone)
        elif stop < end and not text[begin:stop].strip():
            yield _Comment(BLANK, begin, 0, True)
        here = stop + 1


class _Places:
    """Every slot of a text in the order of its beginning, each with the groups around it."""

    def __init__(self, slots: list[_Found]) -> None:
        self.slots = slots
        self.starts = [slot.start for slot, _ in slots]
        self.holders = {id(slot.value): slot for slot, _ in slots}

    def before(self, index: int) -> _Found | None:
        """The last slot that begins before `index`: of several at one place, the innermost."""
        found = bisect_left(self.starts, index)
        return self.slots[found - 1] if found else None

    def after(self, index: int) -> _Found | None:
        """The first slot that begins after `index`: of several at one place, the outermost."""
        found = bisect_right(self.starts, index)
        return self.slots[found] if found < len(self.slots) else None


def _attach(comment: _Comment, root: Group, places: _Places) -> None:
    """Give a comment to the slot it speaks of, or to the end of the group it stands in."""
    before, after = places.before(comment.start), places.after(comment.start)
    if not comment.alone and before is not None:
        slot = _of_line(before, comment, places)
        slot.behind = f"{slot.behind} {comment.text}".strip()
    elif comment.text and before is not None and (group := _ended(comment, before, after, root)):
        group.below.append(comment.text)
    elif after is not None:
        after[0].above.append(comment.text)
    else:
        root.below.append(comment.text)


def _ended(comment: _Comment, before: _Found, after: _Found | None, root: Group) -> Group | None:
    """The group that ends at a comment indented like what stands in it, if there is one."""
    if after is not None and comment.column <= after[0].column:
        return None
    inside = {id(group) for group in after[1]} if after is not None else {id(root)}
    ended = [group for group in before[1] if id(group) not in inside]
    return next((group for group in reversed(ended) if group.column <= comment.column), None)


def _of_line(before: _Found, comment: _Comment, places: _Places) -> Slot:
    """The outermost slot that ends on the line, before the comment behind it."""
    slot, around = before
    for group in reversed(around):
        if not group.flow or group.end > comment.start:
            break
        slot = places.holders.get(id(group), slot)
    return slot


def _take_head(tree: Tree) -> None:
    """Comments before the first field, down to an empty line, speak of the file."""
    if not tree.root.slots:
        return
    first = tree.root.slots[0].above
    if BLANK in first:
        last = len(first) - 1 - first[::-1].index(BLANK)
        tree.head = first[:last]
        tree.root.slots[0].above = first[last + 1 :]
