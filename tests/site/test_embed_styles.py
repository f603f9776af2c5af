"""The style sheet of what others show in frames: small, whole, and in the visitor's colours."""

from __future__ import annotations

import re
from pathlib import Path

from atlas.maps import assets
from atlas.site import embed_styles
from tests.site_languages import PREFIXES

MOST = 8_000
"""Bytes; it is fetched once for all frames."""


def test_it_is_small_and_asks_for_nothing() -> None:
    sheet = embed_styles.read()
    assert len(sheet.encode()) < MOST
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_the_dark_colours_come_where_the_system_is_dark() -> None:
    made = embed_styles.follow_system(
        ":root,\n[data-md-color-scheme] {\n  --a: #fff;\n}\n"
        '@media screen {\n  [data-md-color-scheme="slate"] {\n    --a: #000;\n  }\n}\n'
        '@media screen and (prefers-contrast: more) {\n  [data-md-color-scheme="slate"] {\n'
        "    --a: #111;\n  }\n}\n"
    )
    assert made == (
        ":root {\n  --a: #fff;\n}\n"
        "@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --a: #000;\n  }\n}\n"
        "@media screen and (prefers-color-scheme: dark) and (prefers-contrast: more) {\n  :root {\n"
        "    --a: #111;\n  }\n}\n"
    )
    assert "data-md" not in embed_styles.read()


def test_every_colour_that_is_read_is_declared_in_light_and_in_dark() -> None:
    light, dark, *_ = re.split("@media", embed_styles.read())
    read = {*re.findall(r"var\((--[\w-]+)", embed_styles.read())} - {"--atlas-form-colour"}
    colours = {name for name in read if "dashes" not in name}
    assert colours
    assert read <= {*re.findall(r"(--[\w-]+):", light)}
    assert colours <= {*re.findall(r"(--[\w-]+):", dark)}


def test_what_is_shown_has_all_the_looks_that_the_pages_of_the_site_give_it(site: Path) -> None:
    shown = [
        page.read_text("utf-8")
        for prefix in PREFIXES.values()
        for page in (site / prefix).glob("*/*/embed/index.html")
    ]
    assert shown
    classes = {
        name
        for html in shown
        for many in re.findall(r'class="([^"]+)"', html)
        for name in many.split()
    }
    styled = {*re.findall(r"\.(atlas-[\w-]+)", assets.looks())}
    left_out = {name for name in classes & styled if not embed_styles.PARTS.fullmatch(name)}
    assert left_out == set()
