"""A static map for paper: a picture that needs no page around it, and the names that stand over it.

The names are no part of the picture: what sets pages knows how to join the letters of a name, what
draws pictures for it may not.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from markupsafe import Markup

from atlas.maps.legend import GROUPS
from atlas.maps.viewports import HEIGHT, WIDTH

Side = Literal["left", "middle", "right"]

_PIXEL = 9.0
"""Map units that are a pixel of a map as screens mostly show it."""

_SVG = "http://www.w3.org/2000/svg"
_LIGHT = (files("atlas.maps") / "colours.css").read_text("utf-8").partition("}")[0]
_VALUES = dict(re.findall(r"(--[\w-]+): ([^;]+);", _LIGHT))
_SHEET = (files("atlas.maps") / "plate.css").read_text("utf-8")
_UNITS = re.compile(r"unit\(([\d. ]+)\)")
_COUNTRY = re.compile(r'<path id="(c-[^"]+)" d="([^"]*)"/>')
_SIDES: Mapping[str, tuple[Side, Side]] = {
    "start": ("left", "right"),
    "middle": ("middle", "middle"),
    "end": ("right", "left"),
}
"""Which side of a name is at its point, by its anchor: of one that runs to the right, or left."""


@dataclass(frozen=True, slots=True)
class PlateName:
    """A name over a map: `side` of it stands at `x` and its baseline at `y`, in per cent of the
    map's width and height. `is_listed` says that it is of a place that is listed alone."""

    text: str
    x: float
    y: float
    side: Side
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Plate:
    """A map: an SVG file, and the names to set over it."""

    svg: bytes
    names: tuple[PlateName, ...]


def plate(still: Markup, backgrounds: Mapping[str, str]) -> Plate:
    """The plate of a static map (`StaticMaps.svg`, made with "" for the way to the root);
    `backgrounds` has the files that it lies on, by their paths."""
    root = ET.fromstring(still)  # noqa: S314 - our own markup
    land = _find_land(root, backgrounds)
    parts, names = [], []
    for part in root:
        look = part.get("class", "")
        if look.startswith("atlas-label"):
            names += [_name(text, "atlas-listed" in look.split()) for text in part]
        elif part.tag == "use":
            parts.append(_group(look, land.values()))
        elif look == "atlas-shaded":
            codes = (one.get("href", "").rpartition("#")[2] for one in part)
            parts.append(_group(look, [land[code] for code in codes if code in land]))
        elif part.tag not in {"title", "desc"}:
            parts.append(ET.tostring(part, "unicode"))
    return Plate(_file(f"0 0 {WIDTH} {HEIGHT}", "".join(parts), _PIXEL), tuple(names))


def sample(drawn: Markup) -> bytes:
    """A sample of a legend (`legend`, `legend_of_time`) as an SVG file."""
    root = ET.fromstring(drawn)  # noqa: S314 - our own markup
    parts = "".join(ET.tostring(part, "unicode") for part in root)
    return _file(root.get("viewBox", ""), parts, 1.0)


def _find_land(root: ET.Element, backgrounds: Mapping[str, str]) -> dict[str, str]:
    """The shape of each country on the background of a map, by its id there."""
    used = (one.get("href", "").partition("#")[0] for one in root.iter("use"))
    return dict(_COUNTRY.findall(backgrounds[next(used)]))


def _group(look: str, shapes: Iterable[str]) -> str:
    paths = "".join(f'<path d="{data}"/>' for data in shapes)
    return f'<g class="{look}">{paths}</g>'


def _name(text: ET.Element, is_listed: bool) -> PlateName:
    is_rtl = text.get("direction") == "rtl"
    return PlateName(
        text="".join(text.itertext()),
        x=round(100 * float(text.get("x", "0")) / WIDTH, 2),
        y=round(100 * float(text.get("y", "0")) / HEIGHT, 2),
        side=_SIDES[text.get("text-anchor", "start")][is_rtl],
        is_listed=is_listed,
    )


def _file(view: str, parts: str, pixel: float) -> bytes:
    svg = f'<svg xmlns="{_SVG}" viewBox="{view}"><style>{_style(pixel)}</style>{parts}</svg>'
    return svg.encode()


@cache
def _style(pixel: float) -> str:
    """The style sheet of a picture of which so many units are a pixel."""
    forms = (
        f"{','.join(f'.atlas-form-{form}' for form in group)}"
        f" {{ stroke: var(--atlas-tie-{number}); {_dashes(_VALUES[f'--atlas-dashes-{number}'])} }}"
        for number, group in enumerate(GROUPS, start=1)
        if group
    )
    # What is drawn faintly has no dashes: its rules must come last.
    head, faint, rest = _SHEET.partition(".atlas-tie-faint")
    text = re.sub(r"/\*.*?\*/", "", "".join((head, *forms, faint, rest)), flags=re.DOTALL)
    text = re.sub(r"var\((--[\w-]+)\)", lambda found: _VALUES[found[1]], text)

    def scale(found: re.Match[str]) -> str:
        return " ".join(f"{float(one) * pixel:g}" for one in found[1].split())

    return " ".join(_UNITS.sub(scale, text).split())


def _dashes(value: str) -> str:
    return "" if value == "none" else f"stroke-dasharray: unit({value});"
