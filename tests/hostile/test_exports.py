"""What exports write of hostile texts is read by others' programs, and is what was meant."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pytest
from lxml import etree

from atlas.site import linked_data
from tests import iati_standard
from tests.hostile import exported, records
from tests.hostile.formulas import formulas


def on_one_line(text: str) -> str:
    """The text with single blanks; readers of citations and feeds drop those at its ends."""
    return " ".join(text.split())


ACTIVITIES = "assets/data/iati-activities.xml"

TEXTS = [on_one_line(text) for text in records.legal_texts()]


def test_every_file_that_is_exported_has_a_reader(hostile: Path) -> None:
    unread = [path for path in exported.files(hostile) if exported.reader(path) is None]
    assert unread == []


def test_a_file_without_a_reader_is_found() -> None:
    assert exported.reader("cooperations/a/dates.ics") is None


@pytest.mark.parametrize("path", ["themes/theme-{}/feed.atom", "themes/theme-{}/feed.json"])
def test_a_feed_says_the_title(path: str, hostile: Path) -> None:
    for number, text in enumerate(TEXTS):
        file = path.format(number)
        read = exported.reader(file)
        assert read is not None
        assert [on_one_line(title) for title in read(hostile / file)] == [text]


@pytest.mark.parametrize("kind", ["actors/actor-a", "places/place-a", "themes/theme"])
def test_a_file_of_the_api_says_the_name_to_the_letter(kind: str, hostile: Path) -> None:
    for number, text in enumerate(records.legal_texts()):
        file = json.loads((hostile / f"api/v1/{kind}-{number}.json").read_text("utf-8"))
        assert file["record"]["names"]["en"] == " ".join(text.split("\n"))


def test_an_activity_says_the_title(hostile: Path) -> None:
    read = exported.reader(ACTIVITIES)
    assert read is not None
    assert {on_one_line(title) for title in read(hostile / ACTIVITIES)} == {*TEXTS}


def test_activities_fit_the_standard(hostile: Path) -> None:
    accepts = iati_standard.schema()
    assert accepts.validate(etree.parse(hostile / ACTIVITIES)), accepts.error_log


@pytest.mark.parametrize(
    "path", ["places/place-a-{}/calendar.ics", "ar/actors/actor-b-{}/calendar.ics"]
)
def test_a_calendar_says_the_title(path: str, hostile: Path) -> None:
    for number, text in enumerate(TEXTS):
        file = path.format(number)
        read = exported.reader(file)
        assert read is not None
        (said,) = read(hostile / file)
        assert text in on_one_line(said)


@pytest.mark.parametrize(
    "path",
    [
        *("sitemap.xml", "assets/explore/filters.json", "assets/explore/en.json"),
        *("assets/explore/rows-en-0.json", "assets/explore/facts-en.json"),
        *("feed.atom", "ar/feed.json", "assets/data/cooperations-by-theme-and-form.csv"),
        *("api/v1/cooperations.json", "api/v1/places.json", "api/v1/countries/be.csv"),
        "countries/be/calendar.ics",
        *("assets/data/dcat.ttl", "assets/data/dcat.jsonld", "assets/data/datapackage.json"),
        *("assets/data/places.geojson", "assets/data/ties.geojson", "assets/data/ties.parquet"),
    ],
)
def test_what_tells_of_the_whole_is_read(path: str, hostile: Path) -> None:
    read = exported.reader(path)
    assert read is not None
    assert read(hostile / path)


@pytest.mark.parametrize("name", ["names", "cooperations", "parties", "places", "ties"])
def test_a_table_has_numbers_and_no_formula(name: str, hostile: Path) -> None:
    text = (hostile / f"assets/data/{name}.csv").read_text("utf-8")
    assert len(text.splitlines()) > 1
    found = [one for one in formulas(text) if not re.fullmatch(r"',': -[0-9]+\.[0-9]+", one)]
    assert found == []


def test_the_data_set_says_the_names(hostile: Path) -> None:
    """To the letter where nothing reads formulas."""
    names = {on_one_line(name) for name in exported.names_in(hostile / "assets/data/atlas.sqlite")}
    assert names >= {*TEXTS}
    rows = duckdb.read_parquet(f"{hostile}/assets/data/names.parquet").select("name").fetchall()
    assert {on_one_line(name) for (name,) in rows} == names


def test_linked_data_says_the_names() -> None:
    node = {"@type": "Project", "@id": "https://atlas.example/a/", "member": [{"name": "B"}]}
    for text in TEXTS:
        script = str(linked_data.script({**node, "name": text}))
        found = re.fullmatch(r"<script[^>]*>([^<]*)</script>", script)
        assert found
        graph = exported.triples(json.loads(found[1]))
        said = {str(object_) for _, verb, object_ in graph if str(verb).endswith("/name")}
        assert said == {text, "B"}


@pytest.mark.parametrize(
    "page", ["cooperations/cooperation-3", "actors/actor-a-3", "places/place-a-3"]
)
def test_linked_data_of_a_page_is_read(page: str, hostile: Path) -> None:
    html = (hostile / page / "index.html").read_text("utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    assert TEXTS[3] in {str(object_) for _, _, object_ in exported.triples(json.loads(found[1]))}
