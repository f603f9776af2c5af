"""All cards of a site: what they say, drawn or taken from the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from atlas.graph.edition import Edition
from atlas.graph.scene import Scene
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
        cache = CardCache(self.folder, self.outlines)
        for subject in content.subjects(contexts[0]):
            scene = _Scene(self, subject.scene)
            for context in contexts:
                edition = context.edition
                words = self._card(edition, subject, context.site.names[edition.language.code])
                png = cache.get(f"{words!r}{scene.text}", partial(_draw, words, scene))
                yield f"{edition.language.prefix}{subject.folder}{content.NAME}", png

    @cached_property
    def panels(self) -> Panels:
        """Draws the maps."""
        return Panels(self.outlines)

    def _card(self, edition: Edition, subject: content.Subject, name: str) -> card.Card:
        return content.card(edition, subject, name, self.descriptions[edition.language.code])


class _Scene:
    """A scene as a text that tells it from others, and its map, drawn when it is first needed."""

    def __init__(self, renderer: CardRenderer, scene: Scene) -> None:
        self._renderer = renderer
        self._scene = scene
        self.text = repr(scene)

    @cached_property
    def panel(self) -> Canvas | None:
        return self._renderer.panels.draw(self._scene)


def _draw(words: card.Card, scene: _Scene) -> bytes:
    return card.draw(words, scene.panel)
