"""No two things have one address, and a record never has one of the site's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from markupsafe import Markup

from atlas import pages
from atlas.checks import load
from atlas.cli.main import main
from atlas.files.ids import wrong_with_id
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import goal, section_indexes
from atlas.pages.page import Maps, Page, PageContext, SiteInfo
from atlas.site import shell
from atlas.site.addresses import AddressError, Addresses
from atlas.site.contents import PAGE_DEPTH, SiteContents
from atlas.site.exports import EXPORTERS
from atlas.site.publish import publish
from atlas.site.stamper import Stamper
from atlas.site.unit_store import UnitStore
from tests.frozen_records import ATLAS, TOWNS, ids
from tests.mkdocs_build import Build, copied
from tests.site_languages import ROOT

MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))

Publish = Callable[[], Path]


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publish:
    """Publishes the frozen records in English, in bare shells, with two entries on a page of a
    list; gives the folder."""
    for section, index in section_indexes.SECTIONS.items():
        monkeypatch.setitem(section_indexes.SECTIONS, section, replace(index, length=2))

    store = tmp_path.with_name(f"{tmp_path.name}-units")

    def run() -> Path:
        loaded = load.read(ATLAS)
        assert loaded.are_sound
        atlas, removed = relate.relate(loaded.records), loaded.ledgers.removed
        spoken = languages.load(["en"], "en")
        frame = shell.Shell(" ".join(map(shell.token, shell.SLOTS)))
        sections = [*(kind.SECTION for kind in pages.KINDS), shell.REMOVED]
        context = PageContext(
            Edition(atlas, spoken[0], spoken),
            PAGE_DEPTH,
            Maps(StaticMaps(loaded.outlines)),
            SiteInfo("https://atlas.example/", {"en": "Atlas"}, "", {}),
        )
        publish(
            tmp_path,
            SiteContents([context], loaded.outlines),
            Addresses(spoken, atlas, removed),
            Stamper({("en", section): frame for section in sections}, {}),
            removed,
            advance=lambda _: None,
            store=UnitStore(store, ""),
        )
        return tmp_path

    return run


def test_what_is_no_records_address_no_record_can_have(published: Publish) -> None:
    site = published()
    for section in pages.RECORD_SECTIONS:
        names = {folder.name for folder in (site / section).iterdir()}
        own = names - set(ids(ATLAS, section))
        assert "page-2" in own
        former = {name for name in own if wrong_with_id(name) is None}
        leads_on = '<meta http-equiv="refresh"'
        assert all(
            leads_on in (site / section / name / "index.html").read_text() for name in former
        )


def test_a_new_kind_of_page_cannot_forget_to_reserve_its_address(
    published: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearby(context: PageContext, _: str) -> Iterator[Page]:
        yield Page("places", "nearby", context.edition.own("Nearby"), "", Markup())

    monkeypatch.setattr(goal, "pages", nearby)
    with pytest.raises(AddressError, match=r"places/nearby/index\.html .* a record could take"):
        published()


def test_nor_can_a_new_export(published: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXPORTERS, "all", lambda _: iter([("actors/all/feed.atom", b"")]))
    with pytest.raises(AddressError, match=r"actors/all/feed\.atom .* a record could take"):
        published()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("about/index.html", "about/index.html"),
        ("about/index.html", "About/INDEX.html"),
        ("data", "data/all.csv"),
        ("data/all.csv", "data"),
        ("data/all.csv", "Data"),
    ],
)
def test_an_address_is_taken_once(first: str, second: str) -> None:
    loaded = load.read(TOWNS)
    addresses = Addresses(languages.load(["en"], "en"), relate.relate(loaded.records), [])
    addresses.take(first)
    addresses.take("data-all.csv")
    with pytest.raises(AddressError, match="something else lies at"):
        addresses.take(second)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", 'the id "page-2" is reserved.'),
        ("nl", "de id “page-2” is voorbehouden."),
        ("fr", "l’identifiant «\u00a0page-2\u00a0» est réservé."),
        ("ar", "المعرّف «page-2» محجوز."),
    ],
)
def test_an_editor_is_told_in_plain_words(tmp_path: Path, language: str, said: str) -> None:
    data = shutil.copytree(TOWNS, tmp_path / "data")
    shutil.copytree(ROOT / "data/world", data / "world")
    place = data / "places" / "page-2.yml"
    place.write_text(next((data / "places").rglob("*.yml")).read_text())
    done = CliRunner().invoke(main, ["check", "--lang", language, "--data", str(data), str(place)])
    assert done.exit_code == 1
    assert "places/page-2.yml:1:1 " in done.output
    assert said in done.output.translate(MARKS)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("nl.md", "something else lies at nl/index.html."),
        ("places/nearby.md", "places/nearby/index.html has an address that a record could take."),
    ],
)
def test_a_hand_written_page_takes_no_others_address(
    build: Build, tmp_path: Path, page: str, said: str
) -> None:
    project = copied(tmp_path / "project")
    (project / "docs/en" / page).write_text("# A page\n")
    done = build(
        tmp_path / "site",
        project=project,
        strict=False,
        ATLAS_LANGUAGES="en,nl",
        ATLAS_SEARCH="off",
    )
    assert done.returncode != 0
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
