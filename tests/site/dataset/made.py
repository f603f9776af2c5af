"""Data sets of records that never change, made once for all tests, as files in a folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from atlas.checks import load
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas, relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import dataset
from tests.checks.minimal import OUTLINES
from tests.site_languages import LANGUAGES

URL = "https://atlas.example/"

FOLDER = "assets/data"


@cache
def _maps() -> Maps:
    return Maps(StaticMaps(OUTLINES))


def site_of(atlas: Atlas) -> SiteContents:
    """A site of these records, in all languages."""
    spoken = languages.load(LANGUAGES, "en")
    names = {code: f"Atlas {code}" for code in LANGUAGES}
    info = SiteInfo(
        URL, names, "https://forge.example/atlas", {}, author="Many", descriptions=names
    )
    contexts = [PageContext(Edition(atlas, one, spoken), 2, _maps(), info) for one in spoken]
    return SiteContents(contexts, OUTLINES)


@cache
def files_of(data: Path) -> dict[str, bytes]:
    """By name the files of the data set of the records in a folder."""
    return files(relate(load.read(data).records))


def files(atlas: Atlas) -> dict[str, bytes]:
    """By name the files of the data set of these records."""
    made = dataset.files(site_of(atlas))
    return {path.removeprefix(f"{FOLDER}/"): content for path, content in made}
