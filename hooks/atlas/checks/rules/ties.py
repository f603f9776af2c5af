"""Does a cooperation tie different parties together, and is it recorded once?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from atlas.checks.context import CheckContext
from atlas.checks.rule import cross_record, per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import Cooperation, Party, first_day, last_day
from atlas.model.vocabulary import Form, ties

_ONE_END = msg('form "{form}" needs two signatories or partners; found 1.')
_NO_ENDS = msg('form "{form}" needs two signatories or partners; found none.')


@per_record
def ties_have_two_ends(context: CheckContext) -> Iterator[Problem]:
    """A twinning, friendship, agreement or protocol has two signatories or partners, or is open."""
    for cooperation in context.records.cooperations.values():
        if not cooperation.form.two_ended or cooperation.parties_open:
            continue
        tying = [party for party in cooperation.parties if _is_tying(party)]
        actors = {party.actor for party in tying}
        tied = actors - {party.actor for party in tying if party.succeeds in actors}
        if len(tied) < 2:
            message = _ONE_END if tied else _NO_ENDS
            hint = msg(
                "Add the other party, or {entry} if the source does not name it.",
                entry="parties_open: true",
            )
            found = message.with_args(form=str(cooperation.form))
            yield context.problem(cooperation, ("parties",), found, hint)


@cross_record
def ties_are_recorded_once(context: CheckContext) -> Iterator[Problem]:
    """No two cooperations have the same parties, form and start, unless one names the other."""
    alike: dict[tuple[frozenset[str], Form], list[Cooperation]] = defaultdict(list)
    for cooperation in context.records.cooperations.values():
        actors = frozenset(party.actor for party in cooperation.parties)
        alike[actors, cooperation.form].append(cooperation)
    for group in alike.values():
        if len(group) > 1:
            yield from _check_group(context, sorted(group, key=_start))


def _check_group(context: CheckContext, group: list[Cooperation]) -> Iterator[Problem]:
    """Those of `group` that may have begun when one before them in the order of starts did."""
    latest = group[0]
    for cooperation in group[1:]:
        linked = latest.id in _linked(cooperation) or cooperation.id in _linked(latest)
        if _start(cooperation)[0] <= _start(latest)[1] and not linked:
            message = msg(
                '"{cooperation}" has the same parties and form: one tie, recorded twice?',
                cooperation=latest.id,
            )
            hint = msg(
                "Merge the two, tell them apart by {field}, or name one in the other.",
                field="dates.actual_start",
            )
            yield context.problem(cooperation, ("parties",), message, hint)
        latest = max(latest, cooperation, key=lambda each: _start(each)[1])


def _start(cooperation: Cooperation) -> tuple[date, date]:
    """The first and last day on which it may have begun; every day there is, if not recorded."""
    dates = cooperation.dates
    moment = (dates.actual_start or dates.planned_start) if dates is not None else None
    return first_day(moment) or date.min, last_day(moment) or date.max


def _linked(cooperation: Cooperation) -> set[str | None]:
    return {cooperation.part_of, *(link.cooperation for link in cooperation.related)}


def _is_tying(party: Party) -> bool:
    return bool(ties(party.roles))
