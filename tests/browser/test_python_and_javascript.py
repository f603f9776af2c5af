"""What is computed both in Python and in the browser comes out the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from math import cos, dist, radians, sin
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.graph.scene import Pin, Scene, Tie
from atlas.i18n.normalize import fold, words
from atlas.maps.arcs import Point, bow_arc, split
from atlas.maps.layout import Drawing, draw, is_listed_alone
from atlas.maps.meridian import choose
from atlas.maps.outliers import frame
from atlas.site import csv_table
from tests.conftest import ROOT
from tests.hostile.formulas import HOSTILE, ORDINARY

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
FOLDING = SCRIPTS / "atlas-fold.js"
TABLES = """async ([script, rows]) => {
  const { lines } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  return lines(rows);
}"""
FOLD_ALL = """async ([script, texts]) => {
  const { fold, words } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  const known = texts.filter((text) => !/\\p{Cn}/u.test(text));
  return known.map((text) => [text, fold(text), words(`x${text}z`)]);
}"""
TEXTS = (
    *("Coopération", "ESKİŞEHİR", "Kırklareli", "Đà Nẵng", "STRASSE", "Straße", "l\u2019École"),
    *("ΝΑΟΣ ΟΔΟΣ", "Йошкар-Ола", "שָׁלוֹם", "طَنْجَة", "التـــل", "إسكي أسكى ٱلله", "कार्य", "ガ"),
    *("کرمانشاه", "همکاری", "مالي لیبی", "والرباط الدار البيضاء", "أگادير ٣ ۳", "Þorlákshöfn"),
    *("Kāneʻohe", "N’Djamena", "N´Djamena", "हिन्दी।भाषा", "snake_case", "Gəncə Ŋ ﷺ"),
)

EARTH = 6371.0
"""Kilometres from the middle to the surface."""

APART = 0.0035
"""The browser counts on a sphere and Python on the ellipsoid: as large a part of a line's length
may lie between them, or a kilometre. That is less than a line is wide where all of it is seen."""

PLACES: dict[str, tuple[Point, Point]] = {
    "next door": ((4.35, 50.85), (4.37, 50.86)),
    "short": ((4.35, 50.85), (5.5, 50.97)),
    "long": ((-3.7, 40.42), (-74.0, 40.71)),
    "over the equator": ((3.72, 51.05), (15.27, -4.32)),
    "half the globe": ((2.35, 48.86), (178.0, -38.7)),
    "across the date line": ((139.69, 35.69), (-122.42, 37.77)),
    "back across the date line": ((-122.42, 37.77), (139.69, 35.69)),
    "on both sides of the date line": ((179.9, -17.0), (-179.9, -16.5)),
    "along the date line": ((180.0, 60.0), (-180.0, -40.0)),
    "from the North Pole": ((0.0, 90.0), (35.0, -1.3)),
    "to the South Pole": ((-58.4, -34.6), (0.0, -90.0)),
    "past the North Pole": ((10.0, 70.0), (-168.0, 75.0)),
    "to the opposite point": ((-3.7, 40.42), (176.3, -40.42)),
    "nearly to the opposite point": ((175.28, -37.79), (-4.42, 37.3)),
    "to the opposite point on the equator": ((0.0, 0.0), (180.0, 0.0)),
    "the same point": ((4.35, 50.85), (4.35, 50.85)),
}
AT_A_POLE = {"from the North Pole", "to the South Pole"}
"""Where no longitude is the right one."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that knows the great circles of maps, and how they are framed."""
    opened = browser.new_page()
    opened.evaluate("window.Atlas = {}")
    for name in ("arcs", "framing"):
        script = (files("atlas.maps") / "client" / f"{name}.js").read_text("utf-8")
        opened.add_script_tag(content=script)
    yield opened
    opened.close()


def test_letters_fold_alike(page: Page) -> None:
    letters = [chr(code) for code in range(0x20, 0x30000) if _is_assigned(chr(code))]
    folded = page.evaluate(FOLD_ALL, [FOLDING.read_text("utf-8"), [*TEXTS, *letters]])
    assert len(folded) > 0.99 * len(letters)  # all but letters that are newer than the browser
    here = [[text, fold(text), words(f"x{text}z")] for text, *_ in folded]
    assert [pair for pair in zip(folded, here, strict=True) if pair[0] != pair[1]] == []


def test_tables_are_written_alike(page: Page) -> None:
    codes = (*range(0x3100), *range(0xF900, 0x10000))  # signs and blanks of every width
    signs = [chr(code) for code in codes if _is_assigned(chr(code))]
    rows = [
        *([text, f"{text}=1", f"x{text}=1"] for text in signs),
        *([f"{text}1", f"x;{text}1", f"x {text}1"] for text in signs),
        *([text, text[::-1], f'"{text}"'] for text in (*HOSTILE, *ORDINARY)),
    ]
    assert page.evaluate(TABLES, [(SCRIPTS / "atlas-csv.js").read_text("utf-8"), rows]) == (
        csv_table.write(rows)
    )


