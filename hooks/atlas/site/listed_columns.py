"""The columns in which scripts are given the ties that registers list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from atlas.graph import facets
from atlas.graph.listed import ListedPair
from atlas.graph.relate import Atlas
from atlas.site.columns import number


@dataclass(frozen=True)
class ListedTable:
    """The pairs that nobody has researched, in the order of their ids, and all that they name."""

    atlas: Atlas

    @cached_property
    def pairs(self) -> list[ListedPair]:
        """Each pair once."""
        return [self.atlas.listed.pairs[id_] for id_ in self.atlas.listed.unresearched]

    @cached_property
    def places(self) -> list[str]:
        """Every place of a pair."""
        return sorted({end for pair in self.pairs for end in (pair.a, pair.b)})

    @cached_property
    def ends(self) -> tuple[list[int], list[int]]:
        """For each pair the numbers in `places` of the one place, and those of the other."""
        at = number(self.places)
        return [at[pair.a] for pair in self.pairs], [at[pair.b] for pair in self.pairs]

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """The values of each facet that occur."""
        return {
            facet.id: facet.in_any_language(facet.count_listed(self.atlas))
            for facet in facets.FACETS
        }

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """The place of each value among those of its facet."""
        return {facet: number(values) for facet, values in self.values.items()}

    def number_values(self, facet: str, values: Iterable[str]) -> tuple[int, ...]:
        """The places of these values among those of their facet, in their order."""
        at = self.numbers[facet]
        return tuple(sorted(at[value] for value in values))
