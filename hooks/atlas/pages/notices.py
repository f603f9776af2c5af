"""What a reader must know of a page's texts: their language, and the editors' remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.model import Actor, Cooperation, Note, Place, Record
from atlas.model.fields import translated_fields
from atlas.model.vocabulary import N_, NoteKind, Translation
from atlas.model.walk import find_texts
from atlas.pages.page import PageContext

Texts = Iterable[Mapping[str, str]]
"""What a page shows of a record: texts per language, an empty one where it has none."""

_BY_MACHINE = N_("The texts of this page were translated by machine and await a human check.")
_MISSING = N_("Some texts are not available in this language yet; the original is shown.")
AMONG_OTHERS = N_("These texts were translated by machine and await a human check.")
"""How a page says so of a few texts among many others."""


def of_prose(context: PageContext, record: Record, texts: Texts) -> list[str]:
    """Whether a machine translated the record's texts, and whether some of `texts` are not in the
    language of the page at all."""
    return of_several(context, [(record, texts)])


def of_several(
    context: PageContext, shown: Iterable[tuple[Record, Texts]], by_machine: str = _BY_MACHINE
) -> list[str]:
    """The same of a page that shows texts of several records; `by_machine` is how it says so."""
    code = context.edition.language.code
    is_marked = is_missing = False
    for record, texts in shown:
        written = [one for one in texts if one]
        is_translated = record.translations.get(code) is Translation.MACHINE
        is_marked = is_marked or (is_translated and any(code in one for one in written))
        is_missing = is_missing or any(code not in one for one in written)
    found = {by_machine: is_marked, _MISSING: is_missing}
    return [context._(notice) for notice, holds in found.items() if holds]


def list_notes(*records: Cooperation | Actor | Place) -> list[Note]:
    """The remarks that a page shows. That names of private persons are left out stands in About,
    once for all."""
    notes = (note for record in records for note in record.notes)
    return [note for note in notes if note.kind is not NoteKind.OMISSION]


def of_remarks(context: PageContext, *records: Actor | Place) -> list[str]:
    """The same of a page that shows all texts of its records, names aside."""
    read = (one.model_copy(update={"notes": list_notes(one)}) for one in records)
    shown = (
        (record, [texts for _, texts in find_texts(record, translated_fields)]) for record in read
    )
    return of_several(context, shown)
