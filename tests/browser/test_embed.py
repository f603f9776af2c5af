"""What a page gives to copy, put as it is into a page of somebody else's, on a site of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route, expect

from tests.browser.test_accessibility import CHECK
from tests.mkdocs_build import URL
from tests.site_languages import DIRECTIONS, PREFIXES

HOST, STRANGER = "https://town.example/", "https://stranger.example/"

TOWN, COUNTRY = "places/houffalize-be/", "countries/be/"
EXAMPLES = [*((TOWN, code) for code in DIRECTIONS), *((COUNTRY, code) for code in DIRECTIONS)]

FITS = "document.documentElement.getBoundingClientRect().height <= innerHeight"
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
KEPT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
  (await caches.keys()).length]"""

LISTENS = "<script>heard = []; onmessage = ({ data }) => heard.push(data)</script>"


@dataclass
class Web:
    """The sites that a browser reaches: the atlas at its public address, and hosts with a page
    each. `asked` are the addresses that were asked for."""

    context: BrowserContext
    listing: str
    pages: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """Answer as the site of an address would; what none of them has leads nowhere."""
        url = route.request.url
        self.asked.append(url)
        if url in self.pages:
            route.fulfill(content_type="text/html; charset=utf-8", body=self.pages[url])
        elif url.startswith(URL):
            there = self.listing + url.removeprefix(URL)
            with urlopen(there) as found:  # noqa: S310 - the site as a test serves it
                kind = found.headers["Content-Type"]
                route.fulfill(content_type=kind, body=found.read())
        else:
            route.abort()

    def copy(self, path: str) -> str:
        """The code that a page of the atlas gives."""
        html = self.context.request.get(self.listing + path).text()
        (code,) = re.findall(r"<code>(&lt;iframe .*?)</code>", html, re.DOTALL)
        return unescape(code)

    def host(self, html: str, width: int = 1000) -> tuple[Page, Frame]:
        """A page of somebody else's that holds this, and the frame in it that shows the atlas."""
        self.pages[HOST] = f"<!doctype html><title>Town</title><h1>Our partners</h1>{html}"
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(HOST, wait_until="load")
        expect(page.frame_locator("iframe").locator("footer")).to_be_attached()
        (frame,) = [one for one in page.frames if one.url.startswith(URL)]
        return page, frame


@pytest.fixture
def web(browser: Browser, listing: str) -> Iterator[Web]:
    """The web with the site of two registers, in a browser that knows nothing yet."""
    context = browser.new_context(color_scheme="null")
    made = Web(context, listing)
    context.route("**/*", made.answer)
    yield made
    context.unroute_all(behavior="ignoreErrors")  # a file may be on its way still
    context.close()


def height(page: Page) -> int:
    """That of the frame in somebody else's page."""
    box = page.locator("iframe").first.bounding_box()
    assert box
    return round(box["height"])


def wait_until_it_fits(frame: Frame) -> None:
    """Look again and again: what Playwright would wait by, the frame's policy refuses to run."""
    for _ in range(100):
        if frame.evaluate(FITS):
            return
        frame.page.wait_for_timeout(50)
    pytest.fail("the frame is lower than what is in it")


@pytest.mark.parametrize(("path", "language"), EXAMPLES)
def test_it_is_as_high_as_what_is_in_it_and_overflows_nowhere(
    web: Web, path: str, language: str
) -> None:
    code = web.copy(PREFIXES[language] + path)
    for width in (320, 1000):
        page, frame = web.host(code, width)
        wait_until_it_fits(frame)
        own = frame.evaluate("document.documentElement.getBoundingClientRect().height")
        assert own <= height(page) <= own + 2, width
        assert not page.evaluate(OVERFLOWS), width
        assert not frame.evaluate(OVERFLOWS), width
        page.close()


@pytest.mark.parametrize("width", [320, 1000])
def test_without_the_script_it_keeps_its_height_and_is_scrolled(web: Web, width: int) -> None:
    frame_alone, _ = web.copy(COUNTRY).split("\n")
    page, frame = web.host(frame_alone, width)
    said = re.search(r' height="(\d+)"', frame_alone)
    assert said
    assert height(page) == int(said[1])
    assert not page.evaluate(OVERFLOWS)
    assert not frame.evaluate(OVERFLOWS)
    assert not frame.evaluate(FITS)
    frame.evaluate("scrollTo(0, 100_000)")
    expect(frame.locator("footer")).to_be_in_viewport()


def test_it_becomes_higher_where_there_is_less_room(web: Web) -> None:
    page, frame = web.host(web.copy(COUNTRY) + "<p>More of ours.</p>", 1000)
    wait_until_it_fits(frame)
    page.set_viewport_size({"width": 320, "height": 800})
    wait_until_it_fits(frame)


def test_a_page_that_puts_the_script_first_and_frames_later_is_served_too(web: Web) -> None:
    shown, script = web.copy(TOWN).split("\n")
    page, frame = web.host(f"{script}<div></div><div>{shown}</div>")
    wait_until_it_fits(frame)
    page.evaluate("html => { document.querySelector('div').innerHTML = html }", shown)
    expect(page.locator("iframe")).to_have_count(2)
    page.wait_for_function(
        "new Set([...document.querySelectorAll('iframe')].map((one) => one.style.height)).size == 1"
    )


