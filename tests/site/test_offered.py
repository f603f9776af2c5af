"""The page Data names every file of its folders that a build writes, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas.graph.relate import relate
from atlas.pages import offered_files
from atlas.site import offered
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from tests.checks.minimal import OUTLINES
from tests.frozen_records import REGISTERS, RICH
from tests.pages import conftest, listed_atlas, small_atlas
from tests.site import small_site
from tests.site.exports.test_iati import records as read_records
from tests.site.exports.test_wikidata import free, of_another_year

FOLDERS = ("assets/data/", "api/v1/")

NOT_NAMED = {
    r"assets/data/cooperations-by-[a-z-]+\.csv": "the page Overview leads to its own counts",
    r"assets/data/headings-[a-z]+\.json": "the search reads them; they say nothing of their own",
    r"api/v1/[a-z-]+\.json": "the index of the API leads to its lists",
    r"api/v1/schemas/[a-z-]+\.json": "the index of the API leads to them",
    r"api/v1/[a-z-]+/[^/]+\.(json|csv)": "the page of each leads there, and the index says how",
}
"""Patterns of paths that the page does not name, and why."""


@pytest.mark.parametrize("data", [REGISTERS, RICH], ids=["registers", "rich"])
def test_every_file_of_a_build_is_named_and_every_name_is_one(data: Path, tmp_path: Path) -> None:
    pages = [one for one in small_site.PAGES if one.address.startswith("data-")]
    files, _ = small_site.make(data, tmp_path / "site", tmp_path / "store", pages=pages)
    page = "".join(files[f"{name}/index.html"].decode() for name in ("data-files", "data-offered"))
    named = {*re.findall(r'href="\.\./((?:assets|api)/[^"]+)"', page)}
    patterns = [
        re.escape(path).replace(r"\{code\}", "[a-z]{2}")
        for path in re.findall(r"<code[^>]*>([^<]+)</code>", page)
    ]
    assert named <= files.keys()
    written = {path for path in files if path.startswith(FOLDERS)}
    known = re.compile("|".join([*NOT_NAMED, *patterns]))
    assert {path for path in written - named if not known.fullmatch(path)} == set()
    for pattern in patterns:
        assert any(re.fullmatch(pattern, path) for path in written), pattern


def test_what_is_offered_is_what_is_written() -> None:
    atlases = [conftest._frozen()[1], listed_atlas.frozen(), small_atlas.atlas()]
    atlases += [relate(free(of_another_year())), relate(read_records(RICH))]
    seen = set()
    for atlas in atlases:
        context = conftest._context("en", atlas)
        told = {one.path(one.formats[0]) for one in offered.present(context)}
        of_exporters = {
            path
            for name in ("IATI", "Wikidata", "registers")
            for path, _ in EXPORTERS[name](SiteContents([context], OUTLINES))
        }
        assert of_exporters <= told
        optional = {one.path(one.formats[0]) for one in offered_files.OFFERED[2:10]}
        assert told & optional == of_exporters
        seen |= of_exporters
    assert len(seen) == 8, "each of them is there at least once"
