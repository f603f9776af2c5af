"""The reference of all fields that a record may have, made from what the model knows of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup
from pydantic import BaseModel

from atlas.files.formatter import order
from atlas.graph.edition import Text
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.model import KINDS, Record, fields
from atlas.model.fields import Content
from atlas.model.vocabulary import N_, Role, Word, tied_roles
from atlas.pages.page import PageContext

_TITLES = {
    "cooperations": N_("Cooperation"),
    "actors": N_("Organisation"),
    "places": N_("Place"),
    "sources": N_("Source"),
    "themes": N_("Theme"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a group, and how it is written: in words, as a group of fields, or by one of
    `choices`, each a word and what it is called ("" if it says itself what it means)."""

    name: str
    content: Content
    about: Text
    words: str
    group: str
    choices: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of record, or a part of one: its fields in the order in which they are written."""

    id: str
    title: str
    about: Text
    rows: list[Row]


def body(context: PageContext) -> Markup:
    """Every kind of record, then every part that stands in one."""
    records = [
        _group(context, kind, kind.folder, context._(_TITLES[kind.folder]), _in_order(kind))
        for kind in KINDS
    ]
    parts = [
        _group(context, part, f"part-{part.__name__.lower()}", part.__name__, part.model_fields)
        for part in sorted(fields.groups_within(KINDS), key=lambda part: part.__name__)
        if part not in KINDS
    ]
    return context.render(
        "reference.html",
        records=records,
        parts=parts,
        tied=_tied(),
    )


def _tied() -> list[tuple[list[Role], list[Role], list[Role]]]:
    """Roles that tie: those which are joined alike, to whom in any case, and where nobody leads."""
    found: dict[tuple[tuple[Role, ...], ...], list[Role]] = {}
    for role in Role:
        always, unled = tied_roles(role)
        if always:
            found.setdefault((tuple(always), tuple(unled)), []).append(role)
    return [(roles, list(always), list(unled)) for (always, unled), roles in found.items()]


def _in_order(kind: type[Record]) -> list[str]:
    return [name for name in order.rank_fields(kind.folder, ()) if name != "id"]


def _group(
    context: PageContext, model: type[BaseModel], id_: str, title: str, names: Iterable[str]
) -> Group:
    rows = [_row(context, name, fields.content(model, name)) for name in names]
    return Group(id_, title, _translate(context, model.__doc__ or ""), rows)


def _row(context: PageContext, name: str, content: Content) -> Row:
    return Row(
        name,
        content,
        _translate(context, content.description),
        words=_words(context, content),
        group=content.groups[0].__name__ if content.groups else "",
        choices=_choices(context, content),
    )


def _translate(context: PageContext, description: str) -> Text:
    """What the model says of it, in this language if it is in the catalogue."""
    text = " ".join(description.split())
    translated = context._(text)
    own = context.edition.language.code
    foreign = translated == text and own != SOURCE_LANGUAGE
    return Text(translated, SOURCE_LANGUAGE if foreign else own, foreign)


def _words(context: PageContext, content: Content) -> str:
    """What is written there, group aside: `the id of an actor`."""
    if content.choices is not None:
        one_of = N_("for each language, one of") if content.is_by_language else N_("one of")
        return context._(one_of)
    kind = content.refers_to or content.kind
    if kind is None:
        return ""
    label = context._(kind.label)
    if content.is_by_language:
        return context._("{kind} for each language").format(kind=label)
    return label


def _choices(context: PageContext, content: Content) -> list[tuple[str, str]]:
    if content.choices is None:
        return []
    label = context.edition.label
    return [(str(one), label(one) if isinstance(one, Word) else "") for one in content.choices]
