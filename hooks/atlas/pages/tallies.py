"""What a figure counts, in words: «21 cooperations (3 ended)», and what is counted beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from atlas.graph.edition import Edition
from atlas.graph.tally import Tally, tally
from atlas.model import Moment
from atlas.model.vocabulary import COUNTED_FORMS, Form, State
from atlas.model.vocabulary.word import P_

COUNTED_STATES: dict[State, tuple[str, str]] = {
    State.PAUSED: P_("{n} suspended or dormant", "{n} suspended or dormant"),
    State.PLANNED: P_("{n} planned", "{n} planned"),
    State.ENDED: P_("{n} ended", "{n} ended"),
}
"""How many there are of each state; of what is not known to have ended nothing is said."""


def count(edition: Edition, ids: Iterable[str], left: Mapping[str, Moment] | None = None) -> str:
    """«21 cooperations (3 ended)», or, of memberships alone, «4 network memberships»."""
    found = tally(edition.atlas, ids, left)
    if not found.cooperations and found.memberships:
        return _memberships(edition, found)
    return count_cooperations(edition, found)


def count_all(edition: Edition, ids: Iterable[str]) -> str:
    """«21 cooperations (3 ended), 4 parts of them, 4 network memberships»."""
    found = tally(edition.atlas, ids)
    beside = count_beside(edition, found)
    counted = [count_cooperations(edition, found)] if found.cooperations or not beside else []
    return edition.language.comma.join([*counted, *beside])


def sum_up(edition: Edition, ids: Iterable[str]) -> str:
    """«Counted: 21 cooperations (3 ended). Counted apart: 4 parts of them.»"""
    found, gettext = tally(edition.atlas, ids), edition.language.gettext
    counted = count_cooperations(edition, found)
    said = [gettext("Counted: {cooperations}.").format(cooperations=counted)]
    if beside := count_beside(edition, found):
        others = edition.language.listing(beside)
        said.append(gettext("Counted apart: {others}.").format(others=others))
    return " ".join(said)


def count_cooperations(edition: Edition, found: Tally, counted: str = "") -> str:
    """«21 cooperations (3 ended)»; or `counted`, what these are called if not cooperations."""
    if not counted:
        counted = edition.ngettext("{n} cooperation", "{n} cooperations", len(found.cooperations))
    return _with_states(edition, counted, found.states)


def count_beside(edition: Edition, found: Tally) -> list[str]:
    """«4 parts of them», «4 network memberships»: what stands in the list and is not counted."""
    said = []
    if found.parts:
        said.append(edition.ngettext("{n} part of them", "{n} parts of them", len(found.parts)))
    if found.memberships:
        said.append(_memberships(edition, found))
    return said


def count_listed(edition: Edition, ids: Collection[str]) -> str:
    """«12 listed ties (1 ended)», of pairs that registers list."""
    pairs = edition.atlas.listed.pairs
    counted = edition.ngettext("{n} listed tie", "{n} listed ties", len(ids))
    states = Counter(pairs[id_].state for id_ in ids)
    return _with_states(edition, counted, states)


def _with_states(edition: Edition, counted: str, states: Mapping[State, int]) -> str:
    said = _name_states(edition, states)
    text = edition.language.gettext("{cooperations} ({states})")
    return text.format(cooperations=counted, states=said) if said else counted


def _name_states(edition: Edition, states: Mapping[State, int]) -> str:
    """«1 planned, 3 ended», or nothing."""
    return edition.language.comma.join(
        edition.ngettext(*words, states[state])
        for state, words in COUNTED_STATES.items()
        if states.get(state)
    )


def _memberships(edition: Edition, found: Tally) -> str:
    return edition.ngettext(*COUNTED_FORMS[Form.NETWORK_MEMBERSHIP], len(found.memberships))
