"""A picture of at most 256 colours: layers of ink are laid upon it, a PNG file comes out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from atlas.site.cards.theme import Colour

Indices = NDArray[np.uint8]
Coverage = NDArray[np.uint8]
"""How much of each pixel an ink covers, 0 to LEVELS, rows from top to bottom."""

LEVELS = 8
"""Steps from no ink to full ink: enough for smooth edges, few enough for a palette."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Canvas:
    """A picture whose pixels are places in a palette of at most `most` colours.

    It is all `paper` at first. `inks` have their places from the beginning, so that the mixtures
    at the edges of shapes leave them room.
    """

    def __init__(
        self, width: int, height: int, paper: Colour, inks: Iterable[Colour], most: int = 256
    ) -> None:
        self.pixels: Indices = np.zeros((height, width), dtype=np.uint8)
        self.palette: list[Colour] = list(dict.fromkeys((paper, *inks)))
        self._most = most
        self._at = {colour: at for at, colour in enumerate(self.palette)}

    def lay(self, coverage: Coverage, x: int, y: int, ink: Colour) -> None:
        """Lay `ink` on, the upper left corner of `coverage` at (x, y); what lies outside is cut."""
        height, width = self.pixels.shape
        top, left = max(0, -y), max(0, -x)
        coverage = coverage[top : max(top, height - y), left : max(left, width - x)]
        if not coverage.size:
            return
        y, x = y + top, x + left
        under = self.pixels[y : y + coverage.shape[0], x : x + coverage.shape[1]]
        pairs = under.astype(np.uint16) * (LEVELS + 1) + coverage
        met = np.flatnonzero(np.bincount(pairs.ravel(), minlength=256 * (LEVELS + 1)))
        becomes = np.zeros(256 * (LEVELS + 1), dtype=np.uint8)
        for pair in sorted(met.tolist(), key=lambda one: (-(one % (LEVELS + 1)), one)):
            becomes[pair] = self._place(_blend(self.palette[pair // (LEVELS + 1)], ink, pair))
        under[:] = becomes[pairs]

    def fill(self, x: int, y: int, width: int, height: int, ink: Colour) -> None:
        """Lay `ink` on a rectangle."""
        self.lay(np.full((height, width), LEVELS, dtype=np.uint8), x, y, ink)

    def paste(self, other: Canvas, x: int, y: int) -> None:
        """Put another picture, which fits in, upon this one."""
        places = np.array([self._place(one) for one in other.palette], dtype=np.uint8)
        height, width = other.pixels.shape
        self.pixels[y : y + height, x : x + width] = places[other.pixels]

    def png(self) -> bytes:
        """The picture as a PNG file with a palette; the same picture gives the same bytes."""
        height, width = self.pixels.shape
        rows = np.zeros((height, width + 1), dtype=np.uint8)  # each begins with its filter: none
        rows[:, 1:] = self.pixels
        parts = (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", bytes(value for one in self.palette for value in one)),
            (b"IDAT", zlib.compress(rows.tobytes(), 6)),
            (b"IEND", b""),
        )
        return _SIGNATURE + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in parts
        )

    def _place(self, colour: Colour) -> int:
        """The place of a colour in the palette; of the most alike where there is no room left."""
        if colour not in self._at:
            if len(self.palette) == self._most:
                place = min(range(self._most), key=lambda at: _distance(self.palette[at], colour))
                self._at[colour] = place
            else:
                self._at[colour] = len(self.palette)
                self.palette.append(colour)
        return self._at[colour]


def is_complete(png: bytes) -> bool:
    """Whether `png` is a PNG file that nothing is missing of: every part is there and unhurt."""
    at, kind = len(_SIGNATURE), b""
    if not png.startswith(_SIGNATURE):
        return False
    while at + 12 <= len(png) and kind != b"IEND":
        end = at + 8 + int.from_bytes(png[at : at + 4])
        kind = png[at + 4 : at + 8]
        if png[end : end + 4] != struct.pack(">I", zlib.crc32(png[at + 4 : end])):
            return False
        at = end + 4
    return kind == b"IEND" and at == len(png)


def _blend(paper: Colour, ink: Colour, level: int) -> Colour:
    """`ink` upon `paper`; in between, in steps of four, so that a palette holds them."""
    share = level % (LEVELS + 1)
    if share in {0, LEVELS}:
        return ink if share else paper
    red, green, blue = (
        min(255, round((a * (LEVELS - share) + b * share) / LEVELS / 4) * 4)
        for a, b in zip(paper, ink, strict=True)
    )
    return red, green, blue


def _distance(a: Colour, b: Colour) -> int:
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True))
