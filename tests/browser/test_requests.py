"""A page loads quietly: nothing in the console, nothing missing, nothing from another host."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Request, Response

from tests.browser.built_site import KINDS, path_of
from tests.site_languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_goes_wrong_and_nothing_is_fetched_elsewhere(
    browser: Browser, address: str, kind: str, language: str
) -> None:
    requests: list[str] = []
    faults: list[str] = []

    def asked(request: Request) -> None:
        requests.append(request.url)

    def lost(request: Request) -> None:
        faults.append(f"failed: {request.url}")

    def answered(response: Response) -> None:
        if not response.ok:
            faults.append(f"{response.status}: {response.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(f"console: {message.text}")

    def broken(error: Error) -> None:
        faults.append(f"script: {error}")

    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", asked)
        page.on("requestfailed", lost)
        page.on("response", answered)
        page.on("console", said)
        page.on("pageerror", broken)
        page.goto(address + path_of(kind, language), wait_until="networkidle")
    assert faults == []
    assert any(url.endswith("atlas.css") for url in requests)
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
