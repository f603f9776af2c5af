"""The policy of a page: what the theme brings runs, what a record brings does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.pages import csp

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>a</title>'


def script_sources(html: str) -> str:
    (directive,) = [part for part in html.split("; ") if part.startswith("script-src ")]
    return directive


def test_a_script_of_the_theme_is_named_by_its_hash() -> None:
    made = csp.add_policy(f"{HEAD}<script>a()</script></head><body></body></html>")
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    assert "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='" in script_sources(made)


def test_the_policy_stands_before_all_that_it_governs() -> None:
    made = csp.add_policy(f"{HEAD}<script>a()</script></head></html>")
    before, _, after = made.partition("<meta http-equiv=")
    assert before.endswith('<meta charset="utf-8">')
    assert "<title>" in after


@pytest.mark.parametrize(
    "element",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<p onclick="a()">b</p>',
    ],
)
def test_only_inline_scripts_that_run_have_a_hash(element: str) -> None:
    assert "sha256" not in csp.add_policy(f"{HEAD}</head><body>{element}</body></html>")


def test_a_script_in_the_content_gets_no_leave_to_run() -> None:
    content = "<p>text</p><script>stolen()</script>"
    html = f"{HEAD}<script>a()</script></head><body>{content}</body></html>"
    made = csp.add_policy(html, content)
    assert script_sources(made).count("sha256") == 1
    assert content in made


def test_no_inline_script_runs_without_a_hash() -> None:
    assert "unsafe-inline" not in csp.allow_scripts("") + csp.NOTHING
    assert "unsafe-eval" not in csp.allow_scripts("").replace("wasm-unsafe-eval", "")


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


def test_no_page_of_the_site_styles_an_element_in_its_tag(site: Path) -> None:
    assert not [page for page in site.rglob("*.html") if ' style="' in page.read_text()]
