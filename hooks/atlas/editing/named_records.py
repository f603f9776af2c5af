"""The record that a command is to work on, found by its folder and its id."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.files.document import Document
from atlas.i18n.messages import msg, sequence
from atlas.lookup.suggester import Suggester, choose, did_you_mean


class NoSuchRecordError(Exception):
    """No record has the id; a sentence says so, and which one may have been meant."""


def find_record(documents: Sequence[Document], folder: str, id_: str) -> Document:
    """The document of a record. Raises NoSuchRecordError."""
    known = {document.id: document for document in documents if document.folder == folder}
    if id_ not in known:
        similar = Suggester({folder: known}, known.values).record(id_, folder)
        # With their folder, as the command takes them.
        offered = [f"{folder}/{one}" for one in similar or known]
        hint = did_you_mean(offered) if similar else choose(offered)
        data = documents[0].data if documents else "data"
        file = f"{data}/{folder}/{id_}.yml"
        raise NoSuchRecordError(sequence(msg("there is no {file}.", file=file), hint))
    return known[id_]
