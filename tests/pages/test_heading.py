"""Names with hyphens stay whole in a heading that has room for them, and are the same text."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from atlas.graph.edition import Text
from atlas.pages.heading import WIDTHS, estimate_width, heading
from tests.conftest import ROOT


def shown(text: str, language: str = "en", *, foreign: bool = False) -> Markup:
    return heading(Text(text, language, foreign))


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Municipality of Saint-Josse-ten-Noode", ["Saint-Josse-ten-Noode"]),
        ("Rhein-Neckar and Aix-en-Provence", ["Rhein-Neckar", "Aix-en-Provence"]),
        ("Lille–Kortrijk–Tournai (France/Belgium)", ["Lille–Kortrijk–Tournai", "(France/Belgium)"]),
        ("Étoile-sur-Rhône, “Fort‐de‐France”", ["Étoile-sur-Rhône,", "“Fort‐de‐France”"]),
        ("Пенджикент-Бустон", ["Пенджикент-Бустон"]),
        ("A – B, 1 - 2, -x and x-", []),
        ("Tangier", []),
    ],
)
def test_what_a_line_would_be_broken_in_stays_whole(title: str, whole: list[str]) -> None:
    html = shown(title)
    assert re.findall(r'<span class="atlas-whole-\d+">(.*?)</span>', html) == whole
    assert html.striptags() == title


def test_a_heading_is_escaped_and_keeps_its_language() -> None:
    assert (
        shown("<b>-<i> & Co") == '<span class="atlas-whole-8">&lt;b&gt;-&lt;i&gt;</span> &amp; Co'
    )
    assert shown("Aix-les-Bains", "fr", foreign=True) == (
        '<span lang="fr" dir="ltr"><span class="atlas-whole-8">Aix-les-Bains</span></span>'
    )


def test_a_name_wider_than_any_heading_may_be_broken() -> None:
    name = "-".join(["Llanfairpwll"] * 9)
    assert shown(name) == name


def test_the_style_sheet_has_a_rule_for_every_width() -> None:
    sheet = (ROOT / "overrides/assets/stylesheets/atlas/text.css").read_text("utf-8")
    rules = re.findall(
        r"@container \(min-width: (\d+)em\) \{\s*\.atlas-whole-(\d+) \{\s*white-space: nowrap;",
        sheet,
    )
    assert rules == [(str(one), str(one)) for one in WIDTHS]


def test_a_longer_name_is_wider() -> None:
    assert estimate_width("Saint-Josse") < estimate_width("Saint-Josse-ten-Noode") < 12
    assert estimate_width("iii") < estimate_width("nnn") < estimate_width("MMM")
