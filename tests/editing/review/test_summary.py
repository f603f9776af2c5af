"""The summary and the preview of a proposal, by the command that checks run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.main import main
from atlas.i18n.markdown import inert
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "cases" / "minimal" / "data"
TIE = "cooperations/hill-dale.yml"
HOSTILE = "[x](javascript:alert(1)) <img src=x onerror=alert(1)> @everyone `a` | b"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "data"))


def review(data: Path, *options: str | Path) -> str:
    arguments = ["review", "--before", MINIMAL, "--data", data, *options]
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.output


def test_an_untouched_folder_has_nothing_to_tell(data: Path) -> None:
    output = review(data)
    assert output.startswith("# The records are in order\n")
    assert "No record is new, changed or gone." in output


def test_a_change_is_told_with_what_stood_there_before(data: Path) -> None:
    tie = data / TIE
    tie.write_text(tie.read_text().replace("{actual_start: 2014}", "{actual_start: 2015}"))
    assert "| dates&#46;actual&#95;start | 2014 | 2015 |" in review(data)


def test_a_mistake_is_told_with_its_line(data: Path) -> None:
    tie = data / TIE
    tie.write_text(tie.read_text().replace("form: twinning", "form: twining"))
    output = review(data)
    assert output.startswith("# This cannot be merged yet\n")
    assert "| 2 |" in output
    assert inert('Did you mean "twinning"?') in output


def test_a_record_that_goes_is_pointed_out(data: Path) -> None:
    (data / TIE).unlink()
    output = review(data)
    assert "## Gone: cooperations 1" in output
    assert "previous_ids" in output


@pytest.mark.parametrize("sign", list("[]()<>@`|*_#!\\:/&~"))
def test_a_strangers_text_has_no_meaning_in_markdown(sign: str) -> None:
    assert sign not in inert(sign * 3).replace("&#", "").replace(";", "")


def test_a_strangers_text_stays_on_its_line_and_is_cut() -> None:
    assert inert("a\n\n# b\r\nc") == "a &#35;&#8203; b c"
    assert len(inert("a" * 5000)) == 300


def test_a_hostile_title_reaches_the_summary_as_text(data: Path) -> None:
    tie = data / TIE
    tie.write_text(tie.read_text().replace("Twinning between Hill and Dale", f"'{HOSTILE}'"))
    output = review(data)
    assert inert(HOSTILE) in output
    assert "<img" not in output
    assert "](" not in output


def site(folder: Path, pages: dict[str, str]) -> Path:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def test_the_preview_lays_changed_pages_side_by_side(data: Path, tmp_path: Path) -> None:
    page = "<title>{}</title>"
    before = site(
        tmp_path / "before",
        {
            "assets/a.css": "",
            "same/index.html": page.format("Same"),
            "other/index.html": page.format("Other"),
            "old/index.html": page.format("Old"),
        },
    )
    after = site(
        tmp_path / "after",
        {
            "assets/a.css": "",
            "same/index.html": page.format("Same"),
            "other/index.html": page.format("&lt;b&gt;Another"),
            "new/index.html": page.format("New"),
        },
    )
    preview = tmp_path / "preview"
    output = review(data, "--site", after, "--site-before", before, "--preview", preview)
    assert "1 new, 1 changed, 1 gone" in output
    index = (preview / "index.html").read_text()
    assert "&lt;b&gt;Another" in index
    assert "Same" not in index
    linked = {"after/new/index.html", "before/other/index.html", "after/other/index.html"}
    for path in (*linked, "before/old/index.html"):
        assert f'href="{path}"' in index
        assert (preview / path).is_file()
    assert not (preview / "before/same").exists()
    assert (preview / "before/assets/a.css").is_file()
