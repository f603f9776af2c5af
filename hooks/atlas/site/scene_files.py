"""The files of an interactive map: a script for its scene, and in each language its texts if it
shows what is listed, and its names if they are many."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.maps import interactive
from atlas.maps.layout import shows_listed
from atlas.pages import map_texts
from atlas.pages.map_embed import script_path
from atlas.site.contents import SiteContents


def take(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file of the maps that were drawn since the
    last time."""
    for path, names in site.maps.take_names():
        yield path, names.encode()
    for scene in site.maps.take_scenes():
        yield script_path(scene), interactive.script(scene, site.bounds).encode()
        if shows_listed(scene):
            for edition in site.editions:
                yield map_texts.path(scene, edition), map_texts.write(scene, edition).encode()
