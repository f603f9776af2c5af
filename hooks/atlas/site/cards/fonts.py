"""The faces of the cards: those that the site's style sheet names, from packages that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

import uharfbuzz

Style = Literal["title", "text", "strong"]
"""Serif for titles, sans for the rest, as on the site."""

STYLES: tuple[Style, ...] = get_args(Style)

_SERIF = ("fontpkg_noto_serif", "files/NotoSerif[wdth,wght].ttf")
_SANS = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
_NASKH = ("pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf")
_SANS_ARABIC = ("pylopdf_fonts_ar", "NotoSansArabic-Variable.ttf")

_FILES = {
    "title": ((_SERIF, 600), (_NASKH, 600)),
    "text": ((_SANS, 400), (_SANS_ARABIC, 400)),
    "strong": ((_SANS, 600), (_SANS_ARABIC, 600)),
}
"""For each style the faces to look for a letter in, one after the other, and their weights."""

PACKAGES = ("fontpkg-noto-serif", "fontpkg-noto-sans", "pylopdf-fonts-ar")


@dataclass(frozen=True, eq=False)
class Face:
    """A font file in one weight. `letters` are the code points that it has."""

    font: uharfbuzz.Font
    letters: frozenset[int]
    units: int


@cache
def faces(style: Style) -> tuple[Face, ...]:
    """The faces of a style, each read once."""
    return tuple(_face(package, name, weight) for (package, name), weight in _FILES[style])


def face_for(letter: str, style: Style) -> Face | None:
    """The first face that has the letter; None if no face has it."""
    return next((one for one in faces(style) if ord(letter) in one.letters), None)


def _face(package: str, name: str, weight: int) -> Face:
    file = resources.files(package) / name
    face = uharfbuzz.Face(uharfbuzz.Blob(file.read_bytes()))
    font = uharfbuzz.Font(face)
    font.set_variations({"wght": weight})
    return Face(font, frozenset(face.unicodes), face.upem)
