"""A question: what it asks on the web and in a terminal, and what it takes for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from atlas.i18n.messages import NOTHING, Message, Phrase, Value
from atlas.model.vocabulary import Term


class AnswerKind(Enum):
    """What a question takes for an answer; `parse_answers` understands each."""

    LINE = auto()
    TITLE = auto()  # a line that may be a date
    PROSE = auto()
    ADDRESS = auto()
    TITLE_OR_ADDRESS = auto()
    DATE = auto()
    COUNTRY = auto()
    LANGUAGE = auto()
    CHOICE = auto()
    CHOICES = auto()
    ID = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `fields` are those that the answer fills, each behind its folder and a dot.

    A form has a `label`, a `hint` and several lines for a `long` answer; a terminal has a `prompt`
    and a `prompt_hint`. `terms` are the closed list to choose from; a form may offer other
    `choices`: labels by what a record says, "" for nothing. Options that are records are looked up
    by whoever asks. Labels and hints are English texts of the interface.
    """

    id: str
    fields: str = ""
    takes: AnswerKind = AnswerKind.LINE
    optional: bool = False
    label: str = ""
    hint: str = ""
    long: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    prompt: Phrase | None = None
    prompt_hint: Message = NOTHING
    terms: Mapping[Any, Term] = field(default_factory=dict)

    def prompt_about(self, **about: Value) -> Phrase:
        """The prompt, its gaps filled. Raises TypeError for a question of forms alone."""
        if self.prompt is None:
            raise TypeError(f"no terminal asks for {self.id}")
        return self.prompt.with_args(**about)
