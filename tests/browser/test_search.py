"""The search: by pointer and keyboard, in every language, on every page, and in an address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.built_site import SUB_PATH, path_of
from tests.browser.visit import Scheme, Visit, rest

TANGIER = "cooperations/saint-josse-tangier/"


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def results(page: Page) -> Locator:
    return page.locator(".atlas-search-results a")


def said(page: Page) -> Locator:
    """What the search's dialog announces."""
    return page.get_by_role("dialog").get_by_role("status")


def addresses(page: Page) -> list[str]:
    """Where the results lead, from the site's root."""
    found: list[str] = results(page).evaluate_all("links => links.map((link) => link.pathname)")
    return [path.removeprefix(f"/{SUB_PATH}/") for path in found]


@pytest.mark.parametrize("key", ["/", "s"])
def test_from_home_to_a_record_by_keyboard_alone(visit: Visit, key: str) -> None:
    page = visit("")
    page.keyboard.press(key)
    expect(dialog(page).get_by_role("textbox")).to_be_focused()
    page.keyboard.insert_text("twinning tangier")  # at once: one search, one list
    expect(said(page)).to_have_text(re.compile(r"\d+ results"))
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(dialog(page).get_by_role("textbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{TANGIER}")


def test_results_that_come_late_do_not_lose_the_reader(visit: Visit) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.insert_text("health")
    expect(results(page).first).to_be_visible()
    page.keyboard.insert_text(" tangier")
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_have_text(re.compile("Tangier"))
    expect(results(page).first).to_be_focused()


def test_what_is_typed_in_the_header_is_looked_for_and_escape_gives_the_focus_back(
    visit: Visit,
) -> None:
    page = visit("actors/tangier/")
    box = page.get_by_role("searchbox", name="Search the atlas")
    box.focus()
    expect(dialog(page)).to_have_count(0)
    page.keyboard.type("health")
    expect(dialog(page).get_by_role("textbox")).to_have_value("health")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(box).to_be_focused()
    box.click()
    dialog(page).get_by_role("button", name="Close").click()
    expect(dialog(page)).to_be_hidden()


def test_a_slash_in_a_field_is_a_slash(visit: Visit) -> None:
    page = visit("search/")
    page.get_by_role("textbox").fill("")
    page.keyboard.type("a/s")
    expect(page.get_by_role("textbox")).to_have_value("a/s")
    expect(dialog(page)).to_have_count(0)


def test_nothing_of_the_search_is_fetched_before_it_is_used(visit: Visit) -> None:
    page = visit("")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.reload(wait_until="load")
    rest(page)
    assert fetched
    assert not [url for url in fetched if "/pagefind/" in url]
    with page.expect_request(lambda request: "/pagefind/" in request.url):
        page.keyboard.press("/")


def test_a_result_says_what_it_is_and_where_the_words_stand(visit: Visit) -> None:
    page = visit(f"search/?{urlencode({'q': 'twinning tangier'})}")
    first = page.locator(".atlas-search-results li").first
    expect(first.get_by_role("link")).to_have_text(
        "Twinning between Saint-Josse-ten-Noode and Tangier"
    )
    expect(first.locator(".atlas-form-twinning")).to_have_text("Twinning")
    expect(first).to_contain_text("City of Tangier")
    expect(first).to_contain_text("2014")
    expect(first.locator("mark").first).to_be_visible()


def test_under_a_result_stands_a_sentence(visit: Visit) -> None:
    page = visit(f"search/?{urlencode({'q': 'tangier'})}")
    first = page.locator(".atlas-search-results li").first
    expect(first.get_by_role("link")).to_have_text("City of Tangier")
    expect(first).to_contain_text("Municipality")
    expect(first).to_contain_text("Morocco")
    expect(first.locator("p").last).to_have_text(
        re.compile(r"^\d twinnings? with partners in .+\.$")
    )
    cooperation = page.locator(f'.atlas-search-results li:has(a[href$="/{TANGIER}"])')
    expect(cooperation.locator("p").last).to_have_text(re.compile(r"^\w+.*[.…]$"))


@pytest.mark.languages("fr")
def test_what_is_not_there_is_said_and_asked_for(visit: Visit) -> None:
    page = visit("fr/")
    page.keyboard.press("/")
    page.keyboard.type("Houffalize")
    expect(said(page)).to_have_text("« \u2068Houffalize\u2069 » ne figure pas encore dans l’atlas.")
    expect(results(page)).to_have_count(0)
    form = dialog(page).get_by_role("link", name="Vous connaissez une coopération ?")
    asked = parse_qs(urlsplit(form.get_attribute("href") or "").query)
    assert asked == {
        "template": ["new-cooperation.fr.yml"],
        "title": ["Nouvelle coopération : Houffalize"],
    }


def test_a_name_that_is_near_is_named_and_looked_for(visit: Visit) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.type("Tangeir")
    near = dialog(page).locator(".atlas-search-near a", has_text=re.compile("^Tangier$"))
    near.click()
    expect(dialog(page).get_by_role("textbox")).to_have_value("Tangier")
    expect(results(page).first).to_have_text("City of Tangier")


def test_what_no_page_answers_brings_what_there_is_on_either_part(visit: Visit) -> None:
    page = visit(f"search/?{urlencode({'q': 'civil registry Benin'})}")
    expect(page.get_by_role("status")).to_have_text(
        "No page has all of this. Here is what there is on each part."
    )
    headings = page.locator(".atlas-search-answers h2")
    expect(headings).to_have_text(
        ["Results for “\u2068civil registry\u2069”", "Results for “\u2068Benin\u2069”"]
    )
    assert {"themes/civil-registry/", "countries/bj/"} <= {*addresses(page)}


def test_a_field_in_the_frame_gives_what_is_typed_to_the_dialog(visit: Visit) -> None:
    page = visit("about/")
    page.evaluate(
        """() => {
          const form = document.createElement("form");
          form.action = "../search/";
          form.innerHTML = '<input name="q" aria-label="Search" data-atlas-search>';
          const script = document.querySelector('script[src$="/atlas-search.js"]');
          document.querySelector("[data-atlas-search]").replaceWith(form);
          const again = document.createElement("script");
          again.src = script.src;
          document.head.append(again);
        }"""
    )
    field = page.locator("form [data-atlas-search]")
    field.focus()
    expect(dialog(page)).to_have_count(0)
    page.keyboard.type("tangier")
    expect(dialog(page).get_by_role("textbox")).to_have_value("tangier")
    expect(results(page).first).to_have_text("City of Tangier")


@pytest.mark.languages("nl")
def test_a_search_that_does_not_come_says_so(visit: Visit) -> None:
    page = visit("nl/about/")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("Tanger")
    expect(said(page)).to_have_text("De zoekfunctie kon niet worden geladen.")


def test_markup_that_is_asked_for_stays_text(visit: Visit) -> None:
    page = visit(f"search/?{urlencode({'q': '<img src=x onerror=alert(1)> tangier'})}")
    expect(page.locator(".atlas-search-said")).not_to_be_empty()
    expect(page.locator(".atlas-search img")).to_have_count(0)


def test_facets_narrow_and_stand_in_the_address(visit: Visit) -> None:
    page = visit("search/")
    expect(results(page)).to_have_count(0)
    page.get_by_label("Country").select_option(label="Morocco")
    page.get_by_label("Type").select_option(label="Twinning")
    expect(page.get_by_role("status")).to_have_text("1 result")
    assert addresses(page) == [TANGIER]
    assert parse_qs(urlsplit(page.url).query) == {"country": ["ma"], "form": ["twinning"]}


@pytest.mark.languages("ar")
def test_a_search_that_was_sent_is_the_same_in_another_language(visit: Visit) -> None:
    page = visit("search/?country=ma&form=twinning&decade=2010&status=implementation&theme=health")
    expect(page.get_by_role("status")).to_have_text("1 result")
    address = page.locator('.md-select a[hreflang="ar"]').get_attribute("href")
    assert address
    page.goto(address)
    expect(page.get_by_role("status")).to_have_text("نتيجة واحدة")
    assert addresses(page) == [f"ar/{TANGIER}"]


@pytest.mark.languages("nl")
def test_enter_leads_from_the_dialog_to_all_results(visit: Visit) -> None:
    page = visit("nl/cooperations/")
    page.keyboard.press("/")
    page.keyboard.type("samenwerking")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/search/?q=samenwerking")
    expect(results(page)).to_have_count(20)
    page.get_by_role("button", name="Meer resultaten tonen").click()
    expect(results(page).nth(20)).to_be_focused()
    counted = page.get_by_role("status").inner_text().split()[0]
    expect(results(page)).to_have_count(min(40, int(counted)))


@pytest.mark.languages("ar")
def test_without_a_script_the_field_leads_to_a_page_of_lists(visit: Visit) -> None:
    page = visit("ar/actors/tangier/", javascript=False)
    page.get_by_role("searchbox", name="البحث في الأطلس").fill("طنجة")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/search/?q=*")
    expect(page.locator(".atlas-search-lists a")).to_have_count(5)
    expect(page.locator("[data-atlas-search-page] form")).to_be_hidden()
    page.locator(".atlas-search-lists a").first.click()
    page.wait_for_url("**/ar/cooperations/")


def test_where_scripts_do_not_come_the_page_says_so_after_a_while(visit: Visit) -> None:
    page = visit("about/")
    page.route("**/atlas-search.js", lambda route: route.abort())
    page.goto("search/")
    expect(page.locator(".atlas-notice")).to_be_visible()
    expect(page.locator(".atlas-search-lists a").first).to_be_visible()


def test_the_page_for_what_is_missing_has_the_search_too(visit: Visit) -> None:
    page = visit("no/such/page/")
    page.keyboard.press("/")
    page.keyboard.type("tangier")
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_in_the_open_dialog(
    visit: Visit, language: str, scheme: Scheme, width: int
) -> None:
    page = visit(path_of("theme", language), width=width, scheme=scheme)
    page.keyboard.press("/")
    page.keyboard.type("tangier" if language == "en" else "طنجة")
    expect(results(page).first).to_be_visible()
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
