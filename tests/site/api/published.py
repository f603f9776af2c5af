"""All files of the API of frozen records, made without a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from atlas.checks import load
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas, relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model.ledgers import Removal
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.api import unit_files
from atlas.site.contents import SiteContents
from atlas.site.exports import api_index, api_lists, api_removed, api_schemas
from atlas.site.units import every_unit
from tests.checks.minimal import OUTLINES
from tests.frozen_records import CASES
from tests.site_languages import DIRECTIONS

WHOLE = CASES / "whole" / "data"
"""Four cooperations that between them have what a list shows; one began between two dates."""

URL = "https://atlas.example/"


@cache
def atlas_of(data: Path) -> Atlas:
    """The records in `data`, related."""
    return relate(load.read(data).records)


def contents(atlas: Atlas, removed: Sequence[Removal] = ()) -> SiteContents:
    """What is published of an atlas, in a language of each direction."""
    spoken = languages.load(DIRECTIONS, DIRECTIONS[0])
    names = {one.code: "Atlas" for one in spoken}
    info = SiteInfo(URL, names, "", {}, descriptions=names)
    maps = Maps(StaticMaps(OUTLINES))
    contexts = [PageContext(Edition(atlas, one, spoken), 2, maps, info) for one in spoken]
    taken = {"/".join(one.key): one for one in removed}
    return SiteContents(contexts, OUTLINES, removed=taken)


@cache
def files(data: Path) -> dict[str, bytes]:
    """Path and content of each file."""
    site = contents(atlas_of(data))
    context = site.contexts[0]
    found: dict[str, bytes] = {}
    for unit in every_unit(context):
        for path, content in unit_files.of_unit(context, unit):
            assert path not in found, path
            found[path] = content
    for export in (api_index, api_lists, api_removed, api_schemas):
        found.update(export.files(site))
    return found


def read(data: Path, name: str) -> Any:
    """What a file of the API says, by its path in it without its ending."""
    return json.loads(files(data)[f"api/v1/{name}.json"])
