"""The list of a large atlas: its first view fetches what that of a small one does, and whatever is
asked of it afterwards is answered as the records say, though rows come in several files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.beginnings import newest_first
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.i18n.normalize import words
from atlas.pages import tallies
from atlas.site.columns import A_FILE
from tests.bench import generated
from tests.browser import built_site
from tests.browser.test_explore import (
    FACETS,
    FIELD,
    READY,
    box,
    counted,
    counts,
    open_all,
    passing,
    plain,
    settled,
)
from tests.mkdocs_build import Build
from tests.shared_folder import shared

SIZES = {"small": (100, 0), "large": (620, 300)}
"""How many cooperations, and how many listed ties; the large one's map is asked for."""

AT_ONCE = 50

VOCABULARY = rb'<svg class="atlas-still".*?</svg>|<details.*?</details>'
"""The picture of the map, which has its own bound, and the values to choose from: there are no more
countries, themes and decades than there are."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, build: Build) -> dict[str, Path]:
    """The sites and the records of both atlases."""

    def fill(name: str, folder: Path) -> None:
        data, (records, ties) = folder / "data", SIZES[name]
        generated.write(data, records, ties)
        done = build(
            folder / "site",
            ATLAS_DATA=str(data),
            ATLAS_LANGUAGES="en",
            ATLAS_SEARCH="off",
            ATLAS_CARDS="off",
        )
        assert done.returncode == 0, done.stderr

    return {
        name: shared(tmp_path_factory, f"explored-{name}", partial(fill, name)) for name in SIZES
    }


@pytest.fixture(scope="module")
def addresses(folders: dict[str, Path]) -> Iterator[dict[str, str]]:
    with (
        built_site.serve(folders["small"] / "site") as small,
        built_site.serve(folders["large"] / "site") as large,
    ):
        yield {"small": small, "large": large}


@pytest.fixture(scope="module")
def atlas(folders: dict[str, Path]) -> Atlas:
    """The large one, to work out by itself what the page should show."""
    return relate.relate(load.read(folders["large"] / "data").records)


@pytest.fixture
def page(window: Page, addresses: dict[str, str]) -> Page:
    """The list of the large atlas."""
    return opened(window, addresses["large"])


def opened(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}cooperations/{query}")
    expect(page.locator(READY)).to_be_attached()
    return page


def first_view(page: Page, address: str, path: str) -> dict[str, int]:
    """What a page fetches before anything is asked of it, each with its compressed bytes; of the
    page without its VOCABULARY, and without the land, a file for each frame of a picture."""
    found: dict[str, int] = {}

    def note(response: Response) -> None:
        text = response.body()
        if response.url.endswith(path):
            text = re.sub(VOCABULARY, b"", text, flags=re.DOTALL)
        name = urlsplit(response.url).path.removeprefix(urlsplit(address).path)
        if not name.startswith("assets/maps/base/"):
            found[name] = len(gzip.compress(text, 9))

    page.on("response", note)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    page.locator("#explore-map").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)  # a map that comes unasked waits no longer for a quiet moment
    page.remove_listener("response", note)
    return found


def test_the_first_view_fetches_the_same_however_much_there_is(
    window: Page, addresses: dict[str, str]
) -> None:
    window.set_viewport_size({"width": 390, "height": 844})  # there no map comes unasked
    small, large = (first_view(window, addresses[name], "cooperations/") for name in SIZES)
    assert not [name for name in large if re.search("assets/(explore|maps/scenes)/", name)]
    pages = [view.pop("cooperations/") for view in (small, large)]
    assert large == small
    assert pages[1] < pages[0] * 1.2


def test_a_large_map_is_asked_for_in_a_wide_window_too(
    window: Page, addresses: dict[str, str]
) -> None:
    view = first_view(window, addresses["large"], "cooperations/")
    assert not [name for name in view if re.search("leaflet|assets/(explore|maps/scenes)/", name)]
    ask = window.get_by_role("button", name="Open the map to move it")
    ask.click()
    expect(window.locator("#explore-map.leaflet-container:not(.atlas-drawing)")).to_be_visible()
    expect(ask).to_have_count(0)


def test_the_map_comes_by_itself_once_it_is_to_show_little(page: Page) -> None:
    expect(page.get_by_role("button", name="Open the map to move it")).to_be_visible()
    page.locator('[data-facet="theme"] > summary').click()
    page.locator('[data-facet="theme"] input').first.check()
    expect(page.locator("#explore-map.leaflet-container:not(.atlas-drawing)")).to_be_visible()
    expect(page.locator("#explore-map .atlas-pin").first).to_be_visible()


def rows(page: Page) -> list[str]:
    """The ids of the cooperations in the table, in its order."""
    found: list[str] = (
        settled(page)
        .locator("tr[data-cooperation]")
        .evaluate_all("rows => rows.map((row) => row.dataset.cooperation)")
    )
    return found


def in_order(atlas: Atlas, ids: set[str]) -> list[str]:
    return [id_ for id_ in newest_first(atlas.records, atlas.records.cooperations) if id_ in ids]


def some(atlas: Atlas, facet: str) -> str:
    """A value of a facet that some cooperations have and others have not."""
    of = counted(atlas, facet, {})
    total = len(atlas.records.cooperations)
    return max((value for value in of if of[value] < total), key=lambda value: (of[value], value))


@pytest.mark.parametrize("facet", FACETS)
def test_every_filter_answers_as_the_records_say(page: Page, atlas: Atlas, facet: str) -> None:
    chosen = {facet: {some(atlas, facet)}}
    open_all(page)
    box(page, facet, *chosen[facet]).check()
    found = passing(atlas, chosen)
    assert rows(page) == in_order(atlas, found)[:AT_ONCE]
    assert plain(page) == tallies.count_all(Edition.in_english(atlas), found)
    for other in FACETS:
        assert counts(page, other) == counted(atlas, other, chosen), other


def test_more_rows_come_from_file_to_file(page: Page, atlas: Atlas) -> None:
    wanted = in_order(atlas, {*atlas.records.cooperations})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    assert rows(page) == wanted[:AT_ONCE]
    for shown in range(2 * AT_ONCE, A_FILE + 2 * AT_ONCE, AT_ONCE):
        page.get_by_role("button", name="Show 50 more").click()
        expect(page.locator("tr[data-cooperation]")).to_have_count(shown)
        assert rows(page) == wanted[:shown]
    names = [path.rpartition("/")[2] for path in fetched]
    assert [name for name in names if name.startswith("rows-")] == [
        "rows-en-0.json",
        "rows-en-1.json",
    ]


def test_a_heading_sorts_what_is_in_all_files(page: Page, atlas: Atlas) -> None:
    edition = Edition.in_english(atlas)
    titles = {id_: edition.cooperation(id_).name.text for id_ in atlas.records.cooperations}
    page.get_by_role("columnheader", name="Cooperation").get_by_role("button").click()
    expect(page.locator("tr[data-cooperation]")).to_have_count(AT_ONCE)
    first = rows(page)
    assert first != in_order(atlas, {*titles})[:AT_ONCE]
    assert [titles[id_] for id_ in first] == sorted(titles.values(), key=str.casefold)[:AT_ONCE]


def test_typed_words_find_titles_of_all_files(page: Page, atlas: Atlas) -> None:
    edition = Edition.in_english(atlas)
    last = in_order(atlas, {*atlas.records.cooperations})[-1]
    title = edition.cooperation(last).name.text
    page.get_by_label(FIELD).fill(" ".join(words(title)))
    expect(page.locator("tr[data-cooperation]")).to_have_count(1)
    assert rows(page) == [last]


def test_listed_ties_follow_and_fetch_no_rows_but_those_shown(
    window: Page, addresses: dict[str, str], atlas: Atlas
) -> None:
    fetched: list[str] = []
    window.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page = opened(window, addresses["large"], "?evidence=listed")
    pairs = [*atlas.listed.unresearched]
    shown = page.locator("tr[data-listed]")
    expect(shown).to_have_count(AT_ONCE)
    ids: list[str] = shown.evaluate_all("rows => rows.map((row) => row.dataset.listed)")
    assert ids == pairs[:AT_ONCE]
    assert plain(page) == f"{len(pairs)} listed ties, not checked"
    names = {path.rpartition("/")[2] for path in fetched if "/assets/explore/" in path}
    assert names <= {
        *("filters.json", "en.json", "listed.json", "listed-en.json", "listed-rows-en-0.json"),
        *("map.json", "places-en.json", "listed-map.json", "listed-places-en.json"),
        "listed-rows-en-1.json",  # the map of so few comes with all its rows
    }
    assert "rows-en-0.json" not in names
