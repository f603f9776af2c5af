"""What a typed answer means; ValueError with a sentence for the editor if it means nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from atlas.checks.rules import bare_values
from atlas.cli import localized
from atlas.files import forbidden_characters
from atlas.files.ids import wrong_with_id
from atlas.i18n import languages, report
from atlas.i18n.messages import (
    NOTHING,
    Country,
    Label,
    Message,
    Verbatim,
    msg,
    msg_plural,
    sequence,
)
from atlas.lookup import date_parser, finder, synonyms
from atlas.lookup.suggest import plain
from atlas.model import iso_codes
from atlas.model.edtf_date import EdtfDate

_LONGEST_LINE = 300
_LONGEST_PROSE = 5_000
_LONGEST_ADDRESS = 2_000
_SCHEMES = ("https://", "http://")
_MOST_DIGITS = 4
_COMMA = re.compile("[,،]")


@dataclass(frozen=True)
class Option:
    """One of several answers: the word that a record holds, and what it means."""

    code: str
    label: Message
    meaning: Message = NOTHING

    def shown(self) -> Message:
        """What stands in a list of options."""
        if not self.meaning:
            return self.label
        return msg("{label} – {meaning}", label=self.label, meaning=self.meaning)


def line(text: str) -> str:
    """One line."""
    return _sound(text, _LONGEST_LINE)


def doubt(text: str, may_be_date: bool = False) -> Message | None:
    """Why it looks as if it belonged elsewhere, if it does."""
    if bare_values.is_address(text):
        return msg("that is a web address; here words are wanted.")
    if not may_be_date and bare_values.is_date(text):
        return msg("that is a date; here words are wanted.")
    return None


def source(text: str) -> str:
    """The title of a document, or its address."""
    return url(text) if text.startswith(_SCHEMES) else line(text)


def prose(text: str) -> str:
    """A paragraph."""
    return _sound(text, _LONGEST_PROSE)


def dates(text: str) -> list[str]:
    """The dates that `text` may mean, as records write them; nothing for nothing."""
    if not text:
        return []
    try:
        return [str(EdtfDate.parse(text))]
    except ValueError as error:
        this_year = date.today().year
        if found := date_parser.dates(text, latest=this_year):
            return found
        raise ValueError(_no_date(text, date_parser.overrun(text, this_year))) from error


def shown_date(edtf: str) -> Message:
    """`17 December 2020`, in the language of the command."""
    return Verbatim(languages.Language(localized.language(), "").date(EdtfDate.parse(edtf)))


def url(text: str) -> str:
    """A web address, or nothing."""
    if text and (not text.startswith(_SCHEMES) or " " in text):
        raise ValueError(msg("write it in full, with https:// in front."))
    return _sound(text, _LONGEST_ADDRESS)


def tags(text: str) -> list[str]:
    """The tags of the languages that `text` may mean."""
    found = finder.languages(text)
    if found:
        return found
    try:
        return [iso_codes.language(text)]
    except ValueError as error:
        raise ValueError(
            msg(
                'no language is called "{text}"; try its name in another language, or its two '
                "letters.",
                text=text,
            )
        ) from error


def language_named(tag: str) -> Message:
    """What the language is called in that of the command."""
    return Verbatim(languages.Language(localized.language(), "").language_name(tag))


def countries(text: str) -> list[str]:
    """The codes of the countries that `text` may mean."""
    found = finder.countries(text)
    if not found:
        raise ValueError(
            msg(
                'no country is called "{text}"; try its name in another language, or its two '
                "letters.",
                text=text,
            )
        )
    return found


def country_named(code: str) -> Country:
    """What the country `code` is called, in the language it is told in."""
    english = languages.Language(languages.SOURCE_LANGUAGE, "")
    return Country(code, english.country(code))


def new_id(text: str, taken: Collection[str]) -> str:
    """An id that no record has."""
    wrong = wrong_with_id(text)
    if wrong:
        raise ValueError(sequence(*wrong))
    if text in taken:
        raise ValueError(msg('the id "{id}" is taken; choose another.', id=text))
    return text


def agreement(text: str) -> bool:
    """Yes or no, in any of the languages."""
    for word, meant in ((msg("yes"), True), (msg("no"), False)):
        if text.casefold() in _spoken(word):
            return meant
    raise ValueError(msg("answer with yes or no."))


def one_of(text: str, options: Sequence[Option]) -> str:
    """The code of one of `options`, named by its number, its code or its label."""
    at = number(text)
    if 1 <= at <= len(options):
        return options[at - 1].code
    wanted = plain(text)
    for option in options:
        if wanted in {plain(name) for name in (option.code, *_called(option))}:
            return option.code
    raise ValueError(msg('"{text}" is not in the list; give a number of it.', text=text.strip()))


def some_of(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The codes of as many of `options` as are named, with commas between them."""
    parts = [part for part in _COMMA.split(text) if part.strip()]
    return tuple(dict.fromkeys(one_of(part, options) for part in parts))


def number(text: str) -> int:
    """A number of a list, in the digits of any script; 0 for anything else."""
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) <= _MOST_DIGITS else 0


def _called(option: Option) -> list[str]:
    """What the option is called in the languages of the atlas, and otherwise."""
    names = (option.label, Label(str(option.label).capitalize()))
    localizers = [report.localizer(code) for code in report.available_languages()]
    labels = [name.localize(localizer) for name in names for localizer in localizers]
    return [*labels, *synonyms.ALSO_CALLED.get(option.code, ())]


def _spoken(word: Message) -> set[str]:
    """A word and its first letter, in every language."""
    words = {word.localize(report.localizer(code)) for code in report.available_languages()}
    return words | {each[0] for each in words}


def _sound(text: str, longest: int) -> str:
    """The text, if it is one that a record may hold."""
    if len(text) > longest:
        raise ValueError(
            msg_plural(
                "that is {number} character; {most} are the most.",
                "that is {number} characters; {most} are the most.",
                len(text),
                most=longest,
            )
        )
    for _, _, message in forbidden_characters.refused(text):
        raise ValueError(sequence(message, forbidden_characters.HINT))
    if text and not any(map(str.isalnum, text)):
        raise ValueError(msg('"{text}" holds no letter; here words are wanted.', text=text))
    return text


def _no_date(text: str, month: str) -> Message:
    """What is said of a text that is no date, or a day that its `month` does not have."""
    if not month:
        return msg('"{text}" is not understood as a date; write it like one of these.', text=text)
    return msg('"{text}": there is no such day in {month}.', text=text, month=shown_date(month))
