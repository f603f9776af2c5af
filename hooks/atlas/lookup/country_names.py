"""What countries are called: in many languages, in short and in full, and what is none any more."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from babel import Locale

from atlas.i18n.normalize import SHORT, without_a_letter, words
from atlas.lookup import aliases
from atlas.model import iso_codes

_LANGUAGES = (
    *("da", "sv", "nb", "fi", "is", "pl", "cs", "sk", "hu", "ro", "bg", "el", "hr", "sl", "sr"),
    *("bs", "mk", "sq", "uk", "ru", "et", "lv", "lt", "ca", "eu", "gl", "ga", "mt", "he", "fa"),
    *("ja", "zh", "ko", "hi", "id", "vi", "pt_PT"),
)
"""Languages of lists of towns, beside those in which editors write."""

_RESERVED = MappingProxyType(
    {"AC": "SH", "CP": "FR", "CQ": "GG", "DG": "IO", "EA": "ES", "IC": "ES", "TA": "SH"}
)
"""Codes that CLDR has beside those of ISO 3166-1, and the country that each belongs to."""

_SHORTEST = 4
"""Letters; a shorter name is like others, or stands in them, by chance."""

_POSSESSIVE = re.compile(r"['’]s\b")

Codes = tuple[str, ...]


class CountryNames:
    """Codes of ISO 3166-1 by the words of the names that countries go by.

    Words that join others ("and", "the") say nothing, nor does it matter how names are cut into
    words. `sources` give pairs of name and code; a name of an earlier one is not another's.
    """

    def __init__(self, sources: Iterable[Iterable[tuple[str, str]]]) -> None:
        self._by_letters: dict[str, Codes] = {}
        self._by_words: dict[Codes, Codes] = {}
        self._names: dict[tuple[int, str], list[tuple[list[str], Codes]]] = defaultdict(list)
        for source in sources:
            self._add(source)

    def _add(self, source: Iterable[tuple[str, str]]) -> None:
        found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for name, code in source:
            if name != code:  # CLDR has no name for it
                found[tuple(split_name(name))][_RESERVED.get(code, code)] = None
        for name_words, codes in found.items():
            if name_words and "".join(name_words) not in self._by_letters:
                self._names[len(name_words), name_words[0][0]].append(
                    (list(name_words), tuple(codes))
                )
        for name_words, codes in found.items():
            self._by_letters.setdefault("".join(name_words), tuple(codes))
            self._by_words.setdefault(tuple(sorted(name_words)), tuple(codes))

    def list_names(self) -> Iterator[tuple[str, Codes]]:
        """Every name by its words that say something, and what goes by it."""
        for names in self._names.values():
            yield from ((" ".join(name), codes) for name, codes in names)

    def called(self, written: Sequence[str]) -> Codes:
        """The codes of what is called so, in whatever order its words stand."""
        if found := self._by_words.get(tuple(sorted(written))):
            return found
        letters = "".join(written)
        is_word = len(written) == 1 or len(letters) >= _SHORTEST  # "n/a" is not NA
        return self._by_letters.get(letters, ()) if is_word else ()

    def called_in_short(self, written: Sequence[tuple[str, bool]]) -> Codes:
        """The codes of the names whose words these are; with True, only how the word begins."""
        return _joined(
            codes
            for name, codes in self._names[len(written), written[0][0][0]]
            if all(
                word.startswith(part) if is_cut else word == part
                for word, (part, is_cut) in zip(name, written, strict=True)
            )
        )

    def within(self, written: Sequence[str]) -> Codes:
        """The codes of the longest name that stands among these words."""
        for length in range(len(written) - 1, 0, -1):
            runs = (written[at : at + length] for at in range(len(written) - length + 1))
            if found := _joined(
                self._by_letters.get("".join(run), ())
                for run in runs
                if len("".join(run)) >= _SHORTEST
            ):
                return found
        return ()

    def holding(self, written: Sequence[str]) -> Codes:
        """The codes of the names that have all these words, and more."""
        named = [self._by_word.get(word, {}) for word in dict.fromkeys(written)]
        return _joined(
            codes
            for name, codes in (named[0] if named else {}).items()
            if all(name in others for others in named[1:])
        )

    def nearly(self, written: Sequence[str]) -> Codes:
        """The codes of what is spelled so but for one letter."""
        letters = "".join(written)
        if len(letters) < _SHORTEST:
            return ()
        return _joined(self._by_most_letters.get(one, ()) for one in without_a_letter(letters))

    @cached_property
    def _by_word(self) -> dict[str, dict[Codes, Codes]]:
        """By a word, the names that it stands in (as their words), and the codes of each."""
        found: dict[str, dict[Codes, Codes]] = defaultdict(dict)
        for name, codes in self._by_words.items():
            for word in name:
                found[word][name] = codes
        return found

    @cached_property
    def _by_most_letters(self) -> dict[str, Codes]:
        found: dict[str, Codes] = {}
        for letters, codes in self._by_letters.items():
            if len(letters) >= _SHORTEST:
                for one in without_a_letter(letters):
                    found[one] = _joined([found.get(one, ()), codes])
        return found


def _joined(several: Iterable[Codes]) -> Codes:
    return tuple(dict.fromkeys(code for codes in several for code in codes))


def split_name(text: str) -> list[str]:
    """The words of a name that say something; all of them where none does."""
    written = [SHORT.get(word, word) for word in words(_POSSESSIVE.sub("s", text))]
    return [word for word in written if word not in _joints()] or written


@cache
def country_names() -> CountryNames:
    """All names but codes: those that editors write first, then those of other languages."""
    own = chain(aliases.countries(), aliases.pairs(writing("names")))
    return CountryNames([own, *map(_name_in, _LANGUAGES)])


def _name_in(language: str) -> Iterator[tuple[str, str]]:
    territories = Locale.parse(language).territories
    codes = sorted(iso_codes.countries())  # the first of two countries of one name stays the first
    return ((territories[code], code) for code in codes if code in territories)


def find_code(text: str) -> str:
    """The country whose two or three letters the text is, in ISO 3166-1; or nothing."""
    code = text.strip().upper()
    code = _by_three_letters().get(code, code)
    return code if code in iso_codes.countries() and code not in _RESERVED else ""


@cache
def _by_three_letters() -> dict[str, str]:
    return {three: code for code, letters in iso_codes.three_letters().items() for three in letters}


@cache
def writing(table: str) -> Mapping[str, list[str]]:
    """A table of `countries.toml`."""
    found: dict[str, dict[str, list[str]]] = tomllib.loads(
        Path(__file__).with_name("countries.toml").read_text("utf-8")
    )
    return found[table]


@cache
def _joints() -> frozenset[str]:
    return frozenset(word for text in writing("words")["joints"] for word in words(text))
