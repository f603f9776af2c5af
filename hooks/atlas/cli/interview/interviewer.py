"""Asks the questions about records in a terminal, each for the kind of answer it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial

from atlas.checks.rules import bare_values
from atlas.cli import localized
from atlas.cli.interview.names import name_language, name_moment
from atlas.cli.interview.options import (
    Option,
    find_label,
    list_options,
    parse_choice,
    parse_choices,
    parse_yes_or_no,
)
from atlas.cli.interview.prompter import Prompter
from atlas.editing import parse_answers, questions
from atlas.editing.questions.question import Question
from atlas.i18n.countries import name_country
from atlas.i18n.messages import NOTHING, Message, Value, Verbatim, listing, msg, sequence
from atlas.model.kinds import COUNTRY, DATE, LANGUAGE, PROSE, URL, ValueKind

Parse = Callable[[str], list[str]]
Show = Callable[[str], Message]


class Interviewer(Prompter):
    """Asks for what can stand in a record."""

    def __init__(self) -> None:
        super().__init__()
        self._doubted: set[str] = set()
        self._this_year = date.today().year
        self._codes: dict[ValueKind, tuple[Parse, Show]] = {
            DATE: (
                lambda text: parse_answers.parse_dates(text, latest=self._this_year),
                name_moment,
            ),
            COUNTRY: (parse_answers.parse_countries, name_country),
            LANGUAGE: (parse_answers.parse_languages, name_language),
        }

    def ask(
        self,
        question: Question,
        default: str = "",
        needed: bool | None = None,
        skip: str = "",
        hint: Message = NOTHING,
        **about: Value,
    ) -> str:
        """The answer as a record holds it: words, a date, a code; "" where it is left out.

        What is said here goes before what the question says itself. `skip` is an answer that is
        taken as it stands; `about` fills the gaps of the prompt.
        """
        prompt = question.prompt_about(**about)
        needed = not question.optional if needed is None else needed
        hint = hint or question.prompt_hint
        if question.words:
            return self.choose(prompt, list_options(question.words), default)
        for kind, (parse, show) in self._codes.items():
            if kind in question.kinds:
                if edge := questions.EDGES.get(question.id):
                    parse = partial(parse_answers.parse_moments, edge=edge, latest=self._this_year)
                return self._ask_code(prompt, parse, show, default, needed, hint)
        return self.prompt(
            prompt,
            lambda text: text if text == skip else self._parse_text(text, question),
            default=default,
            needed=needed,
            hint=hint,
        )

    def ask_id(self, question: Question, default: str, taken: Collection[str], **about: str) -> str:
        """An id that is none of those `taken`."""
        return self.prompt(
            question.prompt_about(**about),
            lambda text: parse_answers.parse_new_id(text, taken),
            default=default,
            hint=question.prompt_hint,
        )

    def ask_yes_or_no(self, question: Message) -> bool:
        """Yes or no, in any of the languages."""
        return self.prompt(
            question,
            parse_yes_or_no,
            lambda yes: msg("yes") if yes else msg("no"),
            hint=msg("yes or no"),
        )

    def choose(
        self,
        question: Message,
        options: Sequence[Option],
        default: str = "",
        may_change: bool = False,
    ) -> str:
        """The code of one of `options`, chosen by its number, its code or its label.

        Options that `may_change` before the question comes up again are remembered by their code.
        """
        typed = ""

        def parse(text: str) -> str:
            nonlocal typed
            typed = text
            return parse_choice(text, options)

        self._announce_options(options)
        code = self.prompt(
            question,
            parse,
            lambda code: find_label(code, options),
            default,
            shown_default=find_label(default, options) if default else NOTHING,
            to_remember=(lambda code: code or str(find_label(code, options)))
            if may_change
            else None,
        )
        label = find_label(code, options)
        if code and typed not in {default, localized.localize(label)}:
            self.announce(label)
        return code

    def choose_meant(
        self,
        question: Message,
        answer: str,
        options: Sequence[Option],
        other: Message = NOTHING,
        default: str = "",
    ) -> str:
        """The code of the one that is meant by the `answer` to `question`; "" for the `other`."""
        if not options:
            return ""
        offered = [*options, Option("", other)] if other else options
        prompt = msg("Which of these do you mean by “{text}”", text=answer)
        with self.memory.within(str(question)):
            return self.choose(prompt, offered, default, may_change=True)

    def choose_several(
        self,
        question: Question,
        options: Sequence[Option],
        default: Sequence[str] = (),
        is_listed: bool = True,
        **about: Value,
    ) -> tuple[str, ...]:
        """The codes of as many of `options` as are named, with commas between them.

        They are listed before the question, or once an answer is none of them.
        """

        def show(codes: Sequence[str]) -> Message:
            return listing(find_label(code, options) for code in codes) if codes else NOTHING

        def parse(text: str) -> tuple[str, ...]:
            try:
                if text == "?":
                    raise ValueError  # it is no mistake
                found = parse_choices(text, options)
                if default and not found:
                    raise ValueError(msg("give at least one of the list."))
                return found
            except ValueError:
                if not is_listed or text == "?":
                    self._announce_options(options)
                raise

        if is_listed:
            self._announce_options(options)
            hint = msg("several with commas between them")
        else:
            hint = msg("several with commas between them; ? lists them")
        chosen = self.prompt(
            question.prompt_about(**about),
            parse,
            show,
            ",".join(default),
            needed=not question.optional,
            shown_default=show(default),
            hint=hint,
        )
        if chosen and chosen != tuple(default):
            self.announce(show(chosen))
        return chosen

    def _ask_code(
        self,
        question: Message,
        parse: Parse,
        show: Show,
        default: str,
        needed: bool,
        hint: Message,
    ) -> str:
        """The code that `parse` finds; if it finds several, the one that the editor says."""

        def parse_one(text: str) -> tuple[str, list[str]]:
            codes = parse(text)
            return codes[0] if len(codes) == 1 else text, codes

        typed, codes = self.prompt(
            question,
            parse_one,
            lambda found: show(found[0]) if len(found[1]) == 1 else Verbatim(found[0]),
            default,
            needed,
            shown_default=show(default) if default else NOTHING,
            hint=hint,
            to_remember=lambda found: found[0],
        )
        if len(codes) > 1:
            return self.choose_meant(question, typed, [Option(code, show(code)) for code in codes])
        for code in codes:
            if code not in {default, str(show(code))}:
                self.announce(msg("{name} ({code})", name=show(code), code=code))
        return "".join(codes)

    def _parse_text(self, text: str, question: Question) -> str:
        """The text, if it is sound. A line that looks like no words is taken if typed twice."""
        written, text = text, parse_answers.parse_text(text, question.kinds)
        if text != written:
            self.announce(Verbatim(text))
        doubt: Message = NOTHING
        if not question.may_be_date and _is_number(text):
            doubt = msg("that is a number; here words are wanted.")
        elif not question.kinds.isdisjoint({PROSE, URL}):
            return text
        elif bare_values.is_address(text):
            doubt = msg("that is a web address; here words are wanted.")
        elif not question.may_be_date and bare_values.is_date(text):
            doubt = msg("that is a date; here words are wanted.")
        if doubt and text not in self._doubted:
            self._doubted.add(text)
            raise ValueError(sequence(doubt, msg("If it is meant so, type it again.")))
        return text

    def _announce_options(self, options: Sequence[Option]) -> None:
        for number, option in enumerate(options, 1):
            self.announce(option.describe(), before=f"  {number:>2}  ")


def _is_number(text: str) -> bool:
    """Whether it is a number and no year: the number of an option, typed one question late."""
    return text.isdecimal() and not bare_values.is_date(text)
