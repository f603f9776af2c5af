"""Answers that are dates, as records write them: 17 décembre 2020 becomes 2020-12-17."""

from __future__ import annotations

from dataclasses import replace

from atlas.editing import parse_answers
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.proposals.proposal import Remark
from atlas.model.kinds import DATE
from atlas.model.vocabulary import N_

TAKEN_FOR = N_("A date is not written as records write it: “{text}” was read as {date}. Check it.")


def parse_dates(answers: FormAnswers) -> tuple[FormAnswers, list[Remark]]:
    """The answers with every date that can only mean one put into form, and what was done so.

    What may be two dates, or none, stays for the rules to refuse.
    """
    values = dict(answers.values)
    remarks: list[Remark] = []
    for question in answers.form.questions:
        if DATE not in question.kinds:
            continue
        text = values[question.id]
        try:
            dates = parse_answers.parse_dates(text)
        except ValueError:
            continue
        if len(dates) == 1 and dates[0] != text:
            values[question.id] = dates[0]
            remarks.append((TAKEN_FOR, text, dates[0]))
    return replace(answers, values=values), remarks
