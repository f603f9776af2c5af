"""Answers to choose from, by number, by code, or by what they are called in any language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atlas.editing import parse_answers
from atlas.i18n import report
from atlas.i18n.messages import NOTHING, Label, Message, Verbatim, msg
from atlas.i18n.normalize import normalize_name
from atlas.lookup import aliases
from atlas.model.vocabulary import Word

_MOST_DIGITS = 4


@dataclass(frozen=True)
class Option:
    """One of several answers: the word that a record holds, and what it means."""

    code: str
    label: Message
    meaning: Message = NOTHING

    def describe(self) -> Message:
        """What stands in a list of options."""
        if not self.meaning:
            return self.label
        return msg("{label} – {meaning}", label=self.label, meaning=self.meaning)


def list_options(words: Iterable[Word]) -> list[Option]:
    """A closed list, to choose from."""
    return [
        Option(str(word), Label(word.label), Label(word.definition) if word.definition else NOTHING)
        for word in words
    ]


def find_label(code: str, options: Sequence[Option]) -> Message:
    """What a code is called; a number or another default stands for itself."""
    labels = (option.label for option in options if option.code == code)
    return next(labels, Verbatim(code))


def parse_choice(text: str, options: Sequence[Option]) -> str:
    """The code of one of `options`, named by its number, its code or its label."""
    at = parse_number(text)
    if 1 <= at <= len(options):
        return options[at - 1].code
    name = normalize_name(text)
    for option in options:
        if name in {normalize_name(each) for each in (option.code, *_list_names(option))}:
            return option.code
    raise ValueError(msg('"{text}" is not in the list; give a number of it.', text=text.strip()))


def parse_choices(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The codes of as many of `options` as are named, with commas between them."""
    return tuple(
        dict.fromkeys(parse_choice(item, options) for item in parse_answers.split_items(text))
    )


def parse_number(text: str) -> int:
    """A number of a list, in the digits of any script; 0 for anything else."""
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) <= _MOST_DIGITS else 0


def parse_yes_or_no(text: str) -> bool:
    """Yes or no, in any of the languages."""
    for word, is_yes in ((msg("yes"), True), (msg("no"), False)):
        if normalize_name(text) in map(normalize_name, _translate(word)):
            return is_yes
    raise ValueError(msg("answer with yes or no."))


def _list_names(option: Option) -> list[str]:
    """What the option is called in the languages of the atlas, and otherwise."""
    labels = (option.label, Label(str(option.label).capitalize()))
    localizers = [report.localizer(code) for code in report.available_languages()]
    names = [each.localize(localizer) for each in labels for localizer in localizers]
    return [*names, *aliases.synonyms("words").get(option.code, ())]


def _translate(word: Message) -> set[str]:
    """A word and its first letter, in every language."""
    words = {word.localize(report.localizer(code)) for code in report.available_languages()}
    return words | {each[0] for each in words}
