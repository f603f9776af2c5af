"""Titles and messages are made of what can act neither in git nor on GitHub."""

from __future__ import annotations

import re

import pytest

from atlas.editing.forms.issue_forms import ENDED, NEW
from atlas.editing.proposals import titles

ACTS = [
    ("[skip ci] Twinning", "skip ci Twinning"),
    ("[no ci] [ci skip] [skip actions]", "no ci ci skip skip actions"),
    ("closes #1", "closes"),
    ("Fixes GH-1 and gh-23", "Fixes GH and gh"),
    ("resolves river/atlas#4", "resolves river atlas"),
    ("@name and @river/team", "name and river team"),
    ("see https://example.org or www.example.org", "see https example org or www example org"),
    ("write to jan@genk.example", "write to jan genk example"),
    ("skip-checks: true", "skip-checks true"),
    ("a\n\nCo-authored-by: a <a@b.example>", "a Co-authored-by a a b example"),
    ("\u202eGenk\u2066 \u200bDale\ufe0f\u3164\U000e0041", "Genk Dale"),
    ("＠name ＃1 ［skip ci］ ℀", "name skip ci a c"),
    ("`x` $(touch x) <b> --title=x", "x touch x b title x"),
]


@pytest.mark.parametrize(("name", "kept"), ACTS)
def test_a_title_takes_letters_alone_from_strangers(name: str, kept: str) -> None:
    assert titles.write_title(NEW, 7, name) == f"Form 7: a new cooperation – {kept}"


@pytest.mark.parametrize("name", ["", "#1", "@@ --", "🌈", "２０１９"])
def test_a_title_without_letters_names_the_form(name: str) -> None:
    assert titles.write_title(ENDED, 7, name) == "Form 7: the end of a cooperation"


@pytest.mark.parametrize("name", ["Saint-Josse et Tanger", "توأمة جنك وطنجة", "Genk og Ålborg"])
def test_names_in_any_script_stay(name: str) -> None:
    assert titles.write_title(NEW, 7, name).endswith(f" – {name}")


def test_a_title_is_bounded() -> None:
    for name in ("x" * 50_000, "word " * 9_000, "a" + "\u0301" * 5_000):
        assert len(titles.write_title(NEW, 7, name)) <= titles.LONGEST
    assert re.fullmatch("[^\u0301]*\u0301{0,2}", titles.write_title(NEW, 7, "e" + "\u0301" * 9))


def test_a_message_holds_nothing_of_a_stranger() -> None:
    message = titles.write_message(NEW, 7)
    assert message == "Form 7: a new cooperation\n\nProposed-in: #7\n"
