"""What is measured of an atlas: a build, its parts, its files, and that they add up."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.files import reader
from tests.bench import stages
from tests.bench.case import Case
from tests.bench.cost import FailedError
from tests.bench.entry import Entry
from tests.bench.sizes import Size
from tests.bench.table import Table
from tests.conftest import ROOT
from tests.site_languages import DIRECTIONS, PREFIXES

RECORDS = 60
HAND_WRITTEN = sum(1 for _ in (ROOT / "docs" / "en").rglob("*.md"))
GOALS = 17


@pytest.fixture(scope="module")
def measuring(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A small atlas in all languages."""
    case = Case(Size("small", RECORDS), tmp_path_factory.mktemp("bench"), ",".join(DIRECTIONS))
    case.write()
    return case


@pytest.fixture(scope="module")
def built(measuring: Case) -> list[Entry | Table | str]:
    """What is found while its site is built."""
    return list(stages.build(measuring))


def tables(found: list[Entry | Table | str]) -> dict[str, list[tuple[str, ...]]]:
    return {one.title: [tuple(row) for row in one.rows] for one in found if isinstance(one, Table)}


def numbers(rows: list[tuple[str, ...]], column: int) -> list[float]:
    return [float(row[column].replace(",", "")) for row in rows]


@pytest.mark.languages("ar")
def test_every_record_gets_its_page_in_every_language(
    measuring: Case, built: list[Entry | Table | str]
) -> None:
    site = measuring.site
    documents, _ = reader.read(measuring.data)
    further = [path for path in site.glob("*/page-*") if path.is_dir()]
    assert [path.name for path in further] == ["page-2"], "the list of cooperations is cut"
    countries = [path for path in (site / "countries").iterdir() if path.is_dir()]
    lists = [path for path in (site / "explore").iterdir() if path.is_dir()]
    explore = 1  # leads on
    made = len(further) + len(countries) + len(lists) + GOALS + explore
    each = len(documents) + made + HAND_WRITTEN
    (entry,) = (one for one in built if isinstance(one, Entry))
    assert entry.pages == len(DIRECTIONS) * each
    assert documents
    for prefix in (PREFIXES[code] for code in DIRECTIONS):
        assert all(
            (site / prefix / one.folder / one.id / "index.html").is_file() for one in documents
        )


@pytest.mark.languages("ar")
def test_a_build_costs_time_and_memory(built: list[Entry | Table | str]) -> None:
    (entry,) = (one for one in built if isinstance(one, Entry))
    assert entry.cost.cpu > 0
    assert entry.cost.memory > 10_000_000
    assert entry.size > entry.pages * 1_000


@pytest.mark.languages("ar")
def test_the_parts_of_a_build_add_up_to_its_time(built: list[Entry | Table | str]) -> None:
    (entry,) = (one for one in built if isinstance(one, Entry))
    rows = tables(built)["The cold build, part by part"]
    assert {"maps", "host", "pages: cooperation", "all others"} <= {row[0] for row in rows}
    for column in (1, 2):
        *parts, together = numbers(rows, column)
        assert sum(parts) == pytest.approx(together, abs=0.01 * len(parts))
    assert together == pytest.approx(entry.cost.cpu, rel=0.2), "but for the interpreter's beginning"


@pytest.mark.languages("ar")
def test_the_kinds_of_files_add_up_to_the_site(built: list[Entry | Table | str]) -> None:
    (entry,) = (one for one in built if isinstance(one, Entry))
    rows = tables(built)["What the site is made of"]
    *kinds, together = numbers(rows, 1)
    assert sum(kinds) == together == entry.files
    assert numbers(rows, 2)[-1] == pytest.approx(entry.size / 1e6, abs=0.01)
    files = {row[0]: int(row[1].replace(",", "")) for row in rows}
    assert files["pages: cooperations"] == len(DIRECTIONS) * (RECORDS + 1), (
        "and the rest of the list"
    )
    assert sum(files[kind] for kind in files if kind.startswith("pages: ")) == entry.pages


def test_a_build_that_fails_says_why(measuring: Case, tmp_path: Path) -> None:
    other = Case(measuring.size, tmp_path, "xx")
    other.write()
    with pytest.raises(FailedError, match="xx"):
        other.build(other.site, other.cache)


@pytest.mark.languages("ar")
def test_a_build_after_a_change_is_held_against_a_cold_one(
    measuring: Case, built: list[Entry | Table | str]
) -> None:
    assert built
    before = stages.digests(measuring.data)
    found = list(stages.change(measuring))
    again, after, cold = (one for one in found if isinstance(one, Entry))
    assert again.pages == after.pages == cold.pages
    assert (after.files, after.size) == (cold.files, cold.size)
    assert [one.endswith("the same.") for one in found if isinstance(one, str)] == [True, True]
    assert stages.digests(measuring.data) == before


def test_two_sites_that_differ_are_refused(tmp_path: Path) -> None:
    for name, text in {"one/a": "1", "other/a": "1", "one/b": "1", "other/b": "2"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "other" / "c").touch()
    with pytest.raises(FailedError, match="Kept: 2 files differ: b, c"):
        stages.require_same("Kept", tmp_path / "one", tmp_path / "other")


def test_checks_are_measured_of_all_and_of_one(measuring: Case) -> None:
    found = [one.what for one in stages.check(measuring) if isinstance(one, Entry)]
    assert found == ["check, cold", "check, again", "check of one file"]
