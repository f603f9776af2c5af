"""Sentences for any language: an English template, and what stands in its gaps.

A sentence is a text, the English one, wherever a text is wanted: it compares, sorts and prints as
that. It also knows what it was made of, so that `report` can tell it in another language. Templates
are marked by the functions that make sentences of them, `say` and `numbered`, as gettext's are by
`_` and `ngettext`. A gap is written {name}; what is in braces but no gap stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_GAP = re.compile(r"\{(\w+)\}")


class Localizer:
    """A language to tell sentences in: here the one they are written in."""

    code = "en"

    def template(self, template: str) -> str:
        """The template in this language."""
        return template

    def plural(self, one: str, many: str, number: int) -> str:
        """The template that goes with `number`."""
        return one if number == 1 else many

    def value(self, value: str) -> str:
        """A field's name, a code or an editor's words, as they may stand in a sentence."""
        return value

    def listing(self, values: list[str]) -> str:
        """`a, b, c`."""
        return ", ".join(values)

    def choice(self, values: list[str]) -> str:
        """`a, b or c`."""
        *first, last = values
        return f"{', '.join(first)} or {last}" if first else last

    def country(self, code: str, name: str) -> str:
        """What the country is called, which in English is `name`."""
        return name

    def month(self, month: str, name: str) -> str:
        """How the month `2012-02` is written in words, which in English is `name`."""
        return name

    def label(self, label: str) -> str:
        """What the interface of the site calls that."""
        return label


ENGLISH = Localizer()


class Localizable(str):
    """A text that is another one in another language. As a text, it is the English one."""

    __slots__ = ()

    def localize(self, telling: Localizer) -> str:
        """The same in the language of `telling`."""
        return str(self)


Value = str | int
"""What fills a gap: a text that stays as it is, a number, or what is itself Told."""


class Message(Localizable):
    """A template and what fills its gaps; `number` chooses between `template` and `many`."""

    __slots__ = ("many", "number", "template", "values")

    template: str
    many: str
    number: int
    values: Mapping[str, Value]

    def with_args(self, **values: Value) -> Message:
        """The same sentence with `values` in further gaps."""
        return _sentence(self.template, self.many, self.number, {**self.values, **values})

    def localize(self, telling: Localizer) -> str:
        """The sentence in the language of `telling`, its values as written."""
        if self.many:
            template = telling.plural(self.template, self.many, self.number)
        else:
            template = telling.template(self.template)
        return _fill(template, self.values, telling)


class Sequence(Localizable):
    """Sentences one after another."""

    __slots__ = ("sentences",)

    sentences: tuple[str, ...]

    def localize(self, telling: Localizer) -> str:
        """Each of them in the language of `telling`."""
        return " ".join(localize(sentence, telling) for sentence in self.sentences)


class Listing(Localizable):
    """Values in a row; of a `choice` the last stands behind an "or"."""

    __slots__ = ("choice", "items")

    items: tuple[str, ...]
    choice: bool

    def localize(self, telling: Localizer) -> str:
        """The same with the commas and the "or" of the language."""
        values = [_value(item, telling) for item in self.items]
        return telling.choice(values) if self.choice else telling.listing(values)


class Country(Localizable):
    """The name of a country."""

    __slots__ = ("code",)

    code: str

    def localize(self, telling: Localizer) -> str:
        """Its name in the language of `telling`."""
        return telling.country(self.code, str(self))


class Month(Localizable):
    """A month of a year."""

    __slots__ = ("month",)

    month: str

    def localize(self, telling: Localizer) -> str:
        """The month in the language of `telling`."""
        return telling.month(self.month, str(self))


class Example(Localizable):
    """What may be written in a record, in the language it is told in: `{fr: 'comme ceci'}`."""

    __slots__ = ("shape", "words")

    shape: str
    words: str

    def localize(self, telling: Localizer) -> str:
        """The same with texts in the language of `telling`."""
        return telling.value(_shaped(self.shape, self.words, telling))


class Label(Localizable):
    """A text of the interface of the site, which has catalogues of its own."""

    __slots__ = ()

    def localize(self, telling: Localizer) -> str:
        """The same in the language of `telling`."""
        return telling.label(str(self))


def localize(text: str, telling: Localizer) -> str:
    """`text` in the language of `telling`; what is no more than a text, as a value of one."""
    return text.localize(telling) if isinstance(text, Localizable) else telling.value(text)


def msg(template: str, /, **values: Value) -> Message:
    """The sentence that `template` is when its gaps are filled."""
    return _sentence(template, "", 0, values)


def msg_plural(one: str, many: str, number: int, /, **values: Value) -> Message:
    """The same where the words depend on a number, which fills the gap {number}."""
    return _sentence(one, many, number, {"number": number, **values})


def sequence(*sentences: str) -> Sequence:
    """Sentences one after another; empty ones are left out."""
    kept = tuple(sentence for sentence in sentences if sentence)
    sequence = Sequence(" ".join(kept))
    sequence.sentences = kept
    return sequence


def listing(items: Iterable[str]) -> Listing:
    """`a, b, c`."""
    return _listing(items, False)


def either(items: Iterable[str]) -> Listing:
    """`a, b or c`."""
    return _listing(items, True)


def country(code: str, name: str) -> Country:
    """The country `code`, which in English is called `name`."""
    made = Country(name)
    made.code = code
    return made


def month(text: str, english: str) -> Month:
    """The month `text` (`2012-02`), which in English is called `english`."""
    made = Month(english)
    made.month = text
    return made


def example(shape: str, words: str = "") -> Example:
    """What may be written: a `shape` with gaps for the {lang} it is told in, and for {words}."""
    made = Example(_shaped(shape, words, ENGLISH))
    made.shape, made.words = shape, words
    return made


def with_names(text: str, called: Mapping[str, str]) -> str:
    """The same text, in whose gaps some values are `called` something else."""
    if isinstance(text, Sequence):
        return sequence(*(with_names(sentence, called) for sentence in text.sentences))
    if isinstance(text, Message):
        return _sentence(
            text.template,
            text.many,
            text.number,
            {gap: _called(value, called) for gap, value in text.values.items()},
        )
    return text


def _called(value: Value, called: Mapping[str, str]) -> Value:
    if isinstance(value, int):
        return value
    return with_names(value, called) if isinstance(value, Localizable) else called.get(value, value)


def placeholders(template: str) -> set[str]:
    """The names of the gaps of a template."""
    return set(_GAP.findall(template))


def _sentence(template: str, many: str, number: int, values: Mapping[str, Value]) -> Message:
    chosen = ENGLISH.plural(template, many, number) if many else template
    made = Message(_fill(chosen, values, ENGLISH))
    made.template, made.many, made.number, made.values = template, many, number, values
    return made


def _listing(items: Iterable[str], choice: bool) -> Listing:
    kept = tuple(items)
    made = Listing((ENGLISH.choice if choice else ENGLISH.listing)([str(item) for item in kept]))
    made.items, made.choice = kept, choice
    return made


def _fill(template: str, values: Mapping[str, Value], telling: Localizer) -> str:
    return _GAP.sub(
        lambda gap: _value(values[gap[1]], telling) if gap[1] in values else gap[0], template
    )


def _shaped(shape: str, words: str, telling: Localizer) -> str:
    return _fill(shape, {"lang": telling.code, "words": localize(words, telling)}, ENGLISH)


def _value(value: Value, telling: Localizer) -> str:
    if isinstance(value, Localizable):
        return value.localize(telling)
    return str(value) if isinstance(value, int) else telling.value(value)
