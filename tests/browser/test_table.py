"""Tables of cooperations: sorted by their headings, complete without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import Visit

RECORDS = 4


@pytest.fixture(scope="module")
def address(small: str) -> str:
    """The small site is visited."""
    return small


@pytest.fixture
def page(visit: Visit) -> Page:
    """A country that takes part in all cooperations."""
    return visit("countries/be/")


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("columnheader", name=name)


def titles(page: Page) -> list[str]:
    return page.locator("tbody th").all_inner_texts()


def starts(page: Page) -> list[str]:
    """The machine's form of the start, from top to bottom; "" where it is not recorded."""
    cells = page.locator("tbody td:nth-child(4)")
    values: list[str] = cells.evaluate_all("cells => cells.map((cell) => cell.dataset.sort ?? '')")
    return values


def test_a_click_sorts_and_another_turns_the_order(page: Page) -> None:
    found = titles(page)
    name = heading(page, "Cooperation")
    name.get_by_role("button").click()
    expect(name).to_have_attribute("aria-sort", "ascending")
    ascending = sorted(found, key=str.casefold)
    assert ascending not in (found, found[::-1])
    assert titles(page) == ascending
    name.get_by_role("button").click()
    expect(name).to_have_attribute("aria-sort", "descending")
    assert titles(page) == ascending[::-1]


def test_what_is_not_recorded_stays_last_in_both_directions(page: Page) -> None:
    recorded = sorted(start for start in starts(page) if start)
    unknown = [""] * (RECORDS - len(recorded))
    assert recorded
    assert unknown
    button = heading(page, "Since").get_by_role("button")
    button.click()
    assert starts(page) == recorded + unknown
    button.click()
    assert starts(page) == recorded[::-1] + unknown


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_reaches_and_presses_a_heading(page: Page, key: str) -> None:
    heading(page, "Partners").get_by_role("button").focus()
    page.keyboard.press("Tab")
    since = heading(page, "Since")
    expect(since.get_by_role("button")).to_be_focused()
    page.keyboard.press(key)
    expect(since).to_have_attribute("aria-sort", "ascending")
    recorded = [start for start in starts(page) if start]
    assert recorded == sorted(recorded)
    expect(since.get_by_role("button")).to_be_focused()


def test_one_heading_at_a_time_is_sorted_by(page: Page) -> None:
    expect(page.locator("[aria-sort]")).to_have_count(0)
    heading(page, "Since").get_by_role("button").click()
    heading(page, "Type").get_by_role("button").click()
    expect(page.locator("[aria-sort]")).to_have_count(1)
    expect(heading(page, "Type")).to_have_attribute("aria-sort", "ascending")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_table_is_complete_without_a_script(visit: Visit, width: int) -> None:
    page = visit("countries/be/", javascript=False, width=width)
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(RECORDS)
    for row in rows.all():
        expect(row).to_be_visible()
        expect(row.locator("th, td")).to_have_count(5)
        expect(row.locator("th a")).to_be_visible()
    expect(page.locator("thead button")).to_have_count(0)
