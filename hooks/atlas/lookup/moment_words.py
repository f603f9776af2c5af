"""The words of `moment_words.toml`, as patterns of what stands in front of a date or behind it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from atlas.i18n.normalize import fold, normalize_name

_QUOTES = "\"'\u2018-\u201f\u2039\u203a\u00ab\u00bb"
_AROUND = re.compile(rf"^[\s{_QUOTES}]+|(?<!\.)\.?[\s,;{_QUOTES}]*$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_DASHES = re.compile("\\s*[\u2010-\u2015\u2212]\\s*")
_POINTS = re.compile(r"(?<=[^\W\d])\.|(?<=\d)'(?=s\b)|'(?=\d\d(?:s|\b))")
"""The points of n.d., the apostrophes of 1990's and of '90."""

_WORD = re.compile(r"[^\W\d_]+")


def clean(written: str) -> str:
    """Folded words without the Arabic article, without quotes around them; plain dashes, single
    blanks."""
    text = _INVISIBLE.sub("", fold(_AROUND.sub("", written)))
    text = _POINTS.sub("", _DASHES.sub(" - ", text)).replace("'", " ")
    return " ".join(_WORD.sub(lambda word: normalize_name(word[0]), text).split())


def names(table: str) -> tuple[str, ...]:
    """What the lists of a table are called."""
    return tuple(_tables()[table])


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """The words of a list, cleaned."""
    return frozenset(map(clean, _tables()[table][name]))


def before(text: str, table: str, name: str) -> Iterator[str]:
    """What stands before words of a list with which `text` ends, if it does."""
    found = _at_end(table, name).search(text)
    if found and (rest := text[: found.start()].rstrip(" -/")):
        yield rest


def behind(text: str, table: str, name: str) -> Iterator[str]:
    """What stands behind words of a list with which `text` begins, if it does."""
    found = _at_beginning(table, name).match(text)
    if found and (rest := text[found.end() :].lstrip(" -/")):
        yield rest


def replace(text: str, table: str, name: str, by: str) -> str:
    """`text` with `by` for words of a list, wherever they stand in it."""
    return " ".join(_anywhere(table, name).sub(f" {by} ", text).split())


def either_side(text: str, name: str, signs: str = "") -> Iterator[tuple[str, str]]:
    """What stands on both sides of words of a list of `spans`, or of `signs`, a pattern."""
    for found in _anywhere("spans", name, signs).finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if left and right:
            yield left, right


@cache
def _at_end(table: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?=\w)|(?=\W))(?:{_any_of(table, name)})$")


@cache
def _at_beginning(table: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(table, name)})(?![^\W\d])")


@cache
def _anywhere(table: str, name: str, signs: str = "") -> re.Pattern[str]:
    words = rf"(?<![^\W\d])(?:{_any_of(table, name)})(?![^\W\d])"
    return re.compile(f"{words}|{signs}" if signs else words)


def _any_of(table: str, name: str) -> str:
    """A pattern of any word of a list, the longest first."""
    words = sorted(listed(table, name) | _signs(table, name), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words if word)


def _signs(table: str, name: str) -> set[str]:
    """Those that are signs, which cleaning takes for the end of a sentence."""
    return {word for word in _tables()[table][name] if not any(map(str.isalnum, word))}


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("moment_words.toml").read_text("utf-8"))
