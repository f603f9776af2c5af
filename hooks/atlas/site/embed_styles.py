"""The style sheet that all pages in frames of others share: their own rules, and what they use of
the rules for colours and maps."""

from __future__ import annotations

import re
from importlib.resources import files

from atlas.maps import assets
from atlas.site import theme_styles

PATH = "assets/stylesheets/atlas-embed.css"

PARTS = re.compile(
    r"atlas-(?:picture|still|sea|land|shaded(?:-dot)?|tie(?:-\w+)?|form-.+|state-\w+|gone"
    r"|sign(?:-back)?|dot|dots(?:-core)?|arrow|label|listed(?:-dots|-crowd)?"
    r"|legend(?:-line|-dot|-ring|-listed)?)"
)
"""The classes that such pages have; a test holds it against them."""

_DARK = re.compile(r'@media screen( and [^{]+)? \{\s*\[data-md-color-scheme="slate"\]')
_LIGHT = re.compile(r",\s*\[data-md-color-scheme\]")


def read() -> str:
    """The style sheet, as it was written."""
    own = files("atlas.pages").joinpath("embed.css").read_text("utf-8")
    return theme_styles.reduce(follow_system(assets.looks()) + own, parts=PARTS)


def follow_system(colours: str) -> str:
    """A style sheet whose dark colours come where the visitor's system is dark, and not where the
    page says so: no script is there to have it say that."""
    dark = _DARK.sub(
        lambda found: f"@media screen and (prefers-color-scheme: dark){found[1] or ''} {{\n  :root",
        colours,
    )
    return _LIGHT.sub("", dark)
