"""What an import asks people, what they answered, and what it could not take over."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields

from atlas.files.forbidden_characters import find_refused
from atlas.i18n.messages import listing, msg
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


def write(
    rows: Iterable[Refused] | Iterable[Question], kind: type[Refused] | type[Question]
) -> str:
    """A table of refusals or questions."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(each.name for each in fields(kind))
    lines: set[tuple[str, ...]] = {astuple(row) for row in rows}
    ordered = sorted(lines, key=_by_row)
    writer.writerows(ordered)
    return text.getvalue()


def _by_row(cells: tuple[str, ...]) -> list[tuple[int, str]]:
    """Sorts numbers by their value."""
    return [(int(cell) if cell.isdigit() else -1, cell) for cell in cells]


def read_refused(text: str) -> list[Refused]:
    """What earlier imports left out, as far as the table can be read: nobody writes in it."""
    width = len(fields(Refused))
    return [Refused(*cells) for cells in csv.reader(io.StringIO(text)) if len(cells) == width][1:]


def read_questions(text: str, file: str) -> tuple[list[Question], list[Problem]]:
    """The questions in the table called `file`, and what is wrong with it or its answers."""
    width = len(fields(Question))
    problems = [
        Problem(file, fault.line, fault.column, fault.message, fault.hint)
        for fault in find_refused(text)
    ]
    found: list[Question] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader, None)
    for cells in reader:
        if not any(cells):
            continue
        if len(cells) != width:
            problems.append(_misshapen(file, reader.line_num, width))
            continue
        question = Question(*map(str.strip, cells))
        if question.answer and not question.decision:
            problems.append(_no_answer(file, reader.line_num, question))
        found.append(question)
    return found, problems


def _misshapen(file: str, line: int, width: int) -> Problem:
    message = msg("the row has not {number} cells, as the heading has.", number=width)
    return Problem(file, line, 1, message, msg("Put the commas back."))


def _no_answer(file: str, line: int, question: Question) -> Problem:
    message = msg('"{answer}" is no answer to that.', answer=question.answer)
    if question.kind == Query.COUNTRY:
        return Problem(file, line, 1, message, msg("Write the code of one country, such as BE."))
    return Problem(file, line, 1, message, msg("Write {answers}.", answers=listing([YES, NO])))


def renew(before: Sequence[Question], asked: Iterable[Question]) -> list[Question]:
    """The questions of before and those asked now: what was answered or is still open stays."""
    found = {question.key: question for question in before}
    for question in asked:
        known = found.get(question.key)
        if known is None or not known.answer:
            found[question.key] = question
    return list(found.values())
