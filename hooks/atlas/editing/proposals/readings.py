"""Answers as records write them: 17 décembre 2020 becomes 2020-12-17, www.genk.be an address.

Nothing here stops a proposal: of what may be left out, what is not understood is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from atlas.editing import parse_answers, questions
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.proposals.proposal import Remark
from atlas.editing.questions.question import Question
from atlas.files import forbidden_characters
from atlas.lookup.moment_parser import Edge
from atlas.model.kinds import DATE, LANGUAGE, URL
from atlas.model.vocabulary import N_

TAKEN_FOR = N_("A date is not written as records write it: “{text}” was read as {date}. Check it.")
YEAR_ALONE = N_("A date is not understood: of “{text}” only the year {year} was taken. Check it.")
NO_DATE = N_("A date is not understood and was left out: “{text}”.")
COMPLETED = N_("An address was completed: “{text}” was read as {address}. Check it.")
NO_LANGUAGE = N_("No language is called “{text}”.")
HIDDEN = N_("The answer to “{question}” holds a character that nobody sees, and was left out.")

_LOSSES = frozenset({YEAR_ALONE, NO_DATE, NO_LANGUAGE, HIDDEN})

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")

_Reading = tuple[str, list[Remark]]


@dataclass(frozen=True)
class ReadAnswers:
    """The answers with dates, addresses and languages put into form, what was done so, and which
    were left out or taken in part."""

    answers: FormAnswers
    remarks: list[Remark]
    unused: list[tuple[Question, str]]


def read_answers(answers: FormAnswers) -> ReadAnswers:
    """The answers as records write them."""
    values = dict(answers.values)
    remarks: list[Remark] = []
    unused: list[tuple[Question, str]] = []
    for question in answers.form.questions:
        if text := values[question.id]:
            values[question.id], found = _read(question, text)
            remarks += found
            unused += [(question, text) for sentence, *_ in found if sentence in _LOSSES]
    return ReadAnswers(replace(answers, values=values), remarks, unused)


def _read(question: Question, text: str) -> _Reading:
    if question.optional and forbidden_characters.REFUSED.search(text):
        return "", [(HIDDEN, question.label)]
    if DATE in question.kinds:
        return _read_date(text, questions.EDGES.get(question.id))
    if question.kinds == {URL}:
        address = parse_answers.complete_address(text)
        return address, [] if address == text else [(COMPLETED, text, address)]
    if LANGUAGE in question.kinds:
        return _read_language(text)
    return text, []


def _read_date(text: str, edge: Edge | None) -> _Reading:
    """The date that is meant; else its year, where only that is sure. Where there is an `edge`,
    also a moment that is no single date: {latest: 1990}. Elsewhere such a one is no year either."""
    try:
        dates = parse_answers.parse_moments(text, edge or Edge.NEITHER)
    except ValueError:
        dates = []
    if edge is None and any(map(parse_answers.is_moment, dates)):
        return "", [(NO_DATE, text)]
    if len(dates) == 1:
        return dates[0], [] if dates[0] == text else [(TAKEN_FOR, text, dates[0])]
    years = {*_YEAR.findall(text)}
    if len(years) == 1:
        return (year := years.pop()), [(YEAR_ALONE, text, year)]
    return "", [(NO_DATE, text)]


def _read_language(text: str) -> _Reading:
    try:
        tags = parse_answers.parse_languages(text)
    except ValueError:
        tags = []
    return (tags[0], []) if len(tags) == 1 else ("", [(NO_LANGUAGE, text)])
