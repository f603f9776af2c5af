"""The files of maps: a script for each that moves, and texts where it shows what registers list."""

from __future__ import annotations

import json
import re

import pytest

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import country
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site import scene_files
from atlas.site.contents import SiteContents
from tests.frozen_records import REGISTERS
from tests.site_languages import LANGUAGES


@pytest.fixture(scope="module")
def site() -> SiteContents:
    """The pages of Belgium and of Morocco, in every language, and the maps that they have asked
    for."""
    loaded = load.read(REGISTERS)
    atlas, every = relate.relate(loaded.records), languages.load(LANGUAGES, "en")
    drawn, info = (
        Maps(StaticMaps(loaded.outlines)),
        SiteInfo("", dict.fromkeys(LANGUAGES, ""), "", {}),
    )
    contexts = [PageContext(Edition(atlas, one, every), 2, drawn, info) for one in every]
    return SiteContents(contexts, loaded.outlines)


def test_a_map_has_the_texts_of_what_is_listed_in_every_language(site: SiteContents) -> None:
    pages = [country.page(context, "BE").body for context in site.contexts]
    asked = {path for body in pages for path in re.findall(r'data-listed="[./]*([^"]+)"', body)}
    assert len(asked) == len(LANGUAGES)
    files = dict(scene_files.take(site))
    assert "assets/maps/scenes/country-be.js" in files
    for path in asked:
        texts = json.loads(files[path])
        assert texts["names"]
        assert texts["pairs"]


def test_a_map_without_anything_listed_has_none(site: SiteContents) -> None:
    for context in site.contexts:
        assert "data-listed" not in country.page(context, "MA").body
    files = dict(scene_files.take(site))
    assert "assets/maps/scenes/country-ma.js" in files
    assert not [path for path in files if "country-ma." in path and path.endswith(".json")]
