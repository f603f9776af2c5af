"""The size and the colours of a card: those of the site's light scheme."""

from __future__ import annotations

WIDTH, HEIGHT = 1200, 630
"""In pixels: what services that show cards ask for."""

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def colour(code: str) -> Colour:
    """The colour that CSS calls `code`, such as "#16324a"."""
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red, green, blue


PAPER = colour("#fbfaf7")
NAME = colour("#16324a")
INK = colour("#1c2733")
QUIET = colour("#566472")
RULE = colour("#dedbd2")
SEA = colour("#e9f0f5")
LAND = colour("#d3d9de")
BORDER = colour("#f7f9fa")
SHADED = colour("#b3c7da")
PIN = colour("#15314d")
HALO = colour("#ffffff")
MARK = colour("#1b6ca8"), colour("#c8553d")
"""The two colours of the site's mark."""

TIES = tuple(map(colour, ("#1b5aa3", "#ad3c14", "#7f2b8a", "#17704a", "#6b5200")))
"""One for each group of forms (`maps.legend.GROUPS`)."""
