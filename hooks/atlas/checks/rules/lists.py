"""Does a list name a thing once, and does what stands beside it agree?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import GoalLink, SectorLink, ThemeLink
from atlas.model.fields import list_fields
from atlas.model.vocabulary import AssignedBy


@per_record
def lists_name_things_once(context: CheckContext) -> Iterator[Problem]:
    """A list of ids, codes or roles names nothing twice, whoever chose it."""
    for record, path, part in context.parts:
        for name in list_fields(type(part)):
            for index, value in _repeats(getattr(part, name)):
                message = msg('"{value}" stands twice in "{field}".', value=value, field=name)
                yield context.problem(record, (*path, name, index), message, msg("Delete one."))


def _repeats(items: list[Any]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if (named := _name(item)) in seen and named:
            yield index, named
        seen.add(named)


def _name(item: Any) -> str:
    """What an item of a list names, and no other may; empty if it can stand there again."""
    match item:
        case str() | int():
            return str(item)
        case ThemeLink():
            return item.theme
        case SectorLink():
            return item.code
        case GoalLink():
            return item.target or str(item.goal)
    return ""


@per_record
def choices_say_whose_they_are(context: CheckContext) -> Iterator[Problem]:
    """Where there are several sources, what one chose names it; what editors chose names none."""
    for record in context.records.cooperations.values():
        several = len({citation.source for citation in record.sources}) > 1
        for name in ("themes", "goals", "dac_sectors"):
            for index, link in enumerate(getattr(record, name)):
                if not isinstance(link, ThemeLink | GoalLink | SectorLink):
                    continue
                path = (name, index)
                if link.assigned_by is AssignedBy.SOURCE and link.source is None and several:
                    message = msg(
                        '"{value}" in "{field}" does not say which source chose it.',
                        value=_name(link),
                        field=name,
                    )
                    hint = msg("Add {field} with the id of one of them.", field="source:")
                    yield context.problem(record, path, message, hint)
                if link.assigned_by is AssignedBy.EDITOR and link.source is not None:
                    message = msg(
                        '"{value}" in "{field}" is the editors\' choice and names a source.',
                        value=_name(link),
                        field=name,
                    )
                    hint = msg(
                        "Write {entry} if the source chose it; otherwise delete {field}.",
                        entry="assigned_by: source",
                        field="source",
                    )
                    yield context.problem(record, path, message, hint, "warning")


@per_record
def targets_belong_to_their_goal(context: CheckContext) -> Iterator[Problem]:
    """A target's number begins with the number of its goal."""
    for cooperation in context.records.cooperations.values():
        for index, link in enumerate(cooperation.goals):
            if link.target is not None and link.target.split(".")[0] != str(link.goal):
                message = msg(
                    'target "{target}" is not a target of goal {goal}.',
                    target=link.target,
                    goal=link.goal,
                )
                hint = msg("Correct the goal or the target.")
                yield context.problem(cooperation, ("goals", index, "target"), message, hint)
