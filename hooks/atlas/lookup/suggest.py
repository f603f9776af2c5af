"""What an editor may have meant: the code, id or field that goes by the name they wrote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property

from atlas.files.document import Document
from atlas.i18n import languages
from atlas.i18n.messages import NOTHING, Country, Message, listing, msg
from atlas.lookup import aliases
from atlas.lookup.aliases import Called
from atlas.lookup.normalize import bare, folded

_ALIKE = 0.7
"""Codes less alike than this, of 1, are not worth suggesting."""

_NAMES_ALIKE = 0.8

_SHORTEST = 4
"""Letters; a shorter word is nearly as like any other."""

_LISTED = 20

_ALL = 30
"""As many ids are listed where an editor has to choose among all of them."""

_MOST = 3
"""A name that fits more things than this says nothing."""

_SEARCHES = 25
"""As many unknown names are compared with all that is known in one run; each takes a while."""

_SKIMMED = 100
"""As many names are looked for, in one run, among records that are not all read."""

_LONGEST = 100
_APART = re.compile(r"[\W_]+")


_STATES = frozenset(
    {
        "republic",
        "kingdom",
        "state",
        "of",
        "the",
        "republique",
        "royaume",
        "etat",
        "de",
        "du",
        "des",
    }
    | {"la", "le", "l", "d", "republiek", "koninkrijk", "staat", "van", "het"}
    | {"جمهوريه", "مملكه", "دوله"}
)
"""Words that the long names of many countries share, as `plain` writes them."""


class Suggester:
    """What can be meant in these records. Nothing is gathered before something is asked for.

    `ids` are the ids of every folder; `named` gives the records that can be told by their own
    names as well. Where they are too many to be read, `skimmed` gives those of a folder that may
    go by a name, plainly written. `today` is the day it is asked on, if that matters.
    """

    def __init__(
        self,
        ids: Mapping[str, Collection[str]],
        named: Callable[[], Iterable[Document]],
        skimmed: Callable[[str, str], Iterable[Document]] | None = None,
        today: date | None = None,
    ) -> None:
        self.ids = ids
        self.today = today
        self._named = named
        self._skimmed = skimmed
        self._searches = 0
        self._skims = 0
        self._known: dict[object, Called] = {}

    def record(self, written: str, folder: str) -> list[str]:
        """The ids in `folder` that `written` may mean, few and likeliest first."""
        names = self._called(folder, plain(written[:_LONGEST]))
        return self._found(folder, written, names, self.ids.get(folder, ()))

    def has_none(self, written: str, folder: str) -> bool:
        """Whether no record in `folder` goes by `written`; only where all of them were read."""
        name = plain(written[:_LONGEST])
        return bool(name) and self._skimmed is None and name not in self._called(folder, name)

    def _called(self, folder: str, name: str) -> Called:
        """What the records of `folder` are called, or those of them that may go by `name`."""
        if self._skimmed is None:
            return self._names(folder, lambda: self._titles.get(folder, {}))
        if self._searches >= _SEARCHES or self._skims >= _SKIMMED:
            return {}
        self._skims += 1
        documents = list(self._skimmed(folder, name))
        key = (folder, *(document.id for document in documents))  # the same for a small folder
        return self._names(key, lambda: _called(documents).get(folder, {}))

    def choice(self, written: str, kind: type[StrEnum]) -> list[str]:
        """The words of `kind` that it may mean."""
        codes = [str(word) for word in kind]
        return self._found(kind, written, self._names(kind, lambda: aliases.words(kind)), codes)

    def field(self, written: str, known: Collection[str]) -> list[str]:
        """The fields, of those `known`, that it may mean."""
        key = tuple(known)
        return self._found(key, written, self._names(key, lambda: aliases.fields(known)), known)

    def country(self, written: str) -> list[str]:
        """The codes of the countries that it may mean."""
        names = self._names("country", aliases.countries)
        name = plain(written[:_LONGEST])
        words = [word for word in name.split() if word not in _STATES]
        if name in names or len(words) == len(name.split()):
            return self._found("country", written, names)
        return list(names.get(" ".join(words), ()))  # all the rest of its name says which

    def language(self, written: str) -> list[str]:
        """The tags of the languages that it may mean."""
        return self._found("language", written, self._names("language", aliases.languages))

    def currency(self, written: str) -> list[str]:
        """The codes of the currencies that it may mean."""
        return self._found("currency", written, self._names("currency", aliases.currencies))

    def _names(self, key: object, gathered: Callable[[], Called]) -> Called:
        if key not in self._known:
            self._known[key] = _plainly(gathered())
        return self._known[key]

    def _found(
        self, key: object, written: str, names: Called, codes: Collection[str] = ()
    ) -> list[str]:
        """Codes spelled so or nearly so, then codes called so, in these words or nearly so.

        `codes` are those that `key` stands for.
        """
        name = plain(written[:_LONGEST])
        if not name:
            return []
        spelled = self._names(("spelled", key), lambda: {code: [code] for code in codes})
        same = list(spelled.get(name) or names.get(name, ()))
        if same or self._searches >= _SEARCHES:
            return same if len(same) <= _MOST else []
        self._searches += 1
        return _near(written[:_LONGEST], codes) or _within(name, names) or _alike(name, names)

    @cached_property
    def _titles(self) -> dict[str, Called]:
        """What records are called in their own texts, folder by folder."""
        return _called(self._named())


def _called(documents: Iterable[Document]) -> dict[str, Called]:
    """What `documents` are called in their own texts, folder by folder."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for name in aliases.titles(document):
            found[document.folder][name].append(document.id)
    return dict(found)


