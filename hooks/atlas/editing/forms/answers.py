"""Reads an issue that came of a form back into the answers that were given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.editing import questions
from atlas.editing.forms.issue_forms import ISSUE_FORMS, IssueForm
from atlas.files import forbidden_characters
from atlas.i18n.languages import Language
from atlas.model.vocabulary import N_

_NO_ANSWER = "_No response_"
"""What GitHub writes where nothing was answered, whatever the form's language."""

_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)

_LATER = {questions.SOURCE_LANGUAGE.id}
"""The questions that forms did not ask from the beginning: an older issue lacks them."""

LONGEST = 20_000
"""As many characters are read of an answer; a record holds fewer."""

AMBIGUOUS = N_(
    "Your text has a line that begins with ### and is a question of the form. Change it."
)
NO_FORM = N_("This text does not have the parts of one of our forms. Please open a new one.")


class UnreadableIssueError(Exception):
    """An issue is not what a form makes; `message` is English and in the catalogues."""

    def __init__(self, message: str, language: str) -> None:
        """`language` is that of the form, or "" where it is not known."""
        super().__init__(message)
        self.message = message
        self.language = language


@dataclass(frozen=True, slots=True)
class FormAnswers:
    """What was answered in a form, by the question's id; "" where nothing was.

    An answer by choice is what a record says for it.
    """

    form: IssueForm
    language: str
    values: Mapping[str, str]

    @property
    def hidden(self) -> list[str]:
        """The labels of the questions whose answers hold a character no record may hold."""
        return [
            self.translate(question.label)
            for question in self.form.questions
            if forbidden_characters.REFUSED.search(self.values[question.id])
        ]

    def translate(self, text: str) -> str:
        """An English text of the interface in the language of the form."""
        return Language(self.language, "").gettext(text)


def read_issue(body: str, languages: Iterable[Language]) -> FormAnswers:
    """The answers in the body of an issue. Raises UnreadableIssueError.

    GitHub writes each question's label as a heading with the answer below it, in the order of the
    form. An answer can hold such a heading too: then nobody can tell what was answered where.
    """
    body = body.replace("\r\n", "\n")
    headings = [_space(heading) for heading in _HEADING.findall(body)]
    for language in languages:
        for form in ISSUE_FORMS:
            labels = {one.id: _space(language.gettext(one.label)) for one in form.questions}
            asked = [*labels.values()]
            before = [label for id_, label in labels.items() if id_ not in _LATER]
            found = [heading for heading in headings if heading in asked]
            if found in (asked, before):
                return FormAnswers(form, language.code, _parse_values(body, form, language))
            if set(found) in (set(asked), set(before)):
                raise UnreadableIssueError(AMBIGUOUS, language.code)
    raise UnreadableIssueError(NO_FORM, "")


def _parse_values(body: str, form: IssueForm, language: Language) -> dict[str, str]:
    labels = {_space(language.gettext(question.label)): question for question in form.questions}
    parts = _HEADING.split(body)
    values = dict.fromkeys((question.id for question in form.questions), "")
    current = ""
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        question = labels.get(_space(heading))
        if question is None:
            if current:  # a heading of the answer's own
                values[current] = f"{values[current]}\n\n### {heading}{text}".strip()[:LONGEST]
            continue
        current = question.id
        answer = text.strip()[:LONGEST]
        values[current] = "" if answer == _NO_ANSWER else answer
    for question in form.questions:
        if question.choices:
            choices = question.choices.items()
            codes = {_space(language.gettext(label)): code for code, label in choices}
            values[question.id] = codes.get(_space(values[question.id]), "")
    return values


def _space(text: str) -> str:
    """`text` with plain spaces alone: those that do not break are easily lost on the way."""
    return " ".join(text.split())