@pytest.mark.parametrize("path", [TOWN, COUNTRY])
def test_nothing_is_asked_of_others_and_nothing_is_kept(web: Web, path: str) -> None:
    refused: list[str] = []
    code = web.copy(path)
    web.context.on("console", lambda message: refused.append(message.text))
    page, frame = web.host(code)
    wait_until_it_fits(frame)
    asked = [url for url in web.asked if url != HOST and not url.endswith("/favicon.ico")]
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(URL).netloc}
    assert len(asked) == len({*asked}) <= 5
    assert web.context.cookies() == []
    for one in (page, frame):
        assert one.evaluate(KEPT) == ["", 0, 0, 0, 0]
    assert refused == []


@pytest.mark.parametrize(("path", "language"), EXAMPLES)
def test_axe_finds_nothing_in_the_frame(web: Web, path: str, language: str) -> None:
    page, frame = web.host(web.copy(PREFIXES[language] + path))
    wait_until_it_fits(frame)
    frame.evaluate(AXE_SCRIPT)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in (320, 1000):
            page.set_viewport_size({"width": width, "height": 800})
            found = frame.evaluate(CHECK)
            assert found["passes"]
            assert [one["id"] for one in found["violations"]] == [], f"{scheme}, {width} px"


def test_it_runs_in_the_direction_of_its_language(web: Web) -> None:
    language = DIRECTIONS[-1]
    _, frame = web.host(web.copy(PREFIXES[language] + TOWN))
    direction = frame.evaluate("getComputedStyle(document.querySelector('ul')).direction")
    assert direction == ("rtl" if len(DIRECTIONS) > 1 else "ltr")


LIGHT, COLOUR = "rgb(255, 255, 255)", "getComputedStyle(document.body).backgroundColor"


def test_it_is_dark_with_the_visitor_s_system(web: Web) -> None:
    page, frame = web.host(web.copy(TOWN))
    assert frame.evaluate(COLOUR) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert frame.evaluate(COLOUR) != LIGHT


def test_it_is_dark_where_its_host_says_so(web: Web) -> None:
    code = web.copy(TOWN)
    _, frame = web.host(code.replace("border:0", "border:0;color-scheme:dark"))
    assert frame.evaluate(COLOUR) != LIGHT


def test_its_links_open_beside_the_page_that_it_stands_in(web: Web) -> None:
    page, frame = web.host(web.copy(TOWN))
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="Türi").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{URL}places/turi-ee/"
    assert opened.value.evaluate("opener") is None
    assert page.url == HOST


# Strangers


def stranger(page: Page, web: Web, script: str) -> Frame:
    """Another frame in the same page, of a site that does this."""
    web.pages[STRANGER] = f"<!doctype html>{LISTENS}<script>{script}</script>"
    page.evaluate(
        """url => new Promise((done) => {
          const frame = Object.assign(document.createElement("iframe"), { src: url, onload: done });
          document.body.append(frame);
        })""",
        STRANGER,
    )
    (found,) = [one for one in page.frames if one.url == STRANGER]
    return found


SETTLED = "() => new Promise((done) => setTimeout(done, 200))"


def test_what_a_stranger_says_of_the_height_changes_nothing(web: Web) -> None:
    page, frame = web.host(web.copy(TOWN))
    wait_until_it_fits(frame)
    before = height(page)
    stranger(page, web, "parent.postMessage({ type: 'atlas-embed-height', height: 4000 }, '*')")
    page.evaluate("postMessage({ type: 'atlas-embed-height', height: 4000 }, '*')")
    page.evaluate(SETTLED)
    assert height(page) == before
    assert page.locator("iframe").nth(1).evaluate("frame => frame.style.height") == ""


def test_a_stranger_who_asks_for_the_height_is_not_told(web: Web) -> None:
    page, frame = web.host(web.copy(TOWN))
    wait_until_it_fits(frame)
    asks = "parent.frames[0].postMessage('atlas-embed-height?', '*')"
    found = stranger(page, web, asks)
    page.evaluate(SETTLED)
    assert found.evaluate("heard") == []


@pytest.mark.parametrize(
    ("told", "made"),
    [("1e9", 5000), ("-5", 60), ("'4000'", None), ("NaN", None), ("0.5", None), ("null", None)],
)
def test_a_height_out_of_all_measure_is_bounded(web: Web, told: str, made: int | None) -> None:
    page, frame = web.host(web.copy(TOWN))
    wait_until_it_fits(frame)
    before = height(page)
    frame.evaluate(f"parent.postMessage({{ type: 'atlas-embed-height', height: {told} }}, '*')")
    page.evaluate(SETTLED)
    assert height(page) == (before if made is None else made)


# The page that gives the code


def test_the_code_is_copied_by_a_button(web: Web) -> None:
    web.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = web.context.new_page()
    page.goto(URL + TOWN)
    page.locator(".atlas-embed-code summary").click()
    page.get_by_role("button", name="Copy these lines").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".atlas-embed-code code").text_content()
    assert copied.startswith(f'<iframe src="{URL}{TOWN}embed/" ')


@pytest.mark.parametrize("width", [320, 1280])
def test_the_code_is_read_without_a_script(look_without: Page, listing: str, width: int) -> None:
    page = look_without
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(listing + TOWN)
    page.locator(".atlas-embed-code summary").click()
    expect(page.locator(".atlas-embed-code code")).to_be_visible()
    expect(page.locator(".atlas-embed-code button")).to_be_hidden()
    assert not page.evaluate(OVERFLOWS)


@pytest.fixture
def look_without(windows: dict[bool, Page]) -> Page:
    """A window without scripts."""
    return windows[False]
