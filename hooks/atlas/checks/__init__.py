"""Documents in; records and every problem out. Each rule is a function named by one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from atlas.checks.context import CheckContext, gathered
from atlas.checks.rules import (
    addresses,
    bare_values,
    dates,
    lists,
    places,
    privacy,
    references,
    scripts,
    status,
    texts,
    ties,
)
from atlas.checks.schema_errors import validate
from atlas.files.document import Document
from atlas.i18n.problem import Problem
from atlas.lookup.suggest import Suggester
from atlas.model import Record, Records

Rule = Callable[[CheckContext], Iterator[Problem]]

PER_RECORD: tuple[Rule, ...] = (
    references.references_exist,
    ties.ties_have_two_ends,
    ties.ties_can_be_drawn,
    ties.parties_differ,
    dates.dates_are_of_our_time,
    dates.dates_are_in_order,
    dates.spans_are_in_order,
    dates.reviews_come_due_later,
    dates.nothing_is_known_beforehand,
    status.statuses_fit_the_dates,
    status.statuses_fit_the_plan,
    status.statuses_are_known_afterwards,
    places.points_lie_in_their_countries,
    privacy.no_one_can_be_rung,
    texts.languages_have_an_origin,
    texts.no_text_holds_a_slot,
    bare_values.texts_say_something,
    texts.statements_name_their_source,
    texts.sources_are_listed,
    lists.lists_name_things_once,
    lists.targets_belong_to_their_goal,
    scripts.letters_carry_few_marks,
    scripts.words_are_of_one_script,
    addresses.addresses_are_public,
    addresses.addresses_look_like_what_they_are,
    addresses.addresses_follow_nobody,
)
"""The rules that a record keeps or breaks by itself, given the ids of the others."""

CROSS_RECORD: tuple[Rule, ...] = (
    references.records_are_used,
    references.former_ids_are_free,
    references.wholes_are_not_their_own_parts,
    ties.ties_are_recorded_once,
)
"""The rules that only all records together keep or break."""

RULES = PER_RECORD + CROSS_RECORD
"""Every rule beyond the model; each takes time in proportion to the number of records."""


@dataclass(frozen=True)
class Subset:
    """The records of which only some are checked: folder and id of each.

    `named` gives the documents of a folder that may go by a name, plainly written.
    """

    ids: Set[tuple[str, str]]
    named: Callable[[str, str], Iterable[Document]]


def check(
    documents: list[Document],
    outlines: dict[str, Any],
    among: Subset | None = None,
    today: date | None = None,
) -> tuple[Records, list[Problem]]:
    """The records that `documents` hold, and all that is wrong with them, in file order.

    A record that is not what the model says, or whose file could not be read, is left out;
    naming it is no further problem. A record that only breaks a rule is kept. With `among`,
    `documents` are only some of the records, and the rules TOGETHER are not asked. Without `today`
    no date is held against the calendar: a build says the same on every day.
    """
    by_id = {(document.folder, document.id): document for document in documents}
    ids: Set[tuple[str, str]] = by_id.keys() if among is None else among.ids
    named = among.named if among is not None else None
    meant = Suggester(_by_folder(ids), lambda: documents, named, today)
    problems: list[Problem] = []
    records: list[Record] = []
    for document in documents:
        record, found = validate.made(document, meant)
        problems.extend(found)
        if record is not None and document.sound:
            records.append(record)
    context = CheckContext(documents, by_id, ids, gathered(records), outlines, meant, today)
    for rule in RULES if among is None else PER_RECORD:
        problems.extend(rule(context))
    return context.records, sorted(set(problems))


def _by_folder(ids: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for folder, id_ in ids:
        found.setdefault(folder, []).append(id_)
    return found
