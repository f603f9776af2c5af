"""What needs looking after, from records and a saved report of lychee; nothing in it is a trap."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from atlas.cli.main import main
from atlas.editing import upkeep
from tests.conftest import ROOT
from tests.repository import workflow_steps

CASE = ROOT / "tests/cases/upkeep"
STEP = workflow_steps.script("upkeep", "Write the issue")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The minimal records, and those of the case."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests/cases/minimal/data", folder)
    shutil.copytree(CASE / "data", folder, dirs_exist_ok=True)
    return folder


def run(data: Path, *arguments: str) -> Result:
    config = ("--config", str(CASE / "mkdocs.yml"))
    result = CliRunner().invoke(main, ["upkeep", "--data", str(data), *config, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_everything_is_told_with_its_page_and_file(data: Path) -> None:
    result = run(data, "--today", "2026-02-10", "--links", str(CASE / "links.json"))
    assert result.exit_code == 0
    assert result.output == (CASE / "expected.md").read_text("utf-8")


class _Outside(HTMLParser):
    """The addresses that links lead to, and the text that does not stand in code."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self._code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._code |= tag == "code"
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_endtag(self, tag: str) -> None:
        self._code &= tag != "code"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._code else data


def outside(markdown: str) -> _Outside:
    page = _Outside()
    page.feed(MarkdownIt("commonmark").render(markdown))
    return page


def test_no_record_and_no_host_makes_a_link_or_calls_anyone(data: Path) -> None:
    page = outside(run(data, "--today", "2026-02-10", "--links", str(CASE / "links.json")).output)
    hosts = {re.split("/+", link)[1] for link in page.links}
    assert hosts == {"atlas.example", "code.example", "web.archive.org"}
    assert page.tags == {"p", "h2", "h3", "ul", "li", "a", "code"}
    assert not re.search(r"[@#<>]|www\.|https?:|:x:", page.text)


@settings(deadline=None)
@given(st.text(alphabet="`@#<>[]()!\\*_~|:/ \n\r\t\u2028\u202eax1", max_size=40))
def test_no_text_gets_out_of_its_code(text: str) -> None:
    page = outside(f"- before [{upkeep.code(text)}](<https://a.example/>) after")
    assert page.text.replace("\n", "") == "before  after"
    assert page.links == ["https://a.example/"]
    assert page.tags == {"ul", "li", "a", "code"}


def test_a_text_in_code_is_one_short_line() -> None:
    assert upkeep.code("a\n\n  b\u202ec") == "`a b c`"
    assert len(upkeep.code("x" * 5_000)) == upkeep.LONGEST + 3


def test_without_a_report_nothing_is_said_of_addresses(data: Path) -> None:
    output = run(data, "--today", "2026-02-10").output
    assert "## Due for review: 3" in output
    assert "answer" not in output


def test_when_all_is_well_it_says_so(data: Path) -> None:
    assert run(data, "--today", "2020-01-01").output == (
        "As of 2020-01-01.\n\nNothing needs looking after.\n"
    )


def test_what_an_issue_cannot_hold_is_cut_at_a_line(data: Path) -> None:
    whole = run(data, "--today", "2028-02-10").output
    part = run(data, "--today", "2028-02-10", "--most", "1000").output
    assert len(part) <= 1_000 < len(whole)
    kept, _, word = part.rpartition("\n\n_")
    assert whole.startswith(kept)
    assert word.startswith("There is more than an issue can hold")


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", "{}", '{"error_map": {}}', '{"error_map": [], "timeout_map": {}}'),
        '{"error_map": {"data/sources/a.yml": [{"url": "x"}]}, "timeout_map": {}}',
        '{"error_map": {"README.md": []}, "timeout_map": {}}',
    ],
)
def test_a_report_that_is_none_is_named(data: Path, tmp_path: Path, text: str) -> None:
    report = tmp_path / "links.json"
    report.write_text(text, "utf-8")
    result = run(data, "--links", str(report))
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {report}: ")


def test_an_empty_report_is_one(data: Path, tmp_path: Path) -> None:
    report = tmp_path / "links.json"
    report.write_text(json.dumps({"error_map": {}, "timeout_map": {}}), "utf-8")
    output = run(data, "--today", "2020-01-01", "--links", str(report)).output
    assert "Sources" not in output
    assert "Needless entries" in output


def test_broken_records_are_named(data: Path) -> None:
    (data / "places/hill.yml").write_text("names: {", "utf-8")
    result = run(data)
    assert (result.exit_code, "Run: .venv/bin/atlas check" in result.output) == (1, True)


@pytest.mark.parametrize(
    "text",
    [
        "site_name: x\n",
        "site_url: !ENV NOBODY_SETS_THIS\n",
        "site_url: !ENV []\n",
        "site_url: !ENV {a: b}\n",
        "site_url: !ENV [NOBODY_SETS_THIS]\n",
    ],
)
def test_settings_without_an_address_are_named(text: str, data: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["upkeep", "--data", str(data), "--config", str(config)])
    assert result.exit_code == 1
    assert f"{config} states no address" in result.output


@pytest.mark.parametrize("name", ["ATLAS_SITE_URL", "[NOBODY_SETS_THIS, ATLAS_SITE_URL, x]"])
def test_an_address_may_come_from_the_environment(
    name: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_SITE_URL", "https://town.example/")
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_url: !ENV {name}\nextra: {{repository: x}}\n", "utf-8")
    arguments = ["--data", str(data), "--config", str(config), "--today", "2026-02-10"]
    result = CliRunner().invoke(main, ["upkeep", *arguments])
    assert "https://town.example/cooperations/" in result.output


@pytest.mark.parametrize(("known", "said"), [("", "issue create"), ("7", "issue edit 7")])
def test_there_is_one_standing_issue(tmp_path: Path, known: str, said: str) -> None:
    gh = (
        'echo "$@" >>asked\n'
        f'[ "$1 $2" = "issue list" ] && echo "{known}"\n'
        '[ "$1 $2" = "run download" ] && echo text >upkeep.md\n'
        "true"
    )
    done = workflow_steps.run(STEP, tmp_path, {"gh": gh}, GITHUB_RUN_ID="5", GH_REPO="a/b")
    assert done.returncode == 0, done.stderr
    asked = (tmp_path / "asked").read_text("utf-8").splitlines()
    (wrote,) = [line for line in asked if line.startswith(("issue create", "issue edit"))]
    assert wrote.startswith(said)
    assert wrote.endswith("--body-file upkeep.md")
    assert any(line.startswith("issue list --label upkeep --app github-actions") for line in asked)
