"""The part of YAML that records use: mappings, lists and text, each once and in plain sight.

Anchors, aliases, tags, merge keys, directives and second documents are refused, and so are files
that are too deep or too large. No scalar is ever turned into a number, a date or a truth value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from sys import intern
from typing import Any

from yaml import CBaseLoader, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.reader import ReaderError

from atlas.files import forbidden_characters, tree, typeset_signs, yaml_errors
from atlas.files.fault import Fault
from atlas.files.tree import EMPTY, Position
from atlas.files.yaml_errors import NAME_VALUE
from atlas.i18n.messages import NOTHING, Example, msg, msg_plural, sequence
from atlas.i18n.problem import shorten
from atlas.model.paths import KEY, FieldPath

MAX_CHARACTERS = 200_000
MAX_DEPTH = 12
MAX_CHARACTER_FAULTS = 20
MAX_NODES = 20_000

_Outer = list[tuple[Any, str | None]]
"""The open containers around the innermost one, each with the field that leads inwards."""

_ONE_TWO = msg("one, two")
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")

_ODD = frozenset("-0123456789")
"""What a field's name begins with where it holds the mark of an item, such as `-` or `1.`."""


@dataclass(slots=True)
class Parsed:
    """What a text holds, and what is wrong with it. `value` is None if it could not be read."""

    value: dict[str, Any] | None = None
    faults: list[Fault] = field(default_factory=list)

    def add(self, faults: list[Fault]) -> None:
        """Add what says more than what is known of the same signs."""
        places = {(one.line, one.column) for one in faults}
        self.faults = [one for one in self.faults if (one.line, one.column) not in places] + faults


def parse(text: str) -> Parsed:
    """Read `text` into mappings, lists, texts and None (for a value that is not there).

    Never raises. Depth is counted while the parser advances, one event at a time, so that no
    nesting, however deep, reaches a recursion.
    """
    refused = forbidden_characters.find_refused(text)
    parsed = Parsed(faults=[*islice(refused, MAX_CHARACTER_FAULTS)])
    parser = _Parser(text, parsed.faults)
    try:
        value = parser.run()
    except Fault as fault:
        parsed.faults.append(fault)
    except YAMLError as error:
        named_already = isinstance(error, ReaderError) and parsed.faults
        if not named_already:
            found = yaml_errors.explain(error, text)
            parsed.add(_find_typeset(text, found.line) or [found])
    else:
        is_odd = parser.has_odd_name or not isinstance(value, dict)
        typeset = _find_typeset(text) if is_odd else []
        parsed.add(typeset)
        if isinstance(value, dict):
            parsed.value = None if typeset else value
        elif not typeset:
            parsed.faults.append(_not_a_mapping(value))
    return parsed


def _find_typeset(text: str, broken: int = 0) -> list[Fault]:
    return [*islice(typeset_signs.find(text, broken), MAX_CHARACTER_FAULTS)]


def _not_a_mapping(value: object) -> Fault:
    if value is None:
        hint = msg("Write the record's fields, or delete the file.")
        return Fault(1, 1, msg("the file is empty."), hint)
    if isinstance(value, list):
        found = msg("the file holds a list, not fields with values.")
    else:
        found = msg("the file holds a single text, not fields with values.")
    return Fault(1, 1, found, msg('Begin each field "{form}".', form=NAME_VALUE))


def _too_many(event: Any) -> Fault:
    message = msg_plural(
        "more than {number} value in one file.",
        "more than {number} values in one file.",
        MAX_NODES,
    )
    return Fault.at(event.start_mark, message, msg("Split the record."))


def _too_deep(event: Any) -> Fault:
    message = msg("values are nested more than {depth} deep.", depth=MAX_DEPTH)
    return Fault.at(event.start_mark, message, msg("Close a bracket."))


