"""One error of the model: where it is, what stands there, and what may stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from atlas.i18n.messages import Example, Phrase, msg
from atlas.i18n.problem import shorten
from atlas.lookup.suggester import Suggester
from atlas.model import Part, fields, kinds
from atlas.model.fields import Content
from atlas.model.kinds import ValueKind
from atlas.model.paths import FieldPath

_FIELD = (
    msg('field "{field}" has no value'),
    msg('field "{field}" is "{value}"'),
    msg('field "{field}" is a list'),
    msg('field "{field}" is a group of fields'),
)
_ITEM = (
    msg('an item of "{field}" has no value'),
    msg('an item of "{field}" is "{value}"'),
    msg('an item of "{field}" is a list'),
    msg('an item of "{field}" is a group of fields'),
)


@dataclass(frozen=True, slots=True)
class SchemaError:
    """What pydantic says of the value at `path` of a record.

    `siblings` are the items of the list that the value stands in, itself among them.
    """

    model: type[Part]
    path: FieldPath
    details: ErrorDetails
    suggester: Suggester
    siblings: Sequence[object] = ()

    @property
    def code(self) -> str:
        """Pydantic's word for what is wrong, or that of a validator of the model."""
        return self.details["type"]

    @property
    def value(self) -> object:
        """What stands there."""
        return self.details["input"]

    @property
    def text(self) -> str:
        """The same as a text."""
        return str(self.value)

    @property
    def found(self) -> Phrase:
        """The same in words, without a full stop: `field "lat" is "91"`."""
        is_item = bool(self.path) and isinstance(self.path[-1], int)
        nothing, text, items, group = _ITEM if is_item else _FIELD
        if self.is_absent:
            return nothing.with_args(field=self.field)
        if isinstance(self.value, str):
            return text.with_args(field=self.field, value=shorten(self.value))
        return (items if isinstance(self.value, list) else group).with_args(field=self.field)

    @property
    def is_absent(self) -> bool:
        """Whether nothing stands there."""
        return self.value is None

    @property
    def is_of_key(self) -> bool:
        """Whether it is the name of a field that is wrong, not its value."""
        return self.details["loc"][-1] == "[key]"

    @property
    def field(self) -> str:
        """`coordinates.lat`; for an item of a list, the list's field."""
        return fields.dotted(self.path)

    @property
    def name(self) -> str:
        """`lat`: the field without those that lead to it; empty for the record itself."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def content(self) -> Content:
        """What may stand there."""
        return fields.at(self.model, self.path)

    @property
    def kind(self) -> ValueKind | None:
        """The kind of value that may stand there."""
        return kinds.LANGUAGE if self.is_of_key else self.content.kind

    @property
    def form(self) -> Example:
        """How it is written, or … if that says nothing."""
        return Example(self.content.form)
