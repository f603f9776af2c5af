"""A table that holds what has ended can be narrowed to what is of today, without a script too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit


@pytest.mark.parametrize("javascript", [True, False])
def test_a_table_is_narrowed_to_what_is_not_known_to_have_ended(
    visit: Visit, *, javascript: bool
) -> None:
    page = visit("countries/cd/", javascript=javascript)
    rows = page.locator("#table tbody tr")
    ended = page.locator('#table tr[data-state="ended"]')
    expect(rows).to_have_count(2)
    expect(ended).to_have_count(1)
    expect(ended).to_be_visible()
    page.get_by_label("Now: what is not known to have ended", exact=True).check()
    expect(ended).to_be_hidden()
    expect(page.locator("#table tr[data-state=ongoing]")).to_be_visible()
    page.get_by_label("Ever: planned and ended ones too", exact=True).check()
    expect(ended).to_be_visible()
