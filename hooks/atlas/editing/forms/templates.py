"""The issue forms as GitHub wants them: a file per form and language.

GitHub's syntax: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from atlas.editing.forms.issue_forms import INTRODUCTION, ISSUE_FORMS, IssueForm
from atlas.editing.questions.question import Question
from atlas.i18n.languages import Language

_HEAD = "# Made by `atlas forms` from hooks/atlas/editing/forms/issue_forms.py.\n"


def render(languages: Iterable[Language]) -> dict[str, str]:
    """The text of every issue form, by its file name."""
    return {
        form.file(language.code): _HEAD
        + yaml.safe_dump(
            _render_form(form, language), allow_unicode=True, sort_keys=False, width=1000
        )
        for language in languages
        for form in ISSUE_FORMS
    }


def _render_form(form: IssueForm, language: Language) -> dict[str, Any]:
    gettext = language.gettext
    return {
        "name": f"{gettext(form.name)} ({language.code})",
        "description": gettext(form.about),
        "title": gettext(form.title),
        "labels": [form.id],
        "body": [
            {"type": "markdown", "attributes": {"value": "\n\n".join(map(gettext, INTRODUCTION))}},
            *(_render_field(question, language) for question in form.questions),
        ],
    }


def _render_field(question: Question, language: Language) -> dict[str, Any]:
    gettext = language.gettext
    attributes: dict[str, Any] = {"label": gettext(question.label)}
    if question.hint:
        attributes["description"] = gettext(question.hint)
    if question.choices:
        attributes["options"] = [gettext(label) for label in question.choices.values()]
    kind = "dropdown" if question.choices else "textarea" if question.long else "input"
    field: dict[str, Any] = {"type": kind, "id": question.id, "attributes": attributes}
    if not question.optional:
        field["validations"] = {"required": True}
    return field
