"""Reads JSON Lines with the place of every value: a text of JSON on each line (jsonlines.org).

Values are what `strict_yaml` makes of a record: objects, lists, and every scalar the text as it is
written. So a line is judged as a record's file is, and a mistake is shown where it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn

from atlas.files.fault import Fault
from atlas.files.forbidden_characters import HINT, REFUSED_ESCAPED, refusal
from atlas.files.tree import Position
from atlas.i18n.messages import NOTHING, msg
from atlas.model.paths import KEY, FieldPath

_BLANKS = re.compile(r"[ \t\r]*")
_WORD = re.compile(r"(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d\d?)?)(?![\w.])", re.A)
"""A truth or a number."""

_DECODER = json.JSONDecoder()
_MOST_DEPTH = 20

_NO_JSON = msg("this is no JSON.")
_TOO_DEEP = msg("values are nested more than {depth} deep.", depth=_MOST_DEPTH)
AGAIN = msg("Bring the file in as the atlas has published it.")
"""What to do where such a file is not what it was."""


@dataclass(frozen=True)
class JsonLine:
    """What stands on a line, which is number `number`: its fields, and the place of each value and
    (path + "#key") of each field's name. Without `value` it is no object, and `faults` say why."""

    number: int
    text: str
    value: dict[str, Any] | None
    positions: dict[FieldPath, Position] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def parse(text: str) -> Iterator[JsonLine]:
    """Every line of `text` that is not empty. Never raises."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _parse_line(number, line)


def _parse_line(number: int, line: str) -> JsonLine:
    scanner = _Scanner(line, number)
    try:
        value = scanner.read((), scanner.skip(0))
        if not isinstance(value, dict):
            scanner.refuse(0)
        if scanner.skip(scanner.at) < len(line):
            scanner.refuse(scanner.at)
    except Fault as fault:
        return JsonLine(number, line, None, scanner.positions, [*scanner.faults, fault])
    return JsonLine(number, line, value, scanner.positions, scanner.faults)


class _Scanner:
    """Reads one line; `at` is where it has come to."""

    def __init__(self, text: str, number: int) -> None:
        self._text, self._number = text, number
        self.at = 0
        self.positions: dict[FieldPath, Position] = {}
        self.faults: list[Fault] = []

    def refuse(self, at: int) -> NoReturn:
        """Raise that there is no JSON from `at` on."""
        raise Fault(self._number, at + 1, _NO_JSON, AGAIN)

    def skip(self, at: int) -> int:
        """Where the first sign stands from `at` on that is no blank."""
        found = _BLANKS.match(self._text, at)
        self.at = found.end() if found else at
        return self.at

    def read(self, path: FieldPath, at: int) -> Any:
        """The value that begins at `at` and stands at `path`."""
        self.positions[path] = self._number, at + 1
        if len(path) > _MOST_DEPTH:
            raise Fault(self._number, at + 1, _TOO_DEEP, AGAIN)
        sign = self._text[at : at + 1]
        if sign == "{":
            return self._read_object(path, at)
        if sign == "[":
            return self._read_list(path, at)
        if sign == '"':
            return self._read_text(at)
        word = _WORD.match(self._text, at)
        if word is not None:
            self.at = word.end()
            return _write_plainly(word[0])
        if self._text.startswith("null", at):
            raise Fault(self._number, at + 1, msg("a value is missing here."), NOTHING)
        self.refuse(at)

    def _read_object(self, path: FieldPath, at: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        at = self.skip(at + 1)
        if self._ends("}", at):
            return fields
        while True:
            if self._text[at : at + 1] != '"':
                self.refuse(at)
            begin, name = at, self._read_text(at)
            if self._text[self.skip(self.at) : self.at + 1] != ":":
                self.refuse(self.at)
            if name in fields:
                message = msg('"{name}" stands here twice.', name=name)
                self.faults.append(Fault(self._number, begin + 1, message, AGAIN))
            self.positions[*path, name, KEY] = self._number, begin + 1
            fields[name] = self.read((*path, name), self.skip(self.at + 1))
            if not self._goes_on("}"):
                return fields
            at = self.at

    def _read_list(self, path: FieldPath, at: int) -> list[Any]:
        items: list[Any] = []
        at = self.skip(at + 1)
        if self._ends("]", at):
            return items
        while True:
            items.append(self.read((*path, len(items)), at))
            if not self._goes_on("]"):
                return items
            at = self.at

    def _ends(self, sign: str, at: int) -> bool:
        if self._text[at : at + 1] != sign:
            return False
        self.at = at + 1
        return True

    def _goes_on(self, end: str) -> bool:
        """Whether a comma follows, and not the end of the group; `at` is then behind it."""
        at = self.skip(self.at)
        if self._ends(end, at):
            return False
        if self._text[at : at + 1] != ",":
            self.refuse(at)
        self.skip(at + 1)
        return True

    def _read_text(self, at: int) -> str:
        try:
            text, self.at = _DECODER.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            raise Fault(self._number, error.pos + 1, _NO_JSON, AGAIN) from error
        if found := REFUSED_ESCAPED.search(text):
            self.faults.append(Fault(self._number, at + 1, refusal(found[0]), HINT))
        return str(text)


def _write_plainly(word: str) -> str:
    """A number without an exponent, which JSON may have and records have not."""
    return format(Decimal(word), "f") if word[-1].isdigit() and "e" in word.lower() else word
