"""The lines and dots of a static map as few SVG paths: thousands of them stay a small picture."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from markupsafe import Markup
from numpy.typing import NDArray

from atlas.maps import bundles
from atlas.maps.arcs import Point
from atlas.maps.arrows import Arrow
from atlas.maps.bundles import Bundle
from atlas.maps.layout import CROWD, MapLine, Spot
from atlas.maps.legend import LISTED
from atlas.maps.viewports import HEIGHT, WIDTH, Floats, Viewport

_UNSEEN = 2.0
"""Map units, a third of a pixel: a point that moves its line by less is left out."""
_STRONG = 5
"""So many lines in one make it a thicker one."""
_LONG = 1600
_HEAD = 170
"""The length of an arrow's head, in map units."""

_PATH = '<path class="%s" d="%s"/>'
_DOT = '<circle class="atlas-dot" cx="%s" cy="%s" r="60"/>'
_RING = "a{0} {0} 0 1 0 1 0"
"""All of a small circle but a step too short to be seen."""
_RADIUS, _RADIUS_IN_CROWD = 40, 20


def ties(lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport) -> Markup:
    """A path for each form: every line as it runs or, in a crowd, each as one or two curves.

    Those of listed pairs come first and are a crowd of their own.
    """
    listed = [line for line in lines if line.form == LISTED]
    others = [line for line in lines if line.form != LISTED]
    paths = [*_draw_ties(listed, spots, viewport), *_draw_ties(others, spots, viewport)]
    return Markup("".join(paths))  # noqa: S704 - forms and numbers only


def arrows(found: Sequence[tuple[str, Arrow]]) -> Markup:
    """A line of its form (none for "") and a head for each arrow."""
    paths = []
    for form, arrow in found:
        if form:
            line = shapely.simplify(shapely.LineString(arrow.line), _UNSEEN)
            data = _path_data(np.rint(shapely.get_coordinates(line)).astype(int))
            paths.append(_PATH % (f"atlas-tie atlas-form-{form}", data))
        head = _path_data(np.rint(arrow.head(_HEAD)).astype(int))
        look = "atlas-arrow atlas-listed" if form == LISTED else "atlas-arrow"
        paths.append(_PATH % (look, f"{head}z"))
    return Markup("".join(paths))  # noqa: S704 - forms and numbers only


def listed_pins(units: Floats) -> Markup:
    """A path with a small ring for each place that is known from registers alone, but for those off
    the map; in a crowd, for each that is seen apart."""
    points = np.rint(units[np.all((units > 0) & (units < (WIDTH, HEIGHT)), axis=1)]).astype(int)
    is_crowd = len(points) > CROWD
    if is_crowd:
        points = points // _RADIUS_IN_CROWD * _RADIUS_IN_CROWD
    points = np.unique(points, axis=0)
    if not len(points):
        return Markup("")
    before = np.concatenate([[(0, 0)], points[:-1] + (1, 0)])
    steps = (points - before).tolist()
    ring = _RING.format(_RADIUS_IN_CROWD if is_crowd else _RADIUS)
    data = "".join(f"m{x} {y}{ring}" for x, y in steps).replace(" -", "-")
    look = "atlas-listed-dots atlas-listed-crowd" if is_crowd else "atlas-listed-dots"
    return Markup(_PATH % (look, data))  # noqa: S704 - numbers only


