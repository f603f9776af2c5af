"""What an editor may have meant: the code, id or field that goes by the name they wrote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from atlas.files.document import Document
from atlas.i18n.countries import name_country
from atlas.i18n.messages import NOTHING, Message, listing, msg
from atlas.i18n.normalize import normalize_name
from atlas.lookup import aliases, countries
from atlas.lookup.name_index import NameIndex, index_names, index_records

_SHORTEST = 9
"""Letters; what else a word is called is not looked for by misspelling if that is shorter."""

_LISTED = 20

_ALL = 30
"""As many ids are listed where an editor has to choose among all of them."""

_MOST = 3
"""A name that fits more things than this says nothing."""

_SEARCHES = 25
"""As many unknown names are compared with all that is known in one run; each takes a while."""

_PREFILTERED = 100
"""As many names are looked for, in one run, among records that are not all read."""

_LONGEST = 100


class Suggester:
    """What can be meant in these records. Nothing is gathered before something is asked for.

    `ids` are the ids of every folder; `documents` gives the records that can be told by their own
    names as well. Where they are too many to be read, `prefilter` gives those of a folder that may
    go by a normalized name. `today` is the day it is asked on, if that matters.
    """

    def __init__(
        self,
        ids: Mapping[str, Collection[str]],
        documents: Callable[[], Iterable[Document]],
        prefilter: Callable[[str, str], Iterable[Document]] | None = None,
        today: date | None = None,
    ) -> None:
        self.ids = ids
        self.today = today
        self._documents = documents
        self._prefilter = prefilter
        self._searches = 0
        self._prefiltered = 0
        self._spellings: dict[object, NameIndex] = {}
        self._read: dict[object, NameIndex] = {}

    def record(self, written: str, folder: str) -> list[str]:
        """The ids in `folder` that `written` may mean, few and likeliest first."""
        index = self._titles_like(folder, _normalize(written))
        return self._find(written, index, self.ids.get(folder, ()), folder)

    def has_none(self, written: str, folder: str) -> bool:
        """Whether no record in `folder` goes by `written`; only where all of them were read."""
        name = _normalize(written)
        return bool(name) and self._prefilter is None and not self._titles[folder].exact(name)

    @cached_property
    def _titles(self) -> defaultdict[str, NameIndex]:
        return index_records(self._documents())

    def _titles_like(self, folder: str, name: str) -> NameIndex:
        """What the records of `folder` are called, or those of them that may go by `name`."""
        if self._prefilter is None:
            return self._titles[folder]
        if self._searches >= _SEARCHES or self._prefiltered >= _PREFILTERED:
            return NameIndex()
        self._prefiltered += 1
        documents = list(self._prefilter(folder, name))
        key = (folder, *(document.id for document in documents))  # the same for a small folder
        if key not in self._read:
            self._read[key] = index_records(documents)[folder]
        return self._read[key]

    def choice(self, written: str, kind: type[StrEnum]) -> list[str]:
        """The words of `kind` that it may mean."""
        index = index_names(aliases.words, kind)
        return self._find(written, index, [str(word) for word in kind], kind, is_closed=True)

    def field(self, written: str, known: Collection[str]) -> list[str]:
        """The fields, of those `known`, that it may mean."""
        fields = tuple(known)
        index = index_names(aliases.fields, fields)
        return self._find(written, index, fields, fields, is_closed=True)

    def country(self, written: str) -> list[str]:
        """The codes of the countries that it may mean."""
        match = countries.resolve(written)
        return _few(list(match.codes or match.offers))

    def language(self, written: str) -> list[str]:
        """The tags of the languages that it may mean."""
        return self._find(written, index_names(aliases.languages))

    def currency(self, written: str) -> list[str]:
        """The codes of the currencies that it may mean."""
        return self._find(written, index_names(aliases.currencies))

    def _find(
        self,
        written: str,
        index: NameIndex,
        codes: Collection[str] = (),
        key: object = None,
        *,
        is_closed: bool = False,
    ) -> list[str]:
        """Those of `codes` spelled so, or what is called so; else what is either, misspelt.

        Between the two, what goes by these words and more; where a list `is_closed`, what goes by
        some of them, for a word out of a label says little. `key` stands for `codes`, which are the
        same whenever it is.
        """
        name = _normalize(written)
        if not name:
            return []
        if key not in self._spellings:
            self._spellings[key] = NameIndex((code, code) for code in codes)
        if same := self._spellings[key].exact(name) or index.exact(name):
            return _few(same)
        if self._searches >= _SEARCHES:
            return []
        self._searches += 1
        if not is_closed:
            more = _few(index.containing(name))
            return self._spellings[key].similar(name) or more or _few(index.similar(name))
        # A word of another list is no misspelling, and neither are words such as "for" and "hot".
        if index_names(aliases.terms).exact(name) or len(name) < len("form"):
            return []
        near = _few(index.similar(name)) if len(name) >= _SHORTEST else []
        return self._spellings[key].similar(name) or near or _few(index.contained(name))


_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
"""`M.o.U.`, which is MoU."""


def _normalize(written: str) -> str:
    initials = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]), written[:_LONGEST])
    return normalize_name(initials)


def _few(codes: list[str]) -> list[str]:
    return codes if len(codes) <= _MOST else []


def did_you_mean(found: list[str]) -> Message:
    """`Did you mean "health"?`, with two or three if it may be any of them."""
    return _offer([msg('"{code}"', code=code) for code in found])


def did_you_mean_country(found: list[str]) -> Message:
    """`Did you mean "BE" (Belgium)?`."""
    return _offer([msg('"{code}" ({name})', code=code, name=name_country(code)) for code in found])


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
