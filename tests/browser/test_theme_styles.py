"""Pages look the same with what is left of the theme's style sheets as with all of them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from atlas.site import theme_styles
from tests.browser.built_site import path_of
from tests.browser.visit import rest

THEME = Path(str(resources.files("material"))) / "templates"
WHOLE = "".join(
    file.read_text("utf-8")
    for start in theme_styles.SHEETS
    for file in sorted(THEME.glob(f"{start}*.css"))
)
DIFFERENCES = """async () => {
  const parts = [null, "::before", "::after", "::marker"];
  const styles = [...document.querySelectorAll("html, body, body *")].flatMap((element) =>
    parts.map((part) => [element, part, getComputedStyle(element, part)]));
  const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
  const read = () => styles.map(([, , style]) => names.map((name) => style.getPropertyValue(name)));
  const cut = read();
  const link = document.querySelector("link[href$='/theme.css']");
  await new Promise((done, fail) =>
    Object.assign(link, { onload: done, onerror: fail, href: `${link.href}?whole` }));
  const whole = read();
  const different = styles.flatMap(([element, part], at) =>
    names.flatMap((name, each) => cut[at][each] === whole[at][each] ? [] :
      `<${element.localName} class="${element.className}">${part ?? ""} ${name}: ` +
      `${cut[at][each]} instead of ${whole[at][each]}`));
  return [styles.length, different.slice(0, 20)];
}"""
WIDE = {"viewport": {"width": 1280, "height": 900}}
NARROW = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}


@pytest.mark.parametrize(
    ("kind", "language", "wishes", "media"),
    [
        *((kind, "en", WIDE, "screen") for kind in ("reference", "explored", "overview", "search")),
        *((kind, "en", WIDE, "screen") for kind in ("contribute", "source", "compare", "goals")),
        *((kind, "ar", NARROW, "screen") for kind in ("home", "cooperation", "coverage")),
        *((kind, "en", WIDE, "print") for kind in ("cooperation", "about")),
    ],
)
def test_a_page_looks_as_with_the_whole_theme(
    browser: Browser, address: str, kind: str, language: str, wishes: dict[str, Any], media: Any
) -> None:
    with browser.new_context(base_url=address, reduced_motion="reduce", **wishes) as context:
        page = context.new_page()
        page.route(
            "**/theme.css?whole", lambda route: route.fulfill(body=WHOLE, content_type="text/css")
        )
        page.emulate_media(media=media)
        page.goto(path_of(kind, language), wait_until="load")
        rest(page)
        compared, different = page.evaluate(DIFFERENCES)
    assert compared > 100
    assert different == []
