"""Asks in a terminal: again until an answer serves, and not for what was answered before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from atlas.cli import localized
from atlas.cli.interview import parse_answers
from atlas.cli.interview.memory import Memory
from atlas.i18n.messages import NOTHING, Message, Verbatim, msg

BACK = "<"
"""The answer that goes back to the question before."""

Answer = TypeVar("Answer")


def _as_it_is(answer: object) -> Message:
    return Verbatim(str(answer))


class Asking:
    """Asks, and remembers the answers: one that is known is not asked for again.

    What is told between two questions appears with the second, if that is asked.
    """

    def __init__(self) -> None:
        self.memory = Memory()
        self._untold: list[tuple[Message, str]] = []

    def echo(self, message: Message, before: str = "  ") -> None:
        """Say something on the way to the next question."""
        self._untold.append((message, before))

    def tell_all(self) -> None:
        """Print what is still to be told."""
        for message, before in self._untold:
            localized.echo(message, before)
        self._untold.clear()

    def ask(
        self,
        question: Message,
        read: Callable[[str], Answer],
        meant: Callable[[Answer], Message] = _as_it_is,
        default: str = "",
        needed: bool = True,
        shown: Message = NOTHING,
        hint: Message = NOTHING,
        kept: Callable[[Answer], str] | None = None,
    ) -> Answer:
        """What `read` makes of the answer; asked again while that is a ValueError, which says why.

        An empty answer is `default`, or the empty text if it is not `needed`. The default stands
        behind the question as it is, or as it is `shown`. `meant` is how an answer is told again,
        `kept` what is read in its place the next time, if not what was typed. One that was taken
        back is the default, which a - leaves out.
        Raises Again if the editor goes back, and click.Abort if they stop.
        """

        former = self.memory.before(question)
        may_be_dropped = bool(former.typed) and not needed and not default

        def understood(typed: str) -> Answer:
            if not typed:
                typed = former.typed
            elif may_be_dropped and typed == "-":
                typed = ""
            if not typed and not default and needed:
                raise ValueError(msg("an answer is needed; Ctrl-C stops, and nothing is written."))
            answer = read(typed or default)
            self.memory.add(question, kept(answer) if kept else typed, meant(answer))
            return answer

        recalled = self.memory.recalled(question)
        if recalled is not None:
            try:
                answer = understood(recalled)
            except ValueError:
                pass  # it was an answer to what has changed since
            else:
                self._untold.clear()
                return answer
        self.tell_all()
        asked = msg("{question}: {hint}", question=question, hint=hint) if hint else question
        suggested = former.meant if former.typed else shown or Verbatim(default)
        prompt = _prompt(asked, suggested, needed)
        if may_be_dropped:
            prompt = msg(
                "{question} [{default}] (- leaves it out):", question=asked, default=suggested
            )
        return self._heard(prompt, understood)

    def _heard(self, prompt: Message, read: Callable[[str], Answer]) -> Answer:
        """What `read` makes of what is typed, at last."""
        shown = localized.localize(prompt)
        while True:
            answer = " ".join(_typed(shown).split())
            try:
                if answer == BACK:
                    self._go_back()
                return read(answer)
            except ValueError as error:
                if error.args:
                    localized.echo(msg("Error: {message}", message=localized.reason(error)))
                self.tell_all()

    def _go_back(self) -> None:
        if not self.memory.given:
            raise ValueError(msg("there is no question before this one."))
        self.memory.forget(-1)

    def confirmed(self, question: Message, default: bool) -> bool:
        """Yes or no to all that was answered. Raises Again for the number of an answer."""

        def read(text: str) -> bool:
            if not text:
                return default
            at = parse_answers.number(text)
            if 1 <= at <= len(self.memory.given):
                self.memory.forget(at - 1)
            try:
                return parse_answers.agreement(text)
            except ValueError as error:
                raise ValueError(
                    msg("answer with yes or no, or with the number of an answer.")
                ) from error

        self.tell_all()
        choices = msg("Y/n") if default else msg("y/N")
        return self._heard(_prompt(question, choices, needed=True), read)

    def recap(self) -> None:
        """Say every answer, with its number."""
        for number, given in enumerate(self.memory.given, 1):
            answer = given.meant or msg("left out")
            self.echo(
                msg("{question}: {answer}", question=given.question, answer=answer),
                before=f"  {number:>2}  ",
            )


def _typed(prompt: str) -> str:
    """What is typed behind `prompt`. Raises click.Abort if that is over."""
    try:
        typed: str = click.prompt(
            prompt, default="", show_default=False, prompt_suffix=" ", value_proc=str
        )
    except RuntimeError as error:  # there is no standard input
        raise click.Abort from error
    return typed


def _prompt(question: Message, shown: Message, needed: bool) -> Message:
    if shown:
        return msg("{question} [{default}]:", question=question, default=shown)
    if needed:
        return msg("{question}:", question=question)
    return msg("{question} (Enter leaves it out):", question=question)
