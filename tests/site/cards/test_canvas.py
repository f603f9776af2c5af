"""Ink upon a picture of few colours, shapes as ink, and the PNG file that comes out."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from atlas.site.cards.canvas import LEVELS, Canvas, is_complete
from atlas.site.cards.rasterize import rasterize
from tests.site.cards.picture import pixels

WHITE, BLACK, RED = (255, 255, 255), (0, 0, 0), (200, 0, 0)


def test_full_ink_hides_what_is_below_and_half_ink_mixes_with_it() -> None:
    canvas = Canvas(3, 1, WHITE, (BLACK,))
    canvas.lay(np.array([[0, LEVELS // 2, LEVELS]], dtype=np.uint8), 0, 0, BLACK)
    left, middle, right = pixels(canvas.png())[0].tolist()
    assert (left, right) == (list(WHITE), list(BLACK))
    assert middle == pytest.approx([127.5] * 3, abs=2)


def test_ink_beyond_the_edges_is_cut_off() -> None:
    canvas = Canvas(4, 4, WHITE, ())
    canvas.fill(-2, -2, 4, 4, RED)
    canvas.fill(3, 3, 9, 9, BLACK)
    canvas.fill(40, 0, 2, 2, BLACK)
    canvas.fill(-9, 0, 2, 2, BLACK)
    found = pixels(canvas.png())
    assert (found == RED).all(axis=2).sum() == 4
    assert (found == BLACK).all(axis=2).sum() == 1


def test_a_full_palette_takes_the_colour_that_is_most_alike() -> None:
    canvas = Canvas(3, 1, WHITE, (BLACK,), most=2)
    canvas.fill(0, 0, 1, 1, (40, 30, 20))
    canvas.fill(1, 0, 1, 1, (220, 230, 240))
    assert pixels(canvas.png())[0].tolist() == [list(BLACK), list(WHITE), list(WHITE)]


def test_a_picture_is_pasted_with_its_own_colours() -> None:
    canvas, other = Canvas(3, 1, WHITE, (BLACK,)), Canvas(1, 1, RED, ())
    canvas.paste(other, 1, 0)
    assert pixels(canvas.png())[0].tolist() == [list(WHITE), list(RED), list(WHITE)]


def test_a_file_that_is_cut_short_or_changed_is_not_whole() -> None:
    png = Canvas(60, 40, WHITE, (BLACK,)).png()
    assert is_complete(png)
    assert [at for at in range(len(png)) if is_complete(png[:at])] == []
    assert not is_complete(png + b"\0")
    changed = bytearray(png)
    changed[-20] ^= 1
    assert not is_complete(bytes(changed))


def test_a_shape_covers_what_lies_in_it_and_not_its_hole() -> None:
    ring = shapely.box(1, 1, 7, 7).difference(shapely.box(3, 3, 5, 5))
    full = rasterize(shapely.GeometryCollection([ring]), 8, 8) == LEVELS
    expected = np.zeros((8, 8), dtype=bool)
    expected[1:7, 1:7] = True
    expected[3:5, 3:5] = False
    assert (full == expected).all()


def test_an_edge_within_a_pixel_covers_its_share() -> None:
    shapes = shapely.GeometryCollection([shapely.box(0.5, 0, 2, 1), shapely.Point(1, 1)])
    assert rasterize(shapes, 3, 1)[0].tolist() == [LEVELS // 2, LEVELS, 0]


def test_shapes_upon_each_other_and_beyond_the_edges_cover_once() -> None:
    shapes = shapely.GeometryCollection([shapely.box(-9, -9, 2, 2), shapely.box(1, 1, 99, 99)])
    assert (rasterize(shapes, 3, 3) == LEVELS).sum() == 7
