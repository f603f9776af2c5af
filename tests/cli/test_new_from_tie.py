"""`atlas new --from`: what a register says of a tie is suggested for a cooperation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.checks import load
from atlas.cli.main import main
from tests.frozen_records import REGISTERS

ANSWERS = {
    "language": "en",
    "source": "",
    "which source": "",
    "form": "",
    "the source's word": "",
    "signed": "",
    "decided": "",
    "partner 1": "",
    "which first": "",
    "its part": "",
    "partner 2": "",
    "which second": "",
    "its part, too": "",
    "partner 3": "",
    "title": "",
    "summary": "The two towns visit each other.",
    "start": "",
    "end": "",
    "status": "",
    "evidence": "",
    "as of": "",
    "themes": "",
    "id": "",
    "write": "y",
}
"""An empty answer takes what is suggested."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REGISTERS, tmp_path / "data"))


def new(data: Path, *arguments: str, **answers: str) -> Result:
    given = {**ANSWERS, **{name.replace("_", " "): text for name, text in answers.items()}}
    lines = "".join(f"{answer}\n" for answer in given.values())
    result = CliRunner().invoke(main, ["new", *arguments, "--data", str(data)], input=lines)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def errors(data: Path) -> list[str]:
    return [str(each) for each in load.read(data).problems if each.severity == "error"]


@pytest.mark.parametrize(
    "tie",
    [
        "wikidata/aalst-be-gabrovo-bg",
        "aalst-be-gabrovo-bg",
        "https://atlas.example/nl/places/aalst-be/#aalst-be-gabrovo-bg",
    ],
)
def test_what_the_register_says_is_taken_by_pressing_enter(data: Path, tie: str) -> None:
    result = new(data, "--from", tie)
    assert result.exit_code == 0, result.output
    text = (data / "cooperations" / "aalst-be-gabrovo-bg.yml").read_text()
    assert text.split("review:")[0] == (
        "# yaml-language-server: $schema=../schema/cooperations.schema.json\n"
        "title: {en: Aalst – Gabrovo}\n"
        "form: twinning\n"
        "summary: {en: The two towns visit each other.}\n"
        "parties:\n"
        "  - {actor: aalst-be, roles: [partner], side: a}\n"
        "  - {actor: gabrovo-bg, roles: [partner], side: b}\n"
        "dates: {actual_start: 1975}\n"
        "status:\n"
        "  code: unknown\n"
        "  as_of: 2017-05\n"
        "  evidence: {en: Listed by Wikidata.}\n"
        "  source: wikidata\n"
        "sources:\n"
        "  - {source: wikidata}\n"
    )
    assert "kind: municipality\nseat: aalst-be\n" in (data / "actors" / "aalst-be.yml").read_text()
    assert (data / "actors" / "gabrovo-bg.yml").is_file()
    assert errors(data) == []


def test_each_register_that_lists_the_pair_is_a_source(data: Path) -> None:
    assert new(data, "--from", "bocholt-be-bocholt-de").exit_code == 0
    text = (data / "cooperations" / "bocholt-be-bocholt-de.yml").read_text()
    assert "sources:\n  - {source: assembly}\n  - {source: wikidata}\n" in text
    assert "dates: {actual_start: 1961}" in text
    assert "as_of: 2019" in text
    assert errors(data) == []


def test_what_is_suggested_can_be_changed_or_left_out(data: Path) -> None:
    result = new(data, "--from", "aalst-be-gabrovo-bg", form="friendship", start="-")
    assert result.exit_code == 0, result.output
    text = (data / "cooperations" / "aalst-be-gabrovo-bg.yml").read_text()
    assert "form: friendship" in text
    assert "dates:" not in text


def test_an_answer_left_out_stays_so_when_another_is_changed(data: Path) -> None:
    given = {**ANSWERS, "start": "-", "write": "15"}  # back to the title
    lines = [*given.values(), "The two towns", "y"]
    arguments = ["new", "--from", "aalst-be-gabrovo-bg", "--data", str(data)]
    result = CliRunner().invoke(main, arguments, input="".join(f"{line}\n" for line in lines))
    assert result.exit_code == 0, result.output
    text = (data / "cooperations" / "aalst-be-gabrovo-bg.yml").read_text()
    assert "dates:" not in text


def test_a_town_with_an_authority_is_not_given_another(data: Path) -> None:
    result = new(data, "--from", "eskisehir-saint-josse-ten-noode", start="-")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (data / "actors").iterdir()) == sorted(
        path.name for path in (REGISTERS / "actors").iterdir()
    )
    assert errors(data) == []


def test_without_it_a_town_that_is_listed_is_offered_by_its_name(data: Path) -> None:
    result = new(
        data, source="wikidata", form="friendship", partner_1="توري", partner_2="houffalize",
        evidence="It is listed.", as_of="2017-05",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "the municipality of Türi" in result.output
    assert "seat: turi-ee" in (data / "actors" / "turi-ee.yml").read_text()
    assert errors(data) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "aalst-gabrovo"], 'Did you mean "aalst-be-gabrovo-bg"?'),
        (["--from", "alst-be-gabrovo-bg"], 'Did you mean "aalst-be-gabrovo-bg"?'),
        (["--from", "halle-be-gabare-bg"], "Its name is the end of its address"),
        (["--from", "assembly/aalst-be-gabrovo-bg"], 'Did you mean "aalst-be-gabrovo-bg"'),
        (["--from", "?"], 'no register lists a tie "?". Its name is the end of its address'),
        (["--from", ""], 'no register lists a tie "". Its name is the end of its address'),
        (["place", "--from", "aalst-be-gabrovo-bg"], "--from is for a cooperation alone."),
    ],
)
def test_a_tie_that_is_not_listed_is_told(data: Path, arguments: list[str], told: str) -> None:
    result = new(data, *arguments)
    assert result.exit_code == 1
    assert told in " ".join(result.output.split())
