"""The page Compare: two side by side, or two pairs, as its address says or as they are typed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Scheme, Visit

PAIR = "?a=country:be&b=country:ma"
PAIRS = "?a=country:be&a=country:ma&b=country:be&b=country:cd"
"""What an official asks: Belgium and Morocco against Belgium and DR Congo."""


def group(page: Page, title: str) -> dict[str, list[str]]:
    """The lines of the table below a heading: what stands at either side, by the label."""
    body = page.locator(".atlas-side tbody", has=page.get_by_role("rowheader", name=title))
    expect(body).to_have_count(1)
    rows = [row.locator("th, td").all_text_contents() for row in body.locator("tr").all()[1:]]
    return {label: cells for label, *cells in rows}


def listed(page: Page) -> dict[str, list[str]]:
    """The ids of the cooperations below each heading."""
    found = {}
    for heading in page.locator(".atlas-compared h3").all():
        links = heading.locator("xpath=following-sibling::ul[1]/li/a")
        hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
        title = heading.evaluate("heading => heading.firstChild.textContent")
        more = heading.locator(".atlas-number").inner_text()
        found[f"{heading.inner_text().removesuffix(more).strip() or title}"] = [
            href.split("/")[-2] for href in hrefs
        ]
    return found


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1280, "light", "ar"), (390, "light", "en"), (390, "dark", "ar"), (1280, "dark", "en")],
)
def test_two_side_by_side_break_no_rule(
    look: Visit, language: str, scheme: Scheme, width: int
) -> None:
    page = look(path_of("compare", language) + PAIR, scheme=scheme, width=width)
    expect(page.locator(".atlas-side")).to_be_visible()
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_side_by_side_say_what_their_own_pages_say(look: Visit) -> None:
    page = look(f"compare/{PAIR}")
    shown = group(page, "By type")
    both = listed(page)
    own = look("countries/be/").locator(".atlas-count", has_text="By type").locator("dl > div")
    lines = own.evaluate_all("all => all.map(one => [...one.children].map(c => c.textContent))")
    counts = {label: count.strip() for label, count in lines}
    assert counts
    assert {label: cells[0] for label, cells in shown.items() if cells[0] != "0"} == counts
    rows = look("countries/ma/").locator("tr[data-cooperation]")
    ids = rows.evaluate_all("rows => rows.map(row => row.dataset.cooperation)")
    assert set(both["The same on both sides"]) == set(ids)
    assert "Only: Morocco" not in both


def test_a_pair_is_compared_with_a_pair(look: Visit) -> None:
    page = look(f"compare/{PAIRS}")
    title = "Belgium and Morocco compared with Belgium and Democratic Republic of the Congo"
    expect(page.locator(".atlas-compared h2")).to_have_text(title)
    assert page.title().startswith(f"{title} - ")
    said = page.get_by_role("status")
    expect(said).to_contain_text("Belgium and Morocco\u2069: 2 cooperations;")
    assert len((said.text_content() or "").split(". ")) == 1
    assert {name: len(ids) for name, ids in listed(page).items()} == {
        "Belgium and Morocco": 2,
        "Belgium and Democratic Republic of the Congo": 2,
    }


def test_what_is_not_recorded_is_not_zero(look: Visit) -> None:
    page = look(f"compare/{PAIRS}")
    themes = group(page, "By theme")
    assert themes.pop("not recorded") == ["0", "2"]
    assert themes["Health"] == ["2", "none recorded"]
    assert {of_congo for _, of_congo in themes.values()} == {"none recorded"}
    assert group(page, "By type")["Mission"] == ["0", "1"]  # every cooperation says its type


def test_few_are_counted_without_bars(look: Visit) -> None:
    page = look(f"compare/{PAIRS}")
    expect(page.locator(".atlas-side tbody")).to_have_count(5)
    expect(page.locator(".atlas-bar")).to_have_count(0)
    expect(look(f"compare/{PAIR}").locator(".atlas-bar").first).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("?a=be&b=MA", PAIR),
        ("?a=COUNTRY:BE&b=Maroc", PAIR),
        ("?a=Belgique&b=morocco", PAIR),
        ("?a=be&a=be&b=ma", PAIR),
        ("?a=be&a=ma&b=be&b=DRC", PAIRS),
        ("?a=meae&b=De stad Tanger", "?a=actor:france-meae&b=place:tangier"),
        ("?a=saint-josse-ten-noode&b=Tanger", "?a=place:saint-josse-ten-noode&b=place:tangier"),
        ("?a=actor:tangier&b=be", "?a=place:tangier&b=country:be"),
    ],
)
def test_whatever_names_one_is_honoured(look: Visit, asked: str, meant: str) -> None:
    page = look(f"compare/{asked}")
    expect(page.locator(".atlas-side")).to_be_visible()
    assert page.url.endswith(f"compare/{meant}")
    expect(page.locator(".md-select a[hreflang]").last).to_have_attribute(
        "href", re.compile(re.escape(meant) + "$")
    )


@pytest.mark.parametrize(
    ("asked", "sentences", "answers"),
    [
        ("?a=Leuven&b=be", ["“Leuven” is not in the atlas yet."], {"partner-a": "Leuven"}),
        ("?a=be&b=country:no", ["“Norway” is not in the atlas yet."], {"country-a": "Norway"}),
        (
            "?a=place:new-york&a=be&b=<b>",
            ["“new york” is not in the atlas yet.", "“<b>” is not in the atlas yet."],
            {"partner-a": "new york", "partner-b": "<b>"},
        ),
        ("?a=../x&b=country:ma", ["“../x” is not in the atlas yet."], {"partner-a": "../x"}),
    ],
)
def test_what_is_not_in_the_atlas_is_said_with_the_form(
    look: Visit, asked: str, sentences: Sequence[str], answers: dict[str, str]
) -> None:
    page = look(f"compare/{asked}")
    link = page.get_by_role("link", name="Do you know of a cooperation? Tell us")
    expect(link).to_be_visible()
    said = page.get_by_role("status").inner_text()
    assert re.sub("[\u2068\u2069]", "", said) == " ".join(sentences)
    query = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert {name: [text] for name, text in answers.items()}.items() <= query.items()
    assert query["template"] == ["new-cooperation.en.yml"]
    expect(page.locator(".atlas-side")).to_have_count(0)


def test_a_pair_that_shares_nothing_is_said_with_the_form(look: Visit) -> None:
    page = look("compare/?a=ma&a=ph&b=be")
    line = page.locator(".atlas-compared", has_text="Morocco and Philippines")
    expect(line).to_contain_text("no cooperation is recorded yet")
    link = page.get_by_role("link", name="Do you know of a cooperation? Tell us")
    query = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert (query["country-a"], query["country-b"]) == (["Morocco"], ["Philippines"])


def test_the_form_takes_names_and_the_address_keeps_them(visit: Visit, address: str) -> None:
    page = visit("countries/ma/")
    page.get_by_role("link", name="Compare with another").click()
    first, second = (page.get_by_label("Country, place").nth(at) for at in (0, 1))
    expect(first).to_have_value("Morocco")
    second.fill("saint-josse")
    offered = page.locator("datalist option[value='Saint-Josse-ten-Noode, Belgium']")
    expect(offered).to_have_count(1)
    second.fill("Saint-Josse-ten-Noode, Belgium")
    second.press("Enter")
    expect(page).to_have_url(f"{address}compare/?a=country:ma&b=place:saint-josse-ten-noode")
    expect(page.locator(".atlas-side")).to_be_visible()
    link = page.locator(".atlas-compared h3 + ul a").first
    assert page.request.get(link.evaluate("link => link.href")).ok
    page.go_back()
    expect(page.locator(".atlas-side")).to_have_count(0)
    expect(first).to_have_value("Morocco")
    expect(second).to_have_value("")
    assert page.title().startswith("Compare - ")


@pytest.mark.parametrize("asked", ["?a=be&b=country:BE", "?a=be&a=ma&b=ma&b=be"])
def test_a_side_is_not_compared_with_itself(look: Visit, asked: str) -> None:
    page = look(f"compare/{asked}")
    expect(page.get_by_role("status")).to_have_text("Choose two different ones.")
    expect(page.locator(".atlas-compared *")).to_have_count(0)


def test_every_example_is_compared(look: Visit) -> None:
    page = look("compare/")
    expect(page.locator(".atlas-examples a")).to_have_count(3)
    links: list[list[str]] = page.locator(".atlas-examples a").evaluate_all(
        "links => links.map(link => [link.search, link.textContent])"
    )
    for search, label in links:
        example = look(f"compare/{search}")
        expect(example.locator(".atlas-compared h2")).to_have_text(label)


def test_a_long_list_is_shown_by_and_by(look: Visit) -> None:
    page = look("compare/?a=be&b=ma&b=ph")
    more = page.get_by_role("button", name="Show")
    items = page.locator(".atlas-compared h3", has_text="Belgium").locator(
        "xpath=following-sibling::ul[1]/li"
    )
    expect(items).to_have_count(20)
    more.click()
    expect(more).to_be_hidden()
    assert items.count() > 20
    expect(items.nth(20).locator("a").first).to_be_focused()


@pytest.mark.parametrize("blocked", ["assets/javascripts/atlas-compare.js", "assets/compare/"])
def test_where_it_cannot_run_it_says_so_and_leads_to_the_lists(
    visit: Visit, address: str, blocked: str
) -> None:
    page = visit("about/")
    page.route(lambda url: blocked in url, lambda route: route.abort())
    page.goto(f"{address}compare/{PAIR}")
    notice = page.locator(".atlas-compare > .atlas-notice")
    expect(notice).to_be_visible()
    expect(notice.locator("a")).to_have_count(3)
    if blocked == "assets/compare/":
        expect(page.get_by_role("status")).to_contain_text("could not be read")


def test_the_table_is_taken_home_under_its_title(visit: Visit) -> None:
    page = visit("compare/")
    expect(page.get_by_role("button", name="CSV", exact=True)).to_be_hidden()
    page = visit(f"compare/{PAIRS}")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    lines = csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8"), newline=""))
    head, total, *rows = lines
    assert head == ["", "Belgium and Morocco", "Belgium and Democratic Republic of the Congo"]
    assert total == ["Cooperations", "2", "2"]
    assert ["By theme", "", ""] in rows
    assert ["Health", "2", "none recorded"] in rows
    title = page.locator(".atlas-compared h2").inner_text()
    expect(page.locator(".atlas-downloads")).to_have_attribute("data-title", title)


def test_what_is_compared_comes_without_a_jump_and_alone_on_paper(visit: Visit) -> None:
    page = visit(f"compare/{PAIR}")
    expect(page.locator(".atlas-side")).to_be_visible()
    jumps: float = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const { value } of list.getEntries()) sum += value;
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )
    assert jumps == 0
    page.emulate_media(media="print")
    expect(page.locator(".atlas-compare form")).to_be_hidden()
    expect(page.locator(".atlas-examples")).to_be_hidden()
    expect(page.locator(".atlas-side")).to_be_visible()
