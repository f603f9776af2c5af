"""README.md shows what there is: a light picture, two commands, places that are there."""

from __future__ import annotations

import re
import subprocess
from pathlib import PurePosixPath

import pytest
import yaml

from tests.browser.picture import HEIGHT, MOST_BYTES, PICTURE, WIDTH
from tests.site_languages import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_picture_is_shown_if_there_is_one_and_is_light() -> None:
    shown = re.findall(r"^!\[[^]]+\]\((.+)\)$", README, re.MULTILINE)
    assert shown == ([PICTURE.relative_to(ROOT).as_posix()] if PICTURE.exists() else [])
    if shown:
        content = PICTURE.read_bytes()
        assert len(content) < MOST_BYTES
        assert content[8:16] == b"WEBPVP8X"
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
        assert (width, height) == (WIDTH, HEIGHT)


def test_two_commands_come_before_all_others() -> None:
    first = README.split("```sh\n")[1].split("```")[0]
    assert re.findall(r"^(make \w+)", first, re.MULTILINE) == ["make site", "make test"]


def test_what_is_added_has_its_place() -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [PurePosixPath(name) for name in listed.split("\0") if name]
    named = re.findall(r"`([\w./-]+(?:\.\w+|/))`", section("Add something"))
    assert len(named) > 12
    assert [
        name
        for name in named
        if not (any(file.match(name) for file in files) or (ROOT / name).is_dir())
    ] == []


def test_the_checks_to_be_required_are_those_that_pull_requests_have() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    names = [
        job["name"].replace("${{ matrix.python }}", version)
        for job in workflow["jobs"].values()
        for version in job.get("strategy", {}).get("matrix", {}).get("python", [""])
    ]
    (named,) = re.findall(r"^- \*Rules (.*?)\n\n", section("Publish"), re.MULTILINE | re.DOTALL)
    listed = re.findall(r"`([^`]+)`", " ".join(named.partition("checks")[2].split()))
    assert sorted(listed) == sorted(names)


@pytest.mark.parametrize("title", ["Add something", "Another atlas", "Publish", "Rooms"])
def test_every_section_is_there(title: str) -> None:
    assert section(title).strip()
