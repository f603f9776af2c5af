"""Kinds of questions: for words, dates, countries, one or several of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from atlas.commands.interview import answering
from atlas.commands.interview.answering import Option
from atlas.commands.interview.asking import Asking
from atlas.sentence import Sentence, listed, say


class Questions(Asking):
    """Asks for what can stand in a record."""

    def line(
        self,
        question: Sentence,
        default: str = "",
        needed: bool = True,
        instead: str = "",
        hint: str = "",
    ) -> str:
        """One line of words, or what may stand `instead`."""

        def read(text: str) -> str:
            return answering.line(text, instead)

        return self.ask(question, read, default=default, needed=needed, hint=hint)

    def title(self, question: Sentence, default: str = "") -> str:
        """What a document is called."""
        return self.ask(question, answering.title, default=default)

    def prose(self, question: Sentence, hint: str) -> str:
        """A paragraph."""
        return self.ask(question, answering.prose, hint=hint)

    def date(self, question: Sentence) -> str:
        """A date that says its own precision, or nothing; what is usually written is understood."""
        hint = say("2014, 2018-03 or 17/12/2011; a ~ behind it means about, a ? unsure")
        return self._code(question, answering.dates, answering.shown_date, needed=False, hint=hint)

    def language(self, question: Sentence, default: str) -> str:
        """A language tag, by the language's name in any of several languages or the tag."""
        hint = say("en, nl, fr, ar, …")
        return self._code(question, answering.tags, answering.language_named, default, hint=hint)

    def country(self, question: Sentence) -> str:
        """The code of a country, by its name in any of several languages or its code."""
        return self._code(question, answering.countries, answering.country_named)

    def _code(
        self,
        question: Sentence,
        read: Callable[[str], list[str]],
        named: Callable[[str], str],
        default: str = "",
        needed: bool = True,
        hint: str = "",
    ) -> str:
        """The code that `read` finds; if it finds several, the one that the editor says."""

        def meant(found: tuple[str, list[str]]) -> str:
            typed, codes = found
            return named(codes[0]) if len(codes) == 1 else typed

        typed, codes = self.ask(
            question, lambda text: (text, read(text)), meant, default, needed, hint=hint
        )
        if len(codes) > 1:
            return self.choice(which(typed), [Option(code, named(code)) for code in codes])
        for code in codes:
            if code != default:
                self.tell(say("{name} ({code})", name=named(code), code=code))
        return "".join(codes)

    def url(self, question: Sentence) -> str:
        """A web address, or nothing."""
        return self.ask(question, answering.url, needed=False)

    def new_id(self, question: Sentence, default: str, taken: Sequence[str]) -> str:
        """An id that no record has."""
        return self.ask(question, lambda text: answering.new_id(text, taken), default=default)

    def choice(self, question: Sentence, options: Sequence[Option], default: str = "") -> str:
        """The code of one of `options`, chosen by its number, its code or its label."""
        self._list(options)
        return self.ask(
            question,
            lambda text: answering.one_of(text, options),
            lambda code: _label(code, options),
            default,
            shown=_label(default, options),
        )

    def several(
        self,
        question: Sentence,
        options: Sequence[Option],
        default: Sequence[str] = (),
        is_listed: bool = True,
    ) -> tuple[str, ...]:
        """The codes of as many of `options` as are named, with commas between them.

        They are listed before the question, or once an answer is none of them.
        """

        def labels(codes: Sequence[str]) -> str:
            return listed(_label(code, options) for code in codes) if codes else ""

        def read(text: str) -> tuple[str, ...]:
            try:
                return answering.some_of(text, options)
            except ValueError:
                if not is_listed:
                    self._list(options)
                raise

        if is_listed:
            self._list(options)
            hint = say("several with commas between them")
        else:
            hint = say("several with commas between them; ? lists them")
        return self.ask(
            question,
            read,
            labels,
            ",".join(default),
            needed=bool(default),
            shown=labels(default),
            hint=hint,
        )

    def agreed(self, question: Sentence) -> bool:
        """Yes or no, in any of the languages; an empty answer is no."""
        return self.ask(
            question,
            answering.agreement,
            lambda yes: say("yes") if yes else say("no"),
            default="no",
            shown=say("y/N"),
        )

    def _list(self, options: Sequence[Option]) -> None:
        for number, option in enumerate(options, 1):
            self.tell(option.shown(), before=f"  {number:>2}  ")


def which(written: str) -> Sentence:
    """The question which of several was meant by what is written."""
    return say("Which of these do you mean by “{text}”", text=written)


def _label(code: str, options: Sequence[Option]) -> str:
    """What a code is called; a number or another default stands for itself."""
    return next((option.label for option in options if code and option.code == code), code)
