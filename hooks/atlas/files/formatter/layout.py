"""A tree to lines: order, indentation, what stands on one line, and where comments go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from atlas.files.formatter import order, words
from atlas.files.formatter.comments import BLANK, TOOL, CommentedTree
from atlas.files.tree import EMPTY, Group, Scalar, Slot

_STEP = 2
"""Spaces by which what belongs to a field is indented."""


def lay_out(tree: CommentedTree, folder: str, schema: str) -> Iterator[str]:
    """The lines of a record of `folder`, the first of them `schema`."""
    yield schema
    head = _tidy(tree.head)
    if head:
        yield from (*head, BLANK)
    for index, slot in enumerate(_order(tree.root, folder, ())):
        yield from _lay_out_slot(slot, 0, folder, (), _tidy(slot.above, inner=index > 0))
    below = _tidy(tree.root.below, inner=True)
    yield from below[:-1] if below[-1:] == [BLANK] else below


def _tidy(comments: Iterable[str], inner: bool = False) -> list[str]:
    """Comments with one empty line where there are several, and none at the ends.

    An empty line before the first one stays if `inner`. The line for tools is left out.
    """
    kept: list[str] = []
    for comment in comments:
        if comment.startswith(TOOL) or (comment == BLANK and kept[-1:] == [BLANK]):
            continue
        kept.append(comment)
    if not inner and kept[:1] == [BLANK]:
        kept.pop(0)
    return kept


def _order(group: Group, folder: str, path: tuple[str, ...]) -> list[Slot]:
    ranks = order.rank_fields(folder, path) if not group.is_list else {}
    return sorted(
        group.slots, key=lambda slot: ranks.get(slot.key.value, len(ranks)) if slot.key else 0
    )


@dataclass
class _SlotLines:
    """The first line of a slot, its further lines, and comments that must stand above them.

    `plain` says that the first line ends in a text without quotes, which a comment cannot follow.
    """

    first: str
    further: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    plain: bool = False


def _lay_out_slot(
    slot: Slot, indentation: int, folder: str, path: tuple[str, ...], above: list[str]
) -> Iterator[str]:
    """The lines of an entry or an item, with the comments `above` it."""
    space = " " * indentation
    inner = path if slot.key is None else (*path, slot.key.value)
    written = _write_slot(slot, indentation, folder, inner)
    first, behind = f"{space}{written.first}", slot.behind
    if behind and (written.plain or len(f"{first}  {behind}") > words.WIDTH):
        above, behind = [*above, behind], ""
    for comment in (*above, *written.above):
        yield f"{space}{comment}" if comment else comment
    yield f"{first}  {behind}" if behind else first
    yield from written.further


def _write_slot(slot: Slot, indentation: int, folder: str, path: tuple[str, ...]) -> _SlotLines:
    name = "-" if slot.key is None else f"{words.write_inline(slot.key.value)}:"
    value = slot.value
    if isinstance(value, Scalar):
        return _write_text(name, value, indentation)
    line = f"{name} {_write_flow(value, folder, path)}" if _can_flow(value) else ""
    if line and (indentation + len(line) <= words.WIDTH or not value.slots):
        return _SlotLines(line)
    written = _SlotLines(name)
    inner = indentation + _STEP
    for index, each in enumerate(_order(value, folder, path)):
        above = [comment for comment in each.above if comment]
        if slot.key is None and index == 0:
            written.above, above = above, []
        written.further.extend(_lay_out_slot(each, inner, folder, path, above))
    written.further.extend(f"{' ' * inner}{comment}" for comment in value.below if comment)
    if slot.key is None:
        _begin_behind_hyphen(written, inner)
    return written


def _write_text(name: str, value: Scalar, indentation: int) -> _SlotLines:
    inner = indentation + _STEP
    folded = words.write_block(value, inner, indentation + len(name) + 1)
    if folded is None:
        written = _write_on_line(value)
        return _SlotLines(f"{name} {written}".rstrip(), plain=written[:1] not in {"'", '"'})
    sign, lines = folded
    return _SlotLines(f"{name} {sign}", [f"{' ' * inner}{line}" if line else "" for line in lines])


def _begin_behind_hyphen(written: _SlotLines, inner: int) -> None:
    """Let an item's first field stand on the line of its hyphen, and comments above both."""
    while written.further[0].lstrip().startswith("#"):
        written.above.append(written.further.pop(0).strip())
    written.first = f"- {written.further.pop(0)[inner:]}"
    written.plain = True


def _write_on_line(scalar: Scalar, flow: bool = False) -> str:
    if not scalar.style and scalar.value in EMPTY:
        return ""
    return words.write_inline(scalar.value, flow)


def _can_flow(node: Group, depth: int = 0) -> bool:
    """Whether a group can stand on one line: texts, and lists of texts, without comments."""
    if node.below or (node.is_list and depth > 1):
        return False
    return all(
        not slot.above
        and not slot.behind
        and (
            _can_flow_scalar(slot.value)
            if isinstance(slot.value, Scalar)
            else slot.value.is_list and not node.is_list and _can_flow(slot.value, depth + 1)
        )
        for slot in node.slots
    )


def _can_flow_scalar(scalar: Scalar) -> bool:
    return not words.is_block(scalar) and bool(_write_on_line(scalar))


def _write_flow(node: Group, folder: str, path: tuple[str, ...]) -> str:
    """A group on one line."""
    parts = []
    for slot in _order(node, folder, path):
        name = f"{words.write_inline(slot.key.value, flow=True)}: " if slot.key else ""
        inner = (*path, slot.key.value) if slot.key else path
        value = slot.value
        written = (
            _write_on_line(value, flow=True)
            if isinstance(value, Scalar)
            else _write_flow(value, folder, inner)
        )
        parts.append(name + written)
    return f"[{', '.join(parts)}]" if node.is_list else f"{{{', '.join(parts)}}}"
