"""The lines of a static map as few SVG paths: thousands of them stay a small picture. Its dots are
drawn by `svg_pins`."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from markupsafe import Markup

from atlas.maps import bundles, states
from atlas.maps.arcs import Point
from atlas.maps.arrows import Arrow
from atlas.maps.bundles import Bundle
from atlas.maps.layout import CROWD, MapLine, Spot
from atlas.maps.legend import LISTED
from atlas.maps.svg_pins import draw_ring
from atlas.maps.viewports import Floats, Viewport
from atlas.model.vocabulary import State

_UNSEEN = 2.0
"""Map units, a third of a pixel: a point that moves its line by less is left out."""
_STRONG = 5
"""So many lines in one make it a thicker one."""
_LONG = 1600
_HEAD = 170
"""The length of an arrow's head, in map units."""

_PATH = '<path class="%s" d="%s"/>'
_SIGN, _SIGN_BACK = 58, 86
"""Half the width of a sign on a line, and of what sets it off from all that lies below."""
_ROOM_FOR_SIGN = 400
"""Of a shorter line, its two ends would cover the sign."""


def ties(lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport) -> Markup:
    """A path for each form and state: every line as it runs, with its sign (`states`), or in a
    crowd each as one or two curves, without signs.

    Those of listed pairs come first and are a crowd of their own.
    """
    listed = [line for line in lines if line.form == LISTED]
    others = [line for line in lines if line.form != LISTED]
    paths = [*_draw_ties(listed, spots, viewport), *_draw_ties(others, spots, viewport)]
    return Markup("".join(paths))  # noqa: S704 - forms, states and numbers only


def arrows(found: Sequence[tuple[str, State, Arrow]]) -> Markup:
    """A line of its form (none for "") and state, and a head for each arrow."""
    paths: list[str] = []
    for form, state, arrow in found:
        if form:
            paths += _draw_located([(form, state, arrow.line)])
        head = _path_data(arrow.head(_HEAD))
        look = "atlas-arrow atlas-listed" if form == LISTED else "atlas-arrow"
        paths.append(_PATH % (look + states.look(state), f"{head}z"))
    return Markup("".join(paths))  # noqa: S704 - forms, states and numbers only


def _draw_ties(
    lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport
) -> Iterator[str]:
    if not lines:
        return iter(())
    if len(lines) <= CROWD:
        return _draw_each(lines, viewport)
    return _draw_crowd(bundles.join(lines, spots, viewport), viewport)


def _draw_each(lines: Sequence[MapLine], viewport: Viewport) -> Iterator[str]:
    pieces = [(line, piece) for line in lines for piece in _cut(line.path, viewport)]
    units = np.split(
        viewport.locate([at for _, piece in pieces for at in piece]),
        np.cumsum([len(piece) for _, piece in pieces])[:-1],
    )
    return _draw_located(
        [(line.form, line.state, at) for (line, _), at in zip(pieces, units, strict=True)]
    )


def _draw_located(lines: Sequence[tuple[str, State, Floats]]) -> Iterator[str]:
    """A path for each form and state of lines in map units, and then their signs."""
    by_look: defaultdict[tuple[str, State], list[str]] = defaultdict(list)
    for form, state, points in lines:
        for part in states.cut(points, state):
            simple = shapely.simplify(shapely.LineString(part), _UNSEEN)
            by_look[form, state].append(_path_data(shapely.get_coordinates(simple)))
    for (form, state), data in by_look.items():
        yield _PATH % (f"atlas-tie atlas-form-{form}{states.look(state)}", "".join(data))
    yield from _draw_signs(lines)


def _draw_signs(lines: Sequence[tuple[str, State, Floats]]) -> Iterator[str]:
    backs: defaultdict[str, list[str]] = defaultdict(list)
    strokes: defaultdict[str, list[str]] = defaultdict(list)
    for form, state, points in lines:
        found = states.sign(points, state, _SIGN)
        if not found or shapely.LineString(points).length < _ROOM_FOR_SIGN:
            continue
        look = f"{' atlas-listed' if form == LISTED else ''}{states.look(state)}"
        x, y = np.rint(np.mean([stroke.mean(axis=0) for stroke in found], axis=0)).astype(int)
        backs[look].append(f"M{x} {y - _SIGN_BACK}{draw_ring(_SIGN_BACK)}")
        strokes[look] += map(_path_data, found)
    for look, data in strokes.items():
        yield _PATH % (f"atlas-sign-back{look}", "".join(backs[look]))
        yield _PATH % (f"atlas-sign{look}", "".join(data))


def _cut(path: Sequence[Point], viewport: Viewport) -> list[list[Point]]:
    """The pieces of a line that can be drawn as one."""
    return [piece for piece in viewport.cut(path) if len(piece) > 1]


def _path_data(points: Floats) -> str:
    """Path data through points in whole units, relative but for the first."""
    whole = np.rint(points).astype(int)
    moves = " ".join(f"{x} {y}" for x, y in np.diff(whole, axis=0).tolist())
    return f"M{whole[0][0]} {whole[0][1]}l{moves}".replace(" -", "-")


def _draw_crowd(joined: Sequence[Bundle], viewport: Viewport) -> Iterator[str]:
    by_look: defaultdict[tuple[str, State, bool], list[str]] = defaultdict(list)
    for bundle in joined:
        for piece in _cut(bundle.path, viewport):
            for part in states.cut(viewport.locate(piece), bundle.state):
                data = _curves(np.rint(part).astype(int).tolist())
                by_look[bundle.form, bundle.state, bundle.count >= _STRONG].append(data)
    for (form, state, strong), curves in by_look.items():
        look = f"atlas-tie atlas-form-{form} atlas-tie-{'strong' if strong else 'faint'}"
        yield _PATH % (look + states.look(state), "".join(curves))


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
