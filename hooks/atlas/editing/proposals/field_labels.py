"""Which question of a form a field of a record was answered in, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from atlas.editing import parse_answers, questions
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.proposals.proposal import Proposal
from atlas.editing.questions.question import Question
from atlas.files.document import Document
from atlas.i18n.messages import NOTHING, Phrase, with_names
from atlas.i18n.problem import Problem
from atlas.model import Dates
from atlas.model.kinds import DATE

_FIELDS = frozenset(Dates.model_fields)
"""Fields that hints propose; the forms do not ask for all of them."""


def use_labels(answers: FormAnswers, proposal: Proposal, problem: Problem) -> Problem:
    """The problem in the words of the form; without a hint that is about fields it does not ask."""
    labels = _find_labels(answers, proposal, problem)
    hint = problem.hint
    is_unasked = isinstance(hint, Phrase) and not _FIELDS.isdisjoint(
        str(value) for _, value in hint.args
    )
    return replace(
        problem,
        message=with_names(problem.message, labels),
        hint=NOTHING if is_unasked else with_names(hint, labels),
    )


def _find_labels(answers: FormAnswers, proposal: Proposal, problem: Problem) -> Mapping[str, str]:
    """What the fields that `problem` may name, and the words for a status, are in the form."""
    draft = next(draft for draft in proposal.drafts if draft.file == problem.file)
    folder, others = draft.folder, _find_others(answers, draft)
    labels: dict[str, str] = {}
    for question in answers.form.questions:
        if question.id.endswith(others):
            continue
        for field in _list_fields(question, folder):
            labels[field] = labels[f"{field}.{answers.language}"] = answers.translate(
                question.label
            )
        if folder == "cooperations" and question is questions.STATUS:
            labels |= {code: answers.translate(label) for code, label in question.choices.items()}
    return labels


def _list_fields(question: Question, folder: str) -> Iterator[str]:
    """What messages call the fields of a folder that the question fills; dates also in short."""
    for field in question.fields.split():
        if field.startswith(f"{folder}."):
            yield (name := field.removeprefix(f"{folder}."))
            if DATE in question.kinds:
                yield name.rpartition(".")[2]


def _find_others(answers: FormAnswers, draft: Document) -> tuple[str, ...]:
    """How the ids end of questions about a partner whose record is not this `draft`."""
    if draft.folder != "actors":
        return ("-a", "-b")
    names = (draft.value or {}).get("names")
    second = {(name := answers.values.get("partner-b", "")), parse_answers.split_country(name)[0]}
    is_second = isinstance(names, dict) and not second.isdisjoint(names.values())
    return ("-a",) if is_second else ("-b",)
