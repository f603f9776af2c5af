"""What registers list, related: each pair of places once, with all who list it, and by whom it is
researched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from atlas.graph.parties import Index, ancestors, index, opposite_parties, places_of_actor
from atlas.model import Cooperation, ListedTie, Records, iso_codes
from atlas.model.edtf_date import EdtfDate
from atlas.model.registers import find_end, find_form, find_start
from atlas.model.vocabulary import Form, State
from atlas.model.vocabulary.registers import StatedBy


@dataclass(frozen=True, slots=True)
class ListedPair:
    """Two places that registers say are tied, with a tie for each register that lists them.

    `cooperations` are the researched ones that speak of the same tie: then it is drawn and counted
    as theirs alone.
    """

    id: str
    a: str
    b: str
    ties: tuple[ListedTie, ...]
    cooperations: tuple[str, ...] = ()

    @property
    def form(self) -> Form | None:
        """The kind of tie, as the first register says that says one."""
        return find_form(self.ties)

    @property
    def start(self) -> EdtfDate | None:
        """The earliest beginning that a register gives."""
        return find_start(self.ties)

    @property
    def state(self) -> State:
        """Ended, if a register says so; else not known to have ended."""
        return State.ENDED if find_end(self.ties) else State.ONGOING

    @property
    def as_of(self) -> EdtfDate:
        """When a register last listed it."""
        return max((tie.as_of for tie in self.ties), key=lambda date: (date.first, date.last))

    @property
    def is_stated_by_both(self) -> bool:
        """Whether each of the two places says so itself."""
        said = {tie.stated_by for tie in self.ties}
        return StatedBy.BOTH in said or said >= {StatedBy.A, StatedBy.B}

    def other(self, place: str) -> str:
        """The partner of one of the two."""
        return self.b if place == self.a else self.a


@dataclass(frozen=True, slots=True)
class Listed:
    """Every listed pair by its id, in the order of the ids, and the ways to it.

    `by_place` has the pairs of a place and of those in it; `by_country` those of a country and its
    territories, and `by_register` those of a register. They leave out what is researched, which
    `by_cooperation` has.
    """

    pairs: Mapping[str, ListedPair] = field(default_factory=dict)
    by_place: Index = field(default_factory=dict)
    by_country: Index = field(default_factory=dict)
    by_register: Index = field(default_factory=dict)
    by_cooperation: Index = field(default_factory=dict)

    @property
    def unresearched(self) -> list[str]:
        """The ids of the pairs that no cooperation speaks of."""
        return [id_ for id_, pair in self.pairs.items() if not pair.cooperations]


def relate(records: Records) -> Listed:
    """Work out every index once, in one pass over what is listed."""
    researched = index(
        (pair, id_)
        for id_, one in records.cooperations.items()
        if one.form.two_ended
        for pair in _pairs_of(records, one)
    )
    ties: dict[tuple[str, str], list[ListedTie]] = defaultdict(list)
    for tie in records.ties.values():
        if tie.a in records.places and tie.b in records.places:
            ties[tie.a, tie.b].append(tie)
    pairs = {}
    for (a, b), listed in ties.items():
        id_ = listed[0].pair
        pairs[id_] = ListedPair(id_, a, b, tuple(listed), researched.get(f"{a}/{b}", ()))
    pairs = dict(sorted(pairs.items()))
    left = {id_: pair for id_, pair in pairs.items() if not pair.cooperations}
    return Listed(
        pairs=pairs,
        by_place=index((at, id_) for id_, pair in left.items() for at in _within(records, pair)),
        by_country=index(
            (code, id_)
            for id_, pair in left.items()
            for code in iso_codes.with_states(
                {*records.places[pair.a].countries, *records.places[pair.b].countries}
            )
        ),
        by_register=index((tie.source, id_) for id_, pair in left.items() for tie in pair.ties),
        by_cooperation=index(
            (cooperation, id_) for id_, pair in pairs.items() for cooperation in pair.cooperations
        ),
    )


def _within(records: Records, pair: ListedPair) -> set[str]:
    """The two places and all that they lie in."""
    return {wider for end in (pair.a, pair.b) for wider in ancestors(records.places, end)}


def _pairs_of(records: Records, one: Cooperation) -> Iterator[str]:
    """The pairs of places, `a/b`, that the parties of a cooperation tie."""
    for left, right in opposite_parties(one):
        for a in places_of_actor(records.actors[left.actor]):
            for b in places_of_actor(records.actors[right.actor]):
                if a != b:
                    yield "/".join(sorted((a, b)))
