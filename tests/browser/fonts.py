"""The fonts of the tests' browser: those of the share cards, whatever the machine has.

Fontconfig, which Chromium asks for its fonts on Linux, is given a configuration of its own. The
style sheet's families are among these; what it leaves to the machine falls to them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from xml.sax.saxutils import escape

from atlas.site.cards.fonts import PACKAGES

FAMILIES = {
    "serif": ("Noto Serif", "Noto Naskh Arabic"),
    "sans-serif": ("Noto Sans", "Noto Sans Arabic"),
    "monospace": ("Noto Sans", "Noto Sans Arabic"),
    "system-ui": ("Noto Sans", "Noto Sans Arabic"),
}
"""What a generic family stands for."""


def environment(folder: Path) -> dict[str, str]:
    """Write a configuration to `folder`, which keeps a cache too; the variables that name it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "fonts.conf"
    file.write_text("\n".join(_lines(folder / "cache")), "utf-8")
    return {"FONTCONFIG_FILE": str(file), "FONTCONFIG_PATH": str(folder)}


def _lines(cache: Path) -> Iterator[str]:
    yield '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    yield from (f"<dir>{escape(str(folder))}</dir>" for folder in sorted(folders()))
    yield f"<cachedir>{escape(str(cache))}</cachedir>"
    for generic, families in FAMILIES.items():
        names = "".join(f"<string>{family}</string>" for family in families)
        yield (
            f'<match target="pattern"><test name="family"><string>{generic}</string></test>'
            f'<edit name="family" mode="prepend" binding="strong">{names}</edit></match>'
        )
    yield "</fontconfig>"


def folders() -> set[Path]:
    """Where the packages keep their fonts."""
    return {
        Path(str(file.locate())).parent.resolve()
        for package in PACKAGES
        for file in metadata.files(package) or ()
        if file.suffix == ".ttf"
    }
