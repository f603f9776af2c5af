"""Are words written in letters that are what they look like?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import Message, Phrase, msg
from atlas.i18n.problem import Problem, shorten
from atlas.model import KINDS
from atlas.model.fields import dotted, names_of_kind
from atlas.model.kinds import URL
from atlas.model.walk import written_texts

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MOST_MARKS = 4
HEAP = re.compile(
    f"[{_MARKS}](?:(?<=[ \t\n\"'].)|(?<!..)|[{_MARKS}]{{{_MOST_MARKS}}})",
    re.DOTALL,
)
"""A mark without a letter, or more marks on one letter than any language writes."""

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ALIKE = (
    "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\u1c80-\u1c8f\u1d00-\u1d7f\u1f00-\u1fff"
    "\ua640-\ua69f\uab30-\uabbf"
)
"""Scripts with letters that look like Latin ones: Greek, Cyrillic, Armenian, Cherokee."""

MIXED = re.compile(f"[{_LATIN}]+[{_ALIKE}]|[{_ALIKE}]+[{_LATIN}]")
"""Where a word goes from one script to another."""

_DRAWN = "\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001d400-\U0001d7ff\U0001f130-\U0001f189"
_DISGUISED = re.compile(f"[{_DRAWN}]")
"""Letters drawn as signs: full width, circled, mathematical."""

_UNUSUAL = re.compile(f"[{_ALIKE}{_DRAWN}\\\\]")
"""What stands in a file that any of this may be said of; a backslash may hide it."""

_LOOKS_LATIN, _IS_LATIN = re.compile(f"[{_ALIKE}]"), re.compile(f"[{_LATIN}]")
_IN_LATIN = {"en", "nl", "fr", "de", "es", "it", "pt", "sv", "da", "fi", "pl", "ro", "hu", "cs"}
_ADDRESSES = names_of_kind(KINDS, URL)


@per_record
def letters_carry_few_marks(context: CheckContext) -> Iterator[Problem]:
    """No letter carries a heap of marks, and no mark stands without a letter."""
    for document in context.documents:
        written = document.text
        if "\\" not in written and not HEAP.search(written):
            continue
        for path, text in written_texts(document.value):
            if HEAP.search(text):
                message = msg(
                    'field "{field}" heaps marks on a letter, or has one without any.',
                    field=dotted(path),
                )
                yield document.problem(path, message, msg("Delete them; retype the word."))


@per_record
def words_are_of_one_script(context: CheckContext) -> Iterator[Problem]:
    """No word mixes letters of two scripts that look alike, or is drawn in signs."""
    for document in context.documents:
        if not _UNUSUAL.search(document.text):
            continue
        for path, text in written_texts(document.value):
            if _ADDRESSES.isdisjoint(path) and (found := _describe_oddity(path, text)):
                message = found.with_args(field=dotted(path))
                yield document.problem(path, message, msg("Retype the word."), "warning")


def _describe_oddity(path: tuple[str | int, ...], text: str) -> Phrase | None:
    """What is odd about the letters of `text`, if anything is."""
    if mixed := MIXED.search(text):
        one, other = mixed[0][-2], mixed[0][-1]
        return msg(
            'field "{field}" has a word with letters of two scripts, {one} and {other}.',
            one=_name_letter(one),
            other=_name_letter(other),
        )
    if drawn := _DISGUISED.search(text):
        return msg(
            'field "{field}" has {sign} in the place of a letter.', sign=_name_letter(drawn[0])
        )
    in_latin = path and path[-1] in _IN_LATIN
    if in_latin and _LOOKS_LATIN.search(text) and not _IS_LATIN.search(text):
        return msg(
            'field "{field}" has no letter of the language "{language}": "{text}".',
            language=str(path[-1]),
            text=shorten(text),
        )
    return None


def _name_letter(letter: str) -> Message:
    """`"е" (cyrillic small letter ie)`."""
    name = unicodedata.name(letter, "?").lower()
    return msg('"{letter}" ({name})', letter=letter, name=name)
