"""Long lists of organisations, folded and grouped by their countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from atlas.graph.parties import actor_countries
from atlas.i18n.normalize import sort_key
from atlas.pages.page import PageContext

LONGEST = 12
"""Items of a list that stands open."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Group(Generic[_Item]):
    """What is of one country, or of the same ones, in the order it was given."""

    name: str
    items: list[_Item]


def group_by_country(
    context: PageContext, items: Iterable[_Item], actor: Callable[[_Item], str]
) -> list[Group[_Item]]:
    """The items in groups by the countries of their `actor`, in the order of the countries' names,
    those without a country last; no groups of a list that is not long."""
    listed = list(items)
    if len(listed) <= LONGEST:
        return []
    language, records = context.edition.language, context.edition.atlas.records
    found: dict[frozenset[str], list[_Item]] = defaultdict(list)
    for item in listed:
        found[frozenset(actor_countries(records, actor(item)))].append(item)
    named = {
        codes: language.listing(sorted(map(language.country, codes), key=sort_key))
        for codes in found
    }
    order = sorted(found, key=lambda codes: (not codes, sort_key(named[codes])))
    unknown = context._("Country not recorded")
    return [Group(named[codes] or unknown, found[codes]) for codes in order]
