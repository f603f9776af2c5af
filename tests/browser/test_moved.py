"""The former address of a record leads on, and is a page of its own for whoever is not led."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Route

from tests.browser.visit import Visit

FORMER, PRESENT = "cooperations/saint-josse-tanger/", "cooperations/saint-josse-tangier/"


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_the_former_address_leads_on(small: str, visit: Visit, prefix: str) -> None:
    page = visit(f"{small}{prefix}{FORMER}", javascript=False)
    page.wait_for_url(f"{small}{prefix}{PRESENT}")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_who_is_not_led_on_finds_a_link(
    small: str, browser: Browser, prefix: str, width: int
) -> None:
    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        text = re.sub('<meta http-equiv="refresh"[^>]*>', "", answer.text())
        route.fulfill(response=answer, body=text)

    with browser.new_context(viewport={"width": width, "height": 600}) as context:
        page = context.new_page()
        page.route(f"{small}{prefix}{FORMER}", without_refresh)
        page.goto(f"{small}{prefix}{FORMER}")
        page.evaluate(AXE_SCRIPT)
        found = AxeResults(page.evaluate("axe.run({resultTypes: ['violations']})"))
        assert found.response["passes"]
        assert not found.violations_count, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("link").click()
        assert page.url == f"{small}{prefix}{PRESENT}"
