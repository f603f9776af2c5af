"""Does a list name a thing once, and does what stands beside it agree?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.checks import fields
from atlas.checks.case import Case, each
from atlas.checks.nearest import did_you_mean
from atlas.checks.parts import parts
from atlas.model import Cooperation
from atlas.problem import Problem


def lists_name_things_once(case: Case) -> Iterator[Problem]:
    """A list of ids, codes or roles names nothing twice."""
    for record in each(case.records):
        for path, part in parts(record):
            for name, value in part:
                if isinstance(value, list):
                    for index in _repeats(value):
                        message = f'"{value[index]}" stands twice in "{name}".'
                        yield case.problem(record, (*path, name, index), message, "Delete one.")


def _repeats(items: list[Any]) -> Iterator[int]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if isinstance(item, str | int):
            if str(item) in seen:
                yield index
            seen.add(str(item))


def targets_belong_to_their_goal(case: Case) -> Iterator[Problem]:
    """A target's number begins with the number of its goal."""
    for cooperation in case.records.cooperations.values():
        for index, link in enumerate(cooperation.goals):
            if link.target is not None and link.target.split(".")[0] != str(link.goal):
                message = f'target "{link.target}" is not a target of goal {link.goal}.'
                hint = "Correct the goal or the target."
                yield case.problem(cooperation, ("goals", index, "target"), message, hint)


def claims_speak_of_fields(case: Case) -> Iterator[Problem]:
    """A claim is about a field that a cooperation can have."""
    for cooperation in case.records.cooperations.values():
        for index, claim in enumerate(cooperation.claims):
            *around, last = claim.field.split(".")
            known = fields.names(Cooperation, tuple(around))
            if last not in known or last == "id":
                message = f'field "field" is "{claim.field}", which is no field of a cooperation.'
                hint = did_you_mean(last, known) or "Write it as in dates.actual_start."
                yield case.problem(cooperation, ("claims", index, "field"), message, hint)