def _plainly(names: Called) -> Called:
    """The same names written plainly, with each code once."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, codes in names.items():
        written = found[plain(name)]
        written.extend(code for code in dict.fromkeys(codes) if code not in written)
    return found


def plain(name: str) -> str:
    """Small letters without marks, words apart by one space, no Arabic article."""
    words = _APART.sub(" ", folded(name)).split()
    return " ".join(map(bare, words)) or name.strip()


def _near(written: str, codes: Collection[str]) -> list[str]:
    return get_close_matches(written, codes, n=1, cutoff=_ALIKE)


def _within(name: str, names: Called) -> list[str]:
    """The codes of the names that hold every word of `name`."""
    words = set(name.split())
    found = [
        code for known, codes in names.items() if words <= set(known.split()) for code in codes
    ]
    distinct = list(dict.fromkeys(found))
    return distinct if len(distinct) <= _MOST else []


def _alike(name: str, names: Called) -> list[str]:
    if len(name) < _SHORTEST:
        return []
    found = get_close_matches(name, names, n=1, cutoff=_NAMES_ALIKE)
    codes = list(names[found[0]]) if found else []
    return codes if len(codes) <= _MOST else []


def did_you_mean(found: list[str]) -> Message:
    """`Did you mean "health"?`, with two or three if it may be any of them."""
    return _offer([msg('"{code}"', code=code) for code in found])


def did_you_mean_country(found: list[str]) -> Message:
    """`Did you mean "BE" (Belgium)?`."""
    return _offer(
        [
            msg('"{code}" ({name})', code=code, name=Country(code, languages.ENGLISH.country(code)))
            for code in found
        ]
    )


def _offer(shown: list[Message]) -> Message:
    match shown:
        case [one]:
            return msg("Did you mean {one}?", one=one)
        case [one, other]:
            return msg("Did you mean {one} or {other}?", one=one, other=other)
        case [one, other, *third]:
            return msg(
                "Did you mean {one}, {other} or {third}?", one=one, other=other, third=third[0]
            )
    raise ValueError("nothing to offer")


def there_are(known: Collection[str]) -> Message:
    """`There are: …`, unless there are too many."""
    if 0 < len(known) <= _ALL:
        return msg("There are: {ids}.", ids=listing(sorted(known)))
    return NOTHING


def choose(known: Collection[str]) -> Message:
    """`Choose one of: …`, unless there are too many."""
    if 0 < len(known) <= _LISTED:
        return msg("Choose one of: {choices}.", choices=listing(sorted(known)))
    return NOTHING
