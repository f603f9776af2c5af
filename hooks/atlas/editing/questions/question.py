"""A question: what it asks on the web and in a terminal, and what it takes for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from atlas.i18n.messages import NOTHING, Message, Phrase, Value
from atlas.model import MODELS
from atlas.model.fields import Content, at
from atlas.model.kinds import ValueKind
from atlas.model.vocabulary import N_, Status, Word

UNKNOWN = N_("I do not know")


@dataclass(frozen=True)
class Question:
    """One question. `fields` are those that the answer fills, each behind its folder and a dot.

    They say what an answer may be; where there are none, `kind` does. A form has a `label`, a
    `hint` and several lines for a `long` answer; a terminal has a `prompt` and a `prompt_hint`.
    `labels` are what a form calls those words of a closed list that it offers, if not all as
    pages do. Options that are records are looked up by whoever asks. Labels and hints are English
    texts of the interface.
    """

    id: str
    fields: str = ""
    kind: ValueKind | None = None
    optional: bool = False
    label: str = ""
    hint: str = ""
    long: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    prompt: Phrase | None = None
    prompt_hint: Message = NOTHING
    may_be_date: bool = False

    @cached_property
    def kinds(self) -> set[ValueKind]:
        """The kinds of single values of which the answer may be one."""
        kinds = (self.kind, *(content.kind for content in self._contents))
        return {kind for kind in kinds if kind is not None}

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The closed list that the answer is chosen from; empty if it is not."""
        lists = (content.choices for content in self._contents)
        return next((tuple(each) for each in lists if each and issubclass(each, Word)), ())

    @property
    def choices(self) -> dict[str, str]:
        """What a form offers to choose from: labels by what a record says, "" for nothing."""
        labels = self.labels or {str(word): word.label for word in self.words}
        unknown = Status.UNKNOWN.value if Status.UNKNOWN in self.words else ""
        return {**labels, unknown: UNKNOWN} if labels else {}

    def prompt_about(self, **about: Value) -> Phrase:
        """The prompt, its gaps filled. Raises TypeError for a question of forms alone."""
        if self.prompt is None:
            raise TypeError(f"no terminal asks for {self.id}")
        return self.prompt.with_args(**about)

    @cached_property
    def _contents(self) -> list[Content]:
        paths = (field.split(".") for field in self.fields.split())
        return [at(MODELS[folder], tuple(path)) for folder, *path in paths]
