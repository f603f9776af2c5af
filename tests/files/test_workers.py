"""Work that is shared out comes to what it comes to where one does it all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from atlas import checks
from atlas.checks import load
from atlas.files import parsed_texts, workers
from atlas.files.parsed_texts import ParsedTexts
from tests.conftest import ROOT
from tests.frozen_records import ATLAS

_BROKEN = ROOT / "tests" / "cases" / "ten-broken-records" / "data"


@pytest.fixture(autouse=True)
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes, of which each has enough to do with one file."""
    monkeypatch.setenv("ATLAS_WORKERS", "3")
    monkeypatch.setattr("atlas.files.parsed_texts.FEWEST", 1)
    monkeypatch.setattr(checks, "_FEWEST", 1)
    monkeypatch.setattr("threading.active_count", lambda: 1)  # tests are run by several
    assert workers.count(100) == 3


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert workers.run([partial(pow, number, 2) for number in range(4)]) == [0, 1, 4, 9]


def test_what_a_worker_does_not_bring_is_done_here() -> None:
    here = os.getpid()

    def fall(how: Callable[[], object]) -> int:
        if os.getpid() != here:
            how()
        return os.getpid()

    tasks = [partial(fall, how) for how in (int, lambda: os._exit(1), lambda: 1 / 0)]
    assert workers.run(tasks) == [here] * 3


def test_a_mistake_is_told_by_whose_task_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        workers.run([lambda: 1, lambda: 1 // 0])


@pytest.mark.parametrize("frozen", [ATLAS, _BROKEN], ids=lambda folder: folder.parent.name)
def test_records_are_the_same_however_many_read_them(
    tmp_path: Path, frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = date(2026, 11, 21)
    monkeypatch.setenv("ATLAS_WORKERS", "1")
    expected = load.read(frozen, today, ParsedTexts(tmp_path / "one"))
    monkeypatch.setenv("ATLAS_WORKERS", "3")
    for _ in range(2):
        assert load.read(frozen, today, ParsedTexts(tmp_path / "three")) == expected
    one, three = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}
        for name in ("one", "three")
    )
    assert one == three


def test_what_is_kept_already_stays(tmp_path: Path) -> None:
    """Of the files of a shelf some are known, and some are new."""
    data = Path(shutil.copytree(ATLAS, tmp_path / "data"))
    for path in sorted((data / "sources").iterdir())[::2]:
        path.rename(tmp_path / path.name)
    load.read(data, None, ParsedTexts(tmp_path / "kept"))
    for path in tmp_path.glob("*.yml"):
        path.rename(data / "sources" / path.name)
    expected = load.read(data)
    assert load.read(data, None, ParsedTexts(tmp_path / "kept")) == expected
    assert len([*(tmp_path / "kept").iterdir()]) <= parsed_texts.SHELVES
