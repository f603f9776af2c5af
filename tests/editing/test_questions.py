"""What is asked fills fields that records have, from the lists that they choose from."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from atlas.editing import questions
from atlas.editing.forms.issue_forms import ISSUE_FORMS
from atlas.editing.questions.question import Question
from atlas.model import KINDS
from atlas.model.edtf_date import EdtfDate
from atlas.model.kinds import DATE

ASKED = [found for found in vars(questions).values() if isinstance(found, Question)]
IN_FORMS = [question for form in ISSUE_FORMS for question in form.questions]
FIELDS = [
    (question, field) for question in (*ASKED, *IN_FORMS) for field in question.fields.split()
]


def types_in(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of."""
    yield annotation
    for inner in get_args(annotation):
        yield from types_in(inner)


def types_of(field: str) -> list[Any]:
    """The types of the field of a record that is named `folder.field.inner`."""
    folder, *names = field.split(".")
    found: list[Any] = [kind for kind in KINDS if kind.folder == folder]
    for name in names:
        (model,) = (one for one in found if isinstance(one, type) and issubclass(one, BaseModel))
        found = list(types_in(model.model_fields[name].annotation))
    return found


def test_every_question_has_an_id_of_its_own() -> None:
    ids = [question.id for question in ASKED]
    assert len(set(ids)) == len(ids) > 20


@pytest.mark.parametrize(("question", "field"), FIELDS, ids=lambda one: getattr(one, "id", one))
def test_an_answer_fills_a_field_that_records_have(question: Question, field: str) -> None:
    types = types_of(field)
    assert types
    assert (EdtfDate in types) == (DATE in question.kinds)
    lists = [one for one in types if isinstance(one, type) and issubclass(one, StrEnum)]
    assert {type(word) for word in question.words} == set(lists)
    assert set(question.choices) - {""} <= {str(word) for word in question.words}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_a_question_is_asked_in_a_form_or_a_terminal(question: Question) -> None:
    in_forms = {one.id.removesuffix("-a").removesuffix("-b") for one in IN_FORMS}
    assert question.prompt is not None or question.id in in_forms


@pytest.mark.parametrize("question", IN_FORMS, ids=lambda question: question.id)
def test_a_form_has_a_label_for_every_question(question: Question) -> None:
    assert question.label
    assert bool(question.words) == bool(question.choices)
