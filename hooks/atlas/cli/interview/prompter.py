"""Prompts in a terminal: again until an answer serves, and not for what was answered before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from atlas.cli import localized
from atlas.cli.interview.memory import Memory
from atlas.cli.interview.options import parse_number, parse_yes_or_no
from atlas.i18n.messages import NOTHING, Message, Verbatim, msg

BACK = "<"
"""The answer that goes back to the question before."""

Answer = TypeVar("Answer")


def _show(answer: object) -> Message:
    return Verbatim(str(answer))


class Prompter:
    """Prompts, and remembers the answers: one that is known is not asked for again.

    What is announced between two questions appears with the second, if that is asked.
    """

    def __init__(self) -> None:
        self.memory = Memory()
        self._announcements: list[tuple[Message, str]] = []

    def announce(self, message: Message, before: str = "  ") -> None:
        """Say something on the way to the next question."""
        self._announcements.append((message, before))

    def print_announcements(self) -> None:
        """Print what was announced and not printed yet."""
        for message, before in self._announcements:
            localized.echo(message, before)
        self._announcements.clear()

    def prompt(
        self,
        question: Message,
        parse: Callable[[str], Answer],
        show: Callable[[Answer], Message] = _show,
        default: str = "",
        needed: bool = True,
        shown_default: Message = NOTHING,
        hint: Message = NOTHING,
        to_remember: Callable[[Answer], str] | None = None,
    ) -> Answer:
        """What `parse` makes of the answer; asked again while that is a ValueError.

        An empty answer is `default`, or the empty text if none is `needed`. `show` is how an answer
        is shown again, `to_remember` what is parsed in its place the next time, if not what was
        typed. One that was taken back is the default, which a - leaves out.
        Raises Again if the editor goes back, and click.Abort if they stop.
        """

        former = self.memory.recall_taken_back(question)
        may_be_dropped = bool(former.typed) and not needed and not default

        def understand(typed: str) -> Answer:
            if not typed:
                typed = former.typed
            elif may_be_dropped and typed == "-":
                typed = ""
            if not typed and not default and needed:
                raise ValueError(msg("an answer is needed; Ctrl-C stops, and nothing is written."))
            answer = parse(typed or default)
            self.memory.add(question, to_remember(answer) if to_remember else typed, show(answer))
            return answer

        recalled = self.memory.recall(question)
        if recalled is not None:
            try:
                answer = understand(recalled)
            except ValueError:
                pass  # it was an answer to what has changed since
            else:
                self._announcements.clear()
                return answer
        self.print_announcements()
        hinted = msg("{question}: {hint}", question=question, hint=hint) if hint else question
        suggested = former.shown if former.typed else shown_default or Verbatim(default)
        if may_be_dropped:
            line = msg("{question} [{default}] (- leaves it out):")
        elif suggested:
            line = msg("{question} [{default}]:")
        elif needed:
            line = msg("{question}:")
        else:
            line = msg("{question} (Enter leaves it out):")
        return self._read(line.with_args(question=hinted, default=suggested), understand)

    def confirm(self, question: Message, default: bool) -> bool:
        """Yes or no to all that was answered. Raises Again for the number of an answer."""

        def parse(text: str) -> bool:
            if not text:
                return default
            at = parse_number(text)
            if 1 <= at <= len(self.memory.given):
                self.memory.take_back(at - 1)
            try:
                return parse_yes_or_no(text)
            except ValueError as error:
                raise ValueError(
                    msg("answer with yes or no, or with the number of an answer.")
                ) from error

        self.print_announcements()
        choices = msg("Y/n") if default else msg("y/N")
        line = msg("{question} [{default}]:", question=question, default=choices)
        return self._read(line, parse)

    def announce_answers(self) -> None:
        """Say every answer, with its number."""
        for number, given in enumerate(self.memory.given, 1):
            answer = given.shown or msg("left out")
            self.announce(
                msg("{question}: {answer}", question=given.question, answer=answer),
                before=f"  {number:>2}  ",
            )

    def _read(self, line: Message, parse: Callable[[str], Answer]) -> Answer:
        """What `parse` makes of what is typed, at last."""
        shown = localized.localize(line)
        while True:
            typed = " ".join(_type(shown).split())
            try:
                if typed == BACK:
                    self._go_back()
                return parse(typed)
            except ValueError as error:
                if error.args:
                    localized.echo(msg("Error: {message}", message=localized.explain(error)))
                self.print_announcements()

    def _go_back(self) -> None:
        if not self.memory.given:
            raise ValueError(msg("there is no question before this one."))
        self.memory.take_back(-1)


def _type(line: str) -> str:
    """What is typed behind `line`. Raises click.Abort if there is no more input."""
    try:
        typed: str = click.prompt(
            line, default="", show_default=False, prompt_suffix=" ", value_proc=str
        )
    except RuntimeError as error:  # there is no standard input
        raise click.Abort from error
    return typed
