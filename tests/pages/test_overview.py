"""The whole in pictures: what is counted, what is drawn and what can be downloaded agree."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs

import pytest

from atlas.checks import load
from atlas.files.outlines import read_outlines
from atlas.graph import counts, relate, tally
from atlas.graph.counts import OTHERS, Grid
from atlas.graph.edition import Edition
from atlas.graph.facets import COUNTRY
from atlas.graph.relate import Atlas
from atlas.graph.tally import Tally
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model import Records
from atlas.model.vocabulary import State
from atlas.pages import overview, stats, timeline
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import tables
from tests.conftest import ROOT
from tests.pages import small_atlas
from tests.pages.conftest import NewContext, listed_atlas

CASE = ROOT / "tests" / "cases" / "whole"
"""Hill (Belgium), Dale (Morocco), Fen (France) and Isle (Guadeloupe, of France); four cooperations:
Hill and Dale 2014, Hill and Fen 2016, all four undated, Fen and Isle between two months of 2014."""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    loaded = load.read(CASE / "data")
    assert loaded.problems == []
    return relate.relate(loaded.records)


def context(atlas: Atlas, language: str) -> PageContext:
    site = languages.load(dict.fromkeys(("en", language)), "en")
    (one,) = (each for each in site if each.code == language)
    maps = Maps(StaticMaps(read_outlines(CASE / "data")))
    return PageContext(
        Edition(atlas, one, site), 1, maps, SiteInfo("", {language: "Atlas"}, "", {})
    )


def years(*found: int, form: str = "twinning") -> Grid:
    """A grid with a cooperation of one form in each of these years."""
    rows = tuple(str(year) for year in found)
    all_of_them = Tally(rows, (), (), {State.ONGOING: len(rows)})
    return Grid(
        rows, (form,), {(row, form): 1 for row in rows}, dict.fromkeys(rows, 1), all_of_them
    )


def test_years_are_counted_by_form_and_the_undated_stand_last(atlas: Atlas) -> None:
    grid = counts.by_year_and_form(atlas)
    assert grid.rows == ("2014", "2016", "")
    assert grid.columns == ("twinning", "cooperation-agreement", "network", "mission")
    assert grid.cells == {
        ("2014", "twinning"): 1,
        ("2014", "mission"): 1,
        ("2016", "cooperation-agreement"): 1,
        ("", "network"): 1,
    }
    assert grid.totals == {"2014": 2, "2016": 1, "": 1}


def test_pairs_of_countries_are_counted_once_and_territories_with_their_state(atlas: Atlas) -> None:
    grid = counts.by_countries(atlas)
    assert grid.rows == grid.columns == ("BE", "FR", "MA")
    pairs = {("BE", "FR"): 2, ("BE", "MA"): 2, ("FR", "MA"): 1}
    assert grid.cells == {**pairs, **{(b, a): count for (a, b), count in pairs.items()}}
    assert grid.totals == {"BE": 3, "FR": 2, "MA": 2}


def test_a_pair_counts_what_the_pages_of_both_countries_show(atlas: Atlas) -> None:
    cells = counts.by_countries(atlas).cells
    assert cells
    for (a, b), count in cells.items():
        assert count == len({*atlas.by_country[a]} & {*atlas.by_country[b]})


def test_what_a_short_matrix_leaves_out_is_summed_up(atlas: Atlas) -> None:
    grid = counts.by_countries(atlas, 1)
    assert grid.rows == ("BE", OTHERS)
    assert grid.cells == {("BE", OTHERS): 3, (OTHERS, "BE"): 3, (OTHERS, OTHERS): 1}
    assert grid.totals == {"BE": 3, OTHERS: 3}
    assert counts.by_theme_and_form(atlas, 1).totals == {"health": 2, OTHERS: 2}


def test_themes_are_counted_by_form_and_by_goal(atlas: Atlas) -> None:
    forms = counts.by_theme_and_form(atlas)
    assert forms.rows == ("health", "sport")
    assert forms.cells == {
        ("health", "twinning"): 1,
        ("health", "cooperation-agreement"): 1,
        ("sport", "cooperation-agreement"): 1,
        ("sport", "network"): 1,
    }
    goals = counts.by_theme_and_goal(atlas)
    assert (goals.rows, goals.columns) == (("health",), ("3",))


def test_an_atlas_without_records_has_nothing_to_count() -> None:
    nothing = relate.relate(Records({}, {}, {}, {}, {}))
    assert [count(nothing).cells for count in counts.TABLES.values()] == [{}] * 4
    assert timeline.bars(counts.by_year_and_form(nothing)) == []


def test_tables_are_as_rfc_4180_wants_them(atlas: Atlas) -> None:
    found = dict(tables.files(SiteContents([context(atlas, "en")], {})))
    assert [*found] == [f"assets/data/{name}.csv" for name in counts.TABLES]
    assert found["assets/data/cooperations-by-countries.csv"].decode() == (
        "country_a,country_a_name,country_b,country_b_name,cooperations\r\n"
        "BE,Belgium,FR,France,2\r\nBE,Belgium,MA,Morocco,2\r\nFR,France,MA,Morocco,1\r\n"
    )
    text = found["assets/data/cooperations-by-theme-and-form.csv"].decode()
    assert text.splitlines()[-1] == 'sport,"Sport, play",network,Network,1'


def test_a_table_holds_every_cell_of_its_grid(atlas: Atlas) -> None:
    text = dict(tables.files(SiteContents([context(atlas, "en")], {})))[
        "assets/data/cooperations-by-year-and-form.csv"
    ].decode()
    lines = [*csv.DictReader(io.StringIO(text, newline=""))]
    cells = {(line["year"], line["form"]): int(line["cooperations"]) for line in lines}
    assert cells == counts.by_year_and_form(atlas).cells


def test_bars_stand_for_every_year_also_for_the_empty_ones() -> None:
    found = timeline.bars(years(2001, 2004))
    assert [(bar.label, bar.total) for bar in found] == [
        ("2001", 1),
        ("2002", 0),
        ("2003", 0),
        ("2004", 1),
    ]


def test_over_many_years_a_bar_stands_for_several() -> None:
    found = timeline.bars(years(1921, 1922, 2020))
    assert len(found) <= timeline.MOST_BARS
    assert [(bar.label, bar.total) for bar in found if bar.total] == [
        ("1920–1921", 1),
        ("1922–1923", 1),
        ("2020–2021", 1),
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_picture_is_as_it_was_drawn_before(atlas: Atlas, language: str) -> None:
    grid = counts.by_year_and_form(atlas)
    drawn = timeline.picture(context(atlas, language), grid, "Title", "<b> & all")
    assert drawn == (CASE / f"timeline.{language}.svg").read_text("utf-8")


@pytest.mark.languages("ar")
def test_time_runs_the_other_way_in_arabic(atlas: Atlas) -> None:
    grid = counts.by_year_and_form(atlas)
    middles = {}
    for language in ("en", "ar"):
        drawn = timeline.picture(context(atlas, language), grid, "", "")
        middles[language] = [float(x) for x in re.findall(r'<text x="([\d.]+)" y="332"', drawn)]
    assert middles["en"] == sorted(middles["en"])
    assert middles["ar"] == sorted(middles["ar"], reverse=True)
    assert len(middles["en"]) == len(middles["ar"]) == 3


def test_a_bar_is_as_high_as_its_count(atlas: Atlas) -> None:
    grid = years(2014)
    many = replace(grid, cells={("2014", "twinning"): 7}, totals={"2014": 7})
    heights = [
        float(re.findall(r'atlas-part".* height="([\d.]+)"', drawn)[0])
        / float(re.findall(r'atlas-tick" d="M\d+ ([\d.]+)', drawn)[0])
        for drawn in (timeline.picture(context(atlas, "en"), each, "", "") for each in (grid, many))
    ]
    lines = (timeline.HEIGHT - timeline.TOP - timeline.BOTTOM) / (timeline.HEIGHT - timeline.BOTTOM)
    assert heights == [pytest.approx(lines), pytest.approx(lines * 7 / 8, abs=0.001)]


def test_a_cell_leads_to_the_list_of_what_it_counts(context_of: NewContext) -> None:
    context = context_of()
    html = str(overview.body(context))
    atlas = context.edition.atlas
    by_country = atlas.by_country
    links = re.findall(
        r'<td class="atlas-shade-\d"><a href="../../cooperations/\?([^"]+)" '
        r'aria-label="([^"]+)">(\d+)</a></td>',
        html,
    )
    assert html.count('<td class="atlas-shade-') == len(links)
    kinds = set()
    for address, says, count in links:
        query = parse_qs(unescape(address))
        kinds.add(tuple(query))
        assert query.get("countries", ["both"]) == ["both"]
        assert says.endswith("1 cooperation" if count == "1" else f": {count} cooperations")
        if "country" in query:
            a, b = ({*by_country[code]} for code in query["country"])
            assert tally.count(atlas, a & b) == int(count), "the list has its parts too"
    assert kinds == {("country", "countries"), ("theme", "form")}


def test_a_sum_leads_nowhere(context_of: NewContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "MOST", 2)
    html = str(overview.body(context_of()))
    assert "All others" in html
    assert OTHERS not in "".join(re.findall(r'href="[^"]*"', html))


def test_of_too_few_nothing_is_drawn_and_the_data_are_there(atlas: Atlas) -> None:
    assert len(atlas.records.cooperations) < stats.FEWEST
    html = str(overview.body(context(atlas, "en")))
    charts, _, _ = html.partition('<section class="atlas-trust"')
    assert not re.search("<(svg|table|h2|section)", charts)
    for name in counts.TABLES:
        assert html.count(f"{name}.csv") == 1


def test_a_chart_is_drawn_or_named_with_its_data(context_of: NewContext) -> None:
    html = str(overview.body(context_of()))
    drawn, _, named = html.partition('<p class="atlas-unknown">Of fewer than 5')
    assert [*re.findall(r'aria-labelledby="(by-[a-z]+)"', drawn)] == [
        *("by-year", "by-countries", "by-theme")
    ]
    assert re.findall(r'href="[^"]*/([a-z-]+)\.csv"', named) == ["cooperations-by-theme-and-goal"]


def test_a_grid_says_how_many_cooperations_stand_in_it(atlas: Atlas) -> None:
    found = [count(atlas).cooperations for count in counts.TABLES.values()]
    assert found == [4, 3, 3, 1]
    assert counts.by_countries(atlas, 1).cooperations == 3


def test_what_registers_list_is_counted_by_itself_and_leads_to_its_list() -> None:
    listing = listed_atlas()
    html = str(overview.body(context(listing, "en")))
    assert (
        "Registers list 7 ties that nobody here has checked. None of them is counted above." in html
    )
    section = html[html.index('id="listed"') :]
    counted = re.findall(r'href="([^"]*)">([^<]*)(?:<[^d][^>]*>)*</dt><dd>(\d+)', section)
    by_label = {label: (int(count), unescape(path)) for path, label, count in counted}
    assert by_label["Belgium"] == (7, "../cooperations/?evidence=listed&country=BE")
    assert by_label["Wikidata"][0] == 6
    assert by_label["Stated by both sides"] == (4, "../cooperations/?evidence=listed&stated=both")
    assert "listed" not in str(overview.body(context(small_atlas.atlas(), "en")))


def test_of_many_countries_the_most_frequent_are_counted_one_by_one() -> None:
    listing = context(listed_atlas(), "en")
    lines = stats.count_listed(listing, COUNTRY, lambda code: code, most=2)
    assert [(line.path, line.count) for line in lines] == [("BE", 7), ("BG", 2)]
