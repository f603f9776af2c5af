"""The page Charts: what its pictures and tables say, in the browser."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Scheme, Visit


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
    assert sum(int(line["cooperations"]) for line in lines if line["year"].isdigit()) == sum(
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
    rows = [
        row.locator("td").all_text_contents()[:-1]
        for row in page.locator("#countries tbody tr").all()
    ]
    assert [*map(list, zip(*rows, strict=True))] == rows


@pytest.mark.parametrize("cell", ["Belgium, Morocco: 2 cooperations", "Health, Twinning: 2"])
def test_a_cell_leads_to_what_it_counts(visit: Visit, cell: str) -> None:
    page = visit("overview/")
    page.locator(f".atlas-matrix a[aria-label^='{cell}']").first.click()
    expect(page.locator("tr[data-cooperation]:visible")).to_have_count(2)
