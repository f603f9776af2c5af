"""A record taken out: its file, its entry in the list of what was taken out, and who names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from atlas.checks import ledgers
from atlas.editing.listed_ties import ListedTies
from atlas.editing.named_records import NoSuchRecordError, find_record
from atlas.files import references, tree
from atlas.files.document import Document
from atlas.files.formatter import words
from atlas.files.register_tables import Row
from atlas.files.tree import Group, Node, Slot
from atlas.i18n.messages import msg, sequence
from atlas.lookup.suggester import did_you_mean
from atlas.model import ListedTie
from atlas.model.ledgers import Folder, RemovedRecords
from atlas.model.vocabulary import Removed

LEDGER = f"{RemovedRecords.name}.yml"
FOLDERS = tuple(folder.value for folder in Folder)
"""Of what can be taken out: records, and ties that registers list."""

_FIELD = next(iter(RemovedRecords.model_fields))
_HEAD = f"# yaml-language-server: $schema=schema/{RemovedRecords.name}.schema.json\n"


class RemovalRefusedError(Exception):
    """A record cannot be taken out; a sentence says why, and what to do."""


@dataclass(frozen=True)
class Departure:
    """What goes: the record's own file, None of what only a register has; and where other files
    name it, with the name of the field."""

    folder: str
    id: str
    document: Document | None
    mentions: tuple[tuple[str, int, int, str], ...]
    ties: int
    """How many listed ties go with it: those of a place."""


def find_departure(documents: Sequence[Document], folder: str, id_: str) -> Departure:
    """What goes with a record, or with a listed tie, of `documents`, the rows of registers among
    them. Raises NoSuchRecordError, and RemovalRefusedError while a file cannot be read."""
    if folder == ListedTie.folder:
        return Departure(folder, _find_pair(documents, id_), None, (), 0)
    record = find_record(documents, folder, id_)
    if unread := next((one for one in documents if not one.sound and one is not record), None):
        raise RemovalRefusedError(
            msg("{file} cannot be read, and might name it. Mend it first.", file=unread.file)
        )
    naming = [
        (one, mention)
        for one in documents
        if one is not record and (folder, id_) in references.mentioned_records(one)
        for mention in references.mentions(one)
        if (mention.folder, mention.id) == (folder, id_)
    ]
    ties = {one.id for one, _ in naming if _is_tie_of_place(one, folder)}
    mentions = (
        (one.file, *one.positions.get(mention.path, (1, 1)), mention.field)
        for one, mention in naming
        if one.id not in ties
    )
    is_row = isinstance(record, Row)
    return Departure(folder, id_, None if is_row else record, tuple(mentions), len(ties))


def _is_tie_of_place(document: Document, folder: str) -> bool:
    return document.folder == ListedTie.folder and folder == Folder.PLACES


def _find_pair(documents: Sequence[Document], id_: str) -> str:
    listed = ListedTies(documents)
    if tie := listed.find(id_):
        return tie.pair
    message = msg('no register lists a tie "{tie}".', tie=id_)
    near = listed.find_near(id_)
    raise NoSuchRecordError(sequence(message, did_you_mean(near)) if near else message)


def read_taken_out(ledger: Document | None) -> list[tuple[str, str]]:
    """Folder and id of all that was taken out, in order. Raises RemovalRefusedError for a list that
    is not as it should be."""
    if ledger is None:
        return []
    kept, problems = ledgers.check([ledger])
    if problems or not ledger.sound:
        raise RemovalRefusedError(msg("{file} has a mistake: mend it first.", file=ledger.file))
    return [each.key for each in kept.removed]


def add_entry(ledger: Document | None, departure: Departure, reason: Removed, day: date) -> str:
    """The text of the list with one more entry where it belongs; all else in it stays.

    Raises RemovalRefusedError for a list that is not in order.
    """
    text = ledger.text if ledger else ""
    keys = read_taken_out(ledger)
    key = (departure.folder, departure.id)
    at = sum(each < key for each in keys)
    entry = "  - " + _write_entry(departure, reason, day)
    slots = tree.parse(text).slots
    slot = next((one for one in slots if one.key and one.key.value == _FIELD), None)
    if slot is None:
        return f"{text.rstrip() or _HEAD.rstrip()}\n{_FIELD}:\n{entry}\n"
    entries = slot.value.slots if isinstance(slot.value, Group) else []
    if not entries or (isinstance(slot.value, Group) and slot.value.flow):
        return _open_list(text, slot, entries, at, entry)
    end = _find_line_end(text, slot.start)
    if at:
        end = _find_line_end(text, _find_end(entries[at - 1].value))
    entry = " " * _find_column(text, entries[0]) + entry.strip()
    return f"{text[:end]}\n{entry}{text[end:] or chr(10)}"


def _write_entry(departure: Departure, reason: Removed, day: date) -> str:
    fields = {
        "folder": departure.folder,
        "id": words.write_inline(departure.id, flow=True),
        "date": day.isoformat(),
        "reason": reason.value,
    }
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


def _open_list(text: str, slot: Slot, entries: Sequence[Slot], at: int, entry: str) -> str:
    """The text with the list that stood in one line, or held nothing, on lines of its own."""
    written = [f"  - {text[each.start : each.value.end]}" for each in entries]
    lines = [*written[:at], entry, *written[at:]]
    rest = text[slot.value.end :].lstrip(" ") or "\n"
    return f"{text[: slot.start]}{_FIELD}:\n" + "\n".join(lines) + rest


def _find_end(node: Node) -> int:
    """Where an entry ends: a group on lines of its own with its last text."""
    while isinstance(node, Group) and not node.flow and node.slots:
        node = node.slots[-1].value
    return node.end


def _find_line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _find_column(text: str, slot: Slot) -> int:
    """The column of the hyphen before an item."""
    line = text[text.rfind("\n", 0, slot.start) + 1 : slot.start]
    return line.index("-")
