"""What keeps a built site from being published, each fault by a site that has it."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.commands.gate import FIRST_TIME
from atlas.cli.main import main
from atlas.site import release_gate
from atlas.site.exports import sitemap
from atlas.site.sitemap_reader import Sitemap
from tests.conftest import ROOT

DATA = ROOT / "tests" / "cases" / "minimal" / "data"
LANGUAGES = (("en", ""), ("nl", "nl/"))
RECORDS = (
    *("cooperations/hill-dale/", "actors/dale/", "actors/hill/"),
    *("places/dale/", "places/hill/", "sources/hill-page/", "themes/health/"),
)
PATHS = ("", "about/", "cooperations/", "cooperations/page-2/", "countries/be/", *RECORDS)
"""The addresses of the minimal records' site below each language's root."""

_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_URLS = (
    f'<urlset {_SPACE} xmlns:x="http://www.w3.org/1999/xhtml"><url><loc>https://x.example/a/</loc>'
    '<x:link hreflang="en" href="https://x.example/a/"/>'
    '<x:link hreflang="x-default" href="https://x.example/a/"/></url></urlset>'
)
_INDEX = (
    f"<sitemapindex {_SPACE}><sitemap><loc>https://x.example/sitemap-1.xml</loc></sitemap>"
    "</sitemapindex>"
)

NO_PAGES = Sitemap({"en": ""}, frozenset())
NO_IDS = release_gate.Ids(frozenset(), frozenset(), frozenset())


def write(
    site: Path,
    paths: tuple[str, ...] = PATHS,
    languages: tuple[tuple[str, str], ...] = LANGUAGES,
    url: str = "https://atlas.example/a/",
) -> Path:
    """A site with an empty page at every address, and its sitemap."""
    for _, prefix in languages:
        for path in paths:
            folder = site / prefix / path
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").touch()
    for name, text in sitemap.sitemaps(url, languages, paths):
        content = text.encode()
        (site / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return site


def run(site: Path, published: Path | None = None, *more: str, data: Path = DATA) -> Result:
    compared = ["--published", str(published)] if published else []
    result = CliRunner().invoke(main, ["gate", str(site), "--data", str(data), *compared, *more])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The minimal records, to be changed."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_the_first_site_is_published(tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / FIRST_TIME).touch()
    result = run(write(tmp_path / "site"), tmp_path / "published")
    assert result.exit_code == 0
    assert result.output == (
        "nothing is published yet to compare with: this is the first time.\n"
        "ready to publish: 24 pages in en, nl; 0 MB.\n"
    )


def test_what_takes_most_is_said_first(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    (site / "nl/places/hill/index.html").write_bytes(bytes(260_000))
    (site / "places/hill/card.png").write_bytes(bytes(1_100_000))
    lines = run(site).output.splitlines()
    assert lines[:2] == ["1.1 MB: share cards, 1 file", "0.3 MB: pages of places, 4 files"]
    assert not lines[2].startswith("0.")


def test_a_site_that_is_compared_with_nothing_is_not_called_the_first(tmp_path: Path) -> None:
    site = write(tmp_path / "my site")
    result = run(site)
    assert result.exit_code == 0
    assert result.output.startswith(
        "not compared with what is published now. To compare: "
        f".ci/published '{site}' published && .venv/bin/atlas gate '{site}' --published published\n"
    )


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "there is no sitemap.xml."),
        ({"sitemap-1.xml": _URLS}, "there is no sitemap.xml."),
        ({"sitemap.xml": ""}, "sitemap.xml is not a sitemap: no element found"),
        ({"sitemap.xml": _URLS[:-9]}, "sitemap.xml is not a sitemap: "),
        ({"sitemap.xml": _URLS + "x"}, "sitemap.xml is not a sitemap: junk"),
        ({"sitemap.xml": "<html><body/></html>"}, "sitemap.xml is not a sitemap: <html>."),
        ({"sitemap.xml": "<!doctype html><p>Sold"}, "sitemap.xml is not a sitemap: "),
        ({"sitemap.xml": "{}"}, "sitemap.xml is not a sitemap: "),
        ({"sitemap.xml": "\x1f\x8b"}, "sitemap.xml is not a sitemap: "),
        ({"sitemap.xml": '<?xml version="1.0" encoding="x"?>' + _URLS}, "is not a sitemap: "),
        ({"sitemap.xml": '<?xml version="1.0" encoding="big5"?>' + _URLS}, "is not a sitemap: "),
        ({"sitemap.xml": "<urlset/>"}, "sitemap.xml: no page is listed with its languages."),
        (
            {"sitemap.xml": _URLS.replace(' hreflang="en"', "")},
            "sitemap.xml: no page is listed with its languages.",
        ),
        ({"sitemap.xml": _INDEX}, "sitemap.xml names sitemap-1.xml, which was not given."),
        ({"sitemap.xml": _INDEX, "sitemap-1.xml": "<p/>"}, "sitemap-1.xml is not a sitemap: <p>."),
        ({"sitemap.xml": "", "first-time": ""}, "sitemap.xml is not a sitemap: no element found"),
    ],
)
def test_what_is_published_and_cannot_be_read_is_not_replaced(
    tmp_path: Path, files: dict[str, str], reason: str
) -> None:
    there = tmp_path / "published"
    there.mkdir()
    for name, text in files.items():
        (there / name).write_text(text, "utf-8")
    site = write(tmp_path / "site")
    result = run(site, there)
    assert result.exit_code == 1
    assert "what is published cannot be read, so nothing may take its place: " in result.output
    assert reason in result.output
    assert result.output.endswith(
        f"fetch it again: .ci/published {site} {there} && "
        f".venv/bin/atlas gate {site} --published {there}\n"
    )
    assert "first time" not in result.output


def test_a_part_that_no_sitemap_names_does_not_count(tmp_path: Path) -> None:
    before = write(tmp_path / "before")
    (before / "sitemap-7.xml").write_text(_URLS.replace("/a/", "/gone/"), "utf-8")
    assert "would lead nowhere" not in run(write(tmp_path / "site"), before).output


def test_the_same_site_is_published_again(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    result = run(site, site)
    assert (result.exit_code, result.output) == (0, "ready to publish: 24 pages in en, nl; 0 MB.\n")


def test_a_site_that_moves_to_another_address_keeps_its_pages(tmp_path: Path) -> None:
    before = write(tmp_path / "before", url="https://elsewhere.example/")
    assert run(write(tmp_path / "site"), before).exit_code == 0


def test_a_record_without_its_page_in_one_language_is_named(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    (site / "nl/places/hill/index.html").unlink()
    result = run(site)
    assert result.exit_code == 1
    assert result.output.startswith("nl lacks pages of records, 1 of 7: nl/places/hill/. ")


def test_a_page_without_its_record_is_named(tmp_path: Path) -> None:
    result = run(write(tmp_path / "site", (*PATHS, "places/gone/")))
    assert result.exit_code == 1
    assert result.output.startswith(
        "2 pages stand at the address of a record that there is not: "
        "nl/places/gone/index.html, places/gone/index.html. "
    )


def test_a_former_id_and_one_taken_out_have_their_pages(tmp_path: Path, data: Path) -> None:
    place = data / "places/hill.yml"
    place.write_text(place.read_text("utf-8") + "previous_ids: [mound]\n", "utf-8")
    entry = "{folder: actors, id: crowd, date: 2026-03-01, reason: privacy}"
    (data / "removed.yml").write_text(f"records:\n  - {entry}\n", "utf-8")
    result = run(write(tmp_path / "site"), data=data)
    assert result.exit_code == 1
    assert [line.partition(". ")[0] for line in result.output.splitlines()[:4]] == [
        f"{language} lacks pages of {what}, 1 of 1: {prefix}{path}"
        for language, prefix in LANGUAGES
        for what, path in (
            ("former ids", "places/mound/"),
            ("records that were taken out", "actors/crowd/"),
        )
    ]
    whole = write(tmp_path / "whole")
    for _, prefix in LANGUAGES:
        for path in ("places/mound", "actors/crowd"):
            (whole / prefix / path).mkdir()
            (whole / prefix / path / "index.html").touch()
    before = write(tmp_path / "before", (*PATHS, "places/mound/", "actors/crowd/"))
    assert run(whole, before, data=data).exit_code == 0


def test_an_id_never_disappears(tmp_path: Path) -> None:
    many = tuple(f"countries/{number}/" for number in range(50))
    before = write(tmp_path / "before", (*PATHS, *many, "places/gone/"))
    result = run(write(tmp_path / "site", (*PATHS, *many)), before)
    assert result.exit_code == 1
    assert result.output == (
        "1 published record has vanished with its id: places/gone. Put it into the previous_ids "
        "of the record that takes its place, or into data/removed.yml.\n"
        "of 126 published addresses, 2 would lead nowhere.\n"
    )


@pytest.mark.parametrize(("gone", "code"), [(2, 0), (3, 1)])
def test_one_address_in_twenty_may_vanish(tmp_path: Path, gone: int, code: int) -> None:
    many = tuple(f"countries/{number}/" for number in range(40 - len(PATHS)))
    site = write(tmp_path / "site", (*PATHS, *many[gone:]))
    before = write(tmp_path / "before", (*PATHS, *many))
    result = run(site, before)
    assert result.exit_code == code
    assert f"of 80 published addresses, {2 * gone} would lead nowhere.\n" in result.output
    assert ("more than 5 per cent: countries/0/, countries/1/" in result.output) == bool(code)
    assert run(site, before, "--may-vanish", "10").exit_code == 0


def test_a_redirect_keeps_an_address(tmp_path: Path) -> None:
    before = write(tmp_path / "before", (*PATHS, "old/", "older/", "oldest/"))
    site = write(tmp_path / "site")
    assert run(site, before).exit_code == 1
    for path in ("old", "older", "oldest"):
        for _, prefix in LANGUAGES:
            (site / prefix / path).mkdir()
            (site / prefix / path / "index.html").touch()
    assert run(site, before).exit_code == 0


def test_a_language_does_not_go_unsaid(tmp_path: Path) -> None:
    site = write(tmp_path / "site", languages=LANGUAGES[:1])
    result = run(site, write(tmp_path / "before"), "--may-vanish", "100")
    assert result.exit_code == 1
    assert "languages that are published were not built: nl.\n" in result.output


def test_a_site_that_is_too_large_is_named() -> None:
    large = {"a.zip": release_gate.MOST_BYTES - 1}
    assert release_gate.faults(large, NO_IDS, NO_PAGES, None, 5) == []
    faults = release_gate.faults({**large, "b.txt": 1}, NO_IDS, NO_PAGES, None, 5)
    assert [*map(str, faults)] == ["the site is 1000 MB large; the host takes less than 1000 MB."]


@pytest.mark.parametrize(
    "name",
    [
        "a b.html",
        "é.html",
        ".hidden",
        "con",
        "AUX.txt",
        "a.",
        "-x",
        "a:b",
        "x" * 150,
        "a\nb",
        "a\\b",
    ],
)
def test_a_name_that_not_every_system_keeps_is_named(name: str) -> None:
    faults = release_gate.faults({name: 1, "fine_1.en.js": 1}, NO_IDS, NO_PAGES, None, 5)
    assert [*map(str, faults)] == [
        f"1 file has a name that not every system can keep: {ascii(name)}."
    ]


def test_a_link_in_the_site_is_named(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    (site / "out").symlink_to(tmp_path)
    (site / "page").symlink_to(site / "index.html")
    assert "'out (a link)', 'page (a link)'" in run(site).output


def test_names_that_differ_in_capitals_only_are_named() -> None:
    faults = release_gate.faults({"A.txt": 1, "a.txt": 1}, NO_IDS, NO_PAGES, None, 5)
    assert [*map(str, faults)] == ["names differ in capitals only: 'A.txt' / 'a.txt'."]


def test_everything_is_said_at_once(tmp_path: Path) -> None:
    before = write(tmp_path / "before", (*PATHS, "places/gone/"))
    site = write(tmp_path / "site", languages=LANGUAGES[:1])
    (site / "places/hill/index.html").unlink()
    (site / "a b").touch()
    assert len(run(site, before).output.splitlines()) == 6


def test_broken_records_are_not_published(tmp_path: Path, data: Path) -> None:
    (data / "places/hill.yml").write_text("names: {", "utf-8")
    result = run(write(tmp_path / "site"), data=data)
    assert result.exit_code == 1
    assert "the records are not in order. Run: .venv/bin/atlas check" in result.output


def test_a_built_site_without_a_sitemap_is_not_published(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    (site / "sitemap.xml").unlink()
    result = run(site)
    assert (result.exit_code, result.output) == (1, "Error: there is no sitemap.xml.\n")


def test_the_home_page_is_found_among_pages_without_languages(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    text = (site / "sitemap.xml").read_text("utf-8")
    alone = "<url><loc>https://atlas.example/a/alone.html</loc></url>"
    other = (
        '<url><loc>https://atlas.example/a/de/</loc><xhtml:link rel="alternate" hreflang="de" '
        'href="https://atlas.example/a/de/"/></url>'
    )
    for extra in (alone, other):
        first = text.index("<url>")
        (site / "sitemap.xml").write_text(text[:first] + extra + text[first:], "utf-8")
        said = run(site).output
        assert "no page is listed" not in said
        assert "xhtml" in text


def test_a_sitemap_in_parts_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 10)
    site = write(tmp_path / "site")
    assert len(list(site.glob("sitemap*.xml*"))) == 4
    assert run(site, site).exit_code == 0
