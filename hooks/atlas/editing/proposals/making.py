"""A proposal made of the answers in a form: what may be left out never stops it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from atlas.editing import drafts
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.forms.issue_forms import ENDED, NEW, STILL_SO
from atlas.editing.proposals import ended, field_labels, listed, new, readings, replies
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError
from atlas.editing.questions.question import Question
from atlas.files.document import Document
from atlas.i18n import report
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.i18n.problem import Problem
from atlas.model.vocabulary import N_

DROPPED = N_("The answer to “{question}” was left out: “{answer}”. {reason}")


class _Maker(Protocol):
    def __call__(
        self, answers: FormAnswers, documents: Sequence[Document], data: str, day: str
    ) -> Proposal: ...


_MAKERS: Mapping[str, _Maker] = {
    NEW.id: new.propose,
    STILL_SO.id: listed.propose,
    ENDED.id: ended.propose,
}


@dataclass(frozen=True)
class Known:
    """The records there are, the outlines of countries, and the name of the data folder."""

    documents: Sequence[Document]
    outlines: dict[str, Any]
    data: str


def make(answers: FormAnswers, known: Known, day: str) -> Proposal:
    """What to propose of a form that was sent on `day`, 2026-11-21.

    Raises ProposalRefusedError, with what stands in the way in the words of the form.
    """
    read = readings.read_answers(answers)
    answers, remarks, unused = read.answers, read.remarks, read.unused
    if answers.hidden:
        raise ProposalRefusedError([(replies.HIDDEN, label) for label in answers.hidden])
    proposal = _draft(answers, known, day)
    while errors := _errors(proposal):
        found = _find_fault(answers, errors, known, day)
        if found is None:
            told = [field_labels.use_labels(answers, proposal, error) for error in errors]
            raise ProposalRefusedError([], told)
        reason = report.explanation(found.error, SOURCE_LANGUAGE)
        answer = answers.values[found.question.id]
        remarks.append((DROPPED, found.question.label, answer, reason))
        unused.append((found.question, answer))
        answers, proposal = found.answers, found.proposal
    return replace(proposal, remarks=[*remarks, *proposal.remarks], unused=unused)


@dataclass(frozen=True)
class _Fault:
    """An answer without which an error is gone: the others, and what is proposed of them."""

    question: Question
    error: Problem
    answers: FormAnswers
    proposal: Proposal


def _find_fault(
    answers: FormAnswers, errors: Sequence[Problem], known: Known, day: str
) -> _Fault | None:
    """The last answer that may be left out and is at fault; others may show their faults then."""
    for question in reversed(answers.form.questions):
        if question.optional and answers.values[question.id] and not question.words:
            without = replace(answers, values={**answers.values, question.id: ""})
            proposal = _draft(without, known, day)
            left = {str(error.message) for error in _errors(proposal)}
            gone = (error for error in errors if str(error.message) not in left)
            if error := next(gone, None):
                return _Fault(question, error, without, proposal)
    return None


def _draft(answers: FormAnswers, known: Known, day: str) -> Proposal:
    """The proposal with what the rules say of it."""
    proposal = _MAKERS[answers.form.id](answers, known.documents, known.data, day)
    problems = drafts.find_problems(proposal.drafts, known.documents, known.outlines)
    return replace(proposal, problems=problems)


def _errors(proposal: Proposal) -> list[Problem]:
    return [problem for problem in proposal.problems if problem.severity == "error"]
