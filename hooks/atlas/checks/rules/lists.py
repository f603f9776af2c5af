"""Does a list name a thing once, and does what stands beside it agree?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model.fields import list_fields


@per_record
def lists_name_things_once(context: CheckContext) -> Iterator[Problem]:
    """A list of ids, codes or roles names nothing twice."""
    for record, path, part in context.parts:
        for name in list_fields(type(part)):
            value = getattr(part, name)
            for index in _repeats(value):
                message = msg(
                    '"{value}" stands twice in "{field}".', value=str(value[index]), field=name
                )
                yield context.problem(record, (*path, name, index), message, msg("Delete one."))


def _repeats(items: list[Any]) -> Iterator[int]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if isinstance(item, str | int):
            if str(item) in seen:
                yield index
            seen.add(str(item))


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
