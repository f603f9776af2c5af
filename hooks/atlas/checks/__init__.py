"""Documents in; records and every problem out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from atlas.checks import rules  # noqa: F401 - its rules register themselves
from atlas.checks.context import CheckContext, each_record, gather_records
from atlas.checks.judged import Judged
from atlas.checks.rule import CROSS_RECORD, IN_CONTEXT, PER_RECORD
from atlas.checks.schema_errors import validate
from atlas.files.document import Document
from atlas.files.workers import count, run
from atlas.i18n.problem import Problem
from atlas.lookup.suggester import Suggester
from atlas.model import Record, Records

_FEWEST = 1_000
"""Records for which one more process pays."""


@dataclass(frozen=True)
class Subset:
    """The records of which only some are checked: folder and id of each.

    `find_named` gives the documents of a folder that may go by a name, plainly written.
    """

    ids: Set[tuple[str, str]]
    find_named: Callable[[str, str], Iterable[Document]]


def check(
    documents: list[Document],
    outlines: dict[str, Any],
    subset: Subset | None = None,
    today: date | None = None,
    used: Set[tuple[str, str]] = frozenset(),
    judged: Judged | None = None,
) -> tuple[Records, list[Problem]]:
    """The records that `documents` hold, and all that is wrong with them, in file order.

    A record that is not what the model says, or whose file could not be read, is left out;
    naming it is no further problem. A record that only breaks a rule is kept. One whose file is
    misnamed is judged by itself and left out. Of a `subset`, which
    `documents` then are, the rules across records are not asked. Without `today` no date is held
    against the calendar: a build says the same on every day.
    `used` are records that something beside the records names. What was `judged` before, with the
    same outlines on the same day, is not judged again as long as the same comes of it.
    """
    judged = judged or Judged()
    by_id = {(document.folder, document.id): document for document in documents}
    ids: Set[tuple[str, str]] = by_id.keys() if subset is None else subset.ids
    named = subset.find_named if subset is not None else None
    suggester = Suggester(_by_folder(ids), lambda: documents, named, today)
    doubtful = judged.find_doubtful(by_id)
    problems: list[Problem] = []
    records: list[Record] = []
    misnamed: list[Record] = []
    for document in documents:
        record = judged.record(document)
        if record is None:
            record, found = validate.record(document, suggester)
            problems.extend(found)
        if record is not None and document.sound:
            (misnamed if document.misnamed else records).append(record)
    kept = gather_records(records)
    context = CheckContext(
        documents, by_id, ids, kept, kept, outlines, suggester, today, used, judged.named
    )
    every = [*records, *misnamed]
    beside = _narrow(context, doubtful, every)
    unproven = {key for key in doubtful if not judged.is_proven(by_id[key])}
    alone = beside if unproven == doubtful else _narrow(context, unproven, every)
    problems.extend(_judge(alone, every))
    judged.prove(alone.documents, problems)
    for rule in IN_CONTEXT:
        problems.extend(rule(beside))
    judged.keep(by_id, every, problems)
    for rule in CROSS_RECORD if subset is None else ():
        problems.extend(rule(context))
    return kept, sorted(set(problems))


def _narrow(
    context: CheckContext, doubtful: Set[tuple[str, str]], records: list[Record]
) -> CheckContext:
    """The same, where of all `records`, misnamed ones among them, the `doubtful` are to judge."""
    known = context.known if len(records) == _count(context.known) else gather_records(records)
    if len(doubtful) == len(context.by_id):
        return replace(context, records=known, known=known)
    return replace(
        context,
        documents=[context.by_id[key] for key in context.by_id if key in doubtful],
        records=gather_records(one for one in records if (one.folder, one.id) in doubtful),
        known=known,
    )


def _judge(context: CheckContext, records: list[Record]) -> list[Problem]:
    """What the rules of single records say; in several processes at once where there are many."""
    keys = [(document.folder, document.id) for document in context.documents]
    workers = count(len(keys) // _FEWEST)
    if workers < 2:
        return _ask(context)
    shares = [_narrow(context, {*keys[start::workers]}, records) for start in range(workers)]
    found = run([partial(_ask, share) for share in shares])
    return [problem for problems in found for problem in problems]


def _ask(context: CheckContext) -> list[Problem]:
    return [problem for rule in PER_RECORD for problem in rule(context)]


def _count(records: Records) -> int:
    return sum(1 for _ in each_record(records))


def _by_folder(ids: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for folder, id_ in ids:
        found.setdefault(folder, []).append(id_)
    return found
