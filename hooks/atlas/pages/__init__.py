"""What visitors read: one module beside one template for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from atlas.model import MODELS
from atlas.pages import (
    actor,
    cooperation,
    country,
    explore,
    goal,
    listed_section,
    place,
    source,
    theme,
)
from atlas.pages.page import Page, PageContext

KINDS = (cooperation, country, theme, goal, place, actor, source, explore, listed_section)
"""Every kind of page that a record, a country, a goal, a form, a decade or a long table has.

Each has SECTION, `ids(context)`, which are the same in every language, and `pages(context, id_)`:
one page, or those that an id has together.
"""

RECORD_SECTIONS = MODELS.keys() & {kind.SECTION for kind in KINDS}
"""The sections whose pages each stand for one record, with a file that can be edited."""


def every_page(context: PageContext, *kinds: ModuleType) -> Iterator[Page]:
    """All pages of these kinds in an edition; of no kind, those of all."""
    for kind in kinds or KINDS:
        for id_ in kind.ids(context):
            yield from kind.pages(context, id_)
