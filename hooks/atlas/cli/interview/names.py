"""What dates and languages are called in the language of the command."""

from __future__ import annotations

from atlas.cli import localized
from atlas.i18n.languages import Language
from atlas.i18n.messages import Message, Verbatim
from atlas.model.edtf_date import EdtfDate


def name_date(edtf: str) -> Message:
    """`17 December 2020`."""
    return Verbatim(Language(localized.find_language(), "").date(EdtfDate.parse(edtf)))


def name_language(tag: str) -> Message:
    """What the language `tag` is called."""
    return Verbatim(Language(localized.find_language(), "").language_name(tag))
