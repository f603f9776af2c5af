"""Linked data in pages: it parses, says what the record says, and cannot end its element."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import URIRef

from atlas.site import linked_data
from tests.hostile import exported
from tests.site_languages import PREFIXES


def data_of(page: Path) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.read_text())
    assert found, page
    node: dict[str, Any] = json.loads(found[1])
    return node


def test_a_text_cannot_end_the_script() -> None:
    node = {"name": "</script><script>alert(1)</script> & \u2028"}
    script = str(linked_data.script(node))
    assert script.count("<") == 2
    assert json.loads(script[script.index("{") : script.rindex("}") + 1])["name"] == node["name"]


def test_the_home_page_is_a_catalogue_of_a_data_set(site: Path) -> None:
    node = data_of(site / "index.html")
    assert node["@type"] == "DataCatalog"
    assert node["dataset"]["@type"] == "Dataset"
    assert node["dataset"]["license"].startswith("https://creativecommons.org/")
    assert "Morocco" in node["dataset"]["spatialCoverage"]
    for language, prefix in PREFIXES.items():
        assert data_of(site / prefix / "index.html")["inLanguage"] == language


def test_the_data_set_is_there_to_take_home(site: Path) -> None:
    root = data_of(site / "index.html")["url"]
    downloads = data_of(site / "nl/index.html")["dataset"]["distribution"]
    for download in downloads:
        assert download["@type"] == "DataDownload"
        path = download["contentUrl"].removeprefix(root)
        assert (site / path).is_file()
        assert download["license"]
    licences = {one["contentUrl"].rpartition("/")[2]: one["license"] for one in downloads}
    assert licences["cooperations.csv"] == ["https://creativecommons.org/licenses/by/4.0/"]


def test_a_cooperation_is_a_project_of_its_parties(site: Path) -> None:
    node = data_of(site / "cooperations/saint-josse-tangier/index.html")
    assert node["@type"] == "Project"
    assert node["foundingDate"] == "2014"
    assert {member["@id"].split("/")[-2] for member in node["member"]} == {
        "saint-josse-ten-noode",
        "tangier",
    }
    assert {place["@type"] for place in node["location"]} == {"City"}


@pytest.mark.parametrize("prefix", PREFIXES.values())
@pytest.mark.parametrize(
    ("path", "beside"),
    [
        ("cooperations/saint-josse-tangier", "actors/tangier"),
        ("cooperations/saint-josse-tangier", "places/tangier"),
        ("actors/tangier", "places/tangier"),
        ("places/kinshasa", None),
    ],
)
def test_addresses_are_those_of_the_page_and_of_those_that_it_names(
    site: Path, prefix: str, path: str, beside: str | None
) -> None:
    root = f"https://atlas.example/{prefix}"
    node = data_of(site / prefix / path / "index.html")
    graph = exported.triples(node, f"{root}{path}/")
    subjects = {str(subject) for subject in graph.subjects() if isinstance(subject, URIRef)}
    assert f"{root}{path}/" in subjects
    assert beside is None or f"{root}{beside}/" in subjects
    assert all(one.startswith(root) for one in subjects)


def test_a_date_that_is_not_certain_is_left_out(site: Path) -> None:
    assert "foundingDate" not in data_of(site / "cooperations/saint-josse-selembao/index.html")


@pytest.mark.parametrize(
    ("page", "kind"),
    [("places/kinshasa", "AdministrativeArea"), ("actors/tangier", "GovernmentOrganization")],
)
def test_places_and_actors_say_what_they_are(site: Path, page: str, kind: str) -> None:
    assert data_of(site / page / "index.html")["@type"] == kind


def test_a_place_names_its_point_and_its_other_address(site: Path) -> None:
    node = data_of(site / "actors/tangier/index.html")["location"]
    assert node["@type"] == "City"
    assert node["geo"]["latitude"] == pytest.approx(35.77, abs=0.05)
    assert node["sameAs"] == ["https://sws.geonames.org/2530335/"]
