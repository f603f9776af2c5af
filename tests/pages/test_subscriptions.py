"""What lies beside a page to follow: feeds and calendars, and that foot and head lead to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from atlas.pages import actor, country, page_links, place, source, subscriptions
from atlas.pages.page import PageContext
from atlas.pages.subscriptions import Subscriptions
from tests.pages import listed_atlas, small_atlas
from tests.pages.conftest import NewContext

BOTH = Subscriptions(feed=True, calendar=True)
FEED = Subscriptions(feed=True, calendar=False)
CALENDAR = Subscriptions(feed=False, calendar=True)
NOTHING = Subscriptions(feed=False, calendar=False)


SMALL = small_atlas.atlas(
    small_atlas.cooperation(
        "dated", "hill-town", "dale-town", dates={"actual_start": "1962-05-12"}
    ),
    small_atlas.cooperation("undated", "league", "moor-town"),
)
"""Hill, its partner Dale, and the league, which works with Moor since no known day."""


@pytest.fixture
def small(context_of: NewContext) -> PageContext:
    """The context of pages of the small atlas, in English."""
    return context_of(atlas=SMALL)


@pytest.mark.parametrize(
    ("section", "id_", "beside"),
    [
        ("countries", "ma", BOTH),
        ("countries", "be", BOTH),
        ("countries", "tr", FEED),
        ("actors", "hill-town", BOTH),
        ("actors", "league", FEED),
        ("actors", "union", NOTHING),
        ("places", "hill", BOTH),
        ("places", "moor", FEED),
        ("places", "weir", NOTHING),
        ("themes", "health", FEED),
        ("sources", "s", NOTHING),
        ("cooperations", "dated", NOTHING),
        ("countries", "", NOTHING),
    ],
)
def test_there_is_what_a_page_has_cooperations_and_days_for(
    section: str, id_: str, beside: Subscriptions, small: PageContext
) -> None:
    assert subscriptions.find(small, section, id_) == beside


def test_a_town_s_page_is_about_all_that_happens_there() -> None:
    own = small_atlas.cooperation("own", "hill-town", "dale-town")
    other = small_atlas.cooperation("other", "league", "dale-town", locations=["hill"])
    atlas = small_atlas.atlas(own, other)
    assert subscriptions.members_of(atlas, "actors", "hill-town").cooperations == ("other", "own")
    assert subscriptions.members_of(atlas, "actors", "union").cooperations == ()


def test_of_what_registers_list_there_is_a_calendar_and_no_feed(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    assert subscriptions.find(context, "places", "turi-ee") == CALENDAR
    assert subscriptions.find(context, "places", "bocholt-de") == NOTHING
    assert subscriptions.find(context, "countries", "ee") == BOTH


def test_foot_and_head_lead_to_what_there_is(small: PageContext) -> None:
    pages = {
        subscriptions.find(small, page.section, page.id): page
        for page in (
            actor.page(small, "hill-town"),
            actor.page(small, "league"),
            actor.page(small, "union"),
        )
    }
    for beside, page in pages.items():
        links = page_links.of_page(small, page)
        for name, there in (("feed.atom", beside.feed), ("calendar.ics", beside.calendar)):
            assert (f'href="{name}"' in links) is there
            assert (f'href="{name}"' in page.body) is there
    assert len(pages) == 3


def test_countries_and_places_lead_to_their_calendar(small: PageContext) -> None:
    for page in (country.page(small, "BE"), place.page(small, "dale")):
        assert '<a href="calendar.ics">Calendar (iCalendar)</a>' in page.body
    assert "calendar.ics" not in source.page(small, "s").body


def test_what_continues_a_list_has_nothing_beside_it(small: PageContext) -> None:
    page = country.page(small, "BE")
    assert page_links.of_page(small, page)
    assert page_links.of_page(small, replace(page, is_further=True)) == ""
