"""Another id for a record, in its own file and in every record that names it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atlas.editing.named_records import find_record
from atlas.files import formatter, references, tree
from atlas.files.document import Document
from atlas.files.formatter import words
from atlas.files.ids import wrong_with_id
from atlas.files.tree import Group, Scalar
from atlas.i18n.messages import msg, msg_plural, sequence

_ANOTHER = msg("Choose another.")


class RenameRefusedError(Exception):
    """A record cannot have the id; a sentence says why, and what to do."""


def rename(documents: Sequence[Document], folder: str, old: str, new: str) -> dict[str, str]:
    """The new text of every file that changes, by its present name; the record's own is first.

    The record keeps its old id among its previous ones, so that its old address leads on. Comments
    and layout stay; a file in the one form stays in it. Raises RenameRefusedError, and
    NoSuchRecordError.
    """
    record = find_record(documents, folder, old)
    _refuse_taken(documents, folder, old, new)
    unread = [document.file for document in documents if not document.sound]
    if unread:
        raise RenameRefusedError(
            msg_plural(
                "{file} cannot be read, and might name it. Mend it first.",
                "{number} files cannot be read, {file} among them, and might name it. Mend them "
                "first.",
                len(unread),
                file=unread[0],
            )
        )
    texts = {record.file: _note_former_id(record, old, new)}
    for document in documents:
        text = _replace_id(document, texts.get(document.file, document.text), folder, old, new)
        if text != document.text:
            texts[document.file] = _format_as_before(document, text)
    return texts


def _refuse_taken(documents: Iterable[Document], folder: str, old: str, new: str) -> None:
    if wrong := wrong_with_id(new):
        raise RenameRefusedError(sequence(*wrong))
    if new == old:
        raise RenameRefusedError(msg('"{id}" is its id already.', id=old))
    for document in documents:
        if document.folder == folder and new == document.id:
            taken = msg('id "{id}" is taken by {file}.', id=new, file=document.file)
            raise RenameRefusedError(sequence(taken, _ANOTHER))
        if document.folder == folder and document.id != old and new in document.previous_ids:
            former = msg(
                '{file} had the id "{id}" before, and its old address leads there.',
                file=document.file,
                id=new,
            )
            raise RenameRefusedError(sequence(former, _ANOTHER))


def _replace_id(document: Document, text: str, folder: str, old: str, new: str) -> str:
    """`text`, with the new id wherever the document names the record."""
    paths = [
        mention.path
        for mention in references.mentions(document)
        if (mention.folder, mention.id) == (folder, old)
    ]
    if not paths:
        return text
    root = tree.parse(text)
    found = (tree.find(root, path) for path in paths)
    nodes = [node for node in found if isinstance(node, Scalar)]
    for node in sorted(nodes, key=lambda node: node.start, reverse=True):
        # Quotes stay: a comment may stand behind them, as it may not behind a text without.
        written = f"'{new}'" if node.style in {"'", '"'} else _write_id(new)
        text = text[: node.start] + written + text[_find_end(text, node) :]
    return text


def _write_id(id_: str) -> str:
    return words.write_inline(id_, flow=True)


def _find_end(text: str, node: Scalar) -> int:
    """Where a text ends; that of one below >- takes in the line break behind it."""
    return node.start + len(text[node.start : node.end].rstrip())


def _note_former_id(document: Document, old: str, new: str) -> str:
    """The record's text, with `old` among its previous ids and `new` no longer."""
    text = document.text
    former = document.previous_ids
    ids = [*(id_ for id_ in former if id_ not in {new, old}), old]
    line = f"previous_ids: [{', '.join(map(_write_id, ids))}]"
    if "previous_ids" not in (document.value or {}):
        return text if not text.strip() else f"{text.rstrip()}\n{line}\n"
    slots = tree.parse(text).slots
    slot = next(slot for slot in slots if slot.key and slot.key.value == "previous_ids")
    node = slot.value
    is_flow = isinstance(node, Group) and node.flow
    end = node.end if is_flow else _find_last_end(text, node)
    if isinstance(node, Group) and not is_flow and new not in former:
        return f"{text[:end]}\n{' ' * node.column}- {_write_id(old)}{text[end:]}"
    return text[: slot.start] + line + text[end:]


def _find_last_end(text: str, node: Scalar | Group) -> int:
    """The end of the last text in a list of lines."""
    while isinstance(node, Group) and node.slots:
        node = node.slots[-1].value
    return _find_end(text, node) if isinstance(node, Scalar) else node.end


def _format_as_before(document: Document, text: str) -> str:
    before = formatter.reformat(document.text, document.folder, document.depth)
    if before != document.text:
        return text
    return formatter.reformat(text, document.folder, document.depth)
