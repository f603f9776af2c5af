"""Stored frames: the site without MkDocs is the one that MkDocs makes, and no record is in them."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from atlas.site import frame_store, settings
from atlas.site.frames import Frames, FramesError
from tests.conftest import ROOT
from tests.frozen_records import ATLAS, TOWNS
from tests.mkdocs_build import EPOCH, URL, Build, copied
from tests.shared_folder import shared
from tests.site_languages import LANGUAGES

TWO = ",".join(LANGUAGES[:2])


def make(
    site: Path, tmp_path: Path, *, project: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Make a site where importing MkDocs or its theme fails."""
    missing = tmp_path / "missing"
    missing.mkdir(exist_ok=True)
    for name in ("mkdocs", "mkdocs_static_i18n", "material", "markdown"):
        (missing / f"{name}.py").write_text(f"raise ImportError('{name} is not here')\n")
    return subprocess.run(
        [sys.executable, "-m", "atlas.site.make", str(site)],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": f"{missing}{os.pathsep}{project / 'hooks'}",
            "ATLAS_SITE_URL": URL,
            "ATLAS_CARDS": "off",
            "ATLAS_SEARCH": "off",
            "ATLAS_LANGUAGES": TWO,
            "SOURCE_DATE_EPOCH": EPOCH,
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """A folder with what a build of a few towns kept, and its `site`."""

    def fill(folder: Path) -> None:
        done = build(
            folder / "site",
            ATLAS_DATA=str(TOWNS),
            ATLAS_CACHE=str(folder / "cache"),
            ATLAS_LANGUAGES=TWO,
            ATLAS_SEARCH="off",
        )
        assert done.returncode == 0, done.stderr

    return shared(tmp_path_factory, "kept-frames", fill)


def frames_in(cache: Path) -> Path:
    (found,) = (cache / "frames").iterdir()
    return found


def files(site: Path) -> list[str]:
    found = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert len(found) > 100
    return sorted(found)


def require_same(site: Path, other: Path) -> None:
    names = files(site)
    assert names == files(other)
    _, differing, failed = filecmp.cmpfiles(site, other, names, shallow=False)
    assert (differing, failed) == ([], [])


def test_the_site_is_made_without_mkdocs(kept: Path, tmp_path: Path) -> None:
    done = make(tmp_path / "site", tmp_path, ATLAS_DATA=str(TOWNS), ATLAS_CACHE=str(kept / "cache"))
    assert done.returncode == 0, done.stderr
    require_same(kept / "site", tmp_path / "site")


def test_no_record_is_in_the_frames(build: Build, kept: Path, tmp_path: Path) -> None:
    by_mkdocs = build(
        tmp_path / "other", ATLAS_DATA=str(ATLAS), ATLAS_LANGUAGES=TWO, ATLAS_SEARCH="off"
    )
    assert by_mkdocs.returncode == 0, by_mkdocs.stderr
    done = make(tmp_path / "site", tmp_path, ATLAS_DATA=str(ATLAS), ATLAS_CACHE=str(kept / "cache"))
    assert done.returncode == 0, done.stderr
    require_same(tmp_path / "other", tmp_path / "site")
    assert frames_in(tmp_path / "other-cache").name == frames_in(kept / "cache").name


def test_frames_that_were_chosen_are_used_whatever_they_were_made_from(
    kept: Path, tmp_path: Path
) -> None:
    chosen = tmp_path / "frames"
    shutil.copytree(frames_in(kept / "cache"), chosen)
    done = make(
        tmp_path / "site",
        tmp_path,
        ATLAS_DATA=str(TOWNS),
        ATLAS_FRAMES=str(chosen),
        ATLAS_SITE_URL="https://else.example/",
    )
    assert done.returncode == 0, done.stderr
    assert "as ATLAS_FRAMES says. They were made of other pages" in done.stderr
    require_same(kept / "site", tmp_path / "site")


def environment(**more: str) -> dict[str, str]:
    """What `make` and `build` set that frames depend on."""
    return {"ATLAS_SITE_URL": URL, "ATLAS_LANGUAGES": TWO, "ATLAS_CARDS": "off", **more}


@pytest.mark.parametrize("broken", ["nothing", "another version"])
def test_frames_that_cannot_be_used_are_refused_in_a_sentence(broken: str, tmp_path: Path) -> None:
    chosen = tmp_path / "frames"
    chosen.mkdir()
    if broken != "nothing":
        (chosen / "frames.json").write_text('{"config": {"colour": "blue"}}')
    done = make(tmp_path / "site", tmp_path, ATLAS_FRAMES=str(chosen))
    assert done.returncode == 1
    expected = "holds no stored frames." if broken == "nothing" else "no frames of this version"
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_without_frames_mkdocs_is_asked(tmp_path: Path) -> None:
    done = make(tmp_path / "site", tmp_path, ATLAS_CACHE=str(tmp_path / "cache"))
    assert done.returncode != 0
    assert "mkdocs is not here" in done.stderr


def test_frames_are_not_kept_of_pages_that_mkdocs_warns_of(build: Build, tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    page = project / f"docs/{LANGUAGES[0]}/about.md"
    page.write_text(f"{page.read_text()}\n[nowhere](nowhere.md)\n")
    done = build(
        tmp_path / "site", project=project, ATLAS_LANGUAGES=LANGUAGES[0], ATLAS_SEARCH="off"
    )
    assert done.returncode != 0
    assert "nowhere.md" in done.stdout + done.stderr
    assert not (tmp_path / "site-cache/frames").exists()


def _touch_data(project: Path) -> None:
    (project / "data/places").mkdir(parents=True)
    (project / "data/places/genk.yml").write_text("names: {nl: Genk}\n")


CHANGES: dict[str, tuple[bool, Callable[[Path], object]]] = {
    "a hand-written page": (True, lambda one: (one / "docs/en/index.md").write_text("# Other")),
    "a new page": (True, lambda one: (one / "docs/en/new.md").write_text("# New")),
    "the theme": (True, lambda one: (one / "overrides/main.html").write_text("<p>")),
    "mkdocs.yml": (True, lambda one: (one / "mkdocs.yml").write_text("site_name: Other")),
    "the code": (True, lambda one: (one / "hooks/main.py").write_text("other = 1")),
    "a catalogue": (True, lambda one: (one / "hooks/nl.po").write_text('msgid "b"')),
    "a record": (False, _touch_data),
    "a template of records": (False, lambda one: (one / "hooks/page.html").write_text("<b>")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_key_changes_with_what_frames_are_made_from_and_with_no_record(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {
        "docs/en/index.md": "# One",
        "overrides/main.html": "<b>",
        "hooks/main.py": "one = 1",
        "hooks/nl.po": 'msgid "a"',
        "hooks/page.html": "<i>",
        "mkdocs.yml": "site_url: !ENV [WHERE, x]",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(frame_store, "ROOT", tmp_path)
    before = frame_store.key(settings.read({}), {})
    changes, do = CHANGES[change]
    do(tmp_path)
    assert (frame_store.key(settings.read({}), {}) != before) == changes


def test_the_key_changes_with_what_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: !ENV [WHERE, x]")
    monkeypatch.setattr(frame_store, "ROOT", tmp_path)
    told: list[dict[str, str]] = [
        {},
        {"WHERE": "https://a.example/"},
        {"ATLAS_LANGUAGES": "en"},
        {"ATLAS_CARDS": "off"},
    ]
    keys = {frame_store.key(settings.read(one), one) for one in told}
    assert len(keys) == len(told)
    other = {"ATLAS_DATA": "elsewhere", "ELSE": "x"}
    assert frame_store.key(settings.read(other), other) == frame_store.key(settings.read({}), {})


def test_of_stored_frames_the_latest_used_are_kept(kept: Path, tmp_path: Path) -> None:
    asked = replace(settings.read(environment()), cache=tmp_path)
    place = frames_in(kept / "cache")
    frames = frame_store.load(place, asked)
    (tmp_path / "files").mkdir()
    for number in range(6):
        frame_store.save(frame_store.folder(asked, str(number)), frames, tmp_path / "files")
        os.utime(frame_store.folder(asked, str(number)), (number, number))
        if number == 3:
            frame_store.load(frame_store.folder(asked, "0"), asked)
    names = {path.name for path in (tmp_path / "frames").iterdir()}
    assert names == {"0", "3", "4", "5"}
    assert frame_store.load(frame_store.folder(asked, "0"), asked) == frames


def test_what_is_no_frame_is_refused() -> None:
    for text in ("", "[]", "{}", '{"config": {}, "shells": [], "pages": []}'):
        with pytest.raises(FramesError):
            Frames.parse(text, Path())
