"""Shares of a site, made apart and put together, are the site that one build makes alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.site import share, unit_workers
from atlas.site.share import Share, ShareError
from atlas.site.unit_builder import BuiltUnit, UnitBuilder
from atlas.site.units import Unit
from tests.conftest import ROOT
from tests.frozen_records import ATLAS, REGISTERS
from tests.mkdocs_build import EPOCH, URL
from tests.site.small_site import Made, keep_share, make


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The site as one build makes it, with one worker and nothing kept."""
    folder = tmp_path_factory.mktemp("cold")
    return make(REGISTERS, folder / "site", folder / "store")


@pytest.fixture(scope="module")
def shares(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The stores of three shares, each made by itself."""
    stores = [tmp_path_factory.mktemp(f"share-{number}") for number in (1, 2, 3)]
    for number, store in enumerate(stores, 1):
        keep_share(REGISTERS, store, number, 3)
    return stores


def put_together(stores: list[Path], folder: Path) -> Path:
    """What all stores have, in one folder."""
    for store in stores:
        shutil.copytree(store, folder, dirs_exist_ok=True)
    return folder


def test_of_all_shares_a_build_makes_nothing_anew_and_the_same_site(
    shares: list[Path], cold: Made, made: list[Unit], tmp_path: Path
) -> None:
    store = put_together(shares, tmp_path / "store")
    assert make(REGISTERS, tmp_path / "site", store) == cold
    assert made == []
    assert [file.name for file in store.glob("index*")] == ["index.jsonl"]
    assert make(REGISTERS, tmp_path / "again", store) == cold
    assert made == []


def test_each_share_makes_units_of_its_own(made: list[Unit], tmp_path: Path) -> None:
    keep_share(REGISTERS, tmp_path / "one", 1, 2)
    first = made.copy()
    keep_share(REGISTERS, tmp_path / "two", 2, 2)
    second = made[len(first) :]
    assert len(set(made)) == len(made)
    assert abs(len(first) - len(second)) <= 1
    assert {unit.kind for unit in first} & {unit.kind for unit in second}


def test_a_share_makes_only_what_is_not_kept_and_takes_nothing_away(
    cold: Made, made: list[Unit], tmp_path: Path
) -> None:
    make(REGISTERS, tmp_path / "site", tmp_path / "store")
    before = len(made)
    files = {*(tmp_path / "store").rglob("*")}
    keep_share(REGISTERS, tmp_path / "store", 2, 2)
    assert len(made) == before
    assert {*(tmp_path / "store").rglob("*")} - files == {tmp_path / "store/index-2.jsonl"}
    assert files <= {*(tmp_path / "store").rglob("*")}


def lose(store: Path) -> None:
    """The share did not come."""
    shutil.rmtree(store)
    store.mkdir()


def damage(store: Path) -> None:
    """Its files came cut short."""
    for file in (store / "files").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1])


def cut_index(store: Path) -> None:
    """Half of its index came."""
    text = (store / "index-2.jsonl").read_text()
    (store / "index-2.jsonl").write_text(text[: len(text) // 2])


@pytest.mark.parametrize("spoil", [lose, damage, cut_index])
def test_what_a_share_lacks_the_build_makes(
    spoil: Callable[[Path], None],
    shares: list[Path],
    cold: Made,
    made: list[Unit],
    tmp_path: Path,
) -> None:
    second = Path(shutil.copytree(shares[1], tmp_path / "second"))
    spoil(second)
    # The damaged one comes first: what the others have, too, stays as it came with them.
    store = put_together([second, shares[0], shares[2]], tmp_path / "store")
    assert make(REGISTERS, tmp_path / "site", store) == cold
    assert 0 < len(made) < len(cold[0]) / 2
    assert make(REGISTERS, tmp_path / "again", store) == cold


def test_several_workers_make_the_same_site(
    cold: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(unit_workers, "FEWEST", 1)
    assert make(REGISTERS, tmp_path / "site", tmp_path / "store", workers=3) == cold


def test_workers_that_have_grown_make_way_for_others(
    cold: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(unit_workers, "FEWEST", 1)
    monkeypatch.setattr(unit_workers, "_GROWTH", -1)
    pids = tmp_path / "pids"
    build = UnitBuilder.build

    def note(builder: UnitBuilder, unit: Unit) -> BuiltUnit:
        with pids.open("a") as file:
            print(os.getpid(), file=file)
        return build(builder, unit)

    monkeypatch.setattr(UnitBuilder, "build", note)
    assert make(REGISTERS, tmp_path / "site", tmp_path / "store", workers=2) == cold
    each = Counter(pids.read_text().split())
    assert str(os.getpid()) not in each
    assert len(each) > 5
    assert max(each.values()) <= 8


def test_a_worker_that_is_killed_ends_the_build_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(unit_workers, "FEWEST", 1)
    monkeypatch.setattr(UnitBuilder, "build", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(unit_workers.WorkerError, match="ended before its work was done"):
        make(REGISTERS, tmp_path / "site", tmp_path / "store", workers=2)


@pytest.mark.parametrize(
    "text", ["5/4", "0/4", "x", "", "1", "1/0", "1/2/3", "-1/2", "1/2\n", "٢/٤"]
)
def test_what_is_no_share_is_told_in_a_sentence(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ShareError, match="no share of a site"):
        Share.parse(text)
    assert share.main(text) == 1
    assert "SHARE=2/4 is the second of four." in capsys.readouterr().err


def run(module: str, argument: str, cache: Path, search_path: str) -> None:
    """Run a module of the engine as `site` was built."""
    done = subprocess.run(
        [sys.executable, "-m", module, argument],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": search_path,
            "ATLAS_DATA": str(ATLAS),
            "ATLAS_CACHE": str(cache),
            "ATLAS_SITE_URL": URL,
            "NO_MKDOCS_2_WARNING": "true",
            "SOURCE_DATE_EPOCH": EPOCH,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def files(folder: Path) -> dict[str, Path]:
    return {
        file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()
    }


def test_a_whole_site_of_shares_is_the_one_that_mkdocs_made(site: Path, tmp_path: Path) -> None:
    """Two shares by the real command, the first without frames; then a build to which MkDocs is not
    there, of what both have kept."""
    hooks, missing = str(ROOT / "hooks"), tmp_path / "missing"
    missing.mkdir()
    (missing / "mkdocs.py").write_text("raise ImportError('MkDocs is not here')\n")
    run("atlas.site.share", "1/2", tmp_path / "one", hooks)
    shutil.copytree(tmp_path / "one/frames", tmp_path / "two/frames")
    without = f"{missing}{os.pathsep}{hooks}"
    run("atlas.site.share", "2/2", tmp_path / "two", without)
    cache = put_together([tmp_path / "one", tmp_path / "two"], tmp_path / "both")
    kept = {file.stat().st_ino for file in (cache / "units/files").rglob("*")}
    run("atlas.site.make", str(tmp_path / "site"), cache, without)
    assert {file.stat().st_ino for file in (cache / "units/files").rglob("*")} == kept
    made, alone = files(tmp_path / "site"), files(site)
    assert made.keys() == alone.keys()
    assert [name for name in made if made[name].read_bytes() != alone[name].read_bytes()] == []
