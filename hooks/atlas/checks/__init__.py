"""Documents in; records and every problem out. Each rule is a function named by one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from atlas.checks import (
    addresses,
    dates,
    letters,
    lists,
    places,
    privacy,
    references,
    shape,
    texts,
    ties,
)
from atlas.checks.case import Case, gathered
from atlas.model import Record, Records
from atlas.problem import Problem
from atlas.reader import Document

RULES: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    references.references_exist,
    references.records_are_used,
    references.former_ids_are_free,
    references.wholes_are_not_their_own_parts,
    ties.ties_have_two_ends,
    ties.ties_can_be_drawn,
    ties.parties_differ,
    ties.ties_are_recorded_once,
    dates.dates_are_of_our_time,
    dates.dates_are_in_order,
    dates.spans_are_in_order,
    dates.reviews_come_due_later,
    places.points_lie_in_their_countries,
    privacy.no_one_can_be_rung,
    texts.languages_have_an_origin,
    texts.no_text_holds_a_slot,
    texts.statements_name_their_source,
    lists.lists_name_things_once,
    lists.targets_belong_to_their_goal,
    letters.letters_carry_few_marks,
    letters.words_are_of_one_script,
    addresses.addresses_are_public,
    addresses.addresses_look_like_what_they_are,
    addresses.addresses_follow_nobody,
)
"""Every rule beyond the model; each takes time in proportion to the number of records."""


def check(documents: list[Document], outlines: dict[str, Any]) -> tuple[Records, list[Problem]]:
    """The records that `documents` hold, and all that is wrong with them, in file order.

    A record that is not what the model says, or whose file could not be read, is left out;
    naming it is no further problem. A record that only breaks a rule is kept.
    """
    problems: list[Problem] = []
    records: list[Record] = []
    for document in documents:
        record, found = shape.made(document)
        problems.extend(found)
        if record is not None and document.sound:
            records.append(record)
    by_id = {(document.folder, document.id): document for document in documents}
    case = Case(documents, by_id, gathered(records), outlines)
    for rule in RULES:
        problems.extend(rule(case))
    return case.records, sorted(set(problems))
