"""The pages Overview and Compare: what their pictures and tables say, in the browser."""

from __future__ import annotations

import csv
import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Scheme, Visit

PAIR = "?a=country:be&b=country:ma"


def parts(page: Page) -> dict[tuple[str, str], int]:
    """What the bars show, by year and by the number of their pattern."""
    found: list[list[str]] = page.locator("svg.atlas-timeline rect.atlas-part").evaluate_all(
        """parts => parts.map(part => [
          part.querySelector("title").textContent, part.getAttribute("fill").match(/\\d/)[0]
        ])"""
    )
    return {
        (title.partition(":")[0], group): int(title.rpartition(": ")[2]) for title, group in found
    }


def table(page: Page) -> dict[tuple[str, str], int]:
    """What the table beside the bars says, in the same way."""
    fills = page.locator(".atlas-legend-fill rect")
    groups = [(fill.get_attribute("fill") or "")[-2] for fill in fills.all()]
    found = {}
    for row in page.locator("#timeline tbody tr").all():
        cells = row.locator("th, td").all_text_contents()
        found.update(
            {
                (cells[0], group): int(cell)
                for group, cell in zip(groups, cells[1:-1], strict=True)
                if cell
            }
        )
        assert sum(int(cell) for cell in cells[1:-1] if cell) == int(cells[-1])
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_picture_the_table_and_the_file_agree(visit: Visit, language: str) -> None:
    page = visit(path_of("overview", language))
    assert parts(page)
    assert parts(page) == table(page)
    section = page.locator("section[aria-labelledby=by-year]")
    address = section.locator("a[download]").evaluate("link => link.href")
    answer = page.request.get(address)
    lines = csv.DictReader(io.StringIO(answer.text()))
    assert sum(int(line["cooperations"]) for line in lines if line["year"]) == sum(
        parts(page).values()
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_text_of_the_picture_is_text(visit: Visit, language: str) -> None:
    page = visit(path_of("overview", language))
    picture = page.locator("svg.atlas-timeline")
    expect(picture).to_have_attribute("role", "img")
    expect(picture.locator("> title")).not_to_be_empty()
    expect(picture.locator("> desc")).not_to_be_empty()
    years = picture.locator("text", has_text="2014")
    expect(years).to_be_visible()
    legend = page.locator(".atlas-figure .atlas-legend li").all()
    assert len(legend) == len({group for _, group in parts(page)})


def test_the_groups_have_colours_of_the_scheme(visit: Visit) -> None:
    def fills(scheme: Scheme) -> list[str]:
        page = visit("overview/", scheme=scheme)
        found: list[str] = page.locator(".atlas-timeline pattern rect").evaluate_all(
            "rects => rects.map(rect => getComputedStyle(rect).fill)"
        )
        return found

    light, dark = fills("light"), fills("dark")
    assert len({*light, *dark}) == 2 * len(light)


def test_the_matrix_of_countries_is_the_same_both_ways_round(visit: Visit) -> None:
    page = visit("overview/")
    names = page.locator("#countries tbody th").all_text_contents()
    rows = [
        row.locator("td").all_text_contents()[:-1]
        for row in page.locator("#countries tbody tr").all()
    ]
    assert [*map(list, zip(*rows, strict=True))] == rows
    belgium, morocco = names.index("Belgium"), names.index("Morocco")
    linking = visit(f"compare/{PAIR}").locator("#compared tr[data-cooperation]")
    expect(linking).to_have_count(int(rows[belgium][morocco]))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_side_by_side_break_no_rule(
    visit: Visit, language: str, scheme: Scheme, width: int
) -> None:
    page = visit(path_of("compare", language) + PAIR, scheme=scheme, width=width)
    expect(page.locator("#compared .atlas-side")).to_have_count(4)
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_side_by_side_say_what_their_own_pages_say(visit: Visit) -> None:
    page = visit(f"compare/{PAIR}")
    forms = page.locator(".atlas-side", has_text="By form").locator("tbody tr")
    expect(forms.first).to_be_visible()
    shown = [row.locator("th, td").all_text_contents() for row in forms.all()]
    for column, path in ((1, "countries/be/"), (2, "countries/ma/")):
        own = visit(path).locator(".atlas-count", has_text="By form").locator("dl > div")
        counts = [
            (line.locator("dt").inner_text(), line.locator("dd").inner_text()) for line in own.all()
        ]
        assert [(row[0], row[column]) for row in shown if row[column] != "0"] == counts


def test_the_address_keeps_what_was_chosen(visit: Visit, address: str) -> None:
    page = visit("countries/ma/")
    page.get_by_role("link", name="Compare with another country or place").click()
    expect(page.get_by_label("First")).to_have_value("country:ma")
    page.get_by_label("Second").select_option("place:saint-josse-ten-noode")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page).to_have_url(f"{address}compare/?a=country%3Ama&b=place%3Asaint-josse-ten-noode")
    expect(page.locator("#compared .atlas-side")).to_have_count(4)
    link = page.locator("#compared tr[data-cooperation] th a").first
    assert page.request.get(link.evaluate("link => link.href")).ok
    page.go_back()
    expect(page.get_by_label("First")).to_have_value("country:ma")


@pytest.mark.parametrize(
    "asked", ["?a=country:be&b=country:be", "?a=country:xx&b=<b>", "?a=../x&b=country:ma", ""]
)
def test_what_cannot_be_compared_is_not(visit: Visit, asked: str) -> None:
    page = visit(f"compare/{asked}")
    expect(page.get_by_label("First")).to_be_visible()
    expect(page.locator("#compared *")).to_have_count(0)


def test_without_a_script_the_page_says_so(visit: Visit) -> None:
    page = visit("compare/", javascript=False)
    expect(page.locator("noscript a")).to_have_count(2)
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_hidden()
