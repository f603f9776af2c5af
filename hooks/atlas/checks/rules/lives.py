"""Do places and actors end once, on some day, and before what came after them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from atlas.checks.context import CheckContext
from atlas.checks.rule import cross_record, per_record
from atlas.checks.rules.dates import write_day
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import Actor, Place, first_day, last_day

_SHOWN = 6


@per_record
def ends_have_a_day(context: CheckContext) -> Iterator[Problem]:
    """What became of something, and what came after it, is said of what has ended."""
    for record in _living(context):
        life = record.lifetime
        if life is None or life.dissolved:
            continue
        if life.ending:
            message = msg(
                'field "{field}" says what became of it, but not when.', field="lifetime.ending"
            )
            hint = msg("Add {field}: a year is enough.", field="dissolved")
            yield context.problem(record, ("lifetime", "ending"), message, hint, "warning")
        elif life.successors:
            message = msg(
                'field "{field}" names what came after it, but nothing says that it has ended.',
                field="lifetime.successors",
            )
            hint = msg("Add {field}, or delete the line.", field="dissolved")
            yield context.problem(record, ("lifetime", "successors"), message, hint)


@per_record
def former_names_are_former(context: CheckContext) -> Iterator[Problem]:
    """A former name is not the present one, and those before it stand before it."""
    for record in _living(context):
        for index, former in enumerate(record.former_names):
            path = ("former_names", index)
            for language, name in former.names.items():
                if record.names.get(language) == name:
                    message = msg('"{name}" is its name, not a former one.', name=name)
                    hint = msg("Write the new name in {field}, or delete this one.", field="names")
                    yield context.problem(record, (*path, "names", language), message, hint)
        for index, (one, later) in enumerate(pairwise(record.former_names)):
            before, after = first_day(one.until or one.since), last_day(later.since or later.until)
            if before and after and after < before:
                field = "since" if later.since else "until"
                message = msg("this former name is older than the one above it.")
                hint = msg("Put the oldest first, or correct the dates.")
                path = ("former_names", index + 1)
                yield context.problem(record, (*path, field), message, hint)


@cross_record
def nothing_comes_after_itself(context: CheckContext) -> Iterator[Problem]:
    """No place and no actor is its own successor, however long the chain."""
    for kept in (context.records.places, context.records.actors):
        after = {id_: one.lifetime.successors for id_, one in kept.items() if one.lifetime}
        for ring in _find_rings(after):
            record = kept[ring[0]]
            life = record.lifetime
            assert life is not None, "it stands in a ring of successors"
            path = ("lifetime", "successors", life.successors.index(ring[1 % len(ring)]))
            chain = " → ".join([*ring[:_SHOWN], *(["…"] if len(ring) > _SHOWN else []), ring[0]])
            message = msg('"{id}" comes after itself: {chain}.', id=record.id, chain=chain)
            hint = msg("Delete {field} in one of them.", field="successors")
            yield context.problem(record, path, message, hint)


@cross_record
def successors_live_on(context: CheckContext) -> Iterator[Problem]:
    """What came after something had not ended before it."""
    for kept in (context.records.places, context.records.actors):
        for record in kept.values():
            ended = first_day(record.lifetime.dissolved) if record.lifetime else None
            for index, id_ in enumerate(record.lifetime.successors if record.lifetime else ()):
                successor = kept.get(id_)
                life = successor.lifetime if successor else None
                gone = last_day(life.dissolved) if life else None
                if life is None or life.dissolved is None or not ended or not gone or gone >= ended:
                    continue
                message = msg(
                    '"{id}" came after it, but had ceased to exist before ({day}).',
                    id=id_,
                    day=write_day(life.dissolved),
                )
                hint = msg("Name another, or correct one of the two dates.")
                path = ("lifetime", "successors", index)
                yield context.problem(record, path, message, hint)


def _living(context: CheckContext) -> Iterator[Place | Actor]:
    yield from context.records.places.values()
    yield from context.records.actors.values()


def _find_rings(after: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """A ring for each way back that a walk along `after` finds, its smallest id first."""
    done: set[str] = set()
    for start in sorted(after):
        walk = [start] if start not in done else []
        ahead = {start: iter(after[start])}
        while walk:
            step = next(ahead[walk[-1]], None)
            if step is None:
                done.add(walk[-1])
                del ahead[walk.pop()]
            elif step in ahead:
                ring = walk[walk.index(step) :]
                least = ring.index(min(ring))
                yield ring[least:] + ring[:least]
            elif step in after and step not in done:
                walk.append(step)
                ahead[step] = iter(after[step])
