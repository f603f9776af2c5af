"""A build that uses what another kept makes the same site as one that makes all anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from atlas.site.units import Unit
from tests.frozen_records import REGISTERS
from tests.site.small_site import PAGES, Made, make


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Records to change, of registers too."""
    return Path(shutil.copytree(REGISTERS, tmp_path / "data"))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Path]:
    """The site of the records as they are, and the store that its build left."""
    folder = tmp_path_factory.mktemp("before")
    return make(REGISTERS, folder / "site", folder / "store"), folder / "store"


@pytest.fixture
def store(before: tuple[Made, Path], tmp_path: Path) -> Path:
    """The store of that build, to go on from."""
    return Path(shutil.copytree(before[1], tmp_path / "store"))


def edit(file: str, pattern: str, text: str) -> Callable[[Path], None]:
    """Changes one text of a record."""

    def run(data: Path) -> None:
        path = data / file
        before = path.read_text()
        after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
        assert before != after
        path.write_text(after)

    return run


def add_a_cooperation(data: Path) -> None:
    """One more, of towns that have others."""
    text = (data / "cooperations/saint-josse-kinshasa.yml").read_text()
    text = text.replace("kinshasa", "tangier").replace("Kinshasa", "Tangier")
    (data / "cooperations/another.yml").write_text(text)


def delete_a_cooperation(data: Path) -> None:
    """One of three."""
    (data / "cooperations/saint-josse-kinshasa.yml").unlink()


def take_a_record_out(data: Path) -> None:
    """It is gone, and a list says so."""
    delete_a_cooperation(data)
    entry = "{folder: cooperations, id: saint-josse-kinshasa, date: 2026-03-01, reason: privacy}"
    (data / "removed.yml").write_text(f"records:\n  - {entry}\n")


def move_a_record(data: Path) -> None:
    """The same record in a folder of its own: it is edited elsewhere."""
    (data / "places/morocco").mkdir()
    (data / "places/tangier.yml").rename(data / "places/morocco/tangier.yml")


def give_a_namesake(data: Path) -> None:
    """Two towns of one name are told apart wherever they stand."""
    text = (data / "places/kinshasa.yml").read_text()
    (data / "places/kinshasa.yml").write_text(text.replace("en: Kinshasa", "en: Tangier"))


EDITS: list[Callable[[Path], None]] = [
    edit("cooperations/saint-josse-tangier.yml", "Two towns are twinned", "Two towns meet"),
    edit("cooperations/saint-josse-tangier.yml", "code: implementation", "code: closed"),
    edit("cooperations/saint-josse-kinshasa.yml", "2016-05", "1998"),
    edit("cooperations/saint-josse-eskisehir.yml", "form: friendship", "form: twinning"),
    edit("cooperations/saint-josse-tangier.yml", r"^themes: \[health\]\n", ""),
    edit("places/tangier.yml", "en: Tangier", "en: Tanger"),
    edit("places/kinshasa.yml", "lat: -4.32758", "lat: -4.4"),
    edit("places/eskisehir.yml", r"countries: \[TR\]", "countries: [GR]"),
    edit("actors/tangier.yml", "en: Authority of Tangier", "en: Council of Tangier"),
    edit("themes/health.yml", "Care and prevention", "Care and what prevents illness"),
    edit("sources/town-pages.yml", "text: Our towns", "text: Our new towns"),
    add_a_cooperation,
    delete_a_cooperation,
    take_a_record_out,
    move_a_record,
    give_a_namesake,
]


@pytest.mark.parametrize("change", EDITS)
def test_what_is_kept_is_what_would_be_made(
    change: Callable[[Path], None], data: Path, store: Path, tmp_path: Path
) -> None:
    change(data)
    kept = make(data, tmp_path / "kept", store)
    assert kept == make(data, tmp_path / "anew", tmp_path / "other")


def test_nothing_is_made_again_where_nothing_has_changed(
    data: Path, store: Path, tmp_path: Path, made: list[Unit], before: tuple[Made, Path]
) -> None:
    assert make(data, tmp_path / "site", store) == before[0]
    assert made == []


