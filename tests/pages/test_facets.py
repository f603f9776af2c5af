"""A facet is defined once: what reads the facets shows one more as soon as it is in the list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from atlas.checks import load
from atlas.graph import facets, relate
from atlas.graph.edition import Edition
from atlas.graph.facets import FACETS, Facet
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import cooperation, search_form, search_record, section_indexes, stats
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import explore as explore_files
from tests.conftest import ROOT
from tests.site_languages import LANGUAGES

DATA = ROOT / "tests" / "cases" / "whole" / "data"

PARTIES = Facet(
    "parties",
    "Number of parties",
    lambda atlas, id_: [str(len(atlas.records.cooperations[id_].parties))],
    lambda edition, value: edition.own(f"{value} parties"),
    rank=int,
    heading="Numbers of parties",
    path=lambda value: f"explore/{value}-parties/",
)


@pytest.fixture(scope="module")
def context() -> PageContext:
    loaded = load.read(DATA)
    atlas = relate.relate(loaded.records)
    both = languages.load(LANGUAGES[:2], "en")
    maps, info = Maps(StaticMaps(loaded.outlines)), SiteInfo("", {"en": "Atlas"}, "", {})
    return PageContext(Edition(atlas, both[0], both), 1, maps, info)


@pytest.fixture
def _one_more() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "FACETS", (*FACETS, PARTIES))
        yield


@pytest.mark.usefixtures("_one_more")
def test_one_more_facet_filters_the_list_and_has_its_lists(
    context: PageContext,
) -> None:
    html = section_indexes.cooperations(context)
    assert [*re.findall(r'data-facet="(\w+)"', html)][-1] == "parties"
    assert '<span id="facet-parties">Number of parties</span>' in html
    assert re.findall(r'name="parties" value="(\d)"><span>(.*?)</span><b>(\d)</b>', html) == [
        ("2", "2 parties", "3"),
        ("4", "4 parties", "1"),
    ]
    assert '<a href="../explore/2-parties/">2 parties</a>' in html
    written = dict(explore_files.files(SiteContents([context], {})))
    column = json.loads(written["assets/explore/filters.json"])["facets"]["parties"]
    texts = json.loads(written["assets/explore/en.json"])["labels"]["parties"]
    assert column["values"] == ["2", "4"]
    assert texts == ["2 parties", "4 parties"]


@pytest.mark.usefixtures("_one_more")
def test_one_more_facet_is_searched_by(context: PageContext) -> None:
    choice = search_form.choices(context)[-1]
    assert (choice.id, choice.label) == ("parties", "Number of parties")
    assert choice.options == [("2", "2 parties"), ("4", "4 parties")]
    (page,) = cooperation.pages(context, "hill-dale")
    record = search_record.of_page(context, page)
    assert record
    assert ("parties", "2") in record.filters


def test_every_facet_names_and_orders_each_of_its_values(context: PageContext) -> None:
    edition = context.edition
    for facet in facets.in_use(edition.atlas):
        groups = facet.groups(edition)
        assert groups, facet.id
        assert {*facet.in_any_language(groups)} == {*groups}
        assert all(facet.name(edition, value).text for value in groups)
        assert all(groups.values())
        assert bool(facet.heading) == all(facet.path(value) for value in groups)
        assert sum(line.count for line in stats.count(context, facet, edition.atlas.ties)) == sum(
            map(len, groups.values())
        )


def test_what_is_not_recorded_is_a_value_of_the_list_and_not_searched_for(
    context: PageContext,
) -> None:
    assert [*facets.DECADE.groups(context.edition)] == ["2010", "undated"]
    assert facets.DECADE.search_values(["2010", "undated"]) == ["2010"]
    assert facets.COUNTRY.search_values(["BE"]) == ["be"]


def test_names_order_what_has_no_order_of_its_own(context: PageContext) -> None:
    names = [facets.COUNTRY.name(context.edition, code).text for code in ["MA", "GP", "BE", "FR"]]
    assert names == ["Morocco", "Guadeloupe", "Belgium", "France"]
    ordered = facets.COUNTRY.in_order(context.edition, ["MA", "GP", "BE", "FR"])
    assert ordered == ["BE", "FR", "GP", "MA"]
