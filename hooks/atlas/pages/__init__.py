"""What visitors read: one module beside one template for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages import actor, cooperation, country, explore, fronts, goal, indexed, place, theme
from atlas.pages.page import Desk, Page

KINDS = (cooperation, country, theme, goal, place, actor, explore)
"""Every kind of page that a record, a country, a goal, a form or a decade has.

Each has SECTION and pages().
"""


def every(desk: Desk) -> Iterator[Page]:
    """All pages of an edition that are stamped into a shell, with what is indexed of each."""
    for kind in KINDS:
        for page in kind.pages(desk):
            yield indexed.marked(desk, page)
    yield from fronts.further(desk)
