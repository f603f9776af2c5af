"""Every field says what it holds: a kind of value, the words of a list, or groups of fields."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter

from atlas.i18n import problem
from atlas.i18n.messages import placeholders
from atlas.model import KINDS, MODELS, MODELS_AND_ROWS, Cooperation, fields, kinds, ledgers, scalars
from atlas.model.fields import Content
from atlas.model.kinds import ValueKind

_GROUPS = fields.groups_within((*KINDS, *ledgers.KINDS))
_VALUE_KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, ValueKind)]
_SCALARS = {
    name: (scalar, kind)
    for name, scalar in vars(scalars).items()
    if get_origin(scalar) is Annotated
    for kind in get_args(scalar)
    if isinstance(kind, ValueKind)
}


@pytest.mark.parametrize("model", _GROUPS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_holds(model: type[BaseModel]) -> None:
    contents = {name: fields.content(model, name) for name in model.model_fields}
    assert contents
    assert [name for name, content in contents.items() if not _is_known(content)] == []


def _is_known(content: Content) -> bool:
    return bool(content.kind or content.choices or content.groups)


def test_every_kind_is_that_of_a_field() -> None:
    held = {fields.content(model, name).kind for model in _GROUPS for name in model.model_fields}
    assert {kind.label for kind in _VALUE_KINDS} - {kind.label for kind in held if kind} == set()


@pytest.mark.parametrize("name", _SCALARS)
def test_the_examples_of_a_kind_are_values_of_it(name: str) -> None:
    scalar, kind = _SCALARS[name]
    for example in kind.examples:
        TypeAdapter(scalar).validate_python(str(example))


@pytest.mark.parametrize("kind", _VALUE_KINDS, ids=lambda kind: kind.label)
def test_every_placeholder_of_what_is_said_of_a_wrong_value_is_filled(
    kind: ValueKind,
) -> None:
    for refusal, hint in ((kind.refusal, kind.hint), *kind.by_code.values()):
        assert set(placeholders(refusal)) - kind.args.keys() == {"found"}
        assert set(placeholders(hint)) <= kind.args.keys()


def test_the_command_that_writes_a_fingerprint_is_the_one_that_editors_type() -> None:
    assert kinds.FINGERPRINT.args["command"].startswith(f"{problem.COMMAND} ")


def test_a_field_that_holds_an_id_says_which_records_it_refers_to() -> None:
    folders = {
        (name, content.folder)
        for group in fields.groups_within(KINDS)
        for name in group.model_fields
        if (content := fields.content(group, name)).kind is kinds.ID
    }
    own = {("id", ""), ("previous_ids", "")}
    assert own < folders
    assert {folder for _, folder in folders - own} == MODELS.keys()


def test_the_folders_of_what_was_removed_are_those_of_the_records() -> None:
    assert list(ledgers.Folder) == list(MODELS_AND_ROWS)


@pytest.mark.parametrize(
    ("path", "label"),
    [
        (("title", "en"), "one line of text"),
        (("summary", "en"), "a text"),
        (("countries", 0), "a country code"),
        (("dates", "actual_start"), "a year, a month or a day"),
        (("parties", 0, "side"), "one small letter"),
        (("budget", 0, "amount"), "an amount in digits only"),
    ],
)
def test_what_stands_at_a_path_is_of_a_kind(path: tuple[Any, ...], label: str) -> None:
    kind = fields.at(Cooperation, path).kind
    assert kind is not None
    assert kind.label == label


@pytest.mark.parametrize(
    ("path", "form"),
    [
        (("title",), "{{{lang}: …}}"),
        (("objectives",), "[{{{lang}: …}}]"),
        (("parties",), "[{{actor: …, roles: […]}}]"),
        (("parties", 0), "{{actor: …, roles: […]}}"),
        (("title_as_stated",), "{{lang: {lang}, text: …}}"),
        (("themes",), "[…]"),
        (("themes", 0), "…"),
        (("nothing", "like", "that"), "…"),
    ],
)
def test_how_a_field_is_written(path: tuple[Any, ...], form: str) -> None:
    assert fields.at(Cooperation, path).form == form
