"""The files of all maps: what they share, a script for each scene, the texts in each language of
those that show what is listed, the static maps' backgrounds."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.maps import assets, interactive, outlines
from atlas.maps.layout import shows_listed
from atlas.pages import map_texts
from atlas.pages.map_embed import script_path
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file."""
    yield from assets.files(site.outlines)
    bounds = outlines.bounds(site.outlines)
    for scene in site.maps.scenes.values():
        yield script_path(scene), interactive.script(scene, bounds).encode()
        if shows_listed(scene):
            for edition in site.editions:
                yield map_texts.path(scene, edition), map_texts.write(scene, edition).encode()
    for path, text in site.maps.still.files():
        yield path, text.encode()
