"""A page loads quietly: nothing in the console, nothing missing, nothing from another host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import rest
from tests.site_languages import LANGUAGES


@dataclass
class Traffic:
    """What a window asks for, and what goes wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def traffic(browser: Browser) -> Iterator[Traffic]:
    """That of one window, for all pages."""
    with browser.new_context() as context:
        page = context.new_page()
        traffic = Traffic(page)

        def lost(request: Request) -> None:
            traffic.faults.append(f"failed: {request.url}")

        def answered(response: Response) -> None:
            if not response.ok:
                traffic.faults.append(f"{response.status}: {response.url}")

        def said(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                traffic.faults.append(f"console: {message.text}")

        page.on("request", lambda request: traffic.requests.append(request.url))
        page.on("requestfailed", lost)
        page.on("response", answered)
        page.on("console", said)
        page.on("pageerror", lambda error: traffic.faults.append(f"script: {error}"))
        yield traffic


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_goes_wrong_and_nothing_is_fetched_elsewhere(
    traffic: Traffic, address: str, kind: str, language: str
) -> None:
    traffic.requests.clear()
    traffic.faults.clear()
    traffic.page.goto(address + path_of(kind, language), wait_until="load")
    rest(traffic.page)
    assert traffic.faults == []
    assert any(url.endswith("atlas.css") for url in traffic.requests)
    assert [url for url in traffic.requests if not url.startswith((address, "data:"))] == []
