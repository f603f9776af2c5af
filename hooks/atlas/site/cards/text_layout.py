"""Text in a box: broken into lines of like length, made smaller until it fits, drawn."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import combining

import numpy as np
import uharfbuzz

from atlas.site.cards.canvas import LEVELS, Canvas
from atlas.site.cards.fonts import Style
from atlas.site.cards.shaping import ShapedLine, shape
from atlas.site.cards.theme import Colour

_PIECE = re.compile(r"[^ ]*?[-–—/](?=\w)|[^ ]+")
"""The parts of a word that is too long for a line: up to a hyphen or a stroke, or to its end."""

_SPACES = re.compile(r"[ \t\r\n]+")
"""Where a line may end; the other spaces hold words together."""

_ABOVE, _BELOW = 1.4, 0.8
"""Ems from the baseline that ink may reach to: Arabic marks go the farthest."""

_HALVINGS = 7


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text at a size in pixels. `rtl` lines run from right to left."""

    lines: tuple[str, ...]
    size: int
    style: Style
    rtl: bool

    @property
    def width(self) -> float:
        """That of its widest line, in pixels."""
        return self.size * max(
            (shape(line, self.style, rtl=self.rtl).width for line in self.lines), default=0.0
        )


def fit(
    text: str, style: Style, sizes: Iterable[tuple[int, int]], room: int, *, rtl: bool
) -> Block:
    """`text` at the first of the sizes (pixels, most lines) at which it fits into `room` pixels.

    If it fits at none, it stands at the last, and what is too much is cut off with an ellipsis.
    """
    words = [word for word in _SPACES.split(text) if word]
    size, lines = 0, [""]
    for size, most in sizes:
        breaker = _LineBreaker(style, rtl, room / size)
        lines = breaker.lines(words)
        if len(lines) > most:
            lines = [*lines[: most - 1], breaker.cut(" ".join(lines[most - 1 :]))]
            continue
        lines = breaker.balance(words, len(lines))
        break
    return Block(tuple(lines), size, style, rtl)


def draw(
    canvas: Canvas, block: Block, x: int, y: int, leading: float, ink: Colour, *, flush_right: bool
) -> int:
    """Draw a block whose first baseline is at `y`; every line ends at `x` if it is flush right, or
    else begins there. `leading` is from one baseline to the next, in ems. Returns the baseline
    that would come next."""
    for text in block.lines:
        line = shape(text, block.style, rtl=block.rtl)
        left = x - line.width * block.size if flush_right else x
        _draw_line(canvas, line, block.size, left, y, ink)
        y += round(block.size * leading)
    return y


class _LineBreaker:
    """Breaks words into lines of at most `room` ems."""

    def __init__(self, style: Style, rtl: bool, room: float) -> None:
        self._style: Style = style
        self._rtl = rtl
        self._room = room

    def lines(self, words: Sequence[str], room: float = math.inf) -> list[str]:
        """As many words in each line as there is room for."""
        room = min(room, self._room)
        space = self._width(" ")
        lines, line, filled = [], "", 0.0
        for word in words:
            gap = " " if line else ""
            for piece in self._pieces(word):
                wide = self._width(piece)
                if line and filled + (space if gap else 0) + wide > room:
                    lines.append(line)
                    line, filled, gap = "", 0.0, ""
                filled += (space if gap else 0) + wide
                line, gap = line + gap + piece, ""
        return [*lines, line]

    def balance(self, words: Sequence[str], count: int) -> list[str]:
        """The same number of lines, the longest as short as it can be."""
        low, high = 0.0, self._room
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            narrow = max(map(self._width, (p for w in words for p in self._pieces(w))), default=0)
            fits = narrow <= middle and len(self.lines(words, middle)) <= count
            low, high = (low, middle) if fits else (middle, high)
        return self.lines(words, high)

    def cut(self, text: str) -> str:
        """So much of the text as has room in one line before an ellipsis."""
        while text and self._width(f"{text}…") > self._room:
            text = text[: text.rfind(" ")] if " " in text else text[:-1]
        return text.rstrip(" ,;:،–-") + "…"

    def _pieces(self, word: str) -> list[str]:
        """The word, or if it is wider than a line its parts; those still wider are cut where the
        line ends."""
        if self._width(word) <= self._room:
            return [word]
        pieces = []
        for piece in _PIECE.findall(word):
            start = 0
            while self._width(piece[start:]) > self._room:
                end = max(start + 1, self._split_at(piece, start))
                pieces.append(piece[start:end])
                start = end
            pieces.append(piece[start:])
        return pieces

    def _split_at(self, piece: str, start: int) -> int:
        """Up to where the piece has room in a line, without cutting an accent from its letter."""
        low, high = start, len(piece)
        while high - low > 1:
            middle = (low + high) // 2
            fits = self._width(piece[start:middle]) <= self._room
            low, high = (middle, high) if fits else (low, middle)
        while low > start + 1 and combining(piece[low]):
            low -= 1
        return low

    def _width(self, text: str) -> float:
        return shape(text, self._style, rtl=self._rtl).width


def _draw_line(canvas: Canvas, line: ShapedLine, size: int, x: float, y: int, ink: Colour) -> None:
    raster = uharfbuzz.RasterDraw()
    left = math.floor(x) - size
    for glyph in line.glyphs:
        scale = size / glyph.face.units
        raster.transform = (scale, 0, 0, scale, x + glyph.x * size - left, glyph.y * size)
        raster.draw_glyph(glyph.face.font, glyph.id)
    width, below = math.ceil(line.width * size) + 2 * size, math.ceil(_BELOW * size)
    height = below + math.ceil(_ABOVE * size)
    raster.extents = uharfbuzz.RasterExtents(0, -below, width, height, 0)
    image = raster.render()
    rows = np.frombuffer(image.buffer, dtype=np.uint8).reshape(height, -1)[::-1, :width]
    coverage = ((rows.astype(np.uint16) * LEVELS + 127) // 255).astype(np.uint8)
    canvas.lay(coverage, left, y - height + below, ink)
