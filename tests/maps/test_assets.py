"""The files all maps share are complete, are what they say, and ask no other host."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest

from atlas.maps import assets

LEAFLET = "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a"
"""SHA-256 of leaflet.js 1.9.4 as its makers publish it."""


@pytest.fixture(scope="module")
def published(outlines: dict[str, Any]) -> dict[str, bytes]:
    return dict(assets.files(outlines))


def test_leaflet_is_the_release_it_says(published: dict[str, bytes]) -> None:
    assert hashlib.sha256(published["assets/maps/leaflet.js"]).hexdigest() == LEAFLET


def test_every_image_of_a_style_sheet_is_published(published: dict[str, bytes]) -> None:
    sheets = {name: text.decode() for name, text in published.items() if name.endswith(".css")}
    assert sheets.keys() == {"assets/maps/leaflet.css", "assets/maps/atlas-map.css"}
    targets = {one for css in sheets.values() for one in re.findall(r"url\(([^)]*)\)", css)}
    images = {f"assets/maps/{one}" for one in targets if not one.startswith("#")}
    assert images
    assert images <= published.keys()


@pytest.mark.parametrize("name", ["atlas-map.js", "atlas-map.css", "world.js"])
def test_our_own_files_name_no_host_but_that_of_svg(published: dict[str, bytes], name: str) -> None:
    text = published[f"assets/maps/{name}"].decode().replace("http://www.w3.org/2000/svg", "")
    assert "://" not in text
    assert "innerHTML" not in text


def test_the_same_outlines_give_the_same_files(
    published: dict[str, bytes], outlines: dict[str, Any]
) -> None:
    assert dict(assets.files(outlines)) == published
