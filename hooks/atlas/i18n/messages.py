"""Messages to people: an English template with placeholders, and the arguments that fill them.

A message is not a text: a `Localizer` makes one of it in some language, `str` the English one. So
a text that no catalogue can translate is no message, and mypy says so. Templates are marked by the
functions that make messages of them, `msg` and `msg_plural`, as gettext's are by `_` and
`ngettext`. A placeholder is written {name}, and a brace that is none twice, as for `str.format`.
"""

from __future__ import annotations

import string
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace


class Localizer:
    """Puts messages in a language: here the one they are written in."""

    code = "en"

    def template(self, template: str) -> str:
        """The template in this language."""
        return template

    def plural(self, one: str, many: str, number: int) -> str:
        """The template that goes with `number`."""
        return one if number == 1 else many

    def value(self, value: str) -> str:
        """A field's name, a code or an editor's words, as they may stand in a message."""
        return value

    def listing(self, values: list[str]) -> str:
        """`a, b, c`."""
        return ", ".join(values)

    def alternatives(self, values: list[str]) -> str:
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


class Message(ABC):
    """What can be put in any language. Messages compare as values and sort as their English."""

    __slots__ = ()

    @abstractmethod
    def localize(self, localizer: Localizer) -> str:
        """The text in the language of `localizer`."""

    def __str__(self) -> str:
        """The text in English."""
        return self.localize(ENGLISH)

    def __lt__(self, other: Message) -> bool:
        """Whether the English text comes first."""
        return str(self) < str(other)


Value = Message | str | int
"""An argument: a message, a text that stays as it is in every language, or a number."""


@dataclass(frozen=True, slots=True)
class Phrase(Message):
    """A template and its arguments; of two templates, `plural` is the one for many."""

    template: str
    args: tuple[tuple[str, Value], ...] = ()
    plural: str = ""
    number: int = 0

    def with_args(self, **args: Value) -> Phrase:
        """The same with further arguments."""
        return replace(self, args=tuple({**dict(self.args), **args}.items()))

    def localize(self, localizer: Localizer) -> str:
        """The template of the language, filled; its texts as written."""
        if self.plural:
            template = localizer.plural(self.template, self.plural, self.number)
        else:
            template = localizer.template(self.template)
        return template.format_map({name: localize(value, localizer) for name, value in self.args})


@dataclass(frozen=True, slots=True)
class Sequence(Message):
    """Messages one after another; none at all are false."""

    messages: tuple[Message, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.messages)

    def localize(self, localizer: Localizer) -> str:
        """Each of them, with blanks between."""
        return " ".join(message.localize(localizer) for message in self.messages)


@dataclass(frozen=True, slots=True)
class Listing(Message):
    """Values in a row; with `or` before the last if they are `alternatives`."""

    items: tuple[Value, ...]
    alternatives: bool = False

    def localize(self, localizer: Localizer) -> str:
        """The same with the commas and the "or" of the language."""
        values = [localize(item, localizer) for item in self.items]
        return localizer.alternatives(values) if self.alternatives else localizer.listing(values)


@dataclass(frozen=True, slots=True)
class Country(Message):
    """The country `code`, which in English is called `name`."""

    code: str
    name: str

    def localize(self, localizer: Localizer) -> str:
        """Its name in the language."""
        return localizer.country(self.code, self.name)


@dataclass(frozen=True, slots=True)
class Month(Message):
    """The month `2012-02`, which in English is called `name`."""

    month: str
    name: str

    def localize(self, localizer: Localizer) -> str:
        """Its name and year in the language."""
        return localizer.month(self.month, self.name)


@dataclass(frozen=True, slots=True)
class Example(Message):
    """What may be written in a record, in the language of its reader: `{fr: 'comme ceci'}`.

    `shape` is a template with placeholders for the {lang} of the reader and for {words}.
    """

    shape: str
    words: Value = ""

    def localize(self, localizer: Localizer) -> str:
        """The same with words in the language."""
        words = localize(self.words, localizer)
        return localizer.value(self.shape.format_map({"lang": localizer.code, "words": words}))


@dataclass(frozen=True, slots=True)
class Label(Message):
    """A text of the interface of the site, which has catalogues of its own."""

    text: str

    def localize(self, localizer: Localizer) -> str:
        """The same in the language."""
        return localizer.label(self.text)


@dataclass(frozen=True, slots=True)
class Verbatim(Message):
    """A text that is the same in every language: a file's name, an editor's words."""

    text: str

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)

    def localize(self, localizer: Localizer) -> str:
        """The text as it is."""
        return localizer.value(self.text)


NOTHING = Verbatim("")
"""A message that says nothing, and is false."""


def msg(template: str, /, **args: Value) -> Phrase:
    """The message that `template` is when its placeholders are filled."""
    return Phrase(template, tuple(args.items()))


def msg_plural(one: str, many: str, number: int, /, **args: Value) -> Phrase:
    """The same where the words depend on a number, which fills the placeholder {number}."""
    return Phrase(one, (("number", number), *args.items()), many, number)


def sequence(*messages: Message) -> Sequence:
    """Messages one after another; those that say nothing are left out."""
    return Sequence(tuple(message for message in messages if message))


def listing(items: Iterable[Value]) -> Listing:
    """`a, b, c`."""
    return Listing(tuple(items))


def alternatives(items: Iterable[Value]) -> Listing:
    """`a, b or c`."""
    return Listing(tuple(items), alternatives=True)


def localize(value: Value, localizer: Localizer) -> str:
    """A message in the language of `localizer`; anything else as it may stand in a message."""
    if isinstance(value, Message):
        return value.localize(localizer)
    return str(value) if isinstance(value, int) else localizer.value(value)


def with_names(message: Message, names: Mapping[str, str]) -> Message:
    """The same message, with other `names` for some texts among its arguments."""
    if isinstance(message, Sequence):
        return sequence(*(with_names(each, names) for each in message.messages))
    if isinstance(message, Phrase):
        args = tuple((name, _with_name(value, names)) for name, value in message.args)
        return replace(message, args=args)
    return message


def _with_name(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, Message):
        return with_names(value, names)
    return names.get(value, value) if isinstance(value, str) else value


def placeholders(template: str) -> list[str]:
    """The names of the placeholders of a template, in order. ValueError for an odd brace."""
    return [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]
