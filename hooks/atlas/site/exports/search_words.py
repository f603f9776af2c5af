"""What the search's script fetches beside its index: its texts in each language, and the names of
the atlas, of which it names those that are near to what it does not find.

A misspelt name mostly has its first two letters right, or its last two. So each name stands in the
share of its beginning and in that of its end; the script asks for two shares at most, and a share
stays small however many names there are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from atlas.i18n.normalize import words
from atlas.model import Theme
from atlas.pages import country, search_form
from atlas.pages.page import PageContext
from atlas.pages.search_names import former_names
from atlas.site.contents import SiteContents

FOLDER = "assets/search"
SHARE = 40_000
"""About how many bytes of names a share holds."""

_END = 2
"""Letters of a name that say in which shares it stands."""

_GAP = re.compile(r"[\s/\u2010-\u2015-]+")

_SHORTEST = 4
"""Letters below which nothing is near to a name but another name."""

_MOST_WORDS = 4
"""Words beyond which a name is rather a description; its words are names all the same."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """The texts in each language, and each share of the names, one a line."""
    shares = share_out(_names(site.contexts))
    for context in site.contexts:
        texts = {**search_form.script_texts(context), "shares": len(shares)}
        text = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{context.edition.language.code}.json", text.encode()
    for number, share in enumerate(shares):
        yield f"{FOLDER}/names-{number}.txt", "\n".join(share).encode()


def share_out(names: Iterable[str]) -> list[list[str]]:
    """The names in as many shares as they need, each in those of its two ends."""
    folded = {name: "".join(words(name)) for name in sorted(names)}
    known = [name for name in folded if len(folded[name]) >= _SHORTEST]
    number = 1 + sum(2 * len(name.encode()) for name in known) // SHARE
    shares: list[dict[str, None]] = [{} for _ in range(number)]
    for name in known:
        for end in (folded[name][:_END], folded[name][-_END:]):
            shares[share_of(end, number)][name] = None
    return [list(share) for share in shares]


def share_of(end: str, number: int) -> int:
    """The share of names that begin or end so, of as many as there are."""
    found = 0
    for letter in end:
        found = (found * 31 + ord(letter)) % number
    return found


def _names(contexts: Sequence[PageContext]) -> Iterator[str]:
    """The names of everything that has a page, and the words in them, as they are written."""
    records = contexts[0].edition.atlas.records
    for named in (records.places, records.actors, records.themes):
        for record in named.values():
            was = () if isinstance(record, Theme) else former_names(record)
            for name in (*record.names.values(), *was):
                yield from _with_words(name)
    for context in contexts:
        for ref in country.refs(context):
            yield ref.name.text


def _with_words(name: str) -> Iterator[str]:
    if len(name.split()) <= _MOST_WORDS:
        yield name
    for part in _GAP.split(name):
        if part[:1].isupper() or not part[:1].islower():
            yield part.strip("()[],.;:«»“”\"'،")
