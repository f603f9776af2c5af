"""A whole card: its size, its directions, and that whatever it says stays on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from atlas.graph.scene import Pin, Scene, Tie
from atlas.model.vocabulary import FormGroup
from atlas.site.cards import card, theme
from atlas.site.cards.card import Card, Words
from atlas.site.cards.map_panel import Panels
from tests.site.cards.picture import Pixels, pixels
from tests.site.cards.test_text_layout import HOSTILE

PLAIN = Card(
    site="River Atlas",
    kind="Twinning",
    group=0,
    title=Words("Twinning between Saint-Josse-ten-Noode and Tangier", rtl=False),
    facts=(Words("Belgium · Morocco", rtl=False), Words("since 2014", rtl=False)),
    rtl=False,
)
MARGIN = 40
"""Pixels at the edges that no text reaches."""

TIE = Scene(
    "one",
    (Pin("a", 50.85, 4.37, ("a-b",)), Pin("b", 35.76, -5.83, ("a-b",))),
    (Tie("a-b", "twinning", "a", "b"),),
    ("BE", "MA"),
)


@pytest.fixture(scope="module")
def panels(outlines: dict[str, Any]) -> Panels:
    return Panels(outlines)


def written(picture: Pixels) -> np.ndarray[Any, Any]:
    """Where a card without a map has ink, its coloured edge apart."""
    ink: np.ndarray[Any, Any] = (picture != theme.PAPER).any(axis=2)
    ink[:, (ink.all(axis=0))] = False
    return ink


def test_a_card_is_of_the_size_that_services_ask_for_and_small() -> None:
    png = card.draw(PLAIN, None)
    assert pixels(png).shape == (630, 1200, 3)
    assert len(png) < 40_000


def test_the_same_card_gives_the_same_bytes(panels: Panels) -> None:
    assert card.draw(PLAIN, panels.draw(TIE)) == card.draw(PLAIN, panels.draw(TIE))


@pytest.mark.parametrize("rtl", [False, True])
def test_text_stands_where_its_language_begins(rtl: bool) -> None:
    words = Words("توأمة", rtl=True) if rtl else Words("Twins", rtl=False)
    ink = written(pixels(card.draw(replace(PLAIN, title=words, facts=(), rtl=rtl), None)))
    columns = np.flatnonzero(ink.any(axis=0))
    assert (columns.min() > 600) if rtl else (columns.max() < 600)


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_a_card_says_runs_off_it(text: str, rtl: bool) -> None:
    said = Words(text, rtl)
    full = Card(text, text, 1, said, (said, said, said, said), rtl)
    ink = written(pixels(card.draw(full, None)))
    assert not ink[:, :MARGIN].any()
    assert not ink[:, -MARGIN:].any()
    assert not ink[:MARGIN].any()
    assert not ink[-MARGIN:].any()


def test_a_long_title_leaves_the_facts_their_room() -> None:
    title = Words("Agreement on water, schools and the civil registry " * 9, rtl=False)
    long, none = replace(PLAIN, title=title), replace(PLAIN, title=Words("", rtl=False))
    facts = written(pixels(card.draw(none, None)))[480:]
    assert facts.any()
    assert (written(pixels(card.draw(long, None)))[480:] == facts).all()


@pytest.mark.parametrize("rtl", [False, True])
def test_a_map_stands_opposite_the_text_with_its_ties_in_their_colour(
    panels: Panels, rtl: bool
) -> None:
    picture = pixels(card.draw(replace(PLAIN, rtl=rtl), panels.draw(TIE)))
    half = picture[:, :400] if rtl else picture[:, -400:]
    for colour in (theme.SEA, theme.LAND, theme.SHADED, theme.TIES[0], theme.PIN):
        assert (half == colour).all(axis=2).sum() > 50
    assert not (half == theme.PAPER).all(axis=2).any()


def test_a_map_without_anything_to_show_is_none(panels: Panels) -> None:
    assert panels.draw(Scene("none", (), (), ())) is None


def test_a_country_too_small_to_see_is_a_dot(panels: Panels) -> None:
    scene = Scene("small", (Pin("a", 50.85, 4.37, ("x",)),), (), ("GI", "BE"), ("BE", "ES"))
    shaded, without = (
        panels.draw(replace(scene, countries=countries)) for countries in (("GI",), ())
    )
    assert shaded is not None
    assert without is not None
    assert (shaded.pixels != without.pixels).sum() > 20


def test_the_colours_are_those_of_the_sites_light_scheme() -> None:
    assert theme.colour("--atlas-sea") == theme.SEA == (0xE9, 0xF0, 0xF5)
    assert theme.HALO == (255, 255, 255)
    assert len(set(theme.TIES)) == len(FormGroup)
