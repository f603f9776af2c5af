"""Answers that are dates, as records write them: 17 décembre 2020 becomes 2020-12-17."""

from __future__ import annotations

from dataclasses import replace

from atlas.editing.forms.answers import Answers
from atlas.editing.proposals.outcome import Remark
from atlas.lookup import date_parser
from atlas.model.vocabulary import N_

TAKEN_FOR = N_("A date is not written as records write it: “{text}” was read as {date}. Check it.")

_DATES = ("signed", "start", "end", "source-date")
"""The questions that ask for one."""


def dated(given: Answers) -> tuple[Answers, list[Remark]]:
    """The answers with every date that can only mean one put into form, and what was done so.

    What may be two dates, or none, stays for the rules to refuse.
    """
    values = dict(given.values)
    remarks: list[Remark] = []
    for id_ in _DATES:
        written = values.get(id_, "")
        match date_parser.dates(written):
            case [date]:
                values[id_] = date
                remarks.append((TAKEN_FOR, written, date))
    return replace(given, values=values), remarks
