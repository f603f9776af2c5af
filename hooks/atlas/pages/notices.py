"""What a reader must know of the language of a page's texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.model import Record
from atlas.model.fields import translated_fields
from atlas.model.vocabulary import Translation
from atlas.model.walk import find_texts
from atlas.pages.page import PageContext


def of_prose(context: PageContext, record: Record, texts: Iterable[Mapping[str, str]]) -> list[str]:
    """Whether a machine translated the record's texts, and whether some of `texts` are not in the
    language of the page at all."""
    code = context.edition.language.code
    written = [one for one in texts if one]
    found = []
    if record.translations.get(code) is Translation.MACHINE and any(code in one for one in written):
        found.append(
            context._("The texts of this page were translated by machine and await a human check.")
        )
    if any(code not in one for one in written):
        found.append(
            context._("Some texts are not available in this language yet; the original is shown.")
        )
    return found


def of_remarks(context: PageContext, *records: Record) -> list[str]:
    """The same of all that records say on one page, where it has the texts of several or of parts;
    names aside, which nobody translates."""
    found = (
        of_prose(context, record, (texts for _, texts in find_texts(record, translated_fields)))
        for record in records
    )
    return list(dict.fromkeys(notice for notices in found for notice in notices))
