"""Pages of a network with hundreds of members: its own has all, folded, the others name a few."""

from __future__ import annotations

import json
import re

import pytest
from markupsafe import Markup

from atlas.graph.breadth import MOST_NAMED
from atlas.pages import actor, cooperation, search_record
from atlas.pages.page import Page
from atlas.site import linked_data
from tests.network import ID, network
from tests.pages.conftest import NewContext

MEMBERS = 200


def text_of(html: str) -> str:
    return " ".join(Markup(html).striptags().split())  # noqa: S704 - tags are taken away


def cell(page: Page) -> str:
    (found,) = re.findall(r'<td data-label="Partners">(.*?)</td>', page.body)
    return str(found)


def test_a_row_names_some_of_the_others_and_counts_the_rest(context_of: NewContext) -> None:
    context = context_of(atlas=network(MEMBERS))
    row = cell(actor.page(context, "town-3"))
    assert "Town 3<" not in row
    assert row.count('class="atlas-partner"') == MOST_NAMED
    assert (
        f'<a class="atlas-more" href="../../cooperations/{ID}/#parties">and 195 other partners</a>'
        in row
    )
    assert text_of(row).endswith("and 195 other partners role here: Member")
    assert row.index("Everybody") < row.index("Town 0"), "the body comes first"


def test_a_page_of_a_member_does_not_grow_with_the_others(context_of: NewContext) -> None:
    few, many = (
        len(actor.page(context_of(atlas=network(members)), "town-3").body)
        for members in (MEMBERS, 4 * MEMBERS)
    )
    assert many < few + 100, "the same but for digits"


def test_a_member_s_map_has_its_own_point(context_of: NewContext) -> None:
    body = actor.page(context_of(atlas=network(MEMBERS)), "town-3").body
    assert "Shown on the map: Town 3." in body
    assert "1 cooperation here has many partners: its own page names and shows them all." in body


def test_the_page_of_the_network_has_all_folded_by_country(context_of: NewContext) -> None:
    body = cooperation.page(context_of(atlas=network(MEMBERS)), ID).body
    section = body[body.index('id="parties"') : body.index('id="details"')]
    assert re.findall(r"<summary>(.*?)</summary>", section) == [
        "201 partners, by country",
        'Belgium <span class="atlas-number">50</span>',
        'France <span class="atlas-number">50</span>',
        'Morocco <span class="atlas-number">51</span>',
        'Türkiye <span class="atlas-number">50</span>',
    ]
    assert section.count('class="atlas-party"') == MEMBERS + 1
    assert "<details open" not in section
    glance = body[body.index('id="facts"') : body.index('id="map"')]
    assert glance.count("../../actors/") == MOST_NAMED
    assert '<a href="#parties">and 196 other partners</a>' in glance
    assert "20 partners are not on the map: their location is not recorded" in body


def test_a_short_list_stands_open(context_of: NewContext) -> None:
    body = cooperation.page(context_of(atlas=network(5)), ID).body
    section = body[body.index('id="parties"') : body.index('id="details"')]
    assert "<details" not in section
    assert section.count('class="atlas-party"') == 6
    assert "other partners</a>" not in body[body.index('id="facts"') : body.index('id="map"')]


def test_a_body_with_many_members_has_them_folded_too(context_of: NewContext) -> None:
    body = actor.page(context_of(atlas=network(MEMBERS)), ID).body
    details = body[body.index('id="details"') :]
    assert "<summary>200 members, by country</summary>" in details
    assert details.count('<a href="../../actors/town-') == MEMBERS
    few = actor.page(context_of(atlas=network(5)), ID).body
    assert "<dt>Members</dt><dd>" in few


def test_search_and_linked_data_name_a_part_or_no_place_twice(context_of: NewContext) -> None:
    context = context_of(atlas=network(MEMBERS))
    record = search_record.of_page(context, cooperation.page(context, ID))
    assert record.meta["partners"].endswith("Town 3 and 196 other partners")
    node = linked_data.project(context.edition, ID)
    assert json.dumps(node["member"]).count('"@id"') == MEMBERS + 1
    assert "location" not in node
    few = linked_data.project(context_of(atlas=network(5)).edition, ID)
    assert json.dumps(few["location"]).count('"City"') == 6


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (("network", "member"), "its partners stand beside one another"),
        (("partner", "partner"), "so many partners would be joined"),
        (("lead", "partner"), ""),
    ],
)
def test_why_there_is_no_line_is_said_below_the_map(
    context_of: NewContext, roles: tuple[str, str], said: str
) -> None:
    body = cooperation.page(context_of(atlas=network(40, roles=roles)), ID).body
    assert ("No line" in body) == bool(said)
    assert said in body
