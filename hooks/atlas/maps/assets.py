"""The files that all maps share: Leaflet, the outlines, the map's behaviour and its looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files as resources
from typing import Any

from atlas.maps import legend, legend_of_time
from atlas.maps.outlines import world_script

FOLDER = "assets/maps"
"""Where they are published, from the root of the site."""

_MAPS = resources("atlas.maps")
_FROM = resources("js_lib_leaflet") / "static" / "js_lib_leaflet"
_LEAFLET = (
    "leaflet.js",
    "leaflet.css",
    "images/layers.png",
    "images/layers-2x.png",
    "images/marker-icon.png",
)
_CLIENT = (
    "texts",
    "arcs",
    "states",
    "framing",
    "clusters",
    "highlight",
    "legend",
    "popups",
    "markers",
    "signs",
    "lines",
    "paths",
    "canvas",
    "canvas_lines",
    "listed",
    "far",
    "names",
    "countries",
    "view",
    "screen",
    "controls",
    "chart",
)
"""The files of client/, each with one purpose, in the order in which they name each other."""


def files(geojson: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file, as it was written; `geojson` is the
    outlines.

    The images are those that leaflet.css names; no map of ours shows them.
    """
    for name in _LEAFLET:
        yield f"{FOLDER}/{name}", _FROM.joinpath(name).read_bytes()
    yield f"{FOLDER}/world.js", world_script(geojson).encode()
    yield f"{FOLDER}/atlas-map.js", _client().encode()
    yield f"{FOLDER}/atlas-map.css", looks().encode()


def _client() -> str:
    """The map's behaviour as one file, so that a page asks for one and not for a dozen."""
    return "\n".join((_MAPS / "client" / f"{name}.js").read_text("utf-8") for name in _CLIENT)


def stylesheets() -> Iterator[str]:
    """Those among them that pages load for their looks."""
    yield _FROM.joinpath("leaflet.css").read_text("utf-8")
    yield looks()


def looks() -> str:
    """The colours of all pages, the look of each form, and the maps' own style sheet as one file,
    which comes first of ours on every page."""
    colours, maps = ((_MAPS / name).read_text("utf-8") for name in ("colours.css", "atlas-map.css"))
    return f"{colours}\n{legend.stylesheet()}\n{maps}\n{legend_of_time.stylesheet()}"
