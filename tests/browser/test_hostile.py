"""Texts that try to run, on every kind of page, in every popup, result and export: they are read.

The site has a record of every kind for each hostile text that nothing stops, with that text in
every field. A page passes if no script of a text ran, no attribute of one came into being, nothing
was asked of another host, and the text can be read to the letter.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect

from tests.browser import built_site
from tests.browser.visit import rest
from tests.hostile import records
from tests.mkdocs_build import Build
from tests.shared_folder import shared
from tests.site_languages import DIRECTIONS, PREFIXES

TEXTS = [text for text in records.legal_texts() if re.search(r"[<>\"'`&{}%$\\]|^[=+@-]|:", text)]
"""Those with a sign that means something somewhere."""

NASTIEST = [
    number
    for number, text in enumerate(TEXTS)
    if text.startswith(('"><svg', "</script><script", "<img src=x", "javascript:", "{{", "=cmd"))
]

_LISTEN = """
window.__events = [];
for (const name of ["alert", "confirm", "prompt", "open"]) {
  window[name] = (...given) => { window.__events.push(`${name} ${given}`); };
}
Object.defineProperty(window, "__ran", { set() { window.__events.push("a text ran"); } });
"""

_INTRUDERS = """() => {
  const strange = "iframe, object, embed, base, marquee, video, audio, math, foreignObject,"
    + " animate, meta[http-equiv=refresh], [formaction], [ng-app], [srcdoc], [contenteditable],"
    + " [href^='https://attack'], [src^='https://attack'], [href^='javascript:' i],"
    + " [href^='data:text' i], [href^='vbscript:' i], [action^='javascript:' i]";
  const found = [...document.querySelectorAll(strange)];
  for (const element of document.querySelectorAll("*")) {
    const handler = [...element.attributes].some(({ name }) => /^on/i.test(name));
    if (handler) found.push(element);
  }
  return found.map((element) => element.outerHTML.slice(0, 200));
}"""


@pytest.fixture(scope="module")
def site(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of hostile texts, with its search."""

    def fill(folder: Path) -> None:
        records.write(folder / "data", TEXTS, records.legal_addresses())
        done = build(
            folder / "site",
            ATLAS_DATA=str(folder / "data"),
            ATLAS_LANGUAGES=",".join(DIRECTIONS),
        )
        assert done.returncode == 0, done.stderr[-2_000:]

    return shared(tmp_path_factory, "hostile-texts", fill) / "site"


@dataclass
class Watch:
    """A window on the hostile site, and all that should not happen in it."""

    page: Page
    address: str
    seen: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page."""
        self.page.goto(self.address + path, wait_until="load")

    def nothing_happened(self) -> None:
        """Fail if a text was more than text since the window was opened."""
        ran: list[str] = self.page.evaluate("window.__events")
        intruders: list[str] = self.page.evaluate(_INTRUDERS)
        assert (self.seen, ran, intruders) == ([], [], []), self.page.url


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site of hostile texts is served."""
    with built_site.serve(site) as url:
        yield url


@pytest.fixture
def watch(browser: Browser, address: str) -> Iterator[Watch]:
    """A window that notes dialogs, errors, violations, and requests to other hosts."""
    with browser.new_context(accept_downloads=True) as context:
        context.add_init_script(_LISTEN)
        page = context.new_page()
        watched = Watch(page, address)
        home = address.removesuffix(f"{built_site.SUB_PATH}/")

        def asked(request: Request) -> None:
            if not request.url.startswith((home, "data:image/", "blob:")):
                watched.seen.append(request.url)

        def said(message: ConsoleMessage) -> None:
            missing_icon = message.location["url"].endswith("/favicon.ico")  # of a bare feed
            if message.type == "error" and not missing_icon:
                watched.seen.append(message.text)

        def spoke(dialog: Dialog) -> None:
            watched.seen.append(dialog.message)
            dialog.dismiss()

        page.on("request", asked)
        page.on("console", said)
        page.on("dialog", spoke)
        page.on("pageerror", lambda error: watched.seen.append(str(error)))
        page.on("popup", lambda popup: watched.seen.append(popup.url))
        yield watched


def to_the_letter(text: str) -> str:
    return " ".join(text.split())


def text_of(page: Page) -> str:
    """All that the page's article says, with single spaces."""
    return " ".join((page.locator("article").text_content() or "").split())


@pytest.mark.parametrize("prefix", [PREFIXES[code] for code in DIRECTIONS])
def test_no_cooperation_runs_what_its_texts_say(watch: Watch, prefix: str) -> None:
    for number, text in enumerate(TEXTS):
        if prefix and number not in NASTIEST:
            continue
        watch.go(f"{prefix}cooperations/cooperation-{number}/")
        watch.nothing_happened()
        assert to_the_letter(text) in text_of(watch.page)
        assert to_the_letter(text) in " ".join(watch.page.title().split())


@pytest.mark.parametrize("prefix", [PREFIXES[code] for code in DIRECTIONS])
@pytest.mark.parametrize("kind", ["actors/actor-a", "places/place-b", "themes/theme"])
def test_no_other_record_runs_what_its_texts_say(watch: Watch, kind: str, prefix: str) -> None:
    for number in NASTIEST:
        watch.go(f"{prefix}{kind}-{number}/")
        watch.nothing_happened()
        assert to_the_letter(TEXTS[number]) in text_of(watch.page)


