"""The reference page shows every field of the schema, in every language of the site."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from atlas.model import KINDS, json_schema
from tests.site_languages import PREFIXES


def _fields() -> set[str]:
    groups: list[dict[str, Any]] = []
    for kind in KINDS:
        shown = json_schema.make_schema(kind)
        groups += [shown, *shown["$defs"].values()]
    return {name for group in groups for name in group.get("properties", ())}


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_every_field_is_on_the_page_with_its_meaning(site: Path, prefix: str) -> None:
    html = (site / prefix / "reference/index.html").read_text("utf-8")
    rows = re.findall(r'<th scope="row"><code dir="ltr">(\w+)</code>.*?<td[^>]*>(.*?)</td>', html)
    assert {name for name, _ in rows} == _fields()
    assert all(re.sub("<[^>]+>", "", meaning).strip() for _, meaning in rows)


@pytest.mark.parametrize("field", ["website", "wikidata", "countries", "sha256", "currency", "lat"])
def test_a_field_is_named_by_the_kind_of_its_values(site: Path, field: str) -> None:
    html = (site / "reference/index.html").read_text("utf-8")
    label = {
        "website": "a web address",
        "wikidata": "a Wikidata id",
        "countries": "a list: a country code",
        "sha256": "64 hexadecimal digits",
        "currency": "a currency code",
        "lat": "degrees, with decimals",
    }[field]
    forms = re.findall(rf'<code dir="ltr">{field}</code>.*?</td><td[^>]*>(.*?)</td>', html)
    assert set(forms) == {label}


def test_an_id_is_linked_to_the_records_it_refers_to(site: Path) -> None:
    html = (site / "reference/index.html").read_text("utf-8")
    assert '<a href="#places">the id of a place</a>' in html
    assert set(re.findall(r'href="#(\w+)">the id of', html)) == {kind.folder for kind in KINDS}


def test_a_group_within_a_field_is_linked_to_where_it_is_explained(site: Path) -> None:
    html = (site / "reference/index.html").read_text("utf-8")
    linked = set(re.findall(r'href="#(part-\w+)"', html))
    assert {"part-party", "part-statement", "part-between"} <= linked
    assert linked <= set(re.findall(r'id="(part-\w+)"', html))


def test_words_to_choose_from_stand_with_what_they_are_called(site: Path) -> None:
    html = unescape((site / "fr/reference/index.html").read_text("utf-8"))
    assert '<code dir="ltr">twinning</code> Jumelage' in html
