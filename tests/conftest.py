"""Sites that many tests look at, each built once, and marks for the tests that need one."""

from __future__ import annotations

import os
import re
import time
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


OF_A_MACHINE = re.compile(
    r"(LC|ATLAS)_.+|LANG|LANGUAGE|COLUMNS|LINES|FORCE_COLOR|NO_COLOR|CLICOLOR(_FORCE)?"
    r"|GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|(AUTHOR|COMMITTER)_.+)|SOURCE_DATE_EPOCH"
)
"""Variables that say how a machine or a terminal is set, or, within a hook of git, where it is."""

GIT = {
    "init.defaultBranch": "main",
    "core.autocrlf": "false",
    "core.hooksPath": os.devnull,
    "commit.gpgSign": "false",
    "tag.gpgSign": "false",
    "push.default": "simple",
    "color.ui": "auto",
}
"""Settings of git for the repositories that tests make."""


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
def _alike_everywhere() -> Iterator[None]:
    """Let `atlas` speak English, and let nothing else that a machine, a terminal or a person sets
    change what the programs under test do: git, clocks, colours, widths, the folder of the records.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if OF_A_MACHINE.fullmatch(name)]:
            patch.delenv(name)
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        time.tzset()
        first = int(os.environ.get("GIT_CONFIG_COUNT", "0"))
        patch.setenv("GIT_CONFIG_COUNT", str(first + len(GIT)))
        for number, (key, value) in enumerate(GIT.items(), first):
            patch.setenv(f"GIT_CONFIG_KEY_{number}", key)
            patch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
        mask = os.umask(0o022)
        yield
        os.umask(mask)


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
