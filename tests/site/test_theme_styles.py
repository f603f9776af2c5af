"""Of the theme's style sheets a site has what its pages use, in one sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.site import theme_styles


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a{color:red}", "a{color:red}"),
        (".md-typeset a{color:red}", ".md-typeset a{color:red}"),
        (".md-tabs{color:red}", ""),
        (".md-typeset .md-tabs a{color:red}", ""),
        (".md-tabs,.md-main a{color:red}", ".md-main a{color:red}"),
        (".md-main:not(.md-tabs){color:red}", ".md-main:not(.md-tabs){color:red}"),
        (".md-main:is(.md-tabs,.md-code){color:red}", ""),
        (".md-main:is(.md-tabs,a){color:red}", ".md-main:is(.md-tabs,a){color:red}"),
        ("[data-md-color-primary=red]{color:red}", ""),
        ("[data-md-color-scheme=slate]{color:red}", "[data-md-color-scheme=slate]{color:red}"),
        ("[dir=rtl] .md-main{color:red}", "[dir=rtl] .md-main{color:red}"),
        ("@media print{.md-tabs{top:0}}", ""),
        ("@media print{.md-tabs{top:0}a{top:0}}", "@media print{a{top:0}}"),
        (".md-tabs{top:0}@keyframes x{0%{top:0}}", "@keyframes x{0%{top:0}}"),
    ],
)
def test_a_rule_stays_if_a_page_can_have_what_it_asks_for(text: str, kept: str) -> None:
    assert theme_styles.reduce(text).replace("\n", "") == kept


def test_a_custom_property_stays_if_a_rule_or_another_sheet_reads_it() -> None:
    text = ":root{--a:var(--b);--b:1px;--c:2px;--d:url('x;y')}.md-tabs{top:var(--d)}a{top:var(--a)}"
    assert theme_styles.reduce(text, ["p{top:var(--c, 0)}"]).replace("\n", "") == (
        ":root{--a:var(--b);--b:1px;--c:2px}a{top:var(--a)}"
    )


def test_a_theme_without_its_sheets_stops_the_build(tmp_path: Path) -> None:
    folder = tmp_path / "assets/stylesheets"
    folder.mkdir(parents=True)
    (folder / "main.1.min.css").touch()
    with pytest.raises(theme_styles.ThemeError, match="palette"):
        theme_styles.join(tmp_path)
