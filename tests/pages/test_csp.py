"""The policy of a page: the site's own files run, what a record brings does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas.pages import csp

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>a</title>'


def test_the_policy_stands_before_all_that_it_governs() -> None:
    made = csp.add_policy(f"{HEAD}</head></html>")
    before, _, after = made.partition("<meta http-equiv=")
    assert before.endswith('<meta charset="utf-8">')
    assert "<title>" in after


def test_a_script_in_a_page_gets_no_leave_to_run() -> None:
    content = "<p>text</p><script>stolen()</script>"
    made = csp.add_policy(f"{HEAD}</head><body>{content}</body></html>")
    assert content in made
    assert "sha256" not in made
    (scripts,) = [part for part in csp.POLICY.split("; ") if part.startswith("script-src ")]
    assert scripts == "script-src 'self' 'wasm-unsafe-eval'"


def test_no_policy_lets_anything_inline_run() -> None:
    assert "unsafe-inline" not in csp.POLICY + csp.NOTHING
    assert "unsafe-eval" not in csp.POLICY.replace("wasm-unsafe-eval", "")


def test_a_page_without_a_head_is_a_fault_of_the_theme() -> None:
    with pytest.raises(ValueError, match="charset"):
        csp.add_policy("<html></html>")


def test_every_page_of_the_site_has_a_policy(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_text()
        before, _, after = html.partition('<meta http-equiv="Content-Security-Policy" content="')
        assert "<script" not in before, page
        assert after.startswith("default-src 'none'"), page


def test_every_script_of_the_site_that_runs_is_a_file(site: Path) -> None:
    inline = re.compile(r"<script(?![^>]* src=)(?![^>]* type=\"application/(?:ld\+)?json\")")
    scripts = re.compile("<script ")
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    assert any(scripts.search(page) for page in pages)
    assert not [page for page in pages if inline.search(page)]


def test_no_page_of_the_site_styles_an_element_in_its_tag(site: Path) -> None:
    assert not [page for page in site.rglob("*.html") if ' style="' in page.read_text()]
