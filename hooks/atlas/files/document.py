"""One record file as it was read: its fields as written, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from atlas.files import tree
from atlas.files.tree import Position
from atlas.i18n.messages import NOTHING, Message
from atlas.i18n.problem import Problem, Severity
from atlas.model.paths import KEY, FieldPath


@dataclass(frozen=True)
class Document:
    """One record file: `data/places/genk.yml`, of the folder `places`, with the id `genk`.

    `value` is its fields (every scalar the text as written, or None where there is none), or None
    if the file could not be read. `sound` is False if reading it gave an error. `text` is what
    the file holds. The id of a `misnamed` file is a stand-in: its name is none, or another's.
    """

    file: str
    folder: str
    id: str
    value: dict[str, Any] | None
    sound: bool = True
    text: str = ""
    misnamed: bool = field(default=False, kw_only=True)

    @property
    def data(self) -> str:
        """The name of the folder that holds all records, as files begin with it: `data`."""
        return self.file.partition("/")[0]

    @property
    def depth(self) -> int:
        """How many folders below the data folder the file lies."""
        return self.file.count("/") - 1

    @property
    def previous_ids(self) -> list[str]:
        """The ids that the record had before, whatever else is written there."""
        former = (self.value or {}).get("previous_ids")
        return [id_ for id_ in former if isinstance(id_, str)] if isinstance(former, list) else []

    @cached_property
    def positions(self) -> dict[FieldPath, Position]:
        """Line and column, from 1, of every value and (path + "#key") of every field's name."""
        return tree.locate(self.text)

    def problem(
        self,
        path: FieldPath,
        message: Message,
        hint: Message = NOTHING,
        severity: Severity = "error",
    ) -> Problem:
        """A problem with what stands at `path`, or with the nearest thing around it."""
        while path and path not in self.positions:
            path = path[:-2] if path[-1] == KEY else path[:-1]
        line, column = self.positions.get(path, (1, 1))
        return Problem(self.file, line, column, message, hint, severity)
