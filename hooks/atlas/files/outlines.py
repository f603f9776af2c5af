"""Reads the outlines of countries, by which points are judged and maps are drawn."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from atlas.i18n.messages import msg

_WORLD = Path(__file__).parents[3] / "data" / "world"


class OutlinesError(Exception):
    """The country outlines cannot be read; the one argument is a sentence that says why."""


def read_outlines(data: Path) -> dict[str, Any]:
    """The country outlines (GeoJSON, `iso2` on every feature) of `data`, or the project's own.

    Raises OutlinesError.
    """
    own = data / "world" / "countries.geo.json"
    file = own if own.is_file() else _WORLD / own.name
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
