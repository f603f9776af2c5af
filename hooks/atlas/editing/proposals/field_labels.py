"""Which question of a form a field of a record was answered in, in the words of the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from atlas.editing.forms.answers import Answers
from atlas.editing.proposals.outcome import Outcome
from atlas.files import strict_yaml
from atlas.i18n.languages import Language
from atlas.i18n.messages import NOTHING, Phrase, with_names
from atlas.i18n.problem import Problem
from atlas.model import Dates

_QUESTIONS = {
    "cooperations": {
        "title": "title",
        "form": "form",
        "summary": "summary",
        "agreements.instrument": "instrument",
        "agreements.signed": "signed",
        "signed": "signed",
        "dates.actual_start": "start",
        "actual_start": "start",
        "dates.planned_start": "start",
        "planned_start": "start",
        "dates.actual_end": "end",
        "actual_end": "end",
        "dates.planned_end": "end",
        "planned_end": "end",
        "status.code": "status",
        "status.as_of": "source-date",
        "status.evidence": "evidence",
        "themes": "themes",
    },
    "sources": {
        "title.text": "source-title",
        "url": "source-url",
        "publisher": "source-publisher",
        "published": "source-date",
    },
    "actors": {"names": "partner", "type": "type", "countries": "country"},
}
"""The questions behind the fields of each folder. A partner's question has a letter besides."""


_FIELDS = frozenset(Dates.model_fields)
"""Fields that hints propose; the forms do not ask for all of them."""


def worded(given: Answers, outcome: Outcome, problem: Problem) -> Problem:
    """The problem in the words of the form; without a hint that is about fields it does not ask."""
    called = _called(given, outcome, problem)
    hint = problem.hint
    unasked = isinstance(hint, Phrase) and not _FIELDS.isdisjoint(
        str(value) for _, value in hint.args
    )
    return replace(
        problem,
        message=with_names(problem.message, called),
        hint=NOTHING if unasked else with_names(hint, called),
    )


def _called(given: Answers, outcome: Outcome, problem: Problem) -> Mapping[str, str]:
    """What the fields that `problem` may name, and the words for a status, are in the form."""
    folder, _, file = problem.file.partition("/")[2].partition("/")
    say = Language(given.language, "").gettext
    asked = {question.id: question for question in given.form.questions}
    letter = _letter(given, outcome.files.get(f"{folder}/{file}", "")) if folder == "actors" else ""
    found: dict[str, str] = {}
    for field, id_ in _QUESTIONS.get(folder, {}).items():
        question = asked.get(f"{id_}-{letter}" if letter else id_)
        if question is not None:
            found[field] = found[f"{field}.{given.language}"] = say(question.label)
    if folder == "cooperations" and "status" in asked:
        found |= {code: say(label) for code, label in asked["status"].choices}
    return found


def _letter(given: Answers, text: str) -> str:
    """The letter of the partner whose record has this text."""
    called = (strict_yaml.parse(text).value or {}).get("names")
    is_second = isinstance(called, dict) and given.values.get("partner-b") in called.values()
    return "b" if is_second else "a"
