"""The copy of the site in a folder, opened as files: nothing fails, and no host is asked."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.site.offline import archive
from tests.shared_folder import shared
from tests.site_languages import PREFIXES

LINK = re.compile(r'\s(?:href|src|action|data-land|data-to)="([^"]*)"')
PAGES = (
    "",
    "cooperations/",
    "cooperations/saint-josse-oriental/",
    "actors/saint-josse-ten-noode/",
    "places/kinshasa/",
    "countries/ma/",
    "explore/twinning/",
    "overview/",
    "compare/",
    "match/",
    "search/",
    "themes/health/",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """Where the copy lies; its name has a blank and letters that an address writes otherwise."""

    def fill(place: Path) -> None:
        packed = place.with_suffix(".zip")
        archive.write(site, packed)
        with zipfile.ZipFile(packed) as opened:
            opened.extractall(place)

    return shared(tmp_path_factory, "on a stick é #1 ك", fill)


@contextmanager
def reading(browser: Browser, locale: str = "en-GB") -> Iterator[tuple[Page, list[str]]]:
    """A window, and all that goes wrong in it."""
    with browser.new_context(locale=locale, viewport={"width": 1100, "height": 800}) as context:
        page, wrong = context.new_page(), []
        page.on("console", lambda said: wrong.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
        page.on(
            "request", lambda request: wrong.append(request.url) if _is_far(request.url) else None
        )
        yield page, wrong


def _is_far(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:"))


def file_of(folder: Path, path: str) -> str:
    """The address of the page that is at a path of the site."""
    return (folder / "atlas" / path / "index.html").as_uri()


def visit(page: Page, address: str) -> None:
    """Open a page and let all come that it asks for: what is on its way when a page is left has
    failed."""
    page.goto(address)
    page.wait_for_load_state("networkidle")


def test_every_link_leads_to_a_file_of_the_copy(folder: Path) -> None:
    links, missing = 0, set()
    for page in folder.rglob("*.html"):
        for written in LINK.findall(page.read_text("utf-8")):
            link = unescape(written)
            if re.match("[a-z]+:|#|$", link):
                continue
            there = page.parent / unquote(re.split("[?#]", link)[0])
            if ".svg#" in link:
                there = there.with_name(f"{there.name}.js")
            links += 1
            if not there.is_file():
                missing.add((page.relative_to(folder), link))
    assert links > 1000
    assert missing == set()


@pytest.mark.parametrize("language", [code for code in ("en", "ar") if code in PREFIXES])
def test_pages_open_without_a_fault(browser: Browser, folder: Path, language: str) -> None:
    with reading(browser) as (page, wrong):
        for path in PAGES:
            visit(page, file_of(folder, PREFIXES[language] + path))
            expect(page.locator(".atlas-footer > section")).not_to_have_count(0)
            expect(page.locator("use[data-land]:not([href])")).to_have_count(0)
            page.wait_for_function("document.fonts.status === 'loaded'")
            assert page.locator("html").get_attribute("lang") == language
            assert wrong == [], path


def test_the_front_leads_to_the_language_of_the_reader(browser: Browser, folder: Path) -> None:
    for code, prefix in PREFIXES.items():
        with reading(browser, code) as (page, wrong):
            page.goto((folder / "index.html").as_uri())
            page.wait_for_url(file_of(folder, prefix))
            assert wrong == []


def test_a_map_moves_and_leads_on(browser: Browser, folder: Path) -> None:
    with reading(browser) as (page, wrong):
        visit(page, file_of(folder, "countries/ma/"))
        page.locator(".atlas-map").first.scroll_into_view_if_needed()
        shown = page.locator(".leaflet-container:not(.atlas-drawing)")
        expect(shown).to_have_count(1)
        expect(shown.locator("path").first).to_be_attached()
        with page.expect_download() as saved:
            page.locator("[data-save=svg]").first.click()
        picture = saved.value.path().read_text("utf-8")
        assert picture.count("<path") > 20  # its land too
        assert wrong == []


def test_the_list_is_filtered_and_its_rows_lead_to_files(browser: Browser, folder: Path) -> None:
    with reading(browser) as (page, wrong):
        rows = page.locator("[data-atlas-explore] tbody tr[data-cooperation]")
        visit(page, file_of(folder, "cooperations/"))
        everything = rows.count()
        visit(page, f"{file_of(folder, 'cooperations/')}?country=ma")
        expect(rows).not_to_have_count(everything)
        expect(rows).not_to_have_count(0)
        rows.first.get_by_role("link").first.click()
        page.wait_for_url("**/index.html")
        assert wrong == []


def test_names_are_found_with_the_keyboard_alone(browser: Browser, folder: Path) -> None:
    with reading(browser) as (page, wrong):
        visit(page, file_of(folder, "countries/ma/"))
        page.locator(".atlas-find input").focus()
        page.keyboard.type("kinsha")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{file_of(folder, 'search/')}?q=kinsha")
        page.wait_for_load_state("networkidle")
        shown = page.locator(".atlas-offline-list a:visible")
        expect(page.locator(".atlas-offline-names input")).to_have_value("kinsha")
        names = page.locator(".atlas-offline-list li:visible").all_inner_texts()
        assert names
        assert all("kinsha" in name.casefold() for name in names)
        page.locator(".atlas-offline-names input").focus()
        page.keyboard.press("Tab")  # to the heading of a section
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "search" not in url)
        expect(shown).to_have_count(0)
        assert wrong == []


def test_what_a_page_says_of_itself_is_not_changed(site: Path, folder: Path) -> None:
    path = "cooperations/saint-josse-oriental/index.html"
    data = re.compile('<script type="application/ld\\+json">(.*?)</script>', re.DOTALL)
    before, after = (
        [json.loads(one) for one in data.findall((place / path).read_text("utf-8"))]
        for place in (site, folder / "atlas")
    )
    assert before
    assert after == before
