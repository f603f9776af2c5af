"""What an editor sees in the browser beside: the page as it was saved, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.preview import running
from tests.preview.edits import TANGIER, make_project, replace
from tests.site_languages import DIRECTIONS

pytestmark = pytest.mark.languages(*DIRECTIONS)

PATIENT = running.PATIENCE * 1000

PAGE = "cooperations/saint-josse-tangier/"


@pytest.mark.parametrize(
    ("locale", "direction", "summary", "hint"),
    [
        ("en_GB", "ltr", "1 problem in 1 file", "Choose one of: "),
        ("ar_MA", "rtl", "مشكلة واحدة في ملف واحد", "twinning"),
    ],
)
def test_the_open_page_follows_what_is_saved_and_says_what_is_wrong(
    browser: Browser, tmp_path: Path, locale: str, direction: str, summary: str, hint: str
) -> None:
    project = make_project(tmp_path / "project")
    with (
        running.run(project, LC_ALL=f"{locale}.UTF-8") as preview,
        browser.new_context() as context,
    ):
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        page.goto(f"{preview.address}{PAGE}")
        panel = page.locator("#atlas-preview")
        replace(TANGIER, "Two towns are twinned.", "Two towns <b>write</b>.")(project)
        expect(page.locator("article")).to_contain_text("Two towns <b>write</b>.", timeout=PATIENT)
        expect(panel).to_have_count(0, timeout=PATIENT)

        replace(TANGIER, "form: twinning", "form: <img>twining")(project)
        expect(panel).to_contain_text(summary, timeout=PATIENT)
        expect(panel).to_contain_text(hint, timeout=PATIENT)
        expect(panel.locator("code")).to_have_text(f"{TANGIER}:4:7", timeout=PATIENT)
        expect(panel).to_have_attribute("dir", direction, timeout=PATIENT)
        expect(panel).to_have_css("position", "fixed", timeout=PATIENT)
        assert panel.locator("img").count() == 0
        expect(page.locator("article")).to_contain_text("Two towns <b>write</b>.", timeout=PATIENT)

        page.goto(f"{preview.address}about/")
        expect(panel).to_contain_text(summary, timeout=PATIENT)

        replace(TANGIER, "form: <img>twining", "form: twinning")(project)
        expect(panel).to_have_count(0, timeout=PATIENT)
        assert errors == []
