"""How cooperations and listed pairs stand at a place where they meet, each and all together."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.model.vocabulary import State

States = tuple[tuple[str, State], ...]
"""The ids of those that are not ongoing, with how they stand, in the order of the ids."""

_RANK = {state: at for at, state in enumerate(State)}


def find_liveliest(states: Iterable[State]) -> State:
    """The first of the states in the order of `State`, of which the last is over; of none, that
    one."""
    return min(states, key=_RANK.__getitem__, default=State.ENDED)


def combine(ids: Iterable[str], states: States) -> State:
    """How these stand taken together: as the liveliest of them does."""
    known = dict(states)
    return find_liveliest(known.get(id_, State.ONGOING) for id_ in ids)
