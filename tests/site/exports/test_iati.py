"""Cooperations as activities of IATI: what is written, what is not, and that others can read it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from atlas.checks import load
from atlas.graph.edition import Edition
from atlas.graph.relate import relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model import Records
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import iati
from tests.frozen_records import ATLAS, CASES, REGISTERS, RICH
from tests.iati_standard import code_list, schema
from tests.site_languages import LANGUAGES

NO_LAND: dict[str, Any] = {"features": []}
"""No map is drawn here."""

GOLDEN = CASES / "iati" / "two-deltas.xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@cache
def records(data: Path) -> Records:
    return load.read(data).records


@cache
def read(data: Path, organisation: str = "", type_: str = "") -> bytes:
    """The document of a data folder, for a publisher whom IATI may know."""
    site = languages.load(LANGUAGES, "en")
    info = SiteInfo(
        "https://example.org/atlas/",
        dict.fromkeys(LANGUAGES, "Atlas"),
        "",
        {},
        iati_organisation=organisation,
        iati_type=type_,
    )
    atlas = relate(records(data))
    contexts = [
        PageContext(Edition(atlas, one, site), 2, Maps(StaticMaps(NO_LAND)), info) for one in site
    ]
    files = dict(iati.files(SiteContents(contexts, NO_LAND)))
    return files.get("assets/data/iati-activities.xml", b"")


def parse(data: Path) -> ET.Element:
    return ET.fromstring(read(data))  # noqa: S314 - our own output


def ids(root: ET.Element) -> list[str]:
    """The records of the activities, by the identifier that is the record's own."""
    own = root.findall("iati-activity/other-identifier[@type='A1']")
    return [one.attrib["ref"] for one in own]


def activity(data: Path, id_: str) -> ET.Element:
    root = parse(data)
    return root.findall("iati-activity")[ids(root).index(id_)]


def test_an_activity_says_what_its_record_says() -> None:
    assert read(RICH).decode() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("data", [RICH, ATLAS])
def test_the_schema_of_the_standard_accepts_it(data: Path) -> None:
    accepts = schema()
    document = etree.fromstring(read(data))
    assert accepts.validate(document), accepts.error_log


def test_the_schema_of_the_standard_refuses_elements_in_another_order() -> None:
    document = etree.fromstring(read(RICH))
    first = document.find("iati-activity")
    assert first is not None
    first.append(first[0])
    assert not schema().validate(document)


def _coded(root: ET.Element) -> Iterator[tuple[str, str]]:
    """The list of each code that stands in a document, and the code."""
    for path, attribute, name in (
        ("activity-status", "code", "ActivityStatus"),
        ("activity-scope", "code", "ActivityScope"),
        ("activity-date", "type", "ActivityDateType"),
        ("participating-org", "role", "OrganisationRole"),
        ("participating-org[@type]", "type", "OrganisationType"),
        ("reporting-org", "type", "OrganisationType"),
        ("sector", "vocabulary", "SectorVocabulary"),
        ("sector", "code", "Sector"),
        ("tag", "vocabulary", "TagVocabulary"),
        ("tag[@vocabulary='2']", "code", "UNSDG-Goals"),
        ("tag[@vocabulary='3']", "code", "UNSDG-Targets"),
        ("document-link/category", "code", "DocumentCategory"),
        ("related-activity", "type", "RelatedActivityType"),
    ):
        for found in root.findall(f"iati-activity/{path}"):
            yield name, found.attrib[attribute]


@pytest.mark.parametrize("data", [RICH, ATLAS])
def test_every_code_stands_in_its_list(data: Path) -> None:
    coded = {*_coded(parse(data))}
    assert {name for name, _ in coded} >= {"ActivityStatus", "TagVocabulary", "DocumentCategory"}
    assert {(name, code) for name, code in coded if code not in code_list(name)} == set()


def test_what_has_neither_money_nor_a_programme_is_no_activity() -> None:
    assert read(REGISTERS) == b""
    assert "saint-josse-tangier" not in ids(parse(ATLAS))


def test_the_parts_of_a_programme_are_activities_and_name_it() -> None:
    whole, part = "dgd-vvsg-programme-2022-2026", "vvsg-sdg-partnerships"
    assert {whole, part} <= {*ids(parse(ATLAS))}
    related = {
        id_: {
            (one.attrib["type"], one.attrib["ref"].rpartition("example.org-atlas-")[2])
            for one in activity(ATLAS, id_).findall("related-activity")
        }
        for id_ in (whole, part)
    }
    assert ("2", part) in related[whole]
    assert ("1", whole) in related[part]


def test_what_the_standard_has_no_way_to_hold_is_named_in_a_remark() -> None:
    assert ids(parse(RICH)) == ["two-deltas"]
    assert "<!-- Left out, as no start is known: delta-commission. -->" in read(RICH).decode()


def test_budgets_are_those_of_at_most_a_year() -> None:
    budgets = activity(RICH, "two-deltas").findall("budget")
    assert [one.findtext("value") for one in budgets] == ["400000", "450000"]


def test_a_transaction_never_seems_to_come_from_the_atlas() -> None:
    """The standard takes the reporting organisation for one that is not named."""
    outgoing = [
        one
        for one in parse(ATLAS).findall("iati-activity/transaction")
        + parse(RICH).findall("iati-activity/transaction")
        if one.find("transaction-type[@code='1']") is None
    ]
    assert outgoing
    assert all(one.find("provider-org/narrative") is not None for one in outgoing)


def test_no_office_holder_is_named() -> None:
    holders = {
        holder.name
        for record in records(ATLAS).cooperations.values()
        for holder in record.office_holders
    }
    assert holders
    text = read(ATLAS).decode()
    assert [name for name in holders if name in text] == []
    assert "contact-info" not in text


def test_without_an_identifier_of_the_publisher_none_is_made_up() -> None:
    found = activity(RICH, "two-deltas")
    reporter = found.find("reporting-org")
    assert reporter is not None
    assert reporter.attrib == {"ref": "", "type": "90", "secondary-reporter": "1"}
    assert found.findtext("iati-identifier") == "example.org-atlas-two-deltas"


def test_the_publisher_is_who_mkdocs_yml_says() -> None:
    text = read(RICH, "BE-BCE_KBO-0123456789", "22").decode()
    assert '<reporting-org ref="BE-BCE_KBO-0123456789" type="22"' in text
    assert "<iati-identifier>BE-BCE_KBO-0123456789-two-deltas</iati-identifier>" in text
    assert "no IATI organisation identifier" not in text


def test_every_narrative_says_its_language() -> None:
    narratives = [*parse(ATLAS).iter("narrative")]
    assert narratives
    assert all(one.attrib[LANG] and one.text for one in narratives)
    titles = activity(RICH, "two-deltas").findall("title/narrative")
    assert [one.attrib[LANG] for one in titles] == ["en", "nl", "fr", "ar"]