class _Parser:
    """One pass over the events of one text."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self.text = text
        self.faults = faults
        self.commented = " #" in text or "\t#" in text
        self.escaped = "\\" in text
        self.documents = 0
        self.has_odd_name = False

    @cached_property
    def positions(self) -> dict[FieldPath, Position]:
        """Where everything stands."""
        return tree.locate(self.text)

    def run(self) -> object:
        """Return the text's one value; raise Fault or YAMLError where it cannot be read.

        One loop over local names, as most of the time of a check is spent in it.
        """
        next_event: Callable[[], Any] = CBaseLoader(self.text).get_event
        root: list[Any] = []
        parent: Any = root
        value: Any
        key: str | None = None
        key_event: Any = None
        outer: _Outer = []
        nodes = 0
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                if value in EMPTY and event.implicit[0]:
                    value = None
            elif kind is MappingStartEvent:
                value = {}
            elif kind is SequenceStartEvent:
                value = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                parent, key = outer.pop()[0], None
                continue
            elif kind is StreamEndEvent:
                return root[0] if root else None
            else:
                self._refuse_between(event)
                continue
            if event.tag is not None or event.anchor is not None:
                raise _anchor_or_tag(event)
            nodes += 1
            if nodes > MAX_NODES:
                raise _too_many(event)
            if parent.__class__ is list:
                parent.append(value)
            elif key is None:
                if value.__class__ is not str or value in parent or value == "<<":
                    self._refuse(event, parent, value, outer)
                key, key_event = intern(value), event  # one text for all records, not one in each
                if not value.isascii() or value[:1] in _ODD:
                    self.has_odd_name = True
                continue
            elif value is None and self._cut_off(event, key_event):
                self.faults.append(_cut_by_comma(key_event))
            else:
                parent.setdefault(key, value)
            if kind is ScalarEvent:
                key = None
                if self.commented or self.escaped:
                    self._look_closer(event)
                continue
            if len(outer) >= MAX_DEPTH:
                raise _too_deep(event)
            outer.append((parent, key))
            parent, key = value, None

    def _refuse(self, event: Any, parent: dict[str, Any], key: object, outer: _Outer) -> None:
        """Refuse a field's name that is no text, that merges, or that is there already."""
        if not isinstance(key, str):
            hint = msg('Begin the line "{form}".', form=NAME_VALUE)
            raise Fault.at(event.start_mark, msg("a field's name is not a text."), hint)
        if key == "<<":
            message = msg('the merge key "{key}" is not allowed.', key=key)
            raise Fault.at(event.start_mark, message, msg("Write the fields out."))
        if key in parent:
            self.faults.append(self._duplicate(event, key, outer))

    def _duplicate(self, event: Any, key: str, outer: _Outer) -> Fault:
        path = [len(group) - 1 if field is None else field for group, field in outer[1:]]
        first, _ = self.positions[(*path, key, KEY)]
        message = msg(
            'field "{field}" stands here twice; the first is on line {line}.', field=key, line=first
        )
        return Fault.at(
            event.start_mark,
            message,
            msg("Delete the one that no longer holds; if both do, put them into one."),
        )

    def _cut_off(self, event: Any, key_event: Any) -> bool:
        """Is the key no field at all, but the rest of a text after its comma: {en: one, two}?"""
        start, end = key_event.start_mark.index, key_event.end_mark.index
        before = self.text[max(0, start - 100) : start].rstrip()
        return before.endswith(",") and ":" not in self.text[end : event.start_mark.index + 1]

    def _refuse_between(self, event: Any) -> None:
        """Refuse what may stand between the values: aliases, directives, second documents."""
        if isinstance(event, AliasEvent):
            raise Fault.at(
                event.start_mark,
                msg('the alias "{alias}" is not allowed.', alias=f"*{event.anchor}"),
                msg("Write the value out; put text that begins with {sign} in quotes.", sign="*"),
            )
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if event.version is not None or event.tags:
                message = msg("a line that begins with {sign} is not allowed.", sign="%")
                raise Fault.at(event.start_mark, message, msg("Delete it."))
            if self.documents > 1:
                message = msg("a second document begins here.")
                raise Fault.at(event.start_mark, message, msg("One record a file."))
        elif not isinstance(event, StreamStartEvent | DocumentEndEvent):
            raise Fault.at(event.start_mark, msg("this cannot be read."), NOTHING)

    def _look_closer(self, event: Any) -> None:
        """Refuse text lost to a comment, and characters that an escape brought in."""
        start, end = event.start_mark, event.end_mark
        if event.implicit[0] and (cut := _COMMENT.match(self.text, end.index)):
            message = msg(
                "text after '{sign}' is dropped: \"{text}\".", sign=" #", text=shorten(cut[1])
            )
            hint = msg("Put the whole value in quotes, or the remark on a line of its own.")
            column = end.column + 1 + cut.start(1) - cut.start()
            self.faults.append(Fault(end.line + 1, column, message, hint))
        elif event.style == '"' and "\\" in self.text[start.index : end.index]:
            for found in forbidden_characters.REFUSED_ESCAPED.finditer(event.value):
                message = forbidden_characters.refusal(found[0])
                self.faults.append(Fault.at(start, message, forbidden_characters.HINT))


def _cut_by_comma(event: Any) -> Fault:
    message = msg(
        '"{text}" stands after a comma, which ends the text before it.', text=shorten(event.value)
    )
    hint = msg(
        "Put text that holds a comma in quotes: {example}.",
        example=Example("{{{lang}: '{words}'}}", _ONE_TWO),
    )
    quotes = typeset_signs.describe_around(event.value)
    return Fault.at(event.start_mark, message, sequence(quotes, hint))


def _anchor_or_tag(event: Any) -> Fault:
    if event.anchor is not None:
        message = msg('the anchor "{anchor}" is not allowed.', anchor=f"&{event.anchor}")
    else:
        message = msg('the tag "{tag}" is not allowed.', tag=event.tag)
    hint = msg(
        "Delete it; put text that begins with {sign} in quotes.",
        sign="&" if event.anchor is not None else "!",
    )
    return Fault.at(event.start_mark, message, hint)
