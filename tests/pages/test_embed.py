"""What is shown in pages of others: small, both tiers apart, credited, and text whatever it is."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from atlas.graph.relate import Atlas
from atlas.pages import country, embed, embed_code
from atlas.pages.page import PageContext
from tests.pages import listed_atlas, small_atlas
from tests.pages.conftest import NewContext

HOSTILE = "</title><script>stolen()</script>\"'&"
LIGHT = 2_500
"""Bytes of a town with a few ties."""


def only(context: PageContext, section: str, id_: str) -> tuple[str, str]:
    """Address and HTML of the one embed of a page."""
    (found,) = embed.pages(context, section, id_)
    return found


def lines(html: str) -> list[str]:
    """What the items of its lists say."""
    return [
        " ".join(re.sub(r"<[^>]+>", "", item).split())
        for item in re.findall(r"<li><?[^<]*<a .*|<li>[^<]* – <a .*", html)
    ]


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> _Reading:
    reading = _Reading()
    reading.feed(html)
    return reading


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_town_that_registers_alone_know_is_light_and_has_no_map(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language, listed_atlas.frozen())
    address, html = only(context, "places", "houffalize-be")
    assert address == "places/houffalize-be/embed/"
    assert len(html.encode()) < LIGHT
    assert "<svg" not in html


def test_it_says_who_lists_the_ties_that_nobody_checked_them_and_their_licence(
    context_of: NewContext,
) -> None:
    _, html = only(context_of("en", listed_atlas.frozen()), "places", "houffalize-be")
    assert lines(html) == ["Blaj Romania · Twinning", "Türi Estonia · Twinning"]
    said = read(html).text
    assert "2 listed ties with 2 countries, not checked: Wikidata, as of May 2017." in said
    assert "Houffalize – Atlas · CC0-1.0" in said


def test_both_tiers_stand_apart_under_their_names_and_each_has_its_licence(
    context_of: NewContext,
) -> None:
    _, html = only(context_of("en", listed_atlas.frozen()), "countries", "BE")
    first, researched, listed = re.split("<h2>", html)
    assert researched.startswith("Researched cooperations</h2>")
    assert listed.startswith("Listed ties</h2>")
    assert "/cooperations/" in researched
    assert "/cooperations/" not in listed
    assert "Listed, not checked" in first, "the legend tells the lines apart"
    assert "<bdi>CC BY 4.0</bdi> · <a" in html
    assert html.count("</a>: <bdi>") == 2, "two registers"


def test_it_has_the_lines_of_the_page_s_map(context_of: NewContext) -> None:
    context = context_of()
    drawn = re.compile(r'class="atlas-tie atlas-form-[^"]*" d="([^"]+)"')
    (page,) = country.pages(context, "MA")
    _, html = only(context, "countries", "MA")
    assert drawn.findall(html)
    assert {*drawn.findall(html)} <= {*drawn.findall(page.body)}
    assert 'href="../../../assets/maps/base/' in html, "as deep as it lies"


def test_a_town_keeps_its_address_whichever_page_shows_it(context_of: NewContext) -> None:
    context = context_of("nl")
    address, html = only(context, "actors", "saint-josse-ten-noode")
    assert address == "places/saint-josse-ten-noode/embed/"
    canonical = '<link rel="canonical" href="https://example.org/nl/actors/saint-josse-ten-noode/">'
    assert canonical in html
    assert 'href="../../../../assets/stylesheets/atlas-embed.css"' in html


def test_it_still_lies_where_it_lay_before_a_record_was_renamed(context_of: NewContext) -> None:
    place = listed_atlas.place("ham-be", previous_ids=["hamm-be"])
    atlas = listed_atlas.atlas([place, listed_atlas.place("turi-ee")], [])
    (now, html), (before, same) = embed.pages(context_of("en", atlas), "places", "ham-be")
    assert (now, before) == ("places/ham-be/embed/", "places/hamm-be/embed/")
    assert html == same


def test_of_many_ties_it_names_some_and_leads_to_all(context_of: NewContext) -> None:
    many = embed.MOST_ROWS + 3
    places = [listed_atlas.place(f"town{at:02}-be") for at in range(many)]
    ties = [listed_atlas.tie(one.id, "turi-ee") for one in places]
    context = context_of("en", listed_atlas.atlas([*places, listed_atlas.place("turi-ee")], ties))
    _, html = only(context, "places", "turi-ee")
    assert len(lines(html)) == embed.MOST_ROWS + 1
    assert '<a href="../../../places/turi-ee/#listed">and 3 more</a>' in html
    _, html = only(context, "countries", "BE")
    assert lines(html) == [], "the first by name say nothing of a country"
    assert '<a href="../../../countries/be/#listed">13 listed ties with 1 country</a>' in html


def test_a_cooperation_says_its_status_as_evidence_with_its_date(context_of: NewContext) -> None:
    status = {"code": "implementation", "as_of": "2020-12", "evidence": {"en": "Seen."}}
    one = small_atlas.cooperation("a", "hill-town", "dale-town", status=status)
    _, html = only(context_of("en", small_atlas.atlas(one)), "actors", "hill-town")
    (said,) = lines(html)
    assert said.endswith("Twinning · Listed as active · December 2020")


def test_where_nothing_is_known_that_is_said(context_of: NewContext) -> None:
    atlas = listed_atlas.atlas([listed_atlas.place("turi-ee")], [])
    _, html = only(context_of("en", atlas), "places", "turi-ee")
    assert "That does not mean that there is none." in html


@pytest.mark.parametrize("language", ["en", "ar"])
def test_search_engines_leave_it_out_and_its_links_open_beside_its_host(
    context_of: NewContext, language: str
) -> None:
    _, html = only(context_of(language), "themes", "health")
    assert '<meta name="robots" content="noindex">' in html
    before, _, after = html.partition('<base target="_blank">')
    assert "href=" not in before
    assert "target=" not in after
    direction = {"en": "ltr", "ar": "rtl"}[language]
    assert f'<html lang="{language}" dir="{direction}">' in html


def hostile() -> Atlas:
    names = [
        listed_atlas.place("a-be", HOSTILE),
        listed_atlas.place("b-ee", HOSTILE),
    ]
    return listed_atlas.atlas(names, [listed_atlas.tie("a-be", "b-ee")], title=HOSTILE)


def test_hostile_names_stay_text(context_of: NewContext) -> None:
    _, html = only(context_of("en", hostile()), "places", "a-be")
    assert read(html).tags.count("script") == 1
    assert "stolen()" in read(html).text
    assert "<script>" not in html


# The code to copy


def code(context: PageContext, section: str, id_: str, name: str = "A") -> str:
    """The code, as a reader of the page copies it."""
    offered = str(embed_code.offer(context, section, id_, name, []))
    found = re.search(r"<code>(.*?)</code>", offered, re.DOTALL)
    return unescape(found[1]) if found else ""


def test_the_code_shows_the_page_in_its_language_with_whole_addresses(
    context_of: NewContext,
) -> None:
    assert code(context_of("nl"), "countries", "be", "België") == (
        '<iframe src="https://example.org/nl/countries/be/embed/" title="België – Atlas" '
        'loading="lazy" height="600" style="width:100%;border:0"></iframe>\n'
        '<script src="https://example.org/assets/javascripts/atlas-embed.js" async></script>'
    )


def test_the_code_for_a_town_without_a_map_has_a_lower_frame(context_of: NewContext) -> None:
    found = code(context_of("en", listed_atlas.frozen()), "places", "houffalize-be")
    assert 'height="320"' in found


@pytest.mark.parametrize(("section", "id_"), [("goals", "3"), ("actors", "nobody")])
def test_a_page_about_anything_else_offers_none(
    context_of: NewContext, section: str, id_: str
) -> None:
    context = context_of()
    assert embed_code.offer(context, section, id_, "A", []) == ""
    assert list(embed.pages(context, section, id_)) == []


def test_a_hostile_name_stays_one_in_the_code_and_in_what_it_makes(
    context_of: NewContext,
) -> None:
    context = context_of("en", hostile())
    offered = str(embed_code.offer(context, "places", "a-be", HOSTILE, []))
    assert read(offered).tags.count("script") == 0
    made = read(code(context, "places", "a-be", HOSTILE))
    assert made.tags == ["iframe", "script"]
