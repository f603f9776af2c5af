"""What an import asks people, what they answered, and what it could not take over."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atlas.files.register_lists import COLUMNS, ListRow
from atlas.i18n.messages import alternatives, msg
from atlas.i18n.problem import Problem
from atlas.imports.spellings import fold_name
from atlas.lookup.countries import resolve
from atlas.model.vocabulary.registers import Query

_YES = frozenset({"yes", "y", "ja", "j", "oui", "o", "si", "نعم"})
_NO = frozenset({"no", "n", "nee", "nein", "non", "لا"})
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was left out, or of which something was: why, and what it says."""

    file: str
    row: str
    reason: str
    a: str
    country_a: str
    b: str
    country_b: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of `kind` about `what` stands in these rows. `answer` is empty until there is one.

    `rows` are the numbers of the first few. `proposal` is what the import would answer.
    """

    kind: str
    file: str
    rows: str
    what: str
    proposal: str
    answer: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """By what a question is known again."""
        return self.kind, self.what

    @property
    def decision(self) -> str:
        """The answer as a code: of a country, or YES or NO; empty if it is none of these."""
        if self.kind == Query.COUNTRY:
            codes = resolve(self.answer).codes
            return codes[0] if len(codes) == 1 else ""
        written = fold_name(self.answer)
        return YES if written in _YES else NO if written in _NO else ""


def write(rows: Iterable[Refused | Question], name: str) -> str:
    """The list `name` of refusals or of questions."""
    columns = COLUMNS[name]
    lines = {tuple(str(getattr(row, column)) for column in columns) for row in rows}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    ordered = sorted(lines, key=_rank)
    writer.writerows(ordered)
    return text.getvalue()


def _rank(cells: tuple[str, ...]) -> list[tuple[int, str]]:
    """Sorts numbers by their value."""
    return [(int(cell) if cell.isdigit() else -1, cell) for cell in cells]


def find_unanswered(rows: Iterable[ListRow]) -> Iterator[Problem]:
    """Answers in a list of questions that are none."""
    for row in rows:
        question = Question(**row.cells)
        if not question.answer.strip() or question.decision:
            continue
        message = msg('"{answer}" is no answer to that.', answer=question.answer)
        hint = msg("Write {answers}.", answers=alternatives([YES, NO]))
        if question.kind == Query.COUNTRY:
            hint = msg("Write the code of one country, such as {code}.", code="BE")
        yield Problem(row.file, row.line, 1, message, hint)


def renew(before: Sequence[Question], asked: Iterable[Question]) -> list[Question]:
    """The questions of before and those asked now: what was answered or is still open stays."""
    found = {question.key: question for question in before}
    for question in asked:
        known = found.get(question.key)
        if known is None or (not known.answer and known.file == question.file):
            found[question.key] = question
    return list(found.values())
