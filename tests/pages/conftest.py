"""Pages without a build: the templates at work on frozen records, two folders below the root."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from atlas import pages
from atlas.checks import load
from atlas.checks.load import LoadedData
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages.page import Maps, Page, PageContext, SiteInfo
from tests.frozen_records import ATLAS, REGISTERS

REPOSITORY = "https://example.org/code"
LANGUAGES = ("en", "nl", "fr", "ar")

NewContext = Callable[..., PageContext]
"""What the fixture `context_of` gives: a context in a language, of the frozen atlas or another."""


@cache
def _frozen() -> tuple[LoadedData, Atlas]:
    loaded = load.read(ATLAS)
    return loaded, relate.relate(loaded.records)


@cache
def listed_atlas() -> Atlas:
    """A small atlas with what two registers list."""
    return relate.relate(load.read(REGISTERS).records)


def _context(code: str, atlas: Atlas | None = None) -> PageContext:
    loaded, frozen = _frozen()
    site = languages.load(LANGUAGES, "en")
    return PageContext(
        Edition(atlas or frozen, next(one for one in site if one.code == code), site),
        2,
        Maps(StaticMaps(loaded.outlines)),
        SiteInfo("https://example.org/", dict.fromkeys(LANGUAGES, "Atlas"), REPOSITORY, {}),
    )


@cache
def every_page() -> tuple[Page, ...]:
    """Every page of the frozen atlas in English, made once for all tests."""
    return tuple(pages.every_page(_context("en")))


@pytest.fixture
def context_of() -> NewContext:
    """Make the context of a page in a language; `atlas` stands in for the frozen one."""

    def context(code: str = "en", atlas: Atlas | None = None) -> PageContext:
        return _context(code, atlas)

    return context
