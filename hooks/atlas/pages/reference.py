"""The reference of all fields that a record may have, made from the schema for editors' tools."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from atlas.files.formatter import order
from atlas.graph.edition import Text
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.model import KINDS, json_schema
from atlas.model.vocabulary import (
    ACTOR_KINDS,
    ACTOR_TYPES,
    CLAIM_FIELDS,
    FORMS,
    N_,
    NOTE_KINDS,
    PLACE_TYPES,
    ROLES,
    STATUSES,
    Term,
)
from atlas.pages.page import PageContext

_TITLES = {
    "cooperations": N_("Cooperation"),
    "actors": N_("Actor"),
    "places": N_("Place"),
    "sources": N_("Source"),
    "themes": N_("Theme"),
}
_LABELS: dict[str, Mapping[Any, Term]] = {
    "ActorKind": ACTOR_KINDS,
    "ActorType": ACTOR_TYPES,
    "ClaimField": CLAIM_FIELDS,
    "Form": FORMS,
    "NoteKind": NOTE_KINDS,
    "PlaceType": PLACE_TYPES,
    "Role": ROLES,
    "Status": STATUSES,
}
"""What the words of a closed list are called on the pages."""

_SHORT = 300
"""As many characters at most has a text of one line."""

_PATTERNS = (
    ("[a-z0-9]+(-", N_("the id of a record")),
    ("https?", N_("a web address")),
    ("[^\\n]", N_("one line of text")),
    ("0-9a-f", N_("64 hexadecimal digits")),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a closed list, and what it is called; empty if it says itself what it means."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value is written: in words, as a group of fields (`part`), or by one of `choices`."""

    words: str
    part: str = ""
    several: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a group."""

    name: str
    needed: bool
    about: Text
    shape: Shape


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of record, or a part of one: its fields in the order in which they are written."""

    id: str
    title: str
    about: Text
    rows: tuple[Row, ...]


def body(context: PageContext) -> Markup:
    """Every kind of record, then every part that stands in one."""
    kinds: list[Group] = []
    parts: dict[str, Group] = {}
    for kind in KINDS:
        shown = json_schema.of(kind)
        kinds.append(_group(context, shown, kind.folder, context._(_TITLES[kind.folder]), shown))
        for name, part in shown["$defs"].items():
            if "properties" in part and name not in parts:
                parts[name] = _group(context, part, _id(name), name, shown)
    listed = [parts[name] for name in sorted(parts)]
    return context.render("reference.html", kinds=kinds, parts=listed)


def _group(
    context: PageContext, shown: Mapping[str, Any], id_: str, title: str, whole: Any
) -> Group:
    needed = shown.get("required", ())
    fields = shown["properties"]
    if shown is whole:
        places = order.rank_fields(id_, ())
        fields = {name: fields[name] for name in sorted(fields, key=lambda name: places[name])}
    rows = [
        Row(name, name in needed, _about(context, field), _shape(context, field, whole))
        for name, field in fields.items()
    ]
    return Group(id_, title, _about(context, shown), tuple(rows))


def _id(part: str) -> str:
    return f"part-{part.lower()}"


def _about(context: PageContext, shown: Mapping[str, Any]) -> Text:
    """What the schema says of it, in this language if it is in the catalogue."""
    said = " ".join(str(shown.get("description", "")).split())
    translated = context._(said) if said else ""
    own = context.edition.language.code
    foreign = translated == said and own != SOURCE_LANGUAGE
    return Text(translated, SOURCE_LANGUAGE if foreign else own, foreign)


def _shape(context: PageContext, field: Mapping[str, Any], whole: Mapping[str, Any]) -> Shape:
    """How the schema wants a field to be written."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return _named(context, name, whole["$defs"][name])
    for branch in ("anyOf", "oneOf"):
        if branch in field:
            options = [
                _shape(context, one, whole) for one in field[branch] if one != {"type": "null"}
            ]
            part = next((option.part for option in options if option.part), "")
            return Shape(options[0].words, part or options[0].part, options[0].several)
    if field.get("type") == "array":
        item = _shape(context, field["items"], whole)
        return Shape(item.words, item.part, True, item.choices)
    if field.get("type") == "object":
        return _per_language(context, field["additionalProperties"], whole)
    return Shape(context._(_plain(field)))


def _named(context: PageContext, name: str, target: Mapping[str, Any]) -> Shape:
    if "enum" not in target:
        return Shape("", name)
    labels = _LABELS.get(name, {})
    by_code = {str(word): context._(term.label) for word, term in labels.items()}
    choices = tuple(Choice(code, by_code.get(code, "")) for code in target["enum"])
    return Shape(context._(N_("one of")), choices=choices)


def _per_language(context: PageContext, each: Mapping[str, Any], whole: Mapping[str, Any]) -> Shape:
    if "$ref" in each:
        choice = _shape(context, each, whole)
        return Shape(context._(N_("for each language, one of")), choices=choice.choices)
    if each.get("maxLength", 0) > _SHORT:
        return Shape(context._(N_("a text for each language")))
    return Shape(context._(N_("one line for each language")))


def _plain(field: Mapping[str, Any]) -> str:
    kind = field.get("type")
    if kind == "boolean":
        return N_("true or false")
    if kind in ("integer", "number"):
        return N_("a number")
    if field.get("format") == "date":
        return N_("a day")
    if "examples" in field:
        return N_("a year, a month or a day")
    pattern = field.get("pattern", "")
    return next((words for sign, words in _PATTERNS if sign in pattern), N_("text"))
