"""What a card says, and how that stands on it: text at the side where lines begin, map opposite."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely

from atlas.site.cards import text_layout, theme
from atlas.site.cards.canvas import Canvas, Coverage
from atlas.site.cards.map_panel import WIDTH as PANEL
from atlas.site.cards.rasterize import rasterize

_EDGE = 70
_RULE = 10
_SITE_BASELINE = 92
_KICKER_BASELINE = 190
_UNDER_KICKER = 22
_LAST_BASELINE = 566
_TITLE_SIZES = (68, 62, 56, 50, 44, 38, 32)
_MOST_LINES = 4
_ABOVE_FACTS = 34
"""Pixels, at least, between the title and what stands below it."""

_FACT_SIZE = 28
_MOST_FACT_LINES = 3, 5
"""Of one fact, and of all of them."""

_LEADING = {False: 1.2, True: 1.5}
"""Ems from baseline to baseline; Arabic letters reach farther up and down."""

_BELOW = {False: 0.25, True: 0.5}
"""Ems that letters reach below the baseline."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and whether its own language is written from right to left."""

    text: str
    rtl: bool


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: the site's name, the kind of page in the colour of its ties (a place in
    `look.TIES`, or None), the title, a line or two for each fact. `rtl` turns it all round."""

    site: str
    kind: str
    group: int | None
    title: Words
    facts: tuple[Words, ...]
    rtl: bool


def draw(card: Card, panel: Canvas | None) -> bytes:
    """The card as a PNG file, with a map or without one."""
    accent = theme.LOGO[0] if card.group is None else theme.TIES[card.group]
    inks = (theme.NAME, theme.INK, theme.QUIET, accent, *theme.LOGO)
    canvas = Canvas(theme.WIDTH, theme.HEIGHT, theme.PAPER, inks)
    room = theme.WIDTH - 2 * _EDGE - (PANEL if panel else 0)
    canvas.fill(theme.WIDTH - _RULE if card.rtl else 0, 0, _RULE, theme.HEIGHT, accent)
    _mark(canvas, card.rtl)
    name = text_layout.fit(card.site, "strong", ((27, 1),), room - 70, rtl=card.rtl)
    _put(canvas, card, name, _SITE_BASELINE, theme.NAME, indent=70)
    kind = text_layout.fit(card.kind, "strong", ((27, 1),), room, rtl=card.rtl)
    _put(canvas, card, kind, _KICKER_BASELINE, accent)
    top = _facts(canvas, card, room)
    _title(canvas, card, room, top - _ABOVE_FACTS)
    if panel:
        canvas.paste(panel, 0 if card.rtl else theme.WIDTH - PANEL, 0)
    return canvas.png()


def _title(canvas: Canvas, card: Card, room: int, foot: int) -> None:
    """The title, as large as there is room for down to `foot`."""
    leading, below = _LEADING[card.title.rtl], _BELOW[card.title.rtl]
    height = foot - _KICKER_BASELINE - _UNDER_KICKER
    sizes = [
        (size, max(1, min(_MOST_LINES, int((height / size - 1 - below) / leading) + 1)))
        for size in _TITLE_SIZES
    ]
    title = text_layout.fit(card.title.text, "title", sizes, room, rtl=card.title.rtl)
    _put(canvas, card, title, _KICKER_BASELINE + _UNDER_KICKER + title.size, theme.INK)


def _facts(canvas: Canvas, card: Card, room: int) -> int:
    """The facts, the last line of the last one at the foot of the card. Where they begin."""
    blocks: list[text_layout.Block] = []
    for fact in card.facts:
        taken = sum(len(block.lines) for block in blocks)
        yet = len(card.facts) - len(blocks) - 1
        sizes = [(_FACT_SIZE, min(_MOST_FACT_LINES[0], _MOST_FACT_LINES[1] - taken - yet))]
        blocks.append(text_layout.fit(fact.text, "text", sizes, room, rtl=fact.rtl))
    leading = _LEADING[card.rtl]
    lines = sum(len(block.lines) for block in blocks)
    first = y = _LAST_BASELINE - (lines - 1) * round(_FACT_SIZE * leading)
    for block in blocks:
        y = _put(canvas, card, block, y, theme.QUIET, leading=leading)
    return first - _FACT_SIZE


def _put(
    canvas: Canvas,
    card: Card,
    block: text_layout.Block,
    y: int,
    ink: theme.Colour,
    *,
    indent: int = 0,
    leading: float | None = None,
) -> int:
    x = theme.WIDTH - _EDGE - indent if card.rtl else _EDGE + indent
    spaced = leading or _LEADING[block.rtl]
    return text_layout.draw(canvas, block, x, y, spaced, ink, flush_right=card.rtl)


def _mark(canvas: Canvas, rtl: bool) -> None:
    x = theme.WIDTH - _EDGE - 58 if rtl else _EDGE - 4
    for coverage, ink in _mark_layers():
        canvas.lay(coverage, x, _SITE_BASELINE - 42, ink)


@cache
def _mark_layers() -> tuple[tuple[Coverage, theme.Colour], ...]:
    """The site's mark: two places and the tie between them."""
    steps = np.linspace(0, 1, 24)[:, None]
    ends = (6.0, 23.0), (8.0, 8.0), (24.0, 8.0), (26.0, 23.0)
    weights = ((1 - steps) ** 3, 3 * steps * (1 - steps) ** 2, 3 * steps**2 * (1 - steps), steps**3)
    arc = sum((w * np.array(p) for w, p in zip(weights, ends, strict=True)), np.zeros((24, 2)))
    shapes = (
        (shapely.LineString(arc).buffer(1.25), theme.LOGO[0]),
        (shapely.Point(6, 23).buffer(4), theme.LOGO[0]),
        (shapely.Point(26, 23).buffer(4), theme.LOGO[1]),
    )
    return tuple(
        (rasterize(shapely.transform(shape, lambda at: at * 1.7), 60, 60), ink)
        for shape, ink in shapes
    )
