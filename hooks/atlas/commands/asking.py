"""Questions in a terminal: each is asked again until its answer can stand in a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import click

from atlas import characters, finding, iso, languages, report, vocabulary
from atlas.checks import usual_dates
from atlas.checks.meant import plain
from atlas.commands import speech
from atlas.edtf_date import EdtfDate
from atlas.ids import wrong_with_id
from atlas.sentence import Country, Label, Sentence, numbered, say, then, told
from atlas.sentence import country as named

_LONGEST_LINE = 300
_LONGEST_PROSE = 5_000
_MOST_DIGITS = 4
_COMMA = re.compile("[,،]")

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Option:
    """One of several answers: the word that a record holds, and what it means.

    Label and meaning are sentences, or texts of records.
    """

    code: str
    label: str
    meaning: str = ""

    def shown(self) -> str:
        """What stands in a list of options."""
        if not self.meaning:
            return self.label
        return say("{label} – {meaning}", label=self.label, meaning=self.meaning)


def ask(
    question: Sentence,
    read: Callable[[str], Answer],
    default: str = "",
    needed: bool = True,
    shown: str = "",
) -> Answer:
    """What `read` makes of the answer; asked again with what is wrong while it raises ValueError.

    An empty answer is `default`, or the empty text if it is not `needed`. The default stands
    behind the question as it is, or as it is `shown`.
    """
    prompt = speech.told(_prompt(question, shown or default, needed))
    while True:
        given: str = click.prompt(
            prompt, default=default, show_default=False, prompt_suffix=" ", value_proc=str
        )
        answer = " ".join(given.split())
        try:
            if not answer and needed:
                raise ValueError(say("an answer is needed; Ctrl-C stops, and nothing is written."))
            return read(answer)
        except ValueError as error:
            speech.tell(say("Error: {message}", message=speech.reason(error)))


def _prompt(question: Sentence, shown: str, needed: bool) -> Sentence:
    if shown:
        return say("{question} [{default}]:", question=question, default=shown)
    if needed:
        return say("{question}:", question=question)
    return say("{question} (Enter leaves it out):", question=question)


def line(question: Sentence, default: str = "", needed: bool = True) -> str:
    """One line of text."""
    return ask(question, lambda text: _sound(text, _LONGEST_LINE), default, needed)


def prose(question: Sentence) -> str:
    """A paragraph."""
    return ask(question, lambda text: _sound(text, _LONGEST_PROSE))


def date(question: Sentence, default: str = "") -> str:
    """A date that says its own precision, or nothing; what is usually written is understood."""
    hint = say("2014, 2018-03 or 2019-05-07; a ~ behind it means about, a ? unsure")
    asked = say("{question}: {hint}", question=question, hint=hint)
    found = ask(asked, _dates, default, needed=False)
    shown = languages.Language(speech.language(), "")
    options = [Option(each, shown.date(EdtfDate.parse(each))) for each in found]
    if len(options) > 1:
        return choice(say("Which of these"), options)
    for option in options:
        speech.tell(say("{name} ({code})", name=option.label, code=option.code), "  ")
    return "".join(found)


def language(question: Sentence, default: str) -> str:
    """A language tag, by the language's name in any of several languages or the tag."""
    found = ask(question, tags, default)
    shown = languages.Language(speech.language(), "")
    if len(found) == 1:
        if found[0] != default:
            speech.tell(
                say("{name} ({code})", name=shown.language_name(found[0]), code=found[0]), "  "
            )
        return found[0]
    options = [Option(code, shown.language_name(code)) for code in found]
    return choice(say("Which of these"), options)


def url(question: Sentence) -> str:
    """A web address, or nothing."""
    return ask(question, _url, needed=False)


def new_id(question: Sentence, default: str, taken: Sequence[str]) -> str:
    """An id that no record has."""

    def read(text: str) -> str:
        wrong = wrong_with_id(text)
        if wrong:
            raise ValueError(then(*wrong))
        if text in taken:
            raise ValueError(say('the id "{id}" is taken; choose another.', id=text))
        return text

    return ask(question, read, default)


