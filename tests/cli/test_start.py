"""`atlas start` makes a clean atlas of one's own: another name, other addresses, no records."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.commands.start import pages_address
from atlas.cli.main import main
from atlas.editing import new_atlas
from atlas.files.ids import FOLDERS
from tests.frozen_records import TOWNS
from tests.mkdocs_build import Build
from tests.site_languages import (
    AUTHOR,
    LANGUAGES,
    NAME,
    PREFIXES,
    REPOSITORY,
    ROOT,
    TRANSLATED,
    URL,
    listed,
)

CHOSEN = LANGUAGES[: min(2, max(1, len(LANGUAGES) - 1))]
"""The languages of the new atlas: not all, if there are several."""

NAMES = dict.fromkeys(CHOSEN, "River: Atlas & Sea") | dict.fromkeys(CHOSEN[1:], "Flux")

README_EXAMPLE = (ROOT / "README.md").read_text("utf-8").split("atlas start ")[1].split("```")[0]
"""A new atlas may be called as the one in the example."""

KEPT = {"LICENSE", "LICENSE-DATA.md"}
"""They have to say whose the code and the texts were."""


def start(into: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["start", "--into", str(into), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas in two languages, each with a name of its own."""
    folder = tmp_path_factory.mktemp("started") / "river"
    own = [f"{code}={NAMES[code]}" for code in CHOSEN[1:]]
    names = [word for name in (NAMES[CHOSEN[0]], *own) for word in ("--name", name)]
    repository = ("--repository", "https://github.com/Delta/river.git")
    result = start(folder, *names, "--languages", ",".join(CHOSEN), *repository)
    assert result.exit_code == 0, result.output
    assert [line for line in result.output.splitlines() if line.startswith("  ")][2:] == [
        "  make site",
        "  make test",
        "  .venv/bin/atlas new",
    ]
    return folder


def texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in files
    }


def test_nothing_of_the_old_name_and_addresses_is_left(river: Path) -> None:
    names = {NAME, *(one.get("site_name", NAME) for one in listed().values())}
    old = {REPOSITORY, URL, AUTHOR, *(name for name in names if name not in README_EXAMPLE)}
    found = texts(river)
    assert len(found) > 400
    assert [
        (name, word)
        for name, text in found.items()
        for word in old
        if word in text and name not in KEPT
    ] == []
    assert f"{AUTHOR}\nCopyright (c) " in found["LICENSE"]
    assert REPOSITORY in found["LICENSE-DATA.md"]
    assert "@Delta/maintainers" in found[".github/CODEOWNERS"]
    assert 'name = "river"' in found["pyproject.toml"]


def test_its_settings_say_what_it_is_called_and_where_it_is(river: Path) -> None:
    identity = new_atlas.identity(river)
    assert identity.names == NAMES
    assert identity.authors[CHOSEN[0]] == "River: Atlas & Sea contributors"
    assert identity.repository == "https://github.com/Delta/river"
    assert identity.url == "https://delta.github.io/river/"


def test_it_has_no_records_and_no_files_of_other_languages(river: Path) -> None:
    found = texts(river)
    assert [
        name for name in found if name.startswith(tuple(f"data/{one}/" for one in FOLDERS))
    ] == []
    assert all((river / "data" / folder).is_dir() for folder in FOLDERS)
    assert "data/world/countries.geo.json" in found
    of_one = re.compile(r"^(?:docs/|.*/locales/(?:problems/)?|CONTRIBUTING\.)(\w\w)[./]")
    there = {one[1] for name in found if (one := of_one.match(name))}
    assert there == set(CHOSEN)
    linked = re.findall(r"\]\(CONTRIBUTING\.(\w+)\.md\)", found["CONTRIBUTING.md"])
    assert set(linked) == set(CHOSEN[1:])


@pytest.mark.parametrize("records", ["none", "a few"])
def test_it_builds_in_its_languages(
    build: Build, river: Path, tmp_path: Path, records: str
) -> None:
    data = river / "data"
    if records == "a few":
        data = tmp_path / "data"
        shutil.copytree(river / "data", data)
        shutil.copytree(TOWNS, data, dirs_exist_ok=True)
    done = build(tmp_path / "site", project=river, ATLAS_DATA=str(data))
    assert done.returncode == 0, done.stdout + done.stderr
    for code, name in NAMES.items():
        home = (tmp_path / "site" / PREFIXES[code] / "index.html").read_text("utf-8")
        found = re.search(r"<title>([^<]*)</title>", home)
        assert found
        assert unescape(found[1]) == name
        assert "hreflang=" in home
    pages = list((tmp_path / "site/cooperations").glob("*/index.html"))
    assert bool(pages) == (records == "a few")
    there = {one.name for one in (tmp_path / "site").iterdir()}
    assert there & set(LANGUAGES) == set(CHOSEN[1:])


def test_its_check_finds_no_problems(river: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--data", str(river / "data")])
    assert result.output == "no problems\n"


def test_the_original_is_as_it_was(river: Path) -> None:
    del river
    assert new_atlas.identity(ROOT).names == {
        code: entry.get("site_name", NAME) for code, entry in listed().items()
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--name", "A", "--languages", "xx"), "this atlas has no pages in xx. It has them in: en"),
        *(
            (("--name", "A", "--languages", code), "en must be among the languages")
            for code in TRANSLATED
        ),
        (("--name", "A", "--name", "xx=B"), "a name is given in xx, which is not among"),
        (("--name", "A", "--name", "B"), "give one name for all languages"),
        (("--name", "en=B", "--name", "A", "--name", "B"), "give one name for all languages"),
        (("--name", " "), "a name is a line of text"),
        (("--name", 'The "Atlas"'), "a name is a line of text"),
        (("--name", "A", "--repository", "river"), '"river" is not the address of a repository'),
        ((), "--name is missing"),
    ],
)
def test_what_cannot_be_is_refused(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    result = start(tmp_path / "new", *arguments)
    assert result.exit_code != 0
    assert said in result.output
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    result = start(tmp_path, "--name", "A")
    assert "is not an empty folder" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_without_git_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "source")
    with pytest.raises(subprocess.CalledProcessError):
        new_atlas.create(tmp_path / "source", tmp_path / "new", new_atlas.identity(ROOT), year=2026)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("repository", "url"),
    [
        ("https://github.com/Delta/river", "https://delta.github.io/river/"),
        ("https://github.com/delta/delta.github.io", "https://delta.github.io/"),
    ],
)
def test_pages_are_published_where_github_publishes_them(repository: str, url: str) -> None:
    assert pages_address(repository) == url
