"""Colours are said in colours.css and nowhere else; every group of forms has its own."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from atlas.maps import legend
from atlas.model.vocabulary import FormGroup
from atlas.pages import timeline
from tests.conftest import ROOT

COLOURS = (files("atlas.maps") / "colours.css").read_text("utf-8")
LIGHT, DARK, CONTRAST = re.split(r"\n(?=/\* Dark|/\* More contrast)", COLOURS)
HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b")
GREYS = {"#fff", "#000", "#444"}
"""On paper, and on a footer that is dark in either scheme."""

SHEETS = sorted(
    file
    for room in ("overrides", "hooks")
    for file in (ROOT / room).rglob("*.css")
    if file.name != "colours.css"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.name)
def test_no_other_style_sheet_names_a_colour(sheet: Path) -> None:
    assert set(HEX.findall(sheet.read_text("utf-8"))) <= GREYS


def test_all_style_sheets_are_looked_at() -> None:
    assert {"atlas-map.css", "atlas-search.css", "print.css"} <= {file.name for file in SHEETS}


@pytest.mark.parametrize("group", FormGroup, ids=lambda group: group.name)
def test_a_group_of_forms_has_its_colour_in_each_scheme_its_dashes_and_its_pattern(
    group: FormGroup,
) -> None:
    number = group + 1
    for scheme in (LIGHT, DARK):
        assert len(re.findall(rf"--atlas-tie-{number}: #", scheme)) == 1
    assert len(re.findall(rf"--atlas-tie-{number}: #", CONTRAST)) == 2
    assert f"--atlas-dashes-{number}:" in LIGHT
    overview = ROOT / "overrides/assets/stylesheets/atlas-overview.css"
    assert f".atlas-pattern-{number} rect" in overview.read_text("utf-8")
    assert len(timeline._LINES) == len(FormGroup)


def test_every_colour_that_is_named_is_declared() -> None:
    named = legend.stylesheet() + "".join(sheet.read_text("utf-8") for sheet in SHEETS)
    declared = set(re.findall(r"(--atlas-[\w-]+):", COLOURS + named))
    assert set(re.findall(r"var\((--atlas-[\w-]+)", named)) <= declared


def test_the_logo_has_the_colours_that_share_cards_draw_it_in() -> None:
    logo = (ROOT / "overrides/assets/images/mark.svg").read_text("utf-8")
    declared = re.findall(r"--atlas-logo(?:-end)?: (#\w{6});", LIGHT)
    assert len(declared) == 2
    assert set(HEX.findall(logo)) == set(declared)
