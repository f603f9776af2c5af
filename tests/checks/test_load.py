"""Data that is read again and again is what it would be if it was read for the first time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from atlas.checks import load
from atlas.checks.load import Loader
from atlas.files.parsed_texts import ParsedTexts
from tests.checks.minimal import FOLDER, TODAY, cases
from tests.frozen_records import LIVES, REGISTERS

_FILES = ("rules", "codes", "money", "origins", "lives", "refusals")
_CASES = [case for name in _FILES for case in cases(f"{name}.yml")]
_TOWN = Path("actors/hill.yml")


def _same_as_new(loader: Loader, data: Path) -> None:
    """What a program that goes on says, and one that begins and knows what that has kept, is what
    one says that knows nothing."""
    new = load.read(data, TODAY)
    for again in (loader.load(), load.read(data, TODAY, ParsedTexts(_kept(data)))):
        assert [str(problem) for problem in again.problems] == [str(one) for one in new.problems]
        assert again == new


def _kept(data: Path) -> Path:
    return data.parent / "kept"


def _begin(data: Path) -> Loader:
    """A loader that has read the data once."""
    loader = Loader(data, TODAY, ParsedTexts(_kept(data)))
    loader.load()
    return loader


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


def _break(data: Path, case: dict[str, Any]) -> None:
    for change in case["changes"]:
        text = (data / change.get("like", change["in"])).read_text("utf-8")
        (data / change["in"]).write_text(text.replace(change.get("old", ""), change.get("new", "")))


@pytest.mark.parametrize("share", range(4))
def test_mistakes_are_found_and_so_is_their_end(data: Path, share: int) -> None:
    loader = _begin(data)
    for case in _CASES[share::4]:
        _break(data, case)
        _same_as_new(loader, data)
        for change in case["changes"]:
            (data / change["in"]).unlink(missing_ok=True)
        shutil.copytree(FOLDER, data, dirs_exist_ok=True)
    _same_as_new(loader, data)


def test_a_record_is_judged_again_when_what_it_rests_on_has_changed(data: Path) -> None:
    """The town of an actor of a cooperation is two steps away from it."""
    cooperation, town = data / "cooperations" / "hill-dale.yml", data / "places" / "hill.yml"
    text = cooperation.read_text("utf-8")
    cooperation.write_text(text.replace("[signatory], side: b", "[signatory], side: a"), "utf-8")
    whole = town.read_text("utf-8")
    lines = whole.splitlines(keepends=True)
    town.write_text("".join(line for line in lines if "coordinates" not in line), "utf-8")
    loader = _begin(data)
    assert not any("no line joins" in str(problem) for problem in loader.load().problems)
    town.write_text(whole, "utf-8")
    assert any("no line joins" in str(problem) for problem in loader.load().problems)
    _same_as_new(loader, data)
    town.unlink()
    _same_as_new(loader, data)


def _append(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "# seen\n", "utf-8")


def _rename(path: Path) -> None:
    path.rename(path.with_name(f"x-{path.name}"))


def _break_off(path: Path) -> None:
    path.write_text(path.read_text("utf-8")[: path.stat().st_size // 2], "utf-8")


def _swap(path: Path) -> None:
    """Write what another file holds."""
    path.write_bytes(sorted(path.parent.iterdir())[-1].read_bytes())


def _keep_the_time(path: Path) -> None:
    """Change a letter so that neither the size nor the time of the file tells of it."""
    before = path.stat()
    text = path.read_text("utf-8")
    path.write_text(text.replace("a", "o", 1), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _link(path: Path) -> None:
    path.rename(path.with_name("kept"))
    path.symlink_to("kept")


def _misname(path: Path) -> None:
    path.rename(path.with_name(path.name.title()))


def _copy(path: Path) -> None:
    path.with_name("a-copy.yml").write_bytes(path.read_bytes())


_EDITS = (
    *(_append, _rename, _break_off, _swap, _keep_the_time, _link, _misname, Path.unlink),
    *(_copy, Path.touch),
)


@pytest.mark.parametrize("frozen", [LIVES, REGISTERS], ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("seed", range(3))
def test_edits_of_every_kind_in_any_order(tmp_path: Path, frozen: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same every time is what is wanted here
    data = Path(shutil.copytree(frozen, tmp_path / "data"))
    loader = _begin(data)
    for _ in range(25):
        files = sorted(path for path in data.rglob("*") if path.suffix in {".yml", ".csv"})
        edit: Callable[[Path], Any] = chance.choice(_EDITS)
        if (path := chance.choice(files)).is_file():
            edit(path)
        if chance.random() < 0.3:
            shutil.copytree(frozen, data, dirs_exist_ok=True, copy_function=shutil.copyfile)
        _same_as_new(loader, data)


def test_outlines_are_looked_at_again(data: Path, tmp_path: Path) -> None:
    loader = _begin(data)
    (data / "world").mkdir()
    borders = data / "world" / "borders.geo.json"
    borders.write_text('{"type": "FeatureCollection", "features": []}')
    _same_as_new(loader, data)
    borders.unlink()
    _same_as_new(loader, data)
