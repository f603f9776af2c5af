"""Sites that many tests look at, each built once, and marks for the tests that need one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import mkdocs_build
from tests.frozen_records import ATLAS
from tests.mkdocs_build import Build
from tests.shared_folder import shared
from tests.site_languages import LANGUAGES
from tests.site_languages import ROOT as ROOT

SPOKEN = {"en", "nl", "fr", "ar"}
"""The languages of which tests know words. An atlas that has others too is tested in all of these;
one that was started in fewer is not tested in what it has not."""

MARKS = {"browser": {"browser"}, "site": {"build", "render", "measuring", "checkout"}}
"""Which fixtures make a test one that `make quick` leaves out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser or a site, by their fixtures, and put them last; leave out
    what an atlas that is not in all of SPOKEN cannot show."""
    for item in items:
        if missing := _languages(item) - set(LANGUAGES):
            reason = f"this atlas is not in {', '.join(sorted(missing))}"
            item.add_marker(pytest.mark.skip(reason=reason))
        for mark, fixtures in MARKS.items():
            if fixtures.intersection(getattr(item, "fixturenames", ())):
                item.add_marker(mark)
    items.sort(key=lambda item: [bool(item.get_closest_marker(mark)) for mark in MARKS])


def _languages(item: pytest.Item) -> set[str]:
    """The languages that a test needs: those it is marked with, and those that its parameters name,
    by themselves or as the beginning of an address or of a locale."""
    marked = {code for mark in item.iter_markers("languages") for code in mark.args}
    callspec = getattr(item, "callspec", None)
    values = callspec.params.values() if callspec else ()
    named = {re.split(r"[/_]", value)[0] for value in values if isinstance(value, str)}
    return marked | (named & SPOKEN)


@pytest.fixture(scope="session", autouse=True)
def _in_english() -> Iterator[None]:
    """Let `atlas` speak English, whatever the language of the computer that runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture(scope="session")
def build() -> Build:
    """Runs MkDocs."""
    return mkdocs_build.build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """The site of an atlas that never changes, in all languages, with its cards and its search."""

    def fill(folder: Path) -> None:
        done = build(folder, ATLAS_DATA=str(ATLAS), ATLAS_CARDS="on", PYTHONHASHSEED="1")
        assert done.returncode == 0, done.stderr

    return shared(tmp_path_factory, "site", fill)


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """The site of the project's own records, which grow: what holds here must hold for any."""

    def fill(folder: Path) -> None:
        done = build(folder, ATLAS_SEARCH="off")
        assert done.returncode == 0, done.stderr

    return shared(tmp_path_factory, "own-site", fill)
