"""Pages without a build: the templates at work on frozen records, two folders below the root."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from atlas.checks import load
from atlas.checks.load import LoadedData
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages.page import Maps, PageContext, SiteInfo
from tests.frozen_records import ATLAS

LANGUAGES = ("en", "nl", "fr", "ar")

NewContext = Callable[..., PageContext]
"""What the fixture `context_of` gives: a context in a language, of the frozen atlas or another."""


@cache
def _frozen() -> tuple[LoadedData, Atlas]:
    loaded = load.read(ATLAS)
    return loaded, relate.relate(loaded.records)


@pytest.fixture
def context_of() -> NewContext:
    """Make the context of a page in a language; `atlas` stands in for the frozen one."""
    loaded, frozen = _frozen()
    site = languages.load(LANGUAGES, "en")

    def context(code: str = "en", atlas: Atlas = frozen) -> PageContext:
        language = next(one for one in site if one.code == code)
        names = dict.fromkeys(LANGUAGES, "Atlas")
        return PageContext(
            Edition(atlas, language, site),
            2,
            Maps(StaticMaps(loaded.outlines)),
            SiteInfo("https://example.org/", names, "https://example.org/code", {}),
        )

    return context
