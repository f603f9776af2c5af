"""All cards of a site: what they say, drawn or taken from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from atlas.pages.page import PageContext
from atlas.site.cards import card, content
from atlas.site.cards.cache import CardCache
from atlas.site.cards.canvas import Canvas
from atlas.site.cards.map_panel import Panels


@dataclass(frozen=True)
class CardRenderer:
    """Draws cards. `descriptions` say in each language what the site is; `folder` keeps what was
    drawn; `outlines` is the GeoJSON of the countries."""

    folder: Path
    outlines: Mapping[str, Any]
    descriptions: Mapping[str, str]

    def files(self, contexts: Sequence[PageContext]) -> Iterator[tuple[str, bytes]]:
        """Path from the root of the site and content of every card in every language."""
        kept = CardCache(self.folder, self.outlines)
        for subject in content.subjects(contexts[0]):
            scene = repr(subject.scene)
            panel = cache(partial(self._draw_panel, subject))
            for context in contexts:
                edition, code = context.edition, context.edition.language.code
                site, description = context.site.names[code], self.descriptions[code]
                words = content.card(edition, subject, site, description)
                png = kept.get(f"{words!r}{scene}", partial(_draw, words, panel))
                yield f"{edition.language.prefix}{subject.folder}{content.NAME}", png

    @cached_property
    def _panels(self) -> Panels:
        return Panels(self.outlines)

    def _draw_panel(self, subject: content.Subject) -> Canvas | None:
        return self._panels.draw(subject.scene)


def _draw(words: card.Card, panel: Callable[[], Canvas | None]) -> bytes:
    return card.draw(words, panel())
