"""Records have one form, and writing them in it changes nothing that they say."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atlas.files import formatter, strict_yaml
from atlas.files.formatter import spaces
from atlas.files.formatter.words import WIDTH
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "formatter"


def _same(text: str, folder: str) -> str:
    """The canonical form of `text`, once seen to say the same and to stay as it is."""
    written = formatter.reformat(text, folder)
    assert strict_yaml.parse(written).value == strict_yaml.parse(text).value
    assert formatter.reformat(written, folder) == written
    return written


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_what_a_record_becomes(path: Path) -> None:
    written = _same(path.read_text("utf-8"), "cooperations")
    assert written == path.with_suffix(".expected").read_text("utf-8")


def test_the_schema_is_found_from_a_folder_within_a_folder() -> None:
    text = formatter.reformat("names: {en: Hill}\n", "places", depth=2)
    first = "# yaml-language-server: $schema=../../schema/places.schema.json"
    assert text.splitlines() == [first, "names: {en: Hill}"]


def test_a_record_of_values_is_written_in_that_form() -> None:
    value = {"sources": [{"source": "a"}], "names": {"en": "yes: no", "nl": "~"}}
    lines = formatter.dump(value, "actors").splitlines()[1:]
    assert lines == ["names: {en: 'yes: no', nl: '~'}", "sources:", "  - {source: a}"]


_ALPHABET = " aZ0é-?:,[]{}#&*!|>'\"%@`~.=<\\\n\tم،"
# One number for a long text: to draw each letter would take longer than all that is tested.
_LONG = st.builds(
    lambda seed, size: "".join(Random(seed).choices(_ALPHABET, k=size)),  # noqa: S311 - no secret
    st.integers(0, 2**64),
    st.integers(90, 260),
)
_TEXTS = st.text(_ALPHABET, max_size=12) | _LONG
_KEYS = st.text("abz-_ :#'", min_size=1, max_size=6)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(_KEYS | st.sampled_from(["title", "status", "id"]), _VALUES, min_size=1))
@example({":": ["0:?"]})
def test_any_texts_come_back_as_they_were_but_for_spaces(value: dict[str, Any]) -> None:
    written = formatter.dump(value, "cooperations")
    parsed = strict_yaml.parse(written)
    assert (parsed.value, parsed.faults) == (spaces.tidy_all(value), [])
    assert formatter.reformat(written, "cooperations") == written


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Hill  and   Dale", "Hill and Dale"),
        ("Hill and Dale ", "Hill and Dale"),
        ("\u00a0Hill\tand Dale\u202f", "Hill and Dale"),
        ("Hill\u00a0and\u2003Dale", "Hill and Dale"),
        ("one \n\n  two \nthree\n", "one\n\ntwo\nthree"),
        ("Pourquoi\u202f? «\u00a0Oui\u00a0»\u202f; non\u00a0: dix\u00a0%", None),
        ("10\u00a0000 habitants, 5\u202f000\u00a0€, p.\u00a012, n°\u00a05", None),
        ("Pourquoi \u202f ?", "Pourquoi\u202f?"),
        ("10\u2009000", "10\u202f000"),
        ("هلم  ودال ؟", "هلم ودال ؟"),
        ("東京都\u3000大阪", None),
        ("Hill\u3000Dale", "Hill Dale"),
        ("  ", None),
        ("", None),
    ],
)
def test_spaces_are_single_and_hard_only_where_that_is_right(text: str, tidied: str | None) -> None:
    expected = text if tidied is None else tidied
    assert spaces.tidy(text) == expected
    assert spaces.tidy(expected) == expected


def test_spaces_of_texts_are_tidied_wherever_they_stand() -> None:
    text = (
        "# two  spaces\n"
        "title: {en: 'Hill  and Dale '}\n"
        "summary:\n  en: >-\n    One  text,\n    in lines\u00a0that   follow.\n"
        'notes: [{text: {fr: "Pourquoi\\u202f? "}}]\n'
    )
    assert formatter.reformat(text, "cooperations").splitlines()[1:] == [
        "# two  spaces",
        "title: {en: Hill and Dale}",
        "summary:",
        "  en: >-",
        "    One text, in lines that follow.",
        "notes:",
        "  - text: {fr: Pourquoi\u202f?}",
    ]


_WORDS = st.lists(st.text("abcdefgم", min_size=1, max_size=14), min_size=20, max_size=80)


@settings(max_examples=100, deadline=None)
@given(_WORDS)
def test_no_line_is_longer_than_it_need_be(words: list[str]) -> None:
    written = formatter.dump({"summary": {"en": " ".join(words)}}, "cooperations")
    assert max(map(len, written.splitlines())) <= WIDTH


_PLAIN = """\
sources:
  - source: a
  - source: 'b'
    locator: {en: Page 1}
type: local-government
names:
  en: Hill
  nl: "Heuvel"
members:
  - actor: dale
    since: {earliest: 2001, latest: 2002}
seat: hill
""".splitlines()
_COMMENTS = st.lists(st.sampled_from(["", "# 1", "  # 2", "    # 3", "      # 4"]), max_size=3)


@settings(max_examples=300, deadline=None)
@given(st.lists(_COMMENTS, min_size=len(_PLAIN) + 1, max_size=len(_PLAIN) + 1))
def test_comments_stay_wherever_they_stand(comments: list[list[str]]) -> None:
    lines = [*comments[0]]
    for line, below in zip(_PLAIN, comments[1:], strict=True):
        lines.extend((line, *below))
    written = _same("\n".join(lines) + "\n", "actors")
    for number in "1234":
        said = [each for each in written.splitlines() if each.strip() == f"# {number}"]
        assert len(said) == sum(f"# {number}" in line for line in lines)
