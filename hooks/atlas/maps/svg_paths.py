"""The lines of a static map as few SVG paths: thousands of them stay a small picture. Its dots are
drawn by `svg_pins`."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from atlas.maps import bundles, curves, line_paths, states
from atlas.maps.arrows import Arrow
from atlas.maps.bundles import Bundle
from atlas.maps.layout import CROWD, MapLine, Spot
from atlas.maps.legend import LISTED
from atlas.maps.line_paths import LinePath, LinePaths, Piece
from atlas.maps.viewports import Viewport
from atlas.model.vocabulary import State

_STRONG = 5
"""So many lines in one make it a thicker one."""
_HEAD = 170
"""The length of an arrow's head, in map units."""

_PATH = '<path class="%s" d="%s"/>'


def ties(
    lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport, paths: LinePaths
) -> Markup:
    """A path for each form and state: every line as it runs, with its sign (`states`), or of a
    crowd those between neighbourhoods as one, without signs.

    Those of listed pairs come first and are a crowd of their own.
    """
    listed = [line for line in lines if line.form == LISTED]
    others = [line for line in lines if line.form != LISTED]
    drawn = [_draw_ties(some, spots, viewport, paths) for some in (listed, others)]
    return Markup("".join(itertools.chain(*drawn)))  # noqa: S704 - forms, states and numbers only


def arrows(found: Sequence[tuple[str, State, Arrow]]) -> Markup:
    """A line of its form (none for "") and state, and a head for each arrow."""
    drawn: list[str] = []
    for form, state, arrow in found:
        if form:
            drawn += _draw_each([(form, state, line_paths.trace([arrow.line], state))])
        head = line_paths.path_data([line_paths.straight(arrow.head(_HEAD))])
        look = "atlas-arrow atlas-listed" if form == LISTED else "atlas-arrow"
        drawn.append(_PATH % (look + states.look(state), f"{head}z"))
    return Markup("".join(drawn))  # noqa: S704 - forms, states and numbers only


def _draw_ties(
    lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport, paths: LinePaths
) -> Iterator[str]:
    if not lines:
        return iter(())
    if len(lines) <= CROWD:
        return _draw_each([(one.form, one.state, paths.draw(one, viewport)) for one in lines])
    return _draw_crowd(bundles.join(lines, spots, viewport), viewport)


def _draw_each(lines: Sequence[tuple[str, State, LinePath]]) -> Iterator[str]:
    """A path for each form and state of lines, and then their signs."""
    by_look: defaultdict[tuple[str, State], list[Piece]] = defaultdict(list)
    for form, state, line in lines:
        by_look[form, state] += line.pieces
    for (form, state), pieces in by_look.items():
        if pieces:
            look = f"atlas-tie atlas-form-{form}{states.look(state)}"
            yield _PATH % (look, line_paths.path_data(pieces))
    yield from _draw_signs(lines)


def _draw_signs(lines: Sequence[tuple[str, State, LinePath]]) -> Iterator[str]:
    backs: defaultdict[str, list[str]] = defaultdict(list)
    strokes: defaultdict[str, list[Piece]] = defaultdict(list)
    for form, state, line in lines:
        look = f"{' atlas-listed' if form == LISTED else ''}{states.look(state)}"
        for sign in line.signs:
            backs[look].append(f"M{sign.x} {sign.y}h0")
            strokes[look] += sign.strokes
    for look, pieces in strokes.items():
        yield _PATH % (f"atlas-sign-back{look}", "".join(backs[look]).replace(" -", "-"))
        yield _PATH % (f"atlas-sign{look}", line_paths.path_data(pieces))


def _draw_crowd(joined: Sequence[Bundle], viewport: Viewport) -> Iterator[str]:
    by_look: defaultdict[tuple[str, State, bool], list[Piece]] = defaultdict(list)
    for bundle in joined:
        for piece in line_paths.cut(bundle.path, viewport):
            for part in states.cut(viewport.locate(piece), bundle.state):
                data = curves.path_data(part)
                by_look[bundle.form, bundle.state, bundle.count >= _STRONG].append(data)
    for (form, state, strong), pieces in by_look.items():
        look = f"atlas-tie atlas-form-{form} atlas-tie-{'strong' if strong else 'faint'}"
        yield _PATH % (look + states.look(state), line_paths.path_data(pieces))