def pins(units: Floats) -> Markup:
    """A circle for each dot, given in map units; in a crowd one path for all of them."""
    points = np.rint(units).astype(int)
    if len(points) <= CROWD:
        return Markup("".join(_DOT % (x, y) for x, y in points.tolist()))  # noqa: S704 - numbers
    points = np.unique(points // 20 * 20, axis=0)
    steps = np.diff(points, axis=0, prepend=0).tolist()
    data = "".join(f"m{x} {y}h0" for x, y in steps).replace(" -", "-")
    return Markup(_PATH % ("atlas-dots", data))  # noqa: S704 - numbers only


def _draw_ties(
    lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport
) -> Iterator[str]:
    if not lines:
        return iter(())
    if len(lines) <= CROWD:
        return _draw_each(lines, viewport)
    return _draw_crowd(bundles.join(lines, spots, viewport), viewport)


def _draw_each(lines: Sequence[MapLine], viewport: Viewport) -> Iterator[str]:
    pieces = [(line.form, piece) for line in lines for piece in _cut(line.path, viewport)]
    units = np.split(
        viewport.locate([at for _, piece in pieces for at in piece]),
        np.cumsum([len(piece) for _, piece in pieces])[:-1],
    )
    by_form: defaultdict[str, list[str]] = defaultdict(list)
    for (form, _), points in zip(pieces, units, strict=True):
        simple = shapely.simplify(shapely.LineString(points), _UNSEEN)
        by_form[form].append(_path_data(np.rint(shapely.get_coordinates(simple)).astype(int)))
    for form, data in by_form.items():
        yield _PATH % (f"atlas-tie atlas-form-{form}", "".join(data))


def _cut(path: Sequence[Point], viewport: Viewport) -> list[list[Point]]:
    """The pieces of a line that can be drawn as one."""
    return [piece for piece in viewport.cut(path) if len(piece) > 1]


def _path_data(points: NDArray[np.int_]) -> str:
    """Path data through points, relative but for the first."""
    moves = " ".join(f"{x} {y}" for x, y in np.diff(points, axis=0).tolist())
    return f"M{points[0][0]} {points[0][1]}l{moves}".replace(" -", "-")


def _draw_crowd(joined: Sequence[Bundle], viewport: Viewport) -> Iterator[str]:
    by_look: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
    for bundle in joined:
        for piece in _cut(bundle.path, viewport):
            data = _curves(np.rint(viewport.locate(piece)).astype(int).tolist())
            by_look[bundle.form, bundle.count >= _STRONG].append(data)
    for (form, strong), curves in by_look.items():
        look = f"atlas-tie atlas-form-{form} atlas-tie-{'strong' if strong else 'faint'}"
        yield _PATH % (look, "".join(curves))


def _curves(points: Sequence[Sequence[int]]) -> str:
    """Path data of a line as one curve through its middle or, if it is long, as two."""
    start, middle, end = points[0], points[len(points) // 2], points[-1]
    if len(points) < 5 or math.dist(start, end) < _LONG:
        curves = _curve(start, middle, end)
    else:
        quarter = len(points) // 4
        before, after = points[quarter], points[-1 - quarter]
        along = [(b - a) / 3 for a, b in zip(before, after, strict=True)]
        first = _half(start, before, middle, along)
        second = _half(end, after, middle, [-one for one in along])
        curves = _cubic(start, *first, middle) + _cubic(middle, *reversed(second), end)
    return f"M{start[0]} {start[1]}{curves}".replace(" -", "-")


def _curve(start: Sequence[int], middle: Sequence[int], end: Sequence[int]) -> str:
    """A quadratic curve, relative to its start, whose middle is the given one."""
    bend = [2 * m - (s + e) // 2 for s, m, e in zip(start, middle, end, strict=True)]
    return "q" + _steps(start, bend, end)


def _half(
    start: Sequence[int], through: Sequence[int], end: Sequence[int], along: Sequence[float]
) -> tuple[list[int], list[int]]:
    """The control points of a cubic curve that ends in the direction `along`.

    Its middle is `through`, which settles the first control point.
    """
    second = [e - a for e, a in zip(end, along, strict=True)]
    first = [
        (8 * t - s - e - 3 * c) / 3 for s, t, e, c in zip(start, through, end, second, strict=True)
    ]
    return [round(one) for one in first], [round(one) for one in second]


def _cubic(start: Sequence[int], *points: Sequence[int]) -> str:
    return "c" + _steps(start, *points)


def _steps(start: Sequence[int], *points: Sequence[int]) -> str:
    """Points relative to a start."""
    return " ".join(f"{x - start[0]} {y - start[1]}" for x, y in points)
