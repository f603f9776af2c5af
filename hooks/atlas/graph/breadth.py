"""Cooperations of many parties: whom the pages of others name of them, and which part of their map
those show. Their own page has the whole, so that nothing grows with the square of the parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from atlas.graph.parties import Index, actors_of, order_by_weight
from atlas.graph.scene import Tie
from atlas.model import Cooperation
from atlas.model.vocabulary import Role

MANY = 30
"""Parties, or places on the map, beyond which a cooperation is wide."""

MOST_NAMED = 5
"""Parties that are named of a list which is cut; the others are counted."""

_LONGEST = 8
"""Parties of a list that is not cut: it is hardly longer than one that is."""


@dataclass(frozen=True, slots=True)
class Breadth:
    """Who takes part in each cooperation, and what is shown of the many.

    `parties_of` has them in the record's order, `foremost` those to name of a list that is cut, and
    `roles_of` what each does where not all do the same.
    `near` has of each wide cooperation the ties of each place on its map.
    """

    parties_of: Index
    foremost: Index
    roles_of: Mapping[str, Mapping[str, tuple[Role, ...]]]
    near: Mapping[str, Mapping[str, tuple[Tie, ...]]]

    def is_wide(self, id_: str) -> bool:
        """Whether pages about others show no more than their own part of a cooperation."""
        return id_ in self.near

    def name_parties(self, id_: str, but: Collection[str] = ()) -> tuple[list[str], int]:
        """Who is named beside a cooperation, and how many others take part; neither of them `but`
        for whom the page names already."""
        parties = self.parties_of[id_]
        named = [actor for actor in self.foremost.get(id_, parties) if actor not in but]
        if id_ in self.foremost:
            del named[MOST_NAMED:]
        others = len(parties) - sum(1 for actor in {*but} if actor in parties)
        return named, others - len(named)

    def name_roles(self, id_: str, own: str) -> tuple[Role, ...]:
        """What a party does in a cooperation, if not all do the same."""
        return self.roles_of.get(id_, {}).get(own, ())

    def part_of_map(self, id_: str, about: AbstractSet[str]) -> tuple[list[str], list[Tie]]:
        """The pins and ties of a wide cooperation on the map of a page about some places: theirs,
        and the other ends of their ties."""
        near = self.near[id_]
        own = [place for place in sorted(about) if place in near]
        ties = list(dict.fromkeys(tie for place in own for tie in near[place]))
        return sorted({*own, *(end for tie in ties for end in (tie.a, tie.b))}), ties


def measure(
    cooperations: Mapping[str, Cooperation], pins_of: Index, ties: Mapping[str, tuple[Tie, ...]]
) -> Breadth:
    """Work it out once for all pages; `pins_of` and `ties` are those of the cooperations."""
    parties_of = {id_: tuple(actors_of(one)) for id_, one in cooperations.items()}
    return Breadth(
        parties_of=parties_of,
        foremost={
            id_: tuple(order_by_weight(cooperations[id_])[: MOST_NAMED + 1])
            for id_, parties in parties_of.items()
            if len(parties) > _LONGEST
        },
        roles_of={id_: roles for id_, one in cooperations.items() if (roles := _tell_roles(one))},
        near={
            id_: _by_place(pins_of[id_], ties[id_])
            for id_, parties in parties_of.items()
            if max(len(parties), len(pins_of[id_])) > MANY
        },
    )


def _tell_roles(one: Cooperation) -> dict[str, tuple[Role, ...]]:
    """The roles of each party, nothing where all have the same."""
    roles: dict[str, dict[Role, None]] = defaultdict(dict)
    for party in one.parties:
        roles[party.actor].update(dict.fromkeys(party.roles))
    told = {actor: tuple(each) for actor, each in roles.items()}
    return told if len({frozenset(each) for each in told.values()}) > 1 else {}


def _by_place(pins: tuple[str, ...], ties: tuple[Tie, ...]) -> dict[str, tuple[Tie, ...]]:
    at: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        at[tie.a].append(tie)
        at[tie.b].append(tie)
    return {place: tuple(at.get(place, ())) for place in pins}
