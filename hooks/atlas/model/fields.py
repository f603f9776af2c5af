"""What the model knows of a field: what it holds, which records it names, how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from atlas.model.kinds import LINE, PROSE, Identifies, OfQuotation, ProperNames, RefersTo, ValueKind
from atlas.model.paths import FieldPath

_TEXTS = "{{{lang}: …}}"
"""The shape of an entry per language, as a template."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a field holds: a value, or several, in a list or one for each language.

    The value is of a `kind`, one of the `choices` or one of the `groups` of fields; an id
    `refers_to` records. A moment is a date or a group, a theme an id or a group.
    """

    description: str = ""
    examples: Sequence[Any] = ()
    is_needed: bool = False
    is_list: bool = False
    is_by_language: bool = False
    is_name: bool = False
    is_gloss: bool = False
    kind: ValueKind | None = None
    refers_to: RefersTo | None = None
    identifies: Identifies | None = None
    choices: type[StrEnum] | None = None
    groups: tuple[type[BaseModel], ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the records whose ids it holds; empty if it holds none."""
        return self.refers_to.folder if self.refers_to is not None else ""

    @property
    def is_text(self) -> bool:
        """Whether it holds words of the atlas's own, for people to read in their language: all but
        those that gloss a quotation."""
        return self.is_by_language and self.kind in (LINE, PROSE) and not self.is_gloss

    @property
    def form(self) -> str:
        """The template of how it is written: `{en: …}`, `{lang: en, text: …}`, `[…]` or `…`.

        Of a group of fields, those that are needed. In the place of `en` stands the placeholder
        `{lang}`, for `messages.Example` to fill.
        """
        groups = () if self.refers_to else self.groups
        value = _TEXTS if self.is_by_language else _group_form(groups)
        return f"[{value}]" if self.is_list else value


def dotted(path: FieldPath) -> str:
    """`status.evidence.en`: the fields that lead to what stands at `path`, without list places."""
    return ".".join(step for step in path if isinstance(step, str))


@cache
def content(model: type[BaseModel], name: str) -> Content:
    """What the field `name` of `model` holds."""
    info: FieldInfo = model.model_fields[name]
    found: dict[str, Any] = {"is_needed": info.is_required()}
    _gather(info.annotation, found)
    _gather_metadata((*info.metadata, info), found)
    return Content(**found)


def at(model: type[BaseModel], path: FieldPath) -> Content:
    """What stands at `path` in a record of `model`; nothing that is known, if there is no field."""
    groups: tuple[type[BaseModel], ...] = (model,)
    here = Content()
    for step in path:
        if isinstance(step, int):
            here = replace(here, is_list=False)
            continue
        names = (content(group, step) for group in groups if step in group.model_fields)
        if (found := next(names, None)) is not None:
            here = found
        elif here.is_by_language:
            here = replace(here, is_by_language=False, is_needed=False)
        else:
            return Content()
        groups = here.groups
    return here


def names(model: type[BaseModel], path: FieldPath) -> list[str]:
    """The fields that may stand in the group of fields at `path` in a record of `model`."""
    groups = at(model, path).groups if path else (model,)
    return list(dict.fromkeys(name for group in groups for name in group.model_fields))


@cache
def text_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of `model` that hold texts per language."""
    return tuple(name for name in model.model_fields if content(model, name).is_text)


@cache
def translated_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Those of them whose languages are translations of one another, as those of a name are not."""
    return tuple(name for name in text_fields(model) if not content(model, name).is_name)


