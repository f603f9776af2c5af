"""Problems in the language of a reader: on a terminal, and in GitHub's view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from atlas.i18n import languages
from atlas.i18n.languages import SOURCE_LANGUAGE, Language
from atlas.i18n.messages import ENGLISH, Localizer, Message, msg, msg_plural, sequence
from atlas.i18n.problem import Problem, visible
from atlas.model.edtf_date import EdtfDate

CATALOGUES = languages.CATALOGUES / "problems"
"""The translations of messages, apart from those of the interface."""

_ISOLATED, _RIGHT_TO_LEFT, _END = "\u2068", "\u2067", "\u2069"


class _Translated(Localizer):
    """Puts messages in a language that is not the one they are written in."""

    def __init__(self, language: Language) -> None:
        self.code = language.code
        self._language = language
        self._catalogue = languages.catalogue(CATALOGUES / f"{language.code}.po")
        self._turns = language.direction == "rtl"

    def template(self, template: str) -> str:
        return self._catalogue.gettext(template)

    def plural(self, one: str, many: str, number: int) -> str:
        return self._catalogue.ngettext(one, many, number)

    def value(self, value: str) -> str:
        """What is not of the language is isolated where the language runs the other way."""
        seen = visible(value)
        return f"{_ISOLATED}{seen}{_END}" if self._turns else seen

    def listing(self, values: list[str]) -> str:
        return self._language.comma.join(values)

    def alternatives(self, values: list[str]) -> str:
        return self._language.listing(values, "or")

    def country(self, code: str, name: str) -> str:
        return self._language.country(code)

    def month(self, month: str, name: str) -> str:
        return self._language.date(EdtfDate.parse(month))

    def label(self, label: str) -> str:
        return self._language.gettext(label)


def available_languages() -> list[str]:
    """The languages that messages can be put in."""
    return sorted({SOURCE_LANGUAGE, *(path.stem for path in CATALOGUES.glob("*.po"))})


def environment_language(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for (`LANG=fr_BE.UTF-8`), if it is on offer."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    asked = next((name for name in names if name), "").replace("-", "_").split("_")[0].lower()
    return asked if asked in available_languages() else SOURCE_LANGUAGE


def lines(problems: Sequence[Problem], environment: Mapping[str, str], code: str) -> Iterator[str]:
    """Every problem, then their number. GitHub's annotations too, if it runs the check."""
    on_github = environment.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        yield line(problem, code)
        if on_github:
            yield annotation(problem, code)
    yield render(summary(problems), code)


def line(problem: Problem, code: str) -> str:
    """`data/cooperations/a-b.yml:12:9  theme "helth" is not a theme. Did you mean …?`"""
    place = f"{visible(problem.file)}:{problem.line}:{problem.column}"
    return f"{place}  {render(sequence(warn(problem), problem.hint), code)}"


def warn(problem: Problem) -> Message:
    """What is wrong; of a warning also that it is one."""
    if problem.severity == "error":
        return problem.message
    return msg("warning: {message}", message=problem.message)


def explanation(problem: Problem, code: str) -> str:
    """What is wrong, and how to mend it."""
    return render(sequence(problem.message, problem.hint), code)


def annotation(problem: Problem, code: str) -> str:
    """`::error file=data/places/genk.yml,line=1,col=1::what is wrong` (GitHub workflow command)."""
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place}::{_data(explanation(problem, code))}"


def summary(problems: Iterable[Problem]) -> Message:
    """`3 problems in 2 files`, `1 problem and 2 warnings in 1 file`, or `no problems`."""
    found = list(problems)
    warned = sum(problem.severity == "warning" for problem in found)
    number = len({problem.file for problem in found})
    errors = msg_plural("{number} problem", "{number} problems", len(found) - warned)
    warnings = msg_plural("{number} warning", "{number} warnings", warned)
    files = msg_plural("in {number} file", "in {number} files", number)
    if not found:
        return msg("no problems")
    if not warned:
        return msg("{what} {where}", what=errors, where=files)
    if warned == len(found):
        return msg("{what} {where}", what=warnings, where=files)
    return msg("{what} and {more} {where}", what=errors, more=warnings, where=files)


@cache
def localizer(code: str) -> Localizer:
    """What puts messages in a language."""
    return ENGLISH if code == SOURCE_LANGUAGE else _Translated(Language(code, ""))


def render(message: Message, code: str) -> str:
    """`message` for a line of its own: from right to left as a whole, even behind a path."""
    if code == SOURCE_LANGUAGE:
        return visible(str(message))
    text = message.localize(localizer(code))
    if languages.direction(code) == "rtl":
        return f"{_RIGHT_TO_LEFT}{text}{_END}"
    return text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
