"""Signs that word processors set where YAML has others: hard spaces, bullets, curly quotes, wide
colons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from atlas.files.fault import Fault
from atlas.files.yaml_errors import NAME_VALUE
from atlas.i18n.messages import NOTHING, Message, msg
from atlas.model import MODELS
from atlas.model.fields import groups_within
from atlas.model.kinds import LANGUAGE

HARD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
SYMBOLS = "\uf020-\uf0ff"
"""The characters of fonts of symbols, which word processors set as bullets."""

BULLETS = (
    "\u2022\u00b7\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25e6\u2023\u2043\u2219\u27a2\u25ba\u25b6\u25b8\u25c6\u2756"
    f"\u2713\u2714\u2192\u066d{SYMBOLS}"
)
QUOTES = "\u201c-\u201f\u2018-\u201b\u00ab\u00bb\u2039\u203a\u301d-\u301f\uff02"
_COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
_DASHES = "\u2010-\u2015\u2212"

_NAME = r"[A-Za-z_][\w-]*"
_FIELD = rf"(?:^|[{{,\[]|-[ ])[ \t{HARD_SPACES}]*[{QUOTES}'\"]?{_NAME}[{QUOTES}'\"]?"
_INDENTATION = re.compile(rf"^[ \t]*([{HARD_SPACES}])[ \t{HARD_SPACES}]*(?=\S)")
_BULLET = re.compile(
    rf"^[ \t{HARD_SPACES}]*([{BULLETS}*{_DASHES}]|[0-9]{{1,3}}[.)])[ \t{HARD_SPACES}]"
)
_BEHIND = re.compile(rf"{_FIELD}(:)([{HARD_SPACES}])|^[ \t]*(-)([{HARD_SPACES}])")
_COLON = re.compile(rf"{_FIELD}[ {HARD_SPACES}]*([{_COLONS}])")
_DASH = re.compile(rf"^[ \t]*(?:- )?({_NAME})[ {HARD_SPACES}]*([{_DASHES}=;])[ {HARD_SPACES}]")
_ITEM_NARROW = re.compile(rf"^[ \t]*(-)({_NAME}):(?=\s|$)")
_NARROW = re.compile(rf"^[ \t]*(?:- )?({_NAME}):(?=[^\s:/])")
_QUOTE = re.compile(rf"(?:{_FIELD}:[ ]+|[\[{{,][ ]*|^[ ]*-[ ]+|^[ ]*)([{QUOTES}])")
_QUOTED_NAME = re.compile(rf"(?:^|[{{,]|-[ ])[ ]*([{QUOTES}])\w[\w -]*[{QUOTES}][ ]*:")
_BLOCK = re.compile(r"(?:^|[:\s-])[>|][+-]?[ \t]*(?:#.*)?$")

_SPACES = msg("Indent it with plain spaces.")
_SPACE = msg("Write a plain space there.")
_ITEM = msg("Begin each item of a list with {sign} and a space.", sign="-")
NO_QUOTES = msg(
    "Quotation marks of YAML are {one} and {other}; all others belong to the text.",
    one="'",
    other='"',
)
"""What to know of “ and ”."""


def name(character: str) -> str:
    """`U+00A0 (no-break space)`; as it stands if it is more than one, such as `1.`."""
    if len(character) > 1:
        return character
    known = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({known})" if known else "")


def describe_around(value: str) -> Message:
    """What is said of such a sign at the beginning or end of a value that may hold none."""
    first, last = value[:1], value[-1:]
    for sign in (first, last):
        if sign and sign in HARD_SPACES:
            return msg("It begins or ends with {character}; delete that.", character=name(sign))
    if re.match(f"[{BULLETS}{_DASHES}*]\\s", value):
        return msg("{character} is no mark of a list.", character=name(first))
    return NO_QUOTES if re.match(f"[{QUOTES}]", first) or re.match(f"[{QUOTES}]", last) else NOTHING


def find(text: str, broken: int = 0) -> Iterator[Fault]:
    """A fault for every such sign that stands for one of YAML's in `text`, which could not be read
    or has an odd name of a field. Quotes are looked for in names, and in the `broken` line."""
    for number, line in _structured_lines(text):
        for column, message, hint in _find_in_line(line, is_broken=number == broken):
            yield Fault(number, column + 1, message, hint)


def _structured_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers that are no comments and not of a text below > or |."""
    inner = -1
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        indentation = len(line) - len(line.lstrip(f" \t{HARD_SPACES}"))
        if not line.strip() or line.lstrip().startswith("#") or 0 <= inner < indentation:
            continue
        inner = indentation if _BLOCK.search(line) else -1
        yield number, line


def _find_in_line(line: str, *, is_broken: bool) -> Iterator[tuple[int, Message, Message]]:
    if found := _INDENTATION.match(line):
        message = msg("this line is indented with {character}.", character=name(found[1]))
        yield found.start(1), message, _SPACES
    if found := _BULLET.match(line):
        message = msg("{character} is no mark of a list.", character=name(found[1]))
        yield found.start(1), message, _ITEM
    if (found := _ITEM_NARROW.match(line)) and found[2] in {*_field_names(), *LANGUAGE.examples}:
        yield found.end(1), msg('behind "{sign}" a space is missing.', sign="-"), _SPACE
    for found in _BEHIND.finditer(line):
        sign = 1 if found[1] else 3
        message = msg(
            'behind "{sign}" stands {character}.', sign=found[sign], character=name(found[sign + 1])
        )
        yield found.start(sign + 1), message, _SPACE
    for found in _COLON.finditer(line):
        yield found.start(1), *_no_colon(found[1])
    if (found := _DASH.match(line)) and found[1] in _field_names():
        yield found.start(2), *_no_colon(found[2])
    if (found := _NARROW.match(line)) and found[1] in _field_names():
        yield found.end(), msg('behind "{sign}" a space is missing.', sign=":"), _SPACE
    quote = _QUOTED_NAME.search(line) or (_QUOTE.search(line) if is_broken else None)
    if quote:
        yield (
            quote.start(1),
            msg("{character} is no quotation mark here.", character=name(quote[1])),
            NO_QUOTES,
        )


def _no_colon(sign: str) -> tuple[Message, Message]:
    message = msg("{character} stands in the place of a colon.", character=name(sign))
    return message, msg('Write "{form}".', form=NAME_VALUE)


@cache
def _field_names() -> frozenset[str]:
    models = groups_within(MODELS.values())
    return frozenset(field for model in models for field in model.model_fields)
