"""What else things are called: codes by their labels, standards' names, records' own texts.

Each function gives pairs of a name and what goes by it, for a `NameIndex`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel import Locale

from atlas.files.document import Document
from atlas.i18n.languages import Language, codes
from atlas.model import MODELS_AND_ROWS, iso_codes
from atlas.model.fields import content, groups_within
from atlas.model.vocabulary import Word

Pairs = Iterator[tuple[str, str]]
"""A name, and the code or id that goes by it."""

_NAMING = ("en", "nl", "fr", "ar", "de", "es", "it", "pt", "tr")
"""The languages in which an editor may know a country, a language or a currency."""

_TEXTS = ("names", "title", "names_as_stated", "acronyms")
"""The fields of a record that hold what it is called."""


def synonyms(table: str) -> Mapping[str, list[str]]:
    """What else people write for what stands in a table of `synonyms.toml`, such as `words`."""
    return _synonyms()[table]


@cache
def _synonyms() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text("utf-8"))


def words(kind: type[StrEnum]) -> Pairs:
    """The words of a closed list, by their labels in the site's languages and other names."""
    for word in kind:
        label = word.label if isinstance(word, Word) else _capitalised(word)
        for name in (*_translated(label), *synonyms("words").get(word, ())):
            yield name, str(word)


def fields(known: Collection[str]) -> Pairs:
    """Names of fields, by the texts of the interface that say the same."""
    for field in known:
        for name in (*_translated(_capitalised(field)), *synonyms("fields").get(field, ())):
            yield name, field


def terms() -> Pairs:
    """Whatever is a word of some closed list, or the name of a field, each with itself."""
    models = groups_within(MODELS_AND_ROWS.values())
    contents = {name: content(model, name) for model in models for name in model.model_fields}
    yield from ((name, code) for name, code in fields(contents))
    for kind in {one.choices for one in contents.values() if one.choices is not None}:
        yield from ((str(word), str(word)) for word in kind)
        yield from words(kind)


def countries() -> Pairs:
    """Countries, by what CLDR, this atlas and editors call them."""
    known = iso_codes.countries()
    for locale in _locales():
        yield from ((locale.territories.get(code, code), code) for code in known)
    for language in _languages():
        yield from ((language.country(code), code) for code in known)
    yield from pairs(synonyms("countries"))


def languages() -> Pairs:
    """Languages, by what CLDR and others call them, and by their three letters."""
    for locale in _locales():
        for code, name in locale.languages.items():
            if len(code) == len("en"):
                yield from ((name, code), (code, code))
    yield from pairs(synonyms("languages"), iso_codes.languages_three_letters())


def currencies() -> Pairs:
    """Currencies that are paid with somewhere, by what CLDR calls them and by their signs."""
    yield from ((code, code) for code in iso_codes.currencies())
    paid = iso_codes.currencies_in_use()
    for locale in _locales():
        yield from ((name, code) for code, name in locale.currencies.items() if code in paid)
    yield from pairs(synonyms("currencies"))


def pairs(*tables: Mapping[str, Iterable[str]]) -> Pairs:
    """The names in tables of names per code, each with its code."""
    for table in tables:
        for code, names in table.items():
            yield from ((name, code) for name in names)


def titles(document: Document) -> Iterator[str]:
    """What the record of a document is called in its own texts, and was before."""
    value = document.value or {}
    for field in _TEXTS:
        yield from _texts(value.get(field))
    former = value.get("former_names")
    for one in former if isinstance(former, list) else ():
        if isinstance(one, dict):
            yield from _texts(one.get("names"))


def titles_and_addresses(document: Document) -> Iterator[str]:
    """The same, with its id and the address of a page."""
    yield document.id
    yield from titles(document)
    url = (document.value or {}).get("url")
    if isinstance(url, str):
        yield url


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
