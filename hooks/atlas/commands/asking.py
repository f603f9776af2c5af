"""Questions in a terminal: each is asked again until its answer can stand in a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import click

from atlas import characters, finding, iso, languages, reader
from atlas.checks.meant import plain
from atlas.edtf_date import EdtfDate

_LONGEST_LINE = 300
_LONGEST_PROSE = 5_000

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Option:
    """One of several answers: the word that a record holds, and what it means."""

    code: str
    label: str
    meaning: str = ""

    def __str__(self) -> str:
        meant = f" – {self.meaning}" if self.meaning else ""
        return f"{self.label}{meant}"


def ask(
    question: str, read: Callable[[str], Answer], default: str = "", needed: bool = True
) -> Answer:
    """What `read` makes of the answer; asked again with what is wrong while it raises ValueError.

    An empty answer is `default`, or the empty text if it is not `needed`.
    """

    def value(answer: str) -> Answer:
        answer = " ".join(answer.split())
        if not answer and needed:
            raise click.UsageError("an answer is needed; Ctrl-C stops, and nothing is written.")
        try:
            return read(answer)
        except ValueError as error:
            raise click.UsageError(str(error)) from error

    shown = "" if needed or default else " (Enter leaves it out)"
    prompted: Answer = click.prompt(
        f"{question}{shown}", default=default, show_default=bool(default), value_proc=value
    )
    return prompted


def line(question: str, default: str = "", needed: bool = True) -> str:
    """One line of text."""
    return ask(question, lambda text: _sound(text, _LONGEST_LINE), default, needed)


def prose(question: str) -> str:
    """A paragraph."""
    return ask(question, lambda text: _sound(text, _LONGEST_PROSE))


def date(question: str, default: str = "") -> str:
    """A date that says its own precision, or nothing."""
    hint = "2014, 2018-03 or 2019-05-07; a ~ behind it means about, a ? unsure"
    return ask(f"{question}: {hint}", lambda text: text and _date(text), default, needed=False)


def language(question: str, default: str) -> str:
    """A language tag."""
    return ask(question, lambda text: iso.language(text.strip()), default)


def url(question: str) -> str:
    """A web address, or nothing."""
    return ask(question, _url, needed=False)


def new_id(question: str, default: str, taken: Sequence[str]) -> str:
    """An id that no record has."""

    def read(text: str) -> str:
        wrong = reader.wrong_with_id(text)
        if wrong:
            raise ValueError(" ".join(wrong))
        if text in taken:
            raise ValueError(f'the id "{text}" is taken; choose another.')
        return text

    return ask(question, read, default)


def country(question: str) -> str:
    """The code of a country, by its name in any of several languages or its code."""
    english = languages.Language(languages.SOURCE_LANGUAGE, "")
    found = ask(question, _countries)
    if len(found) == 1:
        click.echo(f"  {english.country(found[0])} ({found[0]})")
        return found[0]
    return choice("Which of them", [Option(code, english.country(code)) for code in found])


def choice(question: str, options: Sequence[Option], default: str = "") -> str:
    """The code of one of `options`, chosen by its number, its code or its label."""
    _list(options)
    return ask(question, lambda text: _chosen(text, options), default)


def several(
    question: str, options: Sequence[Option], default: str = "", shown: bool = True
) -> tuple[str, ...]:
    """The codes of as many of `options` as are named, with commas between them.

    They are listed if `shown`; if not, they have been before.
    """
    if shown:
        _list(options)

    def read(text: str) -> tuple[str, ...]:
        parts = [part for part in text.split(",") if part.strip()]
        return tuple(dict.fromkeys(_chosen(part, options) for part in parts))

    asked = (
        f"{question}; several with commas between them{'' if shown else ', from the list above'}"
    )
    return ask(asked, read, default, needed=bool(default))


def _list(options: Sequence[Option]) -> None:
    for number, option in enumerate(options, 1):
        click.echo(f"  {number:>2}  {option}")


def _chosen(text: str, options: Sequence[Option]) -> str:
    if text.strip().isdigit() and 1 <= int(text) <= len(options):
        return options[int(text) - 1].code
    wanted = plain(text)
    for option in options:
        if wanted in {plain(name) for name in (option.code, option.label, *_called(option))}:
            return option.code
    raise ValueError(f'"{text.strip()}" is none of them; give the number before one.')


def _called(option: Option) -> list[str]:
    """What the option is called in the other languages of the atlas."""
    return [
        languages.Language(code, "").gettext(option.label.capitalize())
        for code in languages.codes()
    ]


def _sound(text: str, longest: int) -> str:
    if len(text) > longest:
        raise ValueError(f"that is {len(text)} characters; {longest} are the most.")
    for _, _, message in characters.refused(text):
        raise ValueError(f"{message} {characters.HINT}")
    return text


def _date(text: str) -> str:
    try:
        return str(EdtfDate.parse(text))
    except ValueError as error:
        raise ValueError(f'"{text}" is {error}.') from error


def _url(text: str) -> str:
    if text and (not text.startswith(("https://", "http://")) or " " in text):
        raise ValueError("write it in full, with https:// in front.")
    return text


def _countries(text: str) -> list[str]:
    found = finding.countries(text)
    if not found:
        raise ValueError(
            f'no country is called "{text}"; try its name in another language, or its two letters.'
        )
    return found
