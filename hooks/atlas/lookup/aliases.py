"""What else things are called: codes by their labels, standards' names, records' own texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache

from babel import Locale

from atlas.files.document import Document
from atlas.i18n.languages import Language, codes
from atlas.lookup import synonyms
from atlas.model import iso_codes, vocabulary

Called = Mapping[str, Sequence[str]]
"""Codes by a name that each of them goes by."""

_NAMING = ("en", "nl", "fr", "ar", "de", "es", "it", "pt", "tr")
"""The languages in which an editor may know a country, a language or a currency."""

_TEXTS = ("names", "title", "names_as_stated", "acronyms")
"""The fields of a record that hold what it is called."""


def words(kind: type[StrEnum]) -> Called:
    """The words of a closed list, by their labels in the site's languages and other names."""
    labels = vocabulary.LABELS.get(kind, {})
    found: dict[str, list[str]] = defaultdict(list)
    for word in kind:
        label = labels.get(word) or _capitalised(word)
        for name in (*_translated(label), *synonyms.ALSO_CALLED.get(word, ())):
            found[name].append(str(word))
    return found


def fields(known: Collection[str]) -> Called:
    """Names of fields, by the texts of the interface that say the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for field in known:
        for name in _translated(_capitalised(field)):
            found[name].append(field)
        for name in synonyms.FIELDS_ALSO_CALLED.get(field, ()):
            found[name].append(field)
    return found


def countries() -> Called:
    """Countries, by what CLDR and this atlas call them, and by their three letters."""
    found = defaultdict(list, {code: [code] for code in iso_codes.countries()})
    for locale in _locales():
        for code in iso_codes.countries():
            found[locale.territories.get(code, code)].append(code)
    for language in _languages():
        for code in iso_codes.countries():
            found[language.country(code)].append(code)
    for code, names in (
        *synonyms.COUNTRIES_ALSO_CALLED.items(),
        *iso_codes.three_letters().items(),
    ):
        for name in names:
            found[name].append(code)
    return found


def languages() -> Called:
    """Languages, by what CLDR and others call them, and by their three letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for locale in _locales():
        for code, name in locale.languages.items():
            if len(code) == len("en"):
                found[name].append(code)
                found[code].append(code)
    for code, names in (
        *synonyms.LANGUAGES_ALSO_CALLED.items(),
        *iso_codes.languages_three_letters().items(),
    ):
        for name in names:
            found[name].append(code)
    return found


def currencies() -> Called:
    """Currencies that are paid with somewhere, by what CLDR calls them and by their signs."""
    found = defaultdict(list, {code: [code] for code in iso_codes.currencies()})
    paid = iso_codes.currencies_in_use()
    for locale in _locales():
        for code, name in locale.currencies.items():
            if code in paid:
                found[name].append(code)
    for code, names in synonyms.CURRENCIES_ALSO_CALLED.items():
        for name in names:
            found[name].append(code)
    return found


def titles(document: Document) -> Iterator[str]:
    """What the record of a document is called in its own texts."""
    for field in _TEXTS:
        yield from _texts((document.value or {}).get(field))


def _texts(value: object) -> Iterator[str]:
    """The texts in a field of names: per language, or as stated, or in a list."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and name not in {"lang", "source"}:
                yield inner
    elif isinstance(value, str):
        yield value


def _capitalised(code: str) -> str:
    return code.replace("_", " ").replace("-", " ").capitalize()


def _translated(label: str) -> Iterator[str]:
    yield label
    for language in _languages():
        yield language.gettext(label)


@cache
def _languages() -> tuple[Language, ...]:
    return tuple(Language(code, "") for code in codes())


@cache
def _locales() -> tuple[Locale, ...]:
    return tuple(Locale.parse(code) for code in _NAMING)
