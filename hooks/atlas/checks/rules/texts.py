"""Do texts say how their languages came about, and what they rest on?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from atlas.checks.context import CheckContext, each_value
from atlas.checks.rule import in_context, per_record
from atlas.i18n.messages import listing, msg
from atlas.i18n.problem import Problem
from atlas.model import SLOT_TOKEN, Actor, Cooperation, Place, Record, Source, Statement
from atlas.model.fields import dotted, group_fields, referring_fields, translated_fields
from atlas.model.paths import KEY, FieldPath
from atlas.model.vocabulary import Translation
from atlas.model.walk import written_texts


@per_record
def languages_have_an_origin(context: CheckContext) -> Iterator[Problem]:
    """Every language of a record's texts stands in its translations, and no other language."""
    for record, parts in context.parts_of_each:
        texts = (text for _, part in parts for text in _texts(part))
        spoken = dict.fromkeys(language for text in texts for language in text)
        yield from _check_origins(context, record, spoken)


def _texts(part: BaseModel) -> Iterator[dict[str, Any]]:
    """The texts per language that stand directly in `part`, as translations of one another or of
    what it quotes."""
    for name in translated_fields(type(part)):
        for _, texts in each_value(getattr(part, name)):
            yield texts
    if isinstance(part, Statement) and part.gloss:
        yield part.gloss


def _check_origins(
    context: CheckContext, record: Record, spoken: dict[str, None]
) -> Iterator[Problem]:
    silent = [language for language in spoken if language not in record.translations]
    if silent:
        message = msg(
            '"{field}" does not say how the texts in {languages} came about.',
            field="translations",
            languages=listing(silent),
        )
        hint = msg(
            "Add {entry} (or {one}, or {other}).",
            entry=", ".join(f"{language}: human" for language in silent),
            one="original",
            other="machine",
        )
        yield context.problem(record, ("translations",), message, hint)
    for language in record.translations:
        if language not in spoken:
            message = msg(
                '"{field}" names "{language}", but no text is in that language.',
                field="translations",
                language=language,
            )
            path = ("translations", language, KEY)
            yield context.problem(record, path, message, msg("Add the texts, or delete the entry."))
    for language in record.originals:
        if record.translations.get(language) in {None, Translation.ORIGINAL}:
            message = msg(
                '"{field}" names "{language}", into which nothing is translated here.',
                field="originals",
                language=language,
            )
            path = ("originals", language, KEY)
            yield context.problem(record, path, message, msg("Delete the entry."))


@per_record
def glosses_translate(context: CheckContext) -> Iterator[Problem]:
    """The gloss of a quotation is in other languages than the quotation."""
    for record, path, part in context.parts:
        if isinstance(part, Statement) and part.lang in (part.gloss or ()):
            message = msg(
                'field "{field}" is in "{language}", the language of the words it explains.',
                field="gloss",
                language=part.lang,
            )
            hint = msg("Delete this entry, or correct {field}.", field="lang")
            yield context.problem(record, (*path, "gloss", part.lang, KEY), message, hint)


@per_record
def statements_name_their_source(context: CheckContext) -> Iterator[Problem]:
    """In a record that rests on several sources, every quoted statement says which it is from."""
    for record, parts in context.parts_of_each:
        for path, part in parts if _has_several_sources(record) else ():
            for inner in _unsourced_statements(part):
                message = msg(
                    'field "{field}" does not say which of the sources it quotes.',
                    field=str(inner[0]),
                )
                hint = msg("Add {field} with the id of one of them.", field="source:")
                yield context.problem(record, (*path, *inner), message, hint)


def _has_several_sources(record: Record) -> bool:
    cited = record.sources if isinstance(record, Cooperation | Actor | Place) else []
    return len(cited) > 1 and len({citation.source for citation in cited}) > 1


def _unsourced_statements(part: BaseModel) -> Iterator[FieldPath]:
    """The paths of the statements directly in `part` that name no source, as it does not either."""
    for name in group_fields(type(part), Statement) if not getattr(part, "source", None) else ():
        for inner, statement in each_value(getattr(part, name)):
            if isinstance(statement, Statement) and statement.source is None:
                yield (name, *inner)


@in_context
def sources_are_listed(context: CheckContext) -> Iterator[Problem]:
    """Every source that a cooperation names for a single field stands in its list of sources."""
    for record, parts in context.parts_of_each:
        if not isinstance(record, Cooperation):
            continue
        listed = {citation.source for citation in record.sources}
        for path, part in parts:
            for name in referring_fields(type(part), Source.folder):
                source = getattr(part, name)
                if source in listed or (Source.folder, source) not in context.ids:
                    continue
                message = msg(
                    'source "{id}" is named here and not in "{field}".', id=source, field="sources"
                )
                hint = msg('Add "{line}" there.', line=f"- {{source: {source}}}")
                yield context.problem(record, (*path, name), message, hint, "warning")


@per_record
def no_text_holds_a_slot(context: CheckContext) -> Iterator[Problem]:
    """No text holds the word by which pages mark the places to be filled."""
    for document in context.documents:
        if SLOT_TOKEN not in document.text and "\\" not in document.text:
            continue
        for path, text in written_texts(document.value):
            if SLOT_TOKEN in text:
                message = msg(
                    'field "{field}" holds the word "{word}", which pages use.',
                    field=dotted(path),
                    word=SLOT_TOKEN,
                )
                yield document.problem(path, message, msg("Write it in another way."))
