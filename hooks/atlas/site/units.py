"""The units that a site is built of: what is made together, in all languages, and kept together."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

from atlas import pages
from atlas.pages import section_indexes
from atlas.pages.page import Page, PageContext

EXPORT = "export"
"""The kind of all files of an export; their id is its name."""

FURTHER = "further"
"""The kind of the further pages of a section's list; their id is the section."""

_KINDS: dict[str, ModuleType] = {kind.SECTION: kind for kind in pages.KINDS}


class Unit(NamedTuple):
    """All that is made of one record, country, goal, form, decade or long list: the section of its
    page, or FURTHER, and its id there. Of a hand-written page it is the address, of an EXPORT its
    name."""

    kind: str
    id: str


def every_unit(context: PageContext) -> list[Unit]:
    """Every unit of the atlas; they are the same in each language."""
    made = [Unit(name, id_) for name, kind in _KINDS.items() for id_ in kind.ids(context)]
    return made + [Unit(FURTHER, section) for section in section_indexes.SECTIONS]


def pages_of(context: PageContext, unit: Unit) -> Iterator[Page]:
    """The pages of a unit in one language."""
    if unit.kind == FURTHER:
        return section_indexes.further(context, unit.id)
    found: Iterator[Page] = _KINDS[unit.kind].pages(context, unit.id)
    return found
