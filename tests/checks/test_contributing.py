"""CONTRIBUTING.md tells editors what the checks will ask of them."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from atlas import model, strict_yaml
from atlas.vocabulary import STATUSES, ActorKind, Role, Status

_TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def _table(heading: str) -> dict[str, list[str]]:
    """The rows of the table that begins with `heading`: the cells after each code."""
    rows = _TEXT.split(f"| {heading} |", 1)[1].split("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {row[0].strip("`"): row[1:] for row in cells}


@pytest.mark.parametrize(
    ("heading", "codes"),
    [("`status`: `code`", Status), ("`parties`: `roles`", Role), ("Actor: `kind`", ActorKind)],
)
def test_every_code_is_explained(heading: str, codes: type[StrEnum]) -> None:
    assert set(_table(heading)) == {str(code) for code in codes}


def test_statuses_are_called_what_the_pages_call_them() -> None:
    shown = {code: cells[0] for code, cells in _table("`status`: `code`").items()}
    assert shown == {str(code): term.label for code, term in STATUSES.items()}


@pytest.mark.parametrize(
    ("kind", "also"),
    [
        (model.Cooperation, {"translations"}),
        (model.Actor, set()),
        (model.Place, set()),
        (model.Source, set()),
        (model.Theme, {"translations"}),
    ],
)
def test_needed_fields_are_named(kind: type[model.Record], also: set[str]) -> None:
    needed = {name for name, field in kind.model_fields.items() if field.is_required()} | also
    lists = {
        frozenset(re.findall(r"`(\w+)`", part))
        for sentence in re.findall(r"(?:^`title`|^Needed are)[^.]*", _TEXT, re.MULTILINE)
        for part in sentence.split(";")
    }
    assert needed - {"id"} in lists


def test_the_quotes_it_shows_are_read_as_meant() -> None:
    (shown,) = re.findall(r"`(\{fr: .*?\})`", _TEXT)
    assert strict_yaml.parse(shown).value == {"fr": "L'école, la ville"}
