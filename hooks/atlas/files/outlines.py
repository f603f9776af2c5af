"""Reads the outlines of countries, by which maps are drawn, and their borders, by which points are
judged."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from atlas.i18n.messages import msg

_WORLD = Path(__file__).parents[3] / "data" / "world"
_OUTLINES, _BORDERS = "countries.geo.json", "borders.geo.json"


class OutlinesError(Exception):
    """The country outlines cannot be read; the one argument is a sentence that says why."""


def read_outlines(data: Path) -> dict[str, Any]:
    """The country outlines (GeoJSON, `iso2` on every feature) of `data`, or the project's own.

    Raises OutlinesError.
    """
    return _read(_first(data / "world" / _OUTLINES, _WORLD / _OUTLINES))


def read_borders(data: Path) -> dict[str, Any]:
    """The same, fine enough to say in which country a point lies.

    A folder that has outlines of its own and no borders is judged by its outlines.

    Raises OutlinesError.
    """
    return _read(find_borders(data))


def find_borders(data: Path) -> Path:
    """The file that `read_borders` reads."""
    own = data / "world"
    return _first(own / _BORDERS, own / _OUTLINES, _WORLD / _BORDERS)


def _first(*files: Path) -> Path:
    return next((file for file in files if file.is_file()), files[-1])


def _read(file: Path) -> dict[str, Any]:
    try:
        return _parse_outlines(file, file.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        message = msg("the country outlines cannot be read: {reason}", reason=str(error))
        raise OutlinesError(message) from error


@cache
def _parse_outlines(file: Path, changed: int) -> dict[str, Any]:
    """The outlines in a file that was last `changed` then: a preview builds again and again."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
