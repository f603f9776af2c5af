"""What imports left out and what they ask: are the lists sound, and how much stands in them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from atlas.checks.rules import privacy
from atlas.files.register_lists import QUESTIONS, REFUSED
from atlas.files.registers import RegisterFiles
from atlas.i18n.messages import listing, msg
from atlas.i18n.problem import Problem
from atlas.model.registers import Unsettled
from atlas.model.vocabulary.registers import Query, Refusal

_REASONS, _KINDS = frozenset(map(str, Refusal)), frozenset(map(str, Query))


def check(registers: Iterable[RegisterFiles]) -> Iterator[Problem]:
    """Reasons and kinds of questions are known ones, and nobody can be rung."""
    columns = ((REFUSED, "reason", _REASONS), (QUESTIONS, "kind", _KINDS))
    for files in registers:
        for name, column, known in columns:
            for row in files.lists.get(name, ()):
                if (word := row.cells[column]) not in known:
                    message = msg(
                        'field "{field}" is "{word}", which is none of the choices.',
                        field=column,
                        word=word,
                    )
                    hint = msg("Choose one of: {choices}.", choices=listing(sorted(known)))
                    yield Problem(row.file, row.line, 1, message, hint)
                if any(map(privacy.holds_contact, row.cells.values())):
                    message = msg("this row holds an e-mail address or a telephone number.")
                    yield Problem(row.file, row.line, 1, message, privacy.HIDE)


def count_unsettled(registers: Iterable[RegisterFiles]) -> dict[str, Unsettled]:
    """How much of each register was left out, by reason, and how many questions are open."""
    return {
        files.id: Unsettled(
            Counter(
                Refusal(row.cells["reason"])
                for row in files.lists.get(REFUSED, ())
                if row.cells["reason"] in _REASONS
            ),
            Counter(
                Query(row.cells["kind"])
                for row in files.lists.get(QUESTIONS, ())
                if row.cells["kind"] in _KINDS and not row.cells["answer"].strip()
            ),
        )
        for files in registers
    }
