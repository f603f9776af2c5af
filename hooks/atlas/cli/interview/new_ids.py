"""The ids of records that answers bring along: made of names, or asked for where none can be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.record_lookup import RecordLookup
from atlas.editing import questions
from atlas.editing.drafts.ids import NAMELESS, suggest_id
from atlas.editing.drafts.new_records import NewRecord

_New = TypeVar("_New", bound=NewRecord)


class NewIds:
    """Knows which ids are taken, by records and by earlier answers."""

    def __init__(self, interviewer: Interviewer, lookup: RecordLookup) -> None:
        self._interviewer = interviewer
        self._lookup = lookup
        self._ids: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, new: NewRecord) -> None:
        """Take the id of a new record as taken."""
        self._ids[new.folder].add(new.id)

    def give(self, new: _New, name: str, default: str = "") -> _New:
        """The new record with an id that is asked for, if none can be made of its names."""
        names = new.names_for_id()
        new_ids = self._ids[new.folder]
        taken = {*self._lookup.list_ids(new.folder), *new_ids}
        if suggest_id(names, ()) != NAMELESS:
            new_ids.add(suggest_id(names, taken))
            return new
        id_ = self._interviewer.ask_id(
            questions.ID_OF, default if default not in taken else "", taken, name=name
        )
        new_ids.add(id_)
        return replace(new, id=id_)