@pytest.mark.parametrize("prefix", [PREFIXES[code] for code in DIRECTIONS])
@pytest.mark.parametrize(
    "path",
    [
        *("", "cooperations/", "countries/", "themes/", "goals/", "places/", "actors/"),
        *("countries/be/", "countries/ma/", "goals/3/", "explore/twinning/", "overview/"),
        *("coverage/", "about/", "contribute/", "cooperations/former-3/"),
    ],
)
def test_no_list_runs_what_it_lists(watch: Watch, path: str, prefix: str) -> None:
    watch.go(prefix + path)
    rest(watch.page)
    watch.nothing_happened()


def test_markers_and_popups_say_what_the_texts_say(watch: Watch) -> None:
    for number in NASTIEST:
        watch.go(f"themes/theme-{number}/")
        marker = watch.page.locator(".atlas-map [role=button].leaflet-marker-icon").first
        marker.hover()
        marker.press("Enter")
        popup = watch.page.locator(".leaflet-popup")
        expect(popup).to_be_visible()
        assert to_the_letter(TEXTS[number]) in " ".join((popup.text_content() or "").split())
        watch.nothing_happened()


def test_every_popup_of_a_country_is_only_text(watch: Watch) -> None:
    watch.go("countries/be/")
    markers = watch.page.locator(".atlas-map [role=button].leaflet-marker-icon")
    expect(markers.first).to_be_visible()
    for at in range(min(markers.count(), 12)):
        markers.nth(at).press("Enter")
        popup = watch.page.locator(".leaflet-popup")
        expect(popup).to_be_visible()
        watch.nothing_happened()
        watch.page.keyboard.press("Escape")
        expect(popup).to_have_count(0)  # it fades


@pytest.mark.parametrize("prefix", [PREFIXES[code] for code in DIRECTIONS])
def test_the_search_shows_results_and_runs_none(watch: Watch, prefix: str) -> None:
    for asked in ("script", "onerror", "javascript", "svg onload", "cmd", "import"):
        watch.go(f"{prefix}search/?q={quote(asked)}")
        expect(watch.page.locator(".atlas-search-results a").first).to_be_visible()
        watch.nothing_happened()


@pytest.mark.parametrize(
    "path",
    [
        "search/?q={}",
        "cooperations/?q={}",
        "cooperations/?country={}&form={}",
        "compare/?a={}&b={}",
    ],
)
def test_what_an_address_asks_for_is_not_run(watch: Watch, path: str) -> None:
    for number in NASTIEST:
        watch.go(path.replace("{}", quote(TEXTS[number])))
        rest(watch.page)
        watch.nothing_happened()


@pytest.mark.parametrize("prefix", [PREFIXES[code] for code in DIRECTIONS])
def test_the_list_shows_filters_and_saves_the_texts(watch: Watch, prefix: str) -> None:
    watch.go(f"{prefix}cooperations/")
    expect(watch.page.locator(".atlas-explore[aria-busy=false]")).to_be_attached()
    for more in watch.page.locator("details:not([open]) > summary").all():
        if more.is_visible():
            more.click()
    watch.nothing_happened()
    shown = " ".join((watch.page.locator("body").text_content() or "").split())
    assert '"><svg onload=' in shown
    saved = {}
    for name in ("CSV", "GeoJSON"):
        with watch.page.expect_download() as download:
            watch.page.get_by_role("button", name=name, exact=True).click()
        saved[name] = Path(download.value.path()).read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(saved["CSV"], newline="")))
    assert len(rows) == len(TEXTS)
    assert [
        cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@\t\r"))
    ] == []
    titles = {row["id"]: row["title"].removeprefix("'") for row in rows}
    assert titles["cooperation-0"] == to_the_letter(TEXTS[0]).removeprefix("'")
    assert len(json.loads(saved["GeoJSON"])["features"]) > len(TEXTS)
    watch.nothing_happened()


def test_two_compared_are_only_text(watch: Watch) -> None:
    for number in NASTIEST:
        watch.go(f"compare/?a=place:place-a-{number}&b=place:place-b-{number}")
        expect(watch.page.locator(".atlas-compared table").first).to_be_visible()
        assert to_the_letter(TEXTS[number]) in text_of(watch.page)
        watch.nothing_happened()


def test_places_that_are_matched_are_only_text(watch: Watch) -> None:
    watch.go("match/")
    quoted = [TEXTS[number].replace('"', '""') for number in NASTIEST]
    towns = "".join(f'"{text}",Belgium\n"{text}",Morocco\n' for text in quoted)
    watch.page.get_by_label("Your list", exact=True).fill(f"name,country\n{towns}")
    watch.page.get_by_role("button", name="Match", exact=True).click()
    expect(watch.page.locator(".atlas-matched tbody a").first).to_be_visible()
    watch.nothing_happened()


@pytest.mark.parametrize("name", ["feed.atom", "feed.json", "countries/be/feed.atom"])
def test_feeds_are_read_and_run_nothing(watch: Watch, name: str) -> None:
    watch.go(name)
    assert watch.page.locator("parsererror").count() == 0
    assert watch.seen == []
    assert watch.page.evaluate("window.__events") == []


def test_what_runs_would_be_noticed(watch: Watch) -> None:
    watch.go("about/")
    watch.nothing_happened()
    watch.page.evaluate("window.__ran = 1")
    with pytest.raises(AssertionError, match="a text ran"):
        watch.nothing_happened()


def test_what_would_run_later_would_be_noticed(watch: Watch) -> None:
    watch.go("about/")
    watch.page.evaluate("document.querySelector('h1').innerHTML = '<b onfocus=x>Hill</b>'")
    with pytest.raises(AssertionError, match="inline event handler"):
        watch.nothing_happened()
