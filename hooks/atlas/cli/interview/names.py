"""What moments and languages are called in the language of the command."""

from __future__ import annotations

from atlas.cli import localized
from atlas.editing.drafts.planned_dates import read_moment
from atlas.i18n.languages import Language
from atlas.i18n.messages import Message, Verbatim
from atlas.model import Between
from atlas.model.edtf_date import EdtfDate


def name_moment(text: str) -> Message:
    """`17 December 2020` for a date, `1990 or earlier` for {latest: 1990}."""
    moment = read_moment(text)
    known = EdtfDate.parse(moment) if isinstance(moment, str) else Between.model_validate(moment)
    return Verbatim(Language(localized.find_language(), "").moment(known))


def name_language(tag: str) -> Message:
    """What the language `tag` is called."""
    return Verbatim(Language(localized.find_language(), "").language_name(tag))
