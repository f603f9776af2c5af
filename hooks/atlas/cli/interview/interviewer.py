"""Kinds of questions: for words, dates, countries, one or several of a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from atlas.cli.interview import parse_answers
from atlas.cli.interview.asking import Asking
from atlas.cli.interview.parse_answers import Option
from atlas.i18n.messages import NOTHING, Message, Verbatim, listing, msg, sequence


class Questions(Asking):
    """Asks for what can stand in a record."""

    def __init__(self) -> None:
        super().__init__()
        self._doubted: set[str] = set()

    def line(
        self,
        question: Message,
        default: str = "",
        needed: bool = True,
        instead: str = "",
        hint: Message = NOTHING,
    ) -> str:
        """One line of words, or what may stand `instead`.

        A date or an address is taken if it is typed twice.
        """

        def read(text: str) -> str:
            return text if text == instead else self._undoubted(text, parse_answers.doubt(text))

        return self.ask(question, read, default=default, needed=needed, hint=hint)

    def title(self, question: Message, default: str = "") -> str:
        """What a document is called, which may be a date."""

        def read(text: str) -> str:
            return self._undoubted(text, parse_answers.doubt(text, may_be_date=True))

        return self.ask(question, read, default=default)

    def _undoubted(self, text: str, doubt: Message | None) -> str:
        """The text, if it is sound, and not in doubt or typed before all the same."""
        parse_answers.line(text)
        if doubt is not None and text not in self._doubted:
            self._doubted.add(text)
            raise ValueError(sequence(doubt, msg("If it is meant so, type it again.")))
        return text

    def prose(self, question: Message, hint: Message) -> str:
        """A paragraph."""
        return self.ask(question, parse_answers.prose, hint=hint)

    def date(self, question: Message) -> str:
        """A date that says its own precision, or nothing; what is usually written is understood."""
        hint = msg("2014, 2018-03 or 17/12/2011; a ~ behind it means about, a ? unsure")
        return self._code(
            question, parse_answers.dates, parse_answers.shown_date, needed=False, hint=hint
        )

    def language(self, question: Message, default: str) -> str:
        """A language tag, by the language's name in any of several languages or the tag."""
        hint = msg("en, nl, fr, ar, …")
        return self._code(
            question, parse_answers.tags, parse_answers.language_named, default, hint=hint
        )

    def country(self, question: Message) -> str:
        """The code of a country, by its name in any of several languages or its code."""
        return self._code(question, parse_answers.countries, parse_answers.country_named)

    def _code(
        self,
        question: Message,
        read: Callable[[str], list[str]],
        named: Callable[[str], Message],
        default: str = "",
        needed: bool = True,
        hint: Message = NOTHING,
    ) -> str:
        """The code that `read` finds; if it finds several, the one that the editor says."""

        def meant(found: tuple[str, list[str]]) -> Message:
            typed, codes = found
            return named(codes[0]) if len(codes) == 1 else Verbatim(typed)

        def kept(found: tuple[str, list[str]]) -> str:
            typed, codes = found
            return codes[0] if len(codes) == 1 else typed

        typed, codes = self.ask(
            question, lambda text: (text, read(text)), meant, default, needed, hint=hint, kept=kept
        )
        if len(codes) > 1:
            options = [Option(code, named(code)) for code in codes]
            return self.which(question, typed, options)
        for code in codes:
            if code not in {default, str(named(code))}:
                self.echo(msg("{name} ({code})", name=named(code), code=code))
        return "".join(codes)

    def url(self, question: Message) -> str:
        """A web address, or nothing."""
        return self.ask(question, parse_answers.url, needed=False)

    def new_id(
        self, question: Message, default: str, taken: Collection[str], hint: Message = NOTHING
    ) -> str:
        """An id that no record has."""

        def read(text: str) -> str:
            return parse_answers.new_id(text, taken)

        return self.ask(question, read, default=default, hint=hint)

    def choice(
        self,
        question: Message,
        options: Sequence[Option],
        default: str = "",
        may_change: bool = False,
    ) -> str:
        """The code of one of `options`, chosen by its number, its code or its label.

        Options that `may_change` before the question comes up again are remembered by their code.
        """
        self._list(options)
        return self.ask(
            question,
            lambda text: parse_answers.one_of(text, options),
            lambda code: _label(code, options),
            default,
            shown=_label(default, options) if default else NOTHING,
            kept=(lambda code: code or str(_label(code, options))) if may_change else None,
        )

    def which(
        self, question: Message, written: str, options: Sequence[Option], default: str = ""
    ) -> str:
        """The code of the one that was meant by what is `written` in answer to `question`."""
        asked = msg("Which of these do you mean by “{text}”", text=written)
        with self.memory.within(str(question)):
            return self.choice(asked, options, default, may_change=True)

    def several(
        self,
        question: Message,
        options: Sequence[Option],
        default: Sequence[str] = (),
        is_listed: bool = True,
    ) -> tuple[str, ...]:
        """The codes of as many of `options` as are named, with commas between them.

        They are listed before the question, or once an answer is none of them.
        """

        def labels(codes: Sequence[str]) -> Message:
            return listing(_label(code, options) for code in codes) if codes else NOTHING

        def read(text: str) -> tuple[str, ...]:
            try:
                if text == "?":
                    raise ValueError  # it is no mistake
                found = parse_answers.some_of(text, options)
                if default and not found:
                    raise ValueError(msg("give at least one of the list."))
                return found
            except ValueError:
                if not is_listed or text == "?":
                    self._list(options)
                raise

        if is_listed:
            self._list(options)
            hint = msg("several with commas between them")
        else:
            hint = msg("several with commas between them; ? lists them")
        return self.ask(
            question,
            read,
            labels,
            ",".join(default),
            needed=bool(default),
            shown=labels(default),
            hint=hint,
        )

    def agreed(self, question: Message) -> bool:
        """Yes or no, in any of the languages."""
        return self.ask(
            question,
            parse_answers.agreement,
            lambda yes: msg("yes") if yes else msg("no"),
            hint=msg("yes or no"),
        )

    def _list(self, options: Sequence[Option]) -> None:
        for number, option in enumerate(options, 1):
            self.echo(option.shown(), before=f"  {number:>2}  ")


def _label(code: str, options: Sequence[Option]) -> Message:
    """What a code is called; a number or another default stands for itself."""
    labels = (option.label for option in options if option.code == code)
    return next(labels, Verbatim(code))