def _is_assigned(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cn", "Cs"}


BENDS = [
    *((name, 0.0) for name in PLACES),
    # So near a pole a bend breaks off, where the points of neither line stand close enough.
    *((name, bow) for name in PLACES if name != "past the North Pole" for bow in (0.12, -0.12)),
]


@pytest.mark.parametrize(("name", "bow"), BENDS)
def test_great_circles_run_alike(name: str, bow: float, page: Page) -> None:
    ends = PLACES[name]
    here = bow_arc(*ends, bow)
    there = _between(page, ends, bow)
    length = sum(dist(_on_globe(a), _on_globe(b)) for a, b in zip(here, here[1:], strict=False))
    allowed = max(1.0, APART * length)
    assert max(_away(point, there) for point in here) <= allowed
    assert max(_away(point, here) for point in there) <= allowed
    for mine, other in zip((here[0], here[-1]), (there[0], there[-1]), strict=True):
        assert dist(_on_globe(mine), _on_globe(other)) < 1e-6


@pytest.mark.parametrize("name", sorted(PLACES.keys() - AT_A_POLE))
def test_longitudes_run_on_alike(name: str, page: Page) -> None:
    ends = PLACES[name]
    here, there = bow_arc(*ends, 0), _between(page, ends, 0)
    assert there[-1][0] - there[0][0] == pytest.approx(here[-1][0] - here[0][0], abs=1e-6)


@pytest.mark.parametrize("west", [-180, -30])
@pytest.mark.parametrize("ends", PLACES.values(), ids=PLACES)
def test_lines_are_cut_alike(ends: tuple[Point, Point], west: int, page: Page) -> None:
    line = bow_arc(*ends, 0)
    cut: list[Any] = page.evaluate("([line, west]) => Atlas.arcs.pieces(line, west)", [line, west])
    pieces = [[tuple(point) for point in piece] for piece in cut]
    assert [len(piece) for piece in pieces] == [len(piece) for piece in split(line, west)]
    for mine, other in zip(split(line, west), pieces, strict=True):
        for point, found in zip(mine, other, strict=True):
            assert found == pytest.approx(point, abs=1e-9)


FRAMED = """scenes => scenes.map(({ dots, lines, longitudes, ends }) => {
  const { far, beyond } = Atlas.framing.findOutside(dots, lines);
  return [[...far].sort(), [...beyond].sort(), Atlas.framing.choose(longitudes, ends)];
})"""


def test_maps_are_framed_alike(page: Page) -> None:
    """Which dots lie too far off for a first view, and where the globe is cut."""
    chance = Random(12)  # noqa: S311 - the same scenes every time
    scenes = [_scatter(chance) for _ in range(400)]
    drawings = [draw(scene) for scene in scenes]
    here = [
        (
            _places(drawing, frame(drawing, ()).far),
            _places(drawing, frame(drawing, ()).beyond),
            choose([spot.at for spot in drawing.spots], [line.path for line in drawing.lines]),
        )
        for drawing in drawings
    ]
    there = page.evaluate(
        FRAMED,
        [
            {
                "dots": [
                    {"at": spot.at, "places": spot.places, "isListed": is_listed_alone(spot)}
                    for spot in drawing.spots
                ],
                "lines": [{"places": line.places} for line in drawing.lines],
                "longitudes": [spot.at[0] for spot in drawing.spots],
                "ends": [[line.path[0][0], line.path[-1][0]] for line in drawing.lines],
            }
            for drawing in drawings
        ],
    )
    assert [outside for *outside, _ in there] == [list(outside) for *outside, _ in here]
    assert [middle for *_, middle in there] == [middle for *_, middle in here]
    assert sum(bool(far) for far, *_ in here) > 40
    assert sum(bool(beyond) for _, beyond, _ in here) > 40
    assert len({middle for *_, middle in here}) > 4


def _places(drawing: Drawing, numbers: Iterable[int]) -> list[str]:
    return sorted(place for at in numbers for place in drawing.spots[at].places)


def _scatter(chance: Random) -> Scene:
    """A crowd somewhere, and now and then a place anywhere, with ties among them; in one of four,
    most are known from a register alone."""
    lon, lat = chance.uniform(-180, 180), chance.uniform(-60, 60)
    spread = chance.choice((5, 20, 60))
    pins = []
    is_listed = chance.random() < 0.25
    for number in range(chance.randrange(40, 90) if is_listed else chance.randrange(1, 25)):
        east, north = lon + chance.uniform(-spread, spread), lat + chance.uniform(-9, 9)
        if chance.random() < 0.1:
            east, north = chance.uniform(-180, 180), chance.uniform(-70, 70)
        listed = ("pair",) if is_listed and chance.random() < 0.9 else ()
        pins.append(Pin(f"p{number:02}", north, (east + 180) % 360 - 180, (), listed))
    ends = [chance.choices(pins, k=2) for _ in range(2 * len(pins))]
    ties = [Tie(f"t{at}", "twinning", a.place, b.place) for at, (a, b) in enumerate(ends)]
    return Scene("scattered", tuple(pins), tuple(one for one in ties if one.a != one.b), (), ())


def _between(page: Page, ends: tuple[Point, Point], bow: float) -> list[Point]:
    line = page.evaluate("([a, b, bow]) => Atlas.arcs.between(a, b, bow)", [*ends, bow])
    return [(lon, lat) for lon, lat in line]


def _on_globe(point: Point) -> tuple[float, float, float]:
    """A point in kilometres from the middle of the Earth."""
    lon, lat = map(radians, point)
    return EARTH * cos(lat) * cos(lon), EARTH * cos(lat) * sin(lon), EARTH * sin(lat)


def _away(point: Point, line: Sequence[Point]) -> float:
    """How many kilometres `point` lies from the nearest piece of `line`."""
    return min(
        _from_piece(_on_globe(point), _on_globe(a), _on_globe(b))
        for a, b in zip(line, line[1:], strict=False)
    )


def _from_piece(
    point: tuple[float, ...], start: tuple[float, ...], end: tuple[float, ...]
) -> float:
    along = [b - a for a, b in zip(start, end, strict=True)]
    square = sum(one * one for one in along)
    part = sum((p - a) * one for p, a, one in zip(point, start, along, strict=True)) / (square or 1)
    part = max(0.0, min(1.0, part))
    return dist(point, [a + part * one for a, one in zip(start, along, strict=True)])
