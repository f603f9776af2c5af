"""The issue forms as GitHub wants them: a file per form and language.

GitHub's syntax: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from atlas.editing.forms.questions import INTRODUCTION, ISSUE_FORMS, IssueForm, Question
from atlas.i18n.languages import Language

_HEAD = "# Made by `atlas forms` from hooks/atlas/forms/questions.py.\n"


def texts(languages: Iterable[Language]) -> dict[str, str]:
    """The text of every issue form, by its file name."""
    return {
        form.file(language.code): _HEAD
        + yaml.safe_dump(_form(form, language), allow_unicode=True, sort_keys=False, width=1000)
        for language in languages
        for form in ISSUE_FORMS
    }


def write(folder: Path, languages: Iterable[Language]) -> None:
    """Write every issue form into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts(languages).items():
        (folder / name).write_text(text, encoding="utf-8")


def stale(folder: Path, languages: Iterable[Language]) -> list[str]:
    """The names of the issue forms that are not in `folder` as they would be made now."""
    return [
        name
        for name, text in texts(languages).items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def _form(form: IssueForm, language: Language) -> dict[str, Any]:
    say = language.gettext
    return {
        "name": f"{say(form.name)} ({language.code})",
        "description": say(form.about),
        "title": say(form.title),
        "labels": [form.id],
        "body": [
            {"type": "markdown", "attributes": {"value": "\n\n".join(map(say, INTRODUCTION))}},
            *(_field(question, language) for question in form.questions),
        ],
    }


def _field(question: Question, language: Language) -> dict[str, Any]:
    say = language.gettext
    attributes: dict[str, Any] = {"label": say(question.label)}
    if question.hint:
        attributes["description"] = say(question.hint)
    if question.choices:
        attributes["options"] = [say(label) for _, label in question.choices]
    kind = "dropdown" if question.choices else "textarea" if question.long else "input"
    field: dict[str, Any] = {"type": kind, "id": question.id, "attributes": attributes}
    if question.required:
        field["validations"] = {"required": True}
    return field
