"""The page Data names every file that there is, and counts the rows that they have."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

import pytest

from atlas.graph.counts import FOLDER
from atlas.graph.relate import Atlas
from atlas.model.vocabulary import Tier
from atlas.pages import data_index
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from tests.checks.minimal import OUTLINES
from tests.pages import conftest, listed_atlas, small_atlas

UNCOUNTED = {"atlas", "datapackage", "dcat"}


@pytest.fixture(scope="module", params=["frozen", "registers"])
def atlas(request: pytest.FixtureRequest) -> Atlas:
    """Researched cooperations alone; and some with what registers list."""
    return conftest._frozen()[1] if request.param == "frozen" else listed_atlas.frozen()


@pytest.fixture(scope="module")
def files(atlas: Atlas) -> dict[str, bytes]:
    """The files of the data set by their path."""
    contents = SiteContents([conftest._context("en", atlas)], OUTLINES)
    return dict(EXPORTERS["dataset"](contents))


def rows_by_tier(content: bytes) -> Counter[str]:
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    return Counter(row.get("tier", "all") for row in rows)


def test_rows_are_counted_as_the_files_have_them(atlas: Atlas, files: dict[str, bytes]) -> None:
    for name, counted in data_index.count_rows(atlas).items():
        found = files.get(f"{FOLDER}/{name}.csv")
        if found is None:
            assert name in {"records", "listed-ties"}, name
            continue
        rows = rows_by_tier(found)
        if rows.keys() <= {"all"}:
            assert sum(counted.values()) == rows["all"], name
        else:
            assert {tier.value: count for tier, count in counted.items() if count} == rows, name
    records = files[f"{FOLDER}/records.jsonl"].count(b"\n")
    assert data_index.count_rows(atlas)["records"] == {Tier.RESEARCHED: records}


def test_every_file_is_named_and_what_is_not_counted_is_known(
    atlas: Atlas, files: dict[str, bytes]
) -> None:
    body = data_index.body(conftest._context("en", atlas))
    assert {*re.findall(r'href="\.\./\.\./([^"]+)" download', body)} == files.keys()
    names = {path.removeprefix(f"{FOLDER}/").partition(".")[0] for path in files}
    assert names - data_index.count_rows(atlas).keys() == UNCOUNTED


def test_the_two_tiers_stand_in_columns_of_their_own() -> None:
    body = data_index.body(conftest._context("en", listed_atlas.frozen()))
    row = re.search(r"<tr><th[^>]*>Places</th>(.*?)</tr>", body)
    assert row
    places = listed_atlas.frozen().records
    listed = len(places.listed_places)
    assert re.findall(r">(\d+)</td>", row[1]) == [str(len(places.places) - listed), str(listed)]


def test_each_register_has_its_licence() -> None:
    body = data_index.body(conftest._context("en", listed_atlas.frozen()))
    assert re.search(r'>List assembly</a>: <a href="[^"]*by/4.0[^>]*>CC-BY-4.0</a>', body)
    assert "CC0-1.0" in body
    assert "licences of what is listed" not in data_index.body(
        conftest._context("en", small_atlas.atlas())
    )
