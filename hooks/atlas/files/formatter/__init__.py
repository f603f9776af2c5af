"""The one form in which records are written, so that a change shows what was changed, no more.

- Fields stand in the order of the model; languages, lists and unknown fields as they were written.
- A group of texts stands on one line, in {…} or […], if it fits; else each on a line of its own.
- A text is in quotes only where it must be, and folded below >- only where it is long or was so.
- One space stands between words, none at the ends of a text; a hard one only where it is right.
- Comments stay with what they speak of, and keep one empty line above a field of the record.
- The first line names the schema, for editors' tools.
"""

from __future__ import annotations

from collections.abc import Mapping

from atlas.files import strict_yaml
from atlas.files.formatter import comments, layout, spaces
from atlas.files.formatter.comments import TOOL, CommentedTree
from atlas.files.tree import Group, Node, Scalar, Slot
from atlas.i18n.messages import msg

_ROUNDS = 8
"""A comment that moves can let its group stand on one line; then all is laid out once more."""


class UnwritableError(Exception):
    """A text holds something that the canonical form cannot give back; a sentence says what."""


def schema_line(folder: str, depth: int = 1) -> str:
    """The comment by which editors' tools find the schema, in a file `depth` folders below data."""
    return f"{TOOL} $schema={'../' * depth}schema/{folder}.schema.json"


def reformat(text: str, folder: str, depth: int = 1) -> str:
    """The record in `text`, of `folder`, in its canonical form. But for spaces, what it says never
    changes.

    `text` is one that `strict_yaml` reads without a fault. Raises UnwritableError if the form
    would change what it says or lose a comment; nothing that a sound record holds does.
    """
    schema = schema_line(folder, depth)
    first = tree = comments.parse(text)
    _tidy_spaces(tree)
    written = text
    for _ in range(_ROUNDS):
        before, written = written, _lay_out(tree, folder, schema)
        if written == before:
            break
        tree = comments.parse(written)
    else:
        raise UnwritableError(msg("the one form cannot be found for what the file says"))
    after = strict_yaml.parse(written)
    if after.faults or after.value != spaces.tidy_all(strict_yaml.parse(text).value):
        raise UnwritableError(msg("the one form would change what the file says"))
    if _collect_comments(tree) != _collect_comments(first):
        raise UnwritableError(msg("the one form would lose a comment"))
    return written


def _tidy_spaces(tree: CommentedTree) -> None:
    for slot, _ in comments.walk(tree.root):
        if isinstance(slot.value, Scalar) and (tidied := spaces.tidy(slot.value.value)):
            slot.value.value = tidied


def _lay_out(tree: CommentedTree, folder: str, schema: str) -> str:
    return "\n".join(layout.lay_out(tree, folder, schema)) + "\n"


def set_entries(
    text: str, folder: str, entries: Mapping[tuple[str, str], str], depth: int = 1
) -> str:
    """The record in `text`, in its canonical form, with `entries` under the field and key of each.

    What else the record says, and its comments, stay.
    """
    tree = comments.parse(text)
    for (field, key), value in entries.items():
        group = _find_or_add_group(tree.root, field)
        named = (slot for slot in group.slots if slot.key and slot.key.value == key)
        slot = next(named, None)
        if slot is None:
            slot = Slot(Scalar(key), Scalar(value))
            group.slots.append(slot)
        slot.value = Scalar(value, "'")
    return reformat(_lay_out(tree, folder, schema_line(folder, depth)), folder, depth)


def _find_or_add_group(root: Group, field: str) -> Group:
    """The group of fields that stands in `field`, put there if there is none."""
    for slot in root.slots:
        if slot.key and slot.key.value == field and isinstance(slot.value, Group):
            return slot.value
    group = Group(is_list=False)
    root.slots.append(Slot(Scalar(field), group))
    return group


def dump(value: object, folder: str) -> str:
    """A record's fields, as a document holds them, in their canonical form."""
    node = _make_node(value)
    if not isinstance(node, Group):
        raise TypeError("a record is a group of fields")
    return reformat(_lay_out(CommentedTree(node), folder, schema_line(folder)), folder)


def update_fields(text: str, folder: str, fields: Mapping[str, object]) -> str:
    """The record in `text` with these of its fields replaced or added; the rest stays as it is.

    Comments within a field that is replaced go with it.
    """
    tree = comments.parse(text)
    slots = {slot.key.value: slot for slot in tree.root.slots if slot.key}
    for name, value in fields.items():
        if name in slots:
            slots[name].value = _make_node(value)
        else:
            tree.root.slots.append(Slot(Scalar(name), _make_node(value)))
    return reformat(_lay_out(tree, folder, schema_line(folder)), folder)


def _make_node(value: object) -> Node:
    if isinstance(value, dict):
        slots = [Slot(Scalar(str(key)), _make_node(each)) for key, each in value.items()]
        return Group(is_list=False, slots=slots)
    if isinstance(value, list):
        return Group(is_list=True, slots=[Slot(None, _make_node(each)) for each in value])
    return Scalar(str(value), "'")


def _collect_comments(tree: CommentedTree) -> list[str]:
    """Every comment of a text, sorted."""
    found = [*tree.head, *tree.root.below]
    for slot, _ in comments.walk(tree.root):
        below = slot.value.below if isinstance(slot.value, Group) else ()
        found.extend((*slot.above, slot.behind, *below))
    return sorted(text for text in found if text and not text.startswith(TOOL))
