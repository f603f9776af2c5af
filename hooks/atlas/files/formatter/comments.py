"""The comments of a record's text, and which value or field each of them speaks of.

For text that `strict_yaml` reads without a fault: it holds neither anchors, tags nor aliases, so
that whatever stands between two values is space, punctuation or a comment.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from atlas.files import tree
from atlas.files.tree import Group, Scalar, Slot

_Found = tuple[Slot, tuple[Group, ...]]
"""A slot, and the groups around it from the root inwards."""


@dataclass
class CommentedTree:
    """A whole text. `head` are the comments that speak of the file, not of its first field."""

    root: Group
    head: list[str] = field(default_factory=list)


BLANK = ""
"""Among comments: an empty line."""

TOOL = "# yaml-language-server:"
"""How the comment begins by which editors' tools find the schema."""


def parse(text: str) -> CommentedTree:
    """The tree of `text`, whose one document is a mapping, with every comment in its place."""
    commented = CommentedTree(tree.parse(text))
    slots = list(walk(commented.root))
    places = _SlotIndex(slots)
    for comment in _find_comments(text, _walk_scalars(slots)):
        _attach(comment, commented.root, places)
    _take_head(commented)
    return commented


def walk(group: Group, around: tuple[Group, ...] = ()) -> Iterator[_Found]:
    """Every slot within `group`, in the order of the text, with the groups around it."""
    around = (*around, group)
    for slot in group.slots:
        yield slot, around
        if isinstance(slot.value, Group):
            yield from walk(slot.value, around)


def _walk_scalars(slots: list[_Found]) -> Iterator[Scalar]:
    for slot, _ in slots:
        if slot.key is not None:
            yield slot.key
        if isinstance(slot.value, Scalar):
            yield slot.value


@dataclass(frozen=True)
class _Comment:
    """A comment, or an empty line (`text` is then empty), and where it stands."""

    text: str
    start: int
    column: int
    alone: bool


def _find_comments(text: str, scalars: Iterable[Scalar]) -> Iterator[_Comment]:
    """What stands between the values, other than space and punctuation."""
    here = 0
    for scalar in scalars:
        yield from _find_between(text, here, scalar.start)
        here = scalar.end
        if scalar.style in {"|", ">"}:
            line = text.find("\n", scalar.start)
            yield from _find_between(text, scalar.start + 1, line if line != -1 else scalar.end)
            # Its end lies behind the empty lines that follow it, which are for this to see.
            while here > scalar.start and text[here - 1] in "\r\n ":
                here -= 1
    yield from _find_between(text, here, len(text))


def _find_between(text: str, start: int, end: int) -> Iterator[_Comment]:
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


class _SlotIndex:
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


def _attach(comment: _Comment, root: Group, places: _SlotIndex) -> None:
    """Give a comment to the slot it speaks of, or to the end of the group it stands in."""
    before, after = places.before(comment.start), places.after(comment.start)
    if not comment.alone and before is not None:
        slot = _find_slot_of_line(before, comment, places)
        slot.behind = f"{slot.behind} {comment.text}".strip()
    elif (
        comment.text
        and before is not None
        and (group := _find_ended_group(comment, before, after, root))
    ):
        group.below.append(comment.text)
    elif after is not None:
        after[0].above.append(comment.text)
    else:
        root.below.append(comment.text)


def _find_ended_group(
    comment: _Comment, before: _Found, after: _Found | None, root: Group
) -> Group | None:
    """The group that ends at a comment indented like what stands in it, if there is one."""
    if after is not None and comment.column <= after[1][-1].column:
        return None
    inside = {id(group) for group in after[1]} if after is not None else {id(root)}
    ended = [group for group in before[1] if id(group) not in inside]
    return next((group for group in reversed(ended) if group.column <= comment.column), None)


def _find_slot_of_line(before: _Found, comment: _Comment, places: _SlotIndex) -> Slot:
    """The outermost slot that ends on the line, before the comment behind it."""
    slot, around = before
    for group in reversed(around):
        if not group.flow or group.end > comment.start:
            break
        slot = places.holders.get(id(group), slot)
    return slot


def _take_head(commented: CommentedTree) -> None:
    """Comments before the first field, down to an empty line, speak of the file."""
    if not commented.root.slots:
        return
    first = commented.root.slots[0].above
    if BLANK in first:
        last = len(first) - 1 - first[::-1].index(BLANK)
        commented.head = first[:last]
        commented.root.slots[0].above = first[last + 1 :]
