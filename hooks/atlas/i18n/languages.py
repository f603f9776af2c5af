"""A language of the site: its catalogue, direction, dates, numbers and lists (CLDR by Babel)."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol
from babel.support import NullTranslations, Translations

from atlas.i18n.problem import COMMAND
from atlas.model import Between, Moment
from atlas.model.edtf_date import EdtfDate

SOURCE_LANGUAGE = "en"
CATALOGUES = Path(__file__).parent / "locales"

_PLURAL_SAMPLES = 112
"""Every plural category that whole numbers have shows itself below this, or at a million."""

_REGIONAL = {"en": "en-GB"}
"""Where a bare language means another region's dates: 17 December 2020, not December 17, 2020."""


@cache
def _agreed_names() -> dict[str, dict[str, str]]:
    """By language and code the names of countries that are not CLDR's usual ones."""
    return tomllib.loads((Path(__file__).parent / "country_names.toml").read_text("utf-8"))


def codes() -> list[str]:
    """The languages that the interface is translated into."""
    return sorted(path.stem for path in CATALOGUES.glob("*.po"))


class UnknownLanguageError(Exception):
    """The site lists a language for which there is no catalogue."""


@dataclass(frozen=True)
class Language:
    """One language of the site. `prefix` is its folder in the site: "" or "nl/"."""

    code: str
    prefix: str

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data for this language; English as it is written in Europe."""
        return Locale.parse(_REGIONAL.get(self.code, self.code), sep="-")

    @cached_property
    def catalogue(self) -> NullTranslations:
        """The interface strings; UnknownLanguageError where there is no catalogue."""
        if self.code == SOURCE_LANGUAGE:
            return NullTranslations()
        return catalogue(CATALOGUES / f"{self.code}.po")

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return direction(self.code)

    def gettext(self, message: str) -> str:
        """The interface string in this language."""
        return self.catalogue.gettext(message)

    def country(self, code: str) -> str:
        """The country's name: the agreed one, else CLDR's."""
        agreed = _agreed_names().get(self.code, {}).get(code)
        return agreed or self.locale.territories.get(code) or code

    def language_name(self, code: str) -> str:
        """What the language `code` is called in this one."""
        return _language_name(code, self.locale)

    def number(self, value: int | Decimal) -> str:
        """A number with this language's separators."""
        return _decimal(value, self.locale)

    def percent(self, value: str) -> str:
        """A share in percent, to as many digits as the record has."""
        share = Decimal(value) / 100
        return format_percent(share, locale=self.locale, decimal_quantization=False)

    def money(self, amount: str, currency: str) -> str:
        """An amount with its currency; cents only where the record has them."""
        pattern = self.locale.currency_formats["standard"].pattern
        shaped = pattern.replace("#,##0.00", "#,##0.00" if "." in amount else "#,##0")
        if get_currency_symbol(currency, self.locale)[-1:].isalpha():
            shaped = shaped.replace("¤#", "¤\xa0#")  # CLDR's alphaNextToNumber, unknown to Babel
        return format_currency(
            Decimal(amount), currency, shaped, locale=self.locale, currency_digits=False
        )

    def counted(self, one: str, many: str) -> dict[str, str]:
        """A counting phrase for each of CLDR's plural categories, its number left as {n}."""
        phrases = {}
        for sample in (*range(_PLURAL_SAMPLES), 1_000_000):
            category = self.locale.plural_form(sample)
            if category not in phrases:
                phrases[category] = self.catalogue.ngettext(one, many, sample)
        return dict(sorted(phrases.items()))

    @property
    def comma(self) -> str:
        """What stands between two values in a row, with its blank."""
        return "، " if self.direction == "rtl" else ", "

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it, with its blanks."""
        return self.gettext(": ")

    def listing(self, items: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """«a, b and c», or «a, b or c»."""
        return format_list(list(items), style, locale=self.locale)

    def years_ago(self, years: int) -> str:
        """«6 years ago»."""
        past = timedelta(days=-365 * years)
        return format_timedelta(past, "year", add_direction=True, locale=self.locale)

    def date(self, value: EdtfDate) -> str:
        """A date to its own precision: 2014 · March 2018 · 7 May 2019 · about 2014."""
        text = _bare_date(value, self.locale)
        if value.qualifier == "~":
            return self.gettext("about {date}").format(date=text)
        if value.qualifier:
            return self.gettext("{date} (uncertain)").format(date=text)
        return text

    def when(self, value: Moment) -> str:
        """The same within a sentence: on 7 May 2019 · in March 2018 · about 2014 · between 2014
        and 2016 · in 1990 or earlier."""
        if isinstance(value, Between):
            return self._between(value, self.when)
        if value.qualifier:
            return self.date(value)
        is_day = value.precision == "day"
        template = self.gettext("on {date}") if is_day else self.gettext("in {date}")
        return template.format(date=self.date(value))

    def moment(self, value: Moment) -> str:
        """A date, or the two between which a moment lies, or the one that it is not after or not
        before: 1990 or earlier."""
        return self._between(value, self.date) if isinstance(value, Between) else self.date(value)

    def _between(self, value: Between, say: Callable[[EdtfDate], str]) -> str:
        """A moment between two dates; one alone is put as `say` puts it."""
        if value.earliest and value.latest:
            earliest, latest = map(self.date, (value.earliest, value.latest))
            template = self.gettext("between {earliest} and {latest}")
            return template.format(earliest=earliest, latest=latest)
        if value.latest:
            return self.gettext("{latest} or earlier").format(latest=say(value.latest))
        assert value.earliest  # the model refuses a moment without both
        return self.gettext("{earliest} or later").format(earliest=say(value.earliest))


ENGLISH = Language(SOURCE_LANGUAGE, "")


@cache
def direction(code: str) -> str:
    """The direction a language is written in: ltr or rtl."""
    return "rtl" if Locale.parse(code, sep="-").text_direction == "rtl" else "ltr"


@cache
def _language_name(code: str, locale: Locale) -> str:
    return Locale.parse(code, sep="-").get_display_name(locale) or code


@lru_cache(maxsize=10_000)
def _decimal(value: int | Decimal, locale: Locale) -> str:
    """A number; the same counts stand on thousands of pages."""
    return format_decimal(value, locale=locale)


@lru_cache(maxsize=10_000)
def _bare_date(value: EdtfDate, locale: Locale) -> str:
    """A date without its qualifier; the same dates stand on thousands of pages."""
    if value.precision == "year":
        return str(value.first.year)
    if value.precision == "month":
        return format_skeleton("yMMMM", value.first, locale=locale)
    return format_date(value.first, "long", locale=locale)


def load(codes: Iterable[str], default: str) -> tuple[Language, ...]:
    """The languages of a site; the default one has no folder of its own.

    Raises UnknownLanguageError for a language without a catalogue.
    """
    languages = tuple(Language(code, "" if code == default else f"{code}/") for code in codes)
    for language in languages:
        _ = language.catalogue
    return languages


def catalogue(path: Path) -> NullTranslations:
    """The translations in a file named by its language; UnknownLanguageError if there is none."""
    code = path.stem
    if not path.is_file():
        raise UnknownLanguageError(
            f"there is no catalogue for {code}. Run: {COMMAND} catalogues {code}"
        )
    return _compile(path, path.stat().st_mtime_ns)


@cache
def _compile(path: Path, changed: int) -> NullTranslations:
    """The translations in a file that was last `changed` then: a preview builds again and again."""
    with path.open("rb") as file:
        messages = read_po(file, locale=path.stem)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)
