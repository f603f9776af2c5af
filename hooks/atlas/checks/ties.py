"""Does a cooperation tie different parties together, and is it recorded once?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from atlas.checks.case import Case
from atlas.checks.dates import first_day
from atlas.model import Cooperation
from atlas.problem import Problem
from atlas.vocabulary import TYING_ROLES, Form

_TWO_ENDED = {
    Form.TWINNING,
    Form.FRIENDSHIP,
    Form.COOPERATION_AGREEMENT,
    Form.COOPERATION_PROTOCOL,
}
"""Forms that always join at least two partners."""


def ties_have_two_ends(case: Case) -> Iterator[Problem]:
    """A twinning, friendship, agreement or protocol has two signatories or partners, or is open."""
    for cooperation in case.records.cooperations.values():
        tied = {party.actor for party in cooperation.parties if TYING_ROLES.intersection(party.roles)}
        if cooperation.form in _TWO_ENDED and len(tied) < 2 and not cooperation.parties_open:
            message = f'form "{cooperation.form}" needs two signatories or partners; found {len(tied)}.'
            hint = "Add the other party, or parties_open: true if the source does not name it."
            yield case.problem(cooperation, ("parties",), message, hint)


def parties_differ(case: Case) -> Iterator[Problem]:
    """No actor is a signatory or partner twice in one cooperation."""
    for cooperation in case.records.cooperations.values():
        seen: set[str] = set()
        for index, party in enumerate(cooperation.parties):
            if not TYING_ROLES.intersection(party.roles):
                continue
            if party.actor in seen:
                message = f'actor "{party.actor}" is tied to itself: it is a party twice.'
                hint = "Keep one entry and give it all the roles."
                yield case.problem(cooperation, ("parties", index, "actor"), message, hint)
            seen.add(party.actor)


def ties_are_recorded_once(case: Case) -> Iterator[Problem]:
    """No two cooperations have the same parties, form and start, unless one names the other."""
    alike: dict[tuple[frozenset[str], Form], list[Cooperation]] = defaultdict(list)
    for cooperation in case.records.cooperations.values():
        actors = frozenset(party.actor for party in cooperation.parties)
        alike[actors, cooperation.form].append(cooperation)
    for group in alike.values():
        yield from _repeated(case, group)


def _repeated(case: Case, group: list[Cooperation]) -> Iterator[Problem]:
    """A start that is not known may be any start, so it repeats the group's first record."""
    by_start: dict[date | None, Cooperation] = {}
    for cooperation in group:
        start = _start(cooperation)
        other = by_start.setdefault(start, cooperation)
        if other is cooperation and len(by_start) > 1 and (start is None or None in by_start):
            other = by_start[None] if start is not None else group[0]
        if other is cooperation or other.id in _named(cooperation) or cooperation.id in _named(other):
            continue
        message = f'the same parties and form stand in "{other.id}": is it one tie, recorded twice?'
        hint = "Merge the two, tell them apart by dates.actual_start, or name one in the other."
        yield case.problem(cooperation, ("parties",), message, hint)


def _start(cooperation: Cooperation) -> date | None:
    dates = cooperation.dates
    return first_day(dates.actual_start or dates.planned_start) if dates is not None else None


def _named(cooperation: Cooperation) -> set[str | None]:
    return {cooperation.part_of, *(link.cooperation for link in cooperation.related)}