def test_a_change_has_no_more_made_than_what_shows_it(
    data: Path, store: Path, tmp_path: Path, made: list[Unit]
) -> None:
    edit("cooperations/saint-josse-tangier.yml", "Two towns are twinned", "Two towns meet")(data)
    make(data, tmp_path / "site", store)
    assert ("cooperations", "saint-josse-tangier") in made
    assert ("cooperations", "saint-josse-kinshasa") not in made
    assert ("actors", "kinshasa") not in made


def test_a_partner_s_new_name_is_in_the_data_of_what_names_it(
    data: Path, store: Path, tmp_path: Path, made: list[Unit]
) -> None:
    edit("actors/tangier.yml", "en: Authority of Tangier", "en: Council of Tangier")(data)
    files, _ = make(data, tmp_path / "site", store)
    for path in ("cooperations/saint-josse-tangier.json", "themes/health.json", "countries/be.csv"):
        assert b"Council of Tangier" in files[f"api/v1/{path}"]
    assert ("cooperations", "saint-josse-kinshasa") not in made
    assert ("places", "kinshasa") not in made


def test_a_hand_written_page_is_made_anew_when_it_says_something_else(
    data: Path, store: Path, tmp_path: Path, made: list[Unit], before: tuple[Made, Path]
) -> None:
    pages = [
        replace(page, html=page.html.replace("This is home", "This is the front"))
        for page in PAGES
        if (page.language, page.address) != ("ar", "search/")
    ]
    files, _ = make(data, tmp_path / "site", store, pages=pages)
    assert made == [("hand-written", "home/"), ("hand-written", "search/")]
    assert b"This is the front" in files["home/index.html"]
    assert before[0][0].keys() - files.keys() == {"ar/search/index.html"}


def test_a_site_is_made_over_an_older_one(
    data: Path, store: Path, tmp_path: Path, before: tuple[Made, Path]
) -> None:
    shutil.copytree(before[1].parent / "site", tmp_path / "site")
    edit("themes/health.yml", "Care and prevention", "Care and what prevents illness")(data)
    kept = make(data, tmp_path / "site", store)
    assert kept == make(data, tmp_path / "anew", store)


def truncate(store: Path) -> None:
    """Files that a full disk cut short."""
    for file in (store / "files").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1])


def poison(store: Path) -> None:
    """Files with something else in them."""
    for file in (store / "files").rglob("*"):
        if file.is_file():
            file.write_bytes(b"<script>")


def lose_files(store: Path) -> None:
    """An index of what is not there."""
    shutil.rmtree(store / "files")


def spoil_index(store: Path) -> None:
    """Lines that are no units."""
    with (store / "index.jsonl").open("a") as index:
        index.write('{"a": 1}\n')


def cut_index(store: Path) -> None:
    """An index of which half was written."""
    text = (store / "index.jsonl").read_text()
    (store / "index.jsonl").write_text(text[: len(text) // 2])


def empty_index(store: Path) -> None:
    """An index of nothing."""
    (store / "index.jsonl").write_text("")


@pytest.mark.parametrize(
    "spoil", [truncate, poison, lose_files, spoil_index, cut_index, empty_index, shutil.rmtree]
)
def test_a_damaged_store_is_made_anew(
    spoil: Callable[[Path], None],
    data: Path,
    store: Path,
    tmp_path: Path,
    before: tuple[Made, Path],
) -> None:
    spoil(store)
    assert make(data, tmp_path / "site", store) == before[0]
    assert make(data, tmp_path / "again", store) == before[0]


def test_what_another_engine_kept_is_not_used(
    data: Path, store: Path, tmp_path: Path, made: list[Unit]
) -> None:
    make(data, tmp_path / "site", store, "another engine")
    assert len(made) > 50


def test_a_store_holds_no_more_than_the_site_needs(data: Path, store: Path, tmp_path: Path) -> None:
    delete_a_cooperation(data)
    make(data, tmp_path / "site", store)
    make(data, tmp_path / "anew", tmp_path / "other")
    held = [
        {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}
        for folder in (store, tmp_path / "other")
    ]
    assert held[0] == held[1]


def test_a_page_that_is_changed_in_a_site_is_made_again(
    data: Path, store: Path, tmp_path: Path, before: tuple[Made, Path]
) -> None:
    make(data, tmp_path / "first", store)
    page = tmp_path / "first/cooperations/saint-josse-tangier/index.html"
    page.write_text("<p>Edited by hand.</p>")
    assert make(data, tmp_path / "second", store) == before[0]
