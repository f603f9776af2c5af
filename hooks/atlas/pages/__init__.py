"""What visitors read: one module beside one template for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages import actor, cooperation, country, fronts, goal, place, theme
from atlas.pages.page import Desk, Page

KINDS = (cooperation, country, theme, goal, place, actor)
"""Every kind of page that a record, a country or a goal has. Each has SECTION and pages()."""


def every(desk: Desk) -> Iterator[Page]:
    """All pages of an edition that are stamped into a shell."""
    for kind in KINDS:
        yield from kind.pages(desk)
    yield from fronts.further(desk)
