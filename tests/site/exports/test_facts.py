"""The files of facts and of what changed, as programs read them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from atlas.checks import load
from atlas.graph import delta, facts, relate
from atlas.graph.edition import Edition
from atlas.graph.facts import TIERS
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model import Records
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site import facts_file
from atlas.site.contents import SiteContents
from atlas.site.exports import facts as exporter
from tests.frozen_records import REGISTERS


@pytest.fixture(scope="module")
def records() -> Records:
    return load.read(REGISTERS).records


def export(records: Records, before: Records | None = None, version: str = "") -> dict[str, bytes]:
    """The files of a site of `records`, compared with what was `before` as version 1."""
    (english,) = languages.load(["en"], "en")
    found = None
    if before:
        taken = facts.take(before, "1", "2026-01-01")
        found = delta.compare(taken, facts.take(records), records, [])
    info = SiteInfo("https://atlas.example/", {"en": "Atlas"}, "", {}, delta=found)
    info = replace(info, version=version, version_day="2026-11-30" if version else "")
    atlas = relate.relate(records)
    edition = Edition(atlas, english, (english,))
    context = PageContext(edition, 2, Maps(StaticMaps({"features": []})), info)
    return dict(exporter.files(SiteContents([context], {})))


def test_a_version_names_itself(records: Records) -> None:
    files = export(records, version="2")
    assert [*files] == ["assets/data/facts.json"]
    found = facts_file.read(files["assets/data/facts.json"])
    assert (found.version, found.day) == ("2", "2026-11-30")
    assert found.records["cooperations"].keys() == records.cooperations.keys()


def test_what_changed_is_counted_by_tier_and_listed(records: Records) -> None:
    (gone, one), *others = records.cooperations.items()
    (tie, _), *ties = records.ties.items()
    now = replace(records, cooperations=dict(others), ties=dict(ties))
    said = json.loads(export(now, records, "2")["assets/data/delta.json"])
    assert said["from"] == {"version": "1", "date": "2026-01-01"}
    assert said["to"] == {"version": "2", "date": "2026-11-30"}
    assert said["changes"] == [
        {"kind": "cooperations", "id": gone, "turn": "removed", "tier": "researched"},
        {"kind": "ties", "id": tie, "turn": "removed", "tier": "listed"},
    ]
    assert said["counts"]["researched"]["cooperations"] == {"removed": 1}
    assert said["counts"]["listed"]["ties"] == {"removed": 1}
    kinds = [kind for tier in said["counts"].values() for kind in tier]
    assert sorted(kinds) == sorted(TIERS)


def test_nothing_changed(records: Records) -> None:
    said = json.loads(export(records, records)["assets/data/delta.json"])
    assert said["changes"] == []
    assert said["to"] == {"version": None, "date": None}
