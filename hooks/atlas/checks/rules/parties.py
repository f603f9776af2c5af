"""Does everybody take part once at a time, and while there is such a party?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from atlas.checks.context import CheckContext
from atlas.checks.rule import cross_record, per_record
from atlas.checks.rules.dates import write_day
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import Actor, Cooperation, Lifetime, Member, Party, Records, first_day, last_day
from atlas.model.vocabulary import State
from atlas.model.vocabulary.actors import ActorType

_TWICE = {
    "parties": msg('actor "{actor}" is a party twice at the same time.'),
    "members": msg('actor "{actor}" is a member twice at the same time.'),
}


@per_record
def parties_differ(context: CheckContext) -> Iterator[Problem]:
    """No actor is a party of one cooperation, or a member of one body, twice at the same time."""
    for record, field, group in _groups(context):
        by_actor: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(group):
            by_actor[one.actor].append(index)
        for actor, indexes in by_actor.items():
            ordered = sorted(indexes, key=lambda at: first_day(group[at].since) or date.min)
            for earlier, later in zip(ordered, ordered[1:], strict=False):
                if _may_follow(group[earlier], group[later]):
                    continue
                hint = msg(
                    "Keep one entry with all the roles; if it left and came back, give the first "
                    "one {until} and the second {since}.",
                    until="until",
                    since="since",
                )
                path = (field, max(earlier, later), "actor")
                yield context.problem(record, path, _TWICE[field].with_args(actor=actor), hint)


@per_record
def successors_took_a_party_s_place(context: CheckContext) -> Iterator[Problem]:
    """Who succeeds a party names one that has left, and the source that says so."""
    for record in context.records.cooperations.values():
        present: dict[str, list[Party]] = defaultdict(list)
        for party in record.parties:
            present[party.actor].append(party)
        for index, party in enumerate(record.parties):
            if party.succeeds:
                path = ("parties", index, "succeeds")
                yield from _check_succession(context, record, path, party, present)


def _check_succession(
    context: CheckContext,
    record: Cooperation,
    path: tuple[str | int, ...],
    party: Party,
    present: dict[str, list[Party]],
) -> Iterator[Problem]:
    other = party.succeeds or ""
    before = present.get(other, [])
    if other == party.actor or not before:
        unfilled = msg('actor "{actor}" succeeds "{other}", which is not among the other parties.')
        message = unfilled.with_args(actor=party.actor, other=other)
        hint = msg("Add that party with {until}, or delete the line.", until="until")
        yield context.problem(record, path, message, hint)
    elif not all(one.until for one in before):
        message = msg('"{other}" is succeeded by another party, but has not left.', other=other)
        hint = msg("Give it {until}: when it left.", until="until")
        yield context.problem(record, path, message, hint)
    elif party.since and not any(_may_follow(one, party) for one in before):
        message = msg('field "{field}" lies before "{other}" left.', field="since", other=other)
        yield context.problem(
            record, (*path[:-1], "since"), message, msg("Correct one of the two dates.")
        )
    if not party.source and len(record.sources) > 1:
        message = msg(
            'field "{field}" needs a source: a tie passes on only where one says so.',
            field="succeeds",
        )
        hint = msg("Name it in the field {field} of the party.", field="source")
        yield context.problem(record, path, message, hint)


@cross_record
def parties_exist_while_they_take_part(context: CheckContext) -> Iterator[Problem]:
    """Nobody joins, leaves or goes on after it ceased to exist, or before it was founded."""
    lives = {id_: life for id_ in context.records.actors if (life := _life(context.records, id_))}
    for record, field, group in _groups(context) if lives else ():
        for index, one in enumerate(group):
            life = lives.get(one.actor)
            if life is None:
                continue
            path = (field, index)
            yield from _check_days(context, record, path, one, life)
            if isinstance(record, Cooperation) and not one.until:
                yield from _check_going_on(context, record, path, one, life)


def _check_days(
    context: CheckContext,
    record: Cooperation | Actor,
    path: tuple[str | int, ...],
    one: Party | Member,
    life: Lifetime,
) -> Iterator[Problem]:
    """The days on which it joined and left lie within its lifetime."""
    for field in ("since", "until"):
        moment = getattr(one, field)
        first, last = first_day(moment), last_day(moment)
        gone, founded = last_day(life.dissolved), first_day(life.founded)
        said = {"field": field, "day": write_day(moment), "actor": one.actor}
        hint = msg("Correct one of the two dates.")
        if first and gone and first > gone:
            unfilled = msg(
                'field "{field}" is {day}, but actor "{actor}" had ceased to exist before ({end}).'
            )
            message = unfilled.with_args(**said, end=write_day(life.dissolved))
            yield context.problem(record, (*path, field), message, hint)
        if last and founded and last < founded:
            unfilled = msg(
                'field "{field}" is {day}, but actor "{actor}" was founded later ({start}).'
            )
            message = unfilled.with_args(**said, start=write_day(life.founded))
            yield context.problem(record, (*path, field), message, hint)


def _check_going_on(
    context: CheckContext,
    record: Cooperation,
    path: tuple[str | int, ...],
    one: Party | Member,
    life: Lifetime,
) -> Iterator[Problem]:
    """A party that is said to take part from the beginning or to the end was there then."""
    gone, founded = last_day(life.dissolved), first_day(life.founded)
    began = last_day(record.dates.actual_start) if record.dates else None
    if gone and _goes_on_after(record, gone):
        message = msg(
            'actor "{actor}" ceased to exist ({end}), but has not left a cooperation that went on.',
            actor=one.actor,
            end=write_day(life.dissolved),
        )
        hint = msg(
            "Give it {until}; if a source says that another took its place, add that one as a "
            "party with {succeeds}.",
            until="until",
            succeeds=f"succeeds: {one.actor}",
        )
        yield context.problem(record, (*path, "actor"), message, hint, "warning")
    if founded and began and began < founded and not one.since:
        message = msg(
            'actor "{actor}" was founded ({start}) after the cooperation began.',
            actor=one.actor,
            start=write_day(life.founded),
        )
        hint = msg(
            "Give it {since}, and add the party whose place it took, with {until}.",
            since="since",
            until="until",
        )
        yield context.problem(record, (*path, "actor"), message, hint, "warning")


def _goes_on_after(record: Cooperation, day: date) -> bool:
    """Whether the record says that it ended after `day`, was seen after it, or was never seen to
    have ended."""
    ended = first_day(record.dates.actual_end) if record.dates else None
    if ended or record.status.code.state is State.ENDED:
        return ended is not None and ended > day
    return record.status.as_of is None or record.status.as_of.first > day


def _life(records: Records, actor: str) -> Lifetime | None:
    """The lifetime of an actor; of a local government, else that of the one place it governs."""
    record = records.actors[actor]
    if record.lifetime:
        return record.lifetime
    if record.type is not ActorType.LOCAL_GOVERNMENT or len(record.territory) != 1:
        return None
    place = records.places.get(record.territory[0])
    return place.lifetime if place else None


def _may_follow(earlier: Party | Member, later: Party | Member) -> bool:
    """Whether one left, as far as is known, before the other joined."""
    if not earlier.until or not later.since:
        return False
    left, joined = first_day(earlier.until), last_day(later.since)
    return left is None or joined is None or left <= joined


def _groups(
    context: CheckContext,
) -> Iterator[tuple[Cooperation | Actor, str, Sequence[Party | Member]]]:
    """Every record with parties or members, the field they stand in, and these."""
    for cooperation in context.records.cooperations.values():
        yield cooperation, "parties", cooperation.parties
    for actor in context.records.actors.values():
        yield actor, "members", actor.members
