"""What has been answered so far, so that one question can be asked again and the rest need not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

from atlas.i18n.messages import NOTHING, Message

Key = tuple[str, ...]
"""What a question belongs to, from the outside in, its words, and how often they were before."""


class Again(Exception):
    """The interview begins anew; what is remembered is not asked again."""


@dataclass(frozen=True)
class GivenAnswer:
    """An answer: what it answers, and how it is shown; nothing where it was left out."""

    key: Key
    question: Message
    shown: Message


@dataclass(frozen=True)
class FormerAnswer:
    """What was typed before, "" for nothing, and how it was shown."""

    typed: str = ""
    shown: Message = NOTHING


class Memory:
    """Remembers what was typed; `given` are the answers of this time through, in order.

    A question is known by its words, `within` what it belongs to.
    """

    def __init__(self) -> None:
        self.given: list[GivenAnswer] = []
        self._within: list[str] = []
        self._typed: dict[Key, str] = {}
        self._taken_back: dict[Key, FormerAnswer] = {}
        self._suggested: dict[Key, FormerAnswer] = {}

    def recall(self, question: Message) -> str | None:
        """What was typed when this was asked last time through."""
        return self._typed.get(self._make_key(question))

    def recall_taken_back(self, question: Message) -> FormerAnswer:
        """The answer that was taken back or is suggested, if there was one."""
        key = self._make_key(question)
        return self._taken_back.get(key) or self._suggested.get(key, FormerAnswer())

    def suggest(self, question: Message, answer: FormerAnswer) -> None:
        """Let an answer be known, as if it had been taken back, to a question not answered yet."""
        key = self._make_key(question)
        if key not in self._typed and answer.typed:
            self._suggested[key] = answer

    def add(self, question: Message, typed: str, shown: Message) -> None:
        """Remember the answer to the question that was asked now."""
        key = self._make_key(question)
        self._typed[key] = typed
        self._taken_back.pop(key, None)
        self._suggested.pop(key, None)
        self.given.append(GivenAnswer(key, question, shown))

    @contextmanager
    def within(self, what: str) -> Iterator[None]:
        """Questions in here belong to `what`: the same words elsewhere are another question."""
        self._within.append(what)
        try:
            yield
        finally:
            self._within.pop()

    def drop(self, number: int) -> None:
        """Drop the answers from `given[number]` on, as if they had never been given."""
        for answer in self.given[number:]:
            del self._typed[answer.key]
        del self.given[number:]

    def take_back(self, number: int) -> NoReturn:
        """Have `given[number]` asked again. Raises Again, and IndexError if there is none."""
        taken = self.given[number]
        self._taken_back[taken.key] = FormerAnswer(self._typed.pop(taken.key), taken.shown)
        self.given.clear()
        raise Again

    def _make_key(self, question: Message) -> Key:
        place = (*self._within, str(question))
        times = sum(each.key[:-1] == place for each in self.given)
        return (*place, str(times))
