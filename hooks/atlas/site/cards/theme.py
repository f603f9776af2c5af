"""The size and the colours of a card: those of the site's light scheme."""

from __future__ import annotations

import re
from importlib.resources import files

from atlas.model.vocabulary import FormGroup

WIDTH, HEIGHT = 1200, 630
"""In pixels: what services that show cards ask for."""

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_LIGHT = (files("atlas.maps") / "colours.css").read_text("utf-8").partition("}")[0]
_CODES = dict(re.findall(r"(--[\w-]+): #([0-9a-f]+);", _LIGHT))


def colour(name: str) -> Colour:
    """The colour that the light scheme of `maps/colours.css` gives that name."""
    code = _CODES[name]
    red, green, blue = bytes.fromhex(code if len(code) == 6 else "".join(c + c for c in code))
    return red, green, blue


PAPER = colour("--md-primary-fg-color")
NAME = colour("--md-primary-bg-color")
INK = colour("--md-default-fg-color")
QUIET = colour("--atlas-quiet")
SEA = colour("--atlas-sea")
LAND = colour("--atlas-land")
BORDER = colour("--atlas-border")
SHADED = colour("--atlas-shaded")
PIN = colour("--atlas-pin")
HALO = colour("--atlas-halo")
LOGO = colour("--atlas-logo"), colour("--atlas-logo-end")
LISTED = colour("--atlas-listed")
TIES = tuple(colour(f"--atlas-tie-{group + 1}") for group in FormGroup)