@cache
def list_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of `model` that hold a list."""
    return tuple(name for name in model.model_fields if content(model, name).is_list)


@cache
def group_fields(model: type[BaseModel], *groups: type[BaseModel]) -> tuple[str, ...]:
    """The fields of `model` that may hold a group of fields: any, or one of `groups`."""
    held = ((name, content(model, name).groups) for name in model.model_fields)
    return tuple(name for name, found in held if found and (not groups or {*found} & {*groups}))


@cache
def fields_of_kind(model: type[BaseModel], *kinds: ValueKind) -> tuple[str, ...]:
    """The fields of `model` that hold values of one of `kinds`."""
    return tuple(name for name in model.model_fields if content(model, name).kind in kinds)


@cache
def referring_fields(model: type[BaseModel], folder: str) -> tuple[str, ...]:
    """The fields of `model` that hold ids of records in `folder`."""
    return tuple(name for name in model.model_fields if content(model, name).folder == folder)


@cache
def identifying_fields(model: type[BaseModel]) -> dict[str, Identifies]:
    """The fields of `model` that hold ids in lists of others, with what is said of them."""
    known = {name: content(model, name).identifies for name in model.model_fields}
    return {name: said for name, said in known.items() if said is not None}


def names_of_kind(models: Iterable[type[BaseModel]], *kinds: ValueKind) -> frozenset[str]:
    """What the fields are called, in `models` and all their groups, that hold such values."""
    groups = groups_within(models)
    return frozenset(name for group in groups for name in fields_of_kind(group, *kinds))


def groups_within(models: Iterable[type[BaseModel]]) -> list[type[BaseModel]]:
    """`models`, then every group of fields that stands in one of them."""
    found = dict.fromkeys(models)
    waiting = list(found)
    while waiting:
        model = waiting.pop(0)
        for name in model.model_fields:
            new = [group for group in content(model, name).groups if group not in found]
            found.update(dict.fromkeys(new))
            waiting.extend(new)
    return list(found)


def texts(models: Iterable[type[BaseModel]]) -> list[str]:
    """What is said of `models`, of all their groups and of their fields, each text once."""
    found: dict[str, None] = {}
    for model in models:
        parts = sorted(groups_within([model])[1:], key=lambda part: part.__name__)
        for group in (model, *parts):
            contents = (content(group, name) for name in group.model_fields if name != "id")
            for text in (group.__doc__ or "", *(one.description for one in contents)):
                found[" ".join(text.split())] = None
    return list(found)


def descriptions(models: Iterable[type[BaseModel]]) -> Iterator[str]:
    """What is said of a field that is missing, in `models` and all their groups."""
    for model in groups_within(models):
        for name in model.model_fields:
            found = content(model, name)
            if found.is_needed and found.form == "…" and not found.choices and found.description:
                yield found.description


def _group_form(groups: tuple[type[BaseModel], ...]) -> str:
    for group in groups:
        needed = {name: content(group, name) for name in group.model_fields}
        forms = [f"{name}: {_short(name, one)}" for name, one in needed.items() if one.is_needed]
        if forms:
            return f"{{{{{', '.join(forms)}}}}}"
    return "…"


def _short(name: str, found: Content) -> str:
    if name == "lang":
        return "{lang}"
    return "[…]" if found.is_list else found.form if found.is_by_language else "…"


def _gather(annotation: Any, found: dict[str, Any]) -> None:
    """Add to `found` what the type of a field says."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        _gather(inner[0], found)
        _gather_metadata(inner[1:], found)
    elif origin is list:
        found["is_list"] = True
        _gather(inner[0], found)
    elif origin is dict:
        found["is_by_language"] = True
        _gather(inner[1], found)
    elif origin in {Union, UnionType}:
        for one in inner:
            _gather(one, found)
    elif isinstance(annotation, type) and issubclass(annotation, StrEnum):
        found["choices"] = annotation
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        found["groups"] = (*found.get("groups", ()), annotation)


def _gather_metadata(metadata: Iterable[Any], found: dict[str, Any]) -> None:
    for one in metadata:
        if isinstance(one, RefersTo):
            found["refers_to"] = one
        elif isinstance(one, ProperNames):
            found["is_name"] = True
        elif isinstance(one, Identifies):
            found["identifies"] = one
        elif isinstance(one, OfQuotation):
            found["is_gloss"] = True
        elif isinstance(one, ValueKind):
            found["kind"] = one
        if isinstance(one, ValueKind | FieldInfo):
            said = {"description": one.description, "examples": one.examples}
            found.update({name: value for name, value in said.items() if value})
