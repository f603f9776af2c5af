"""From a line of text to the glyphs that write it: order by direction, faces, joined letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from unicodedata import bidirectional, category, combining

import uharfbuzz
from bidi import algorithm

from atlas.site.cards.fonts import Face, Style, face_for

_UNSEEN = {"Cc", "Cf"}
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a face, and where its origin stands: x and y in ems, y upwards."""

    face: Face
    id: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """The glyphs of a line from left to right, and its width in ems."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=20_000)
def shape(text: str, style: Style, *, rtl: bool) -> ShapedLine:
    """The glyphs of `text` in a line that runs from right to left or from left to right.

    A letter that no face has is left out.
    """
    glyphs: list[Glyph] = []
    pen = 0.0
    for part, face, backwards in _runs(text, style, rtl):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if backwards else "ltr"
        uharfbuzz.shape(face.font, buffer, {})
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = pen + at.x_offset / face.units, at.y_offset / face.units
            glyphs.append(Glyph(face, info.codepoint, x, y))
            pen += at.x_advance / face.units
    return ShapedLine(tuple(glyphs), pen)


def _runs(text: str, style: Style, rtl: bool) -> Iterator[tuple[str, Face, bool]]:
    """The text in pieces of one direction and one face, from left to right, each piece in the
    order in which it is read, and whether it is read from right to left."""
    lettered = _runs_by_face(text, style)
    levels = _levels("".join(letter for letter, _ in lettered), rtl)
    pieces = [
        (level, "".join(letter for (letter, _), _ in found), face)
        for (level, face), found in _group(lettered, levels)
    ]
    for level, part, face in _visual_order(pieces):
        yield part, face, bool(level % 2)


def _group(
    lettered: list[tuple[str, Face]], levels: list[int]
) -> Iterator[tuple[tuple[int, Face], list[tuple[tuple[str, Face], int]]]]:
    pairs = zip(lettered, levels, strict=True)
    for key, found in groupby(pairs, key=lambda pair: (pair[1], pair[0][1])):
        yield key, list(found)


def _runs_by_face(text: str, style: Style) -> list[tuple[str, Face]]:
    """Each letter with its face; accents and spaces keep to the face of what they follow.

    Signs that are not seen, such as those that turn a line, have no say here; joiners have one.
    """
    lettered: list[tuple[str, Face]] = []
    for letter in text:
        if category(letter) in _UNSEEN and letter not in _JOINERS:
            continue
        before = lettered[-1][1] if lettered else None
        follows = letter == " " or combining(letter)
        keeps = before and follows and ord(letter) in before.letters
        if face := before if keeps else face_for(letter, style):
            lettered.append((letter, face))
    return lettered


def _levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each letter, by the Unicode bidirectional algorithm: odd ones are
    written from right to left. Joiners, which it passes over, go with what they follow."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if rtl else (0, "L")
    joining = [bidirectional(letter) == "BN" for letter in text]
    directed = "".join(letter for letter, joins in zip(text, joining, strict=True) if not joins)
    algorithm.get_embedding_levels(directed, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = iter(letter["level"] for letter in storage["chars"])
    levels = [int(rtl)]
    for joins in joining:
        levels.append(levels[-1] if joins else next(found))
    return levels[1:]


def _visual_order(pieces: list[tuple[int, str, Face]]) -> list[tuple[int, str, Face]]:
    """The pieces from left to right: from the highest level down, what has it or more is turned
    round (rule L2 of the algorithm)."""
    ordered = list(pieces)
    for level in range(max((piece[0] for piece in pieces), default=0), 0, -1):
        stretches = groupby(ordered, key=partial(_is_at_level, level))
        parts = [(turned, list(found)) for turned, found in stretches]
        ordered = [one for turned, found in parts for one in (found[::-1] if turned else found)]
    return ordered


def _is_at_level(level: int, piece: tuple[int, str, Face]) -> bool:
    return piece[0] >= level
