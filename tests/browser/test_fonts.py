"""The browser of the tests has the fonts of the share cards, and no others."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, CDPSession


def used(session: CDPSession, selector: str) -> set[str]:
    """The fonts that the browser took for an element's text."""
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in fonts}


NOTO = {"Noto Serif", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic"}


@pytest.mark.parametrize("text", ["Hill", "تل"])
@pytest.mark.parametrize(
    "family", ["serif", "sans-serif", "monospace", "system-ui", "Arial", "'DejaVu Sans'"]
)
def test_every_text_is_set_in_them(browser: Browser, family: str, text: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(f'<p style="font-family: {family}">{text}</p>')
        session = context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        found = used(session, "p")
    assert found
    assert found <= NOTO
    if text == "Hill" and family in {"serif", "sans-serif"}:
        assert found == {"Noto Serif" if family == "serif" else "Noto Sans"}
