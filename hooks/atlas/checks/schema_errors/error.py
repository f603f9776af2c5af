"""One complaint of the model: where it is, what stands there, and what may stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from atlas.files.references import target
from atlas.i18n.messages import Example
from atlas.lookup.suggest import Suggester
from atlas.model import Part, fields
from atlas.model.paths import FieldPath


@dataclass(frozen=True, slots=True)
class SchemaError:
    """What pydantic says of the value at `path` of a record, and what may have been meant.

    `beside` are the items of the list that the value stands in, itself among them.
    """

    model: type[Part]
    path: FieldPath
    details: ErrorDetails
    meant: Suggester
    beside: Sequence[object] = ()

    @property
    def field(self) -> str:
        """`coordinates.lat`; for an item of a list, the list's field."""
        return fields.dotted(self.path)

    @property
    def name(self) -> str:
        """`lat`: the field without those that lead to it; empty for the record itself."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def shape(self) -> Example:
        """How the value is to be written, or … if that says nothing."""
        return Example(fields.shape(self.model, self.path))

    @property
    def folder(self) -> str:
        """The folder of the records that the field names; empty if it names none."""
        return target(self.name, getattr(self.model, "folder", "")) or ""

    @property
    def written(self) -> str:
        """What stands there."""
        return str(self.details["input"])

    @property
    def is_absent(self) -> bool:
        """Does nothing stand there?"""
        return self.details["input"] is None