def country(question: Sentence) -> str:
    """The code of a country, by its name in any of several languages or its code."""
    found = ask(question, _countries)
    if len(found) == 1:
        speech.tell(say("{name} ({code})", name=country_named(found[0]), code=found[0]), "  ")
        return found[0]
    return choice(say("Which of these"), [Option(code, country_named(code)) for code in found])


def choice(question: Sentence, options: Sequence[Option], default: str = "") -> str:
    """The code of one of `options`, chosen by its number, its code or its label."""
    _list(options)
    shown = _shown(default, options)
    return ask(question, lambda text: _chosen(text, options), default, shown=shown)


def several(
    question: Sentence, options: Sequence[Option], default: str = "", shown: bool = True
) -> tuple[str, ...]:
    """The codes of as many of `options` as are named, with commas between them.

    They are listed if `shown`; if not, they have been before.
    """
    if shown:
        _list(options)

    def read(text: str) -> tuple[str, ...]:
        parts = [part for part in _COMMA.split(text) if part.strip()]
        return tuple(dict.fromkeys(_chosen(part, options) for part in parts))

    if shown:
        asked = say("{question}; several with commas between them", question=question)
    else:
        asked = say(
            "{question}; several with commas between them, from the list above", question=question
        )
    return ask(asked, read, default, bool(default), _shown(default, options))


def _list(options: Sequence[Option]) -> None:
    for number, option in enumerate(options, 1):
        speech.tell(option.shown(), before=f"  {number:>2}  ")


def _shown(default: str, options: Sequence[Option]) -> str:
    """What the default is called, if it is a code and no number."""
    return next((option.label for option in options if default and option.code == default), "")


def _chosen(text: str, options: Sequence[Option]) -> str:
    number = text.strip()
    if number.isdecimal() and len(number) <= _MOST_DIGITS and 1 <= int(number) <= len(options):
        return options[int(number) - 1].code
    wanted = plain(text)
    for option in options:
        if wanted in {plain(name) for name in (option.code, *_called(option))}:
            return option.code
    raise ValueError(
        say('"{text}" is none of them; give the number before one.', text=text.strip())
    )


def _called(option: Option) -> list[str]:
    """What the option is called in the languages of the atlas, and otherwise."""
    names = (option.label, Label(option.label.capitalize()))
    tellings = [report.telling(code) for code in report.offered()]
    labels = [told(name, telling) for name in names for telling in tellings]
    return [*labels, *vocabulary.ALSO_CALLED.get(option.code, ())]


def country_named(code: str) -> Country:
    """What the country `code` is called, in the language it is told in."""
    english = languages.Language(languages.SOURCE_LANGUAGE, "")
    return named(code, english.country(code))


def _sound(text: str, longest: int) -> str:
    if len(text) > longest:
        raise ValueError(
            numbered(
                "that is {number} character; {most} are the most.",
                "that is {number} characters; {most} are the most.",
                len(text),
                most=longest,
            )
        )
    for _, _, message in characters.refused(text):
        raise ValueError(then(message, characters.HINT))
    return text


def _dates(text: str) -> list[str]:
    if not text:
        return []
    try:
        return [str(EdtfDate.parse(text))]
    except ValueError as error:
        if found := usual_dates.dates(text):
            return found
        raise ValueError(
            say('"{text}" is no date of the calendar, written as these are.', text=text)
        ) from error


def _url(text: str) -> str:
    if text and (not text.startswith(("https://", "http://")) or " " in text):
        raise ValueError(say("write it in full, with https:// in front."))
    return text


def tags(text: str) -> list[str]:
    """The tags of the languages that `text` may mean. Raises ValueError if there is none."""
    found = finding.languages(text)
    if found:
        return found
    try:
        return [iso.language(text)]
    except ValueError as error:
        raise ValueError(
            say(
                'no language is called "{text}"; try its name in another language, or its two '
                "letters.",
                text=text,
            )
        ) from error


def _countries(text: str) -> list[str]:
    found = finding.countries(text)
    if not found:
        raise ValueError(
            say(
                'no country is called "{text}"; try its name in another language, or its two '
                "letters.",
                text=text,
            )
        )
    return found
