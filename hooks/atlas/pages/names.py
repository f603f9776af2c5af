"""The names of a place or an actor, in every language, and as sources write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.graph.edition import Quote
from atlas.i18n.normalize import sort_key
from atlas.model import Statement
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class Names:
    """Each name with the name of its language, and the names as stated."""

    known: list[tuple[str, Quote]]
    stated: list[Quote]


def of(context: PageContext, texts: Mapping[str, str], stated: Iterable[Statement]) -> Names:
    """The names, ordered by the names of their languages."""
    language = context.edition.language
    known = [(language.language_name(code), Quote(text, code)) for code, text in texts.items()]
    return Names(
        sorted(known, key=lambda pair: sort_key(pair[0])),
        [context.edition.quote(statement) for statement in stated],
    )
