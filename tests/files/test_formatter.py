"""Records have one form, and writing them in it changes nothing that they say."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atlas.files import formatter, strict_yaml
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
def test_any_texts_come_back_as_they_were(value: dict[str, Any]) -> None:
    written = formatter.dump(value, "cooperations")
    parsed = strict_yaml.parse(written)
    assert (parsed.value, parsed.faults) == (value, [])
    assert formatter.reformat(written, "cooperations") == written


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
