"""What an editor waits for in the preview, and what a visitor fetches."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bench import edit, reading, stages
from tests.bench.case import Case
from tests.bench.cost import FailedError
from tests.bench.sizes import Size
from tests.bench.table import Table
from tests.site_languages import LANGUAGES

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A small atlas in one language."""
    case = Case(Size("small", 60), tmp_path_factory.mktemp("edit"), LANGUAGES[0])
    case.write()
    return case


def test_an_edit_is_awaited_and_taken_back(
    previewed: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit, "EDITS", 1)
    before = stages.digests(previewed.data)
    (table,) = edit.measure(previewed)
    assert isinstance(table, Table)
    assert [float(row[1]) > 0 for row in table.rows] == [True] * 3
    assert stages.digests(previewed.data) == before


def test_a_preview_that_shows_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "_PATIENCE", 0.1)
    with pytest.raises(FailedError, match="did not show 'words'"):
        edit.wait_for("http://127.0.0.1:9/", "words")


@pytest.mark.browser
def test_a_first_load_counts_all_that_is_fetched(previewed: Case) -> None:
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests has this thread
        (table,) = apart.submit(lambda: [*reading.measure(previewed)]).result()
    assert isinstance(table, Table)
    rows = {row[0].split(":")[0]: [float(cell) for cell in row[1:]] for row in table.rows}
    assert {"explore", "cooperations, median", "actors, largest", "countries, largest"} <= set(rows)
    for requests, size, page in rows.values():
        assert requests > 4
        assert size > page > 1
    median, largest = rows["actors, median"], rows["actors, largest"]
    assert largest[2] > median[2]


def test_pages_that_moved_are_not_opened(tmp_path: Path) -> None:
    for name, text in {"a": "<p>", "b": "<p>long", "c": '<meta http-equiv="refresh">' * 9}.items():
        (tmp_path / "places" / name).mkdir(parents=True)
        (tmp_path / "places" / name / "index.html").write_text(text)
    assert [*reading.chosen(tmp_path)][1:] == [
        ("places, median", "places/b/"),
        ("places, largest", "places/b/"),
    ]
