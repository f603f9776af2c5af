"""What visitors read: one module beside one template for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.model import MODELS
from atlas.pages import (
    actor,
    cooperation,
    country,
    explore,
    goal,
    listed_section,
    place,
    section_indexes,
    source,
    theme,
)
from atlas.pages.page import Page, PageContext

KINDS = (cooperation, country, theme, goal, place, actor, source, explore, listed_section)
"""Every kind of page that a record, a country, a goal, a form, a decade or a long table has.

Each has SECTION and pages().
"""

RECORD_SECTIONS = MODELS.keys() & {kind.SECTION for kind in KINDS}
"""The sections whose pages each stand for one record, with a file that can be edited."""


def every_page(context: PageContext) -> Iterator[Page]:
    """All pages of an edition that are stamped into a shell."""
    for kind in KINDS:
        yield from kind.pages(context)
    yield from section_indexes.further(context)
