"""Links and scripts of a page in a folder; all else stays as it is."""

from __future__ import annotations

import pytest

from atlas.pages import csp
from atlas.site.offline.page_rewriter import PageRewriter

WEB = "https://example.org/atlas/"
KEPT = {
    "index.html",
    "places/genk-be/index.html",
    "places/index.html",
    "search/index.html",
    "assets/data/places.csv",
    "assets/javascripts/atlas-frame.js",
    "assets/javascripts/atlas-table.js",
}
HERE = "places/genk-be/index.html"


def rewrite(html: str, path: str = HERE) -> str:
    return PageRewriter(WEB, KEPT).rewrite(path, html)


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../../places/genk-be/#x", "../../places/genk-be/index.html#x"),
        ("../../search/?q=a&amp;b=%22", "../../search/index.html?q=a&amp;b=%22"),
        ("../../assets/data/places.csv", "../../assets/data/places.csv"),
        ("#listed", "#listed"),
        ("https://example.org/atlas/places/", "https://example.org/atlas/places/"),
        ("mailto:nobody", "mailto:nobody"),
        ("card.png", f"{WEB}places/genk-be/card.png"),
        ("embed/", f"{WEB}places/genk-be/embed/"),
        ("../../../elsewhere/", "../../../elsewhere/"),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_web(link: str, led: str) -> None:
    assert rewrite(f'<a class="x" href="{link}">a</a>') == f'<a class="x" href="{led}">a</a>'


def test_forms_and_pages_that_moved_lead_to_files() -> None:
    assert rewrite('<form action="../../search/">') == '<form action="../../search/index.html">'
    refresh = '<meta http-equiv="refresh" content="0; url=../">'
    assert rewrite(refresh) == refresh.replace("../", "../index.html")
    script = '<script src="../../assets/javascripts/atlas-moved.js" data-to="../"></script>'
    assert rewrite(script) == script.replace('"../"', '"../index.html"')


def test_forms_may_lead_to_files() -> None:
    policy = rewrite(csp.render(csp.POLICY))
    assert "form-action file:" in policy
    assert policy.replace("file:", "'self'") == csp.render(csp.POLICY)


def test_scripts_are_classic_and_come_after_what_brings_them() -> None:
    page = (
        '<script src="../../assets/javascripts/atlas-frame.js"></script>'
        '<script src="../../assets/javascripts/atlas-table.js" type="module"></script>'
        '<script src="../../assets/javascripts/atlas-search.js" defer></script>'
        '<link rel="modulepreload" href="../../assets/javascripts/atlas-table.js">'
    )
    assert rewrite(page) == (
        '<script src="../../assets/javascripts/atlas-offline.js"></script>\n'
        '<script src="../../assets/javascripts/atlas-frame.js"></script>'
        '<script src="../../assets/javascripts/atlas-table.js" defer></script>'
    )


def test_land_is_not_asked_for_as_a_file_of_its_own() -> None:
    use = '<use class="atlas-land" href="../../assets/maps/base/04.svg#land"/>'
    assert rewrite(use) == use.replace(" href=", " data-land=")
    assert rewrite('<use href="#pin"/>') == '<use href="#pin"/>'


@pytest.mark.parametrize(
    "text",
    [
        "<p>&lt;a href=&#34;../&#34;&gt; and &lt;script src=&#34;../x.js&#34;&gt;</p>",
        '<script type="application/ld+json">{"name":"<a href=\\"../\\">"}</script>',
        '<code>&lt;iframe src="../places/"&gt;</code>',
        '<p title="href=../">href="../" \u202e\x0b=HYPERLINK()</p>',
        '<a data-label="a href=&#34;../&#34;" href="#x">../</a>',
    ],
)
def test_hostile_texts_stay_as_they_were(text: str) -> None:
    assert rewrite(text) == text
