"""The page "Match my list": a list is matched where it lies, whatever stands in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, Request, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Scheme, Visit

LIST = (
    "Stadt;Land;Breitengrad;Längengrad\n"
    "Tanger;Marokko;;\n"
    "Tangeer;Morocco;;\n"
    "Kinshasa;RDC;-4.33;15.31\n"
    "Kinshasa;Congo;;\n"
    "Nowhere;Belgium;;\n"
)
HOSTILE = '<img src=x onerror="document.title=1">'


def paste(page: Page, text: str) -> None:
    page.get_by_label("Your list", exact=True).fill(text)
    page.get_by_role("button", name="Match", exact=True).click()


def rows(page: Page) -> list[list[str]]:
    """What each row of the table shows, the last cell empty where nothing is like it."""
    lines = page.locator(".atlas-matched tbody tr")
    return [line.locator("th, td").all_inner_texts() for line in lines.all()]


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(390, "dark", "ar"), (1280, "light", "en")],
)
def test_results_break_no_rule(look: Visit, language: str, scheme: Scheme, width: int) -> None:
    page = look(path_of("match", language), scheme=scheme, width=width)
    page.locator("[data-example]").click()
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(4)
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_row_says_which_place_it_is_and_why(look: Visit) -> None:
    page = look("match/")
    paste(page, LIST)
    expect(page.get_by_role("status")).to_have_text("Rows: 5. In the atlas: 2; perhaps: 2; not: 1.")
    tangier, misspelt, kinshasa, congo, nowhere = rows(page)
    assert "tangier" in tangier[1]
    assert tangier[2] == "the same name and country, the only one"
    assert misspelt[1] == "Perhaps in the atlas"
    assert "tangier" in misspelt[3]
    assert "the same name but for a letter" in misspelt[3]
    assert kinshasa[2].startswith("the same name and country, 0.")
    assert congo[2] == "The country may be one of several."
    assert "the same name in another country" in congo[3]
    assert nowhere[1:] == ["Not in the atlas", "", ""]
    page.get_by_role("radio", name="Perhaps in the atlas 2").check()
    assert [row[0].split("\n")[0] for row in rows(page)] == ["Tangeer", "Kinshasa"]
    page.locator(".atlas-matched tbody a").first.click()
    expect(page.locator("h1")).to_have_text("City of Tangier")


def test_nothing_leaves_the_browser(look: Visit, address: str) -> None:
    page = look("match/")
    asked: list[str] = []

    def listen(request: Request) -> None:
        asked.append(request.url)
        assert (request.method, request.post_data) == ("GET", None)

    page.on("request", listen)
    paste(page, LIST)
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(5)
    page.remove_listener("request", listen)
    files = {one.removeprefix(f"{address}assets/") for one in asked}
    assert {"match/places.json", "match/reading.json"} < files
    assert all(one.startswith(("match/", "javascripts/atlas-")) for one in files)
    assert page.url == f"{address}match/"


def test_the_list_can_be_kept_with_its_ids(look: Visit) -> None:
    page = look("match/")
    paste(page, f"{LIST}=1+1;Belgium;;\nTangier;Morocco;35.77;-5.80\n")
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(7)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV", exact=True).click()
    assert download.value.suggested_filename == "atlas-match.csv"
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        heading, first, *others = csv.reader(file)
    assert heading[:4] == ["Stadt", "Land", "Breitengrad", "Längengrad"]
    assert dict(zip(heading[4:], first[4:], strict=True)) == {
        "atlas_id": "tangier",
        "atlas_name": "Tangier",
        "atlas_why": "the same name and country, the only one",
        "atlas_km": "",
        "atlas_others": "",
    }
    assert others[0][-1] == "tangier (the same name but for a letter)"
    assert others[-2][:2] == ["'=1+1", "Belgium"]
    assert others[-1][2:5] == ["35.77", "-5.8", "tangier"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "There is no list yet"),
        (b"name,country\n", "The list has headings and no rows."),
        (b'name,country\nGenk,BE\n"Tangier,MA\n', "A quotation mark in row 3"),
        (b"PK\x03\x04rest", "This is a spreadsheet."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is a spreadsheet."),
        (b"name\0,country\nGenk,BE\n", "This is no list in letters."),
        (b"who,where\nGenk,BE\n", "No column is called “name” or the like."),
    ],
)
def test_what_is_no_list_is_told(look: Visit, content: bytes, said: str) -> None:
    page = look("match/")
    choose(page, content)
    expect(page.get_by_role("status")).to_contain_text(said)
    expect(page.locator(".atlas-matched")).to_be_hidden()
    choose(page, b"name,country\nTangier,MA\n")  # the next one is none the worse for it
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(1)


def choose(page: Page, content: bytes) -> None:
    file = FilePayload(name="list.csv", mimeType="text/csv", buffer=content)
    page.locator("input[type=file]").set_input_files(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_any_usual_encoding(look: Visit, encoding: str) -> None:
    page = look("match/")
    choose(page, "Ville;Pays\nTanger;Maroc\nSaint-Josse-ten-Noode;Bélgica\n".encode(encoding))
    expect(page.get_by_role("status")).to_contain_text("In the atlas: 2;")


def test_a_column_that_is_not_recognised_can_be_chosen(look: Visit) -> None:
    page = look("match/")
    paste(page, "who,where\nTangier,Morocco\n")
    expect(page.locator(".atlas-match-columns")).to_have_attribute("open", "")
    page.get_by_label("Name", exact=True).select_option("who")
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(1)
    expect(page.locator(".atlas-matched tbody td").nth(1)).to_have_text("A country is missing.")
    page.get_by_label("Country", exact=True).select_option("where")
    expect(page.get_by_role("status")).to_contain_text("In the atlas: 1;")


def test_a_long_list_is_shown_a_part_at_a_time(look: Visit) -> None:
    page = look("match/")
    paste(page, "name,country\n" + "".join(f"Town {n},Belgium\n" for n in range(120)))
    lines = page.locator(".atlas-matched tbody tr")
    expect(lines).to_have_count(50)
    page.get_by_role("button", name="Show 50 more").press("Enter")
    expect(lines).to_have_count(100)
    expect(lines.nth(50).locator("th")).to_be_focused()
    page.get_by_role("radio", name="In the atlas 0", exact=True).check()
    expect(lines).to_have_count(0)
    expect(page.locator(".atlas-matched table")).to_be_hidden()


def test_what_stands_in_a_list_is_only_text(look: Visit) -> None:
    page = look("match/")
    title = page.title()
    paste(page, f"name,country,{HOSTILE}\n{HOSTILE},{HOSTILE},x\n__proto__,constructor,\n")
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(2)
    assert rows(page)[0][0].startswith(HOSTILE)
    expect(page.locator("article img")).to_have_count(0)
    assert page.title() == title


def test_places_that_cannot_be_fetched_are_told(look: Visit) -> None:
    page = look("match/")
    page.route("**/match/places.json", lambda route: route.abort())
    paste(page, LIST)
    expect(page.get_by_role("status")).to_contain_text("could not be fetched")
    page.unroute("**/match/places.json")
    page.get_by_role("button", name="Match", exact=True).click()
    expect(page.locator(".atlas-matched tbody tr")).to_have_count(5)
