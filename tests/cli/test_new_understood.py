"""`atlas new` understands what newcomers type, says what it understood, and doubts what it must."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.checks import load
from atlas.cli.main import main
from atlas.lookup.tie_titles import reads_as_tie
from tests.cli.test_new import TWINNING, WHOLE


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WHOLE, tmp_path / "data"))


def _new(data: Path, given: list[str], *arguments: str) -> str:
    lines = "".join(f"{answer}\n" for answer in given)
    command = ["new", *arguments, "--data", str(data), "--lang", "en"]
    result = CliRunner().invoke(main, command, input=lines)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.output


def _answers(**changed: str) -> list[str]:
    assert changed.keys() <= TWINNING.keys()
    return list({**TWINNING, **changed}.values())


def _read(data: Path, record: str) -> str:
    return (data / f"{record}.yml").read_text("utf-8")


def test_the_first_question_is_about_the_source(data: Path) -> None:
    assert "First its source: where does it stand: the title or the" in _new(data, ["en"])


@pytest.mark.parametrize(
    "title",
    [
        "Twinning between Riverton and Hill",
        "Jumelage Riverton – Hill",
        "Stedenband tussen Riverton en Hill",
        "توأمة بين ريفرتون وهيل",
        "Hill - Isle",
    ],
)
def test_the_title_of_the_cooperation_is_kept_and_the_source_asked_again(
    title: str, data: Path
) -> None:
    typed = {"Where does it stand": f"{title}\n2\nJumelages de Riverton", "A title": ""}
    output = _new(data, _answers(**typed))
    assert "what the cooperation itself is called" in output
    assert f"title: {{fr: {title}}}" in _read(data, "cooperations/hill-riverton")


def test_a_source_may_be_called_as_a_cooperation_is(data: Path) -> None:
    title = "Twinning between Riverton and Hill"
    typed = {"Where does it stand": f"{title}\n1"}
    _new(data, _answers(**typed))
    source = next(data.glob("sources/ville-de-riverton-*.yml"))
    assert f"text: {title}" in source.read_text("utf-8")


def test_a_cooperation_on_record_is_named_and_is_no_source(data: Path) -> None:
    title = next(iter(load.read(data).records.cooperations["hill-dale"].title.values()))
    output = _new(data, _answers(**{"Where does it stand": f"{title}\nJumelages de Riverton"}))
    assert f"“{title}” is a cooperation on record: data/cooperations/hill-dale.yml." in output
    assert "wrote data/cooperations/hill-riverton.yml" in output


@pytest.mark.parametrize("text", ["Jumelages de Riverton", "Annual report", "Minutes and annexes"])
def test_what_is_no_tie_is_not_asked_about(text: str) -> None:
    assert not reads_as_tie(text, lambda _: False)


@pytest.mark.parametrize(
    "party",
    ["Riverton (Portugal)", "Riverton, Portugal", "Riverton [PT]", "Riverton (البرتغال)"],
)
def test_a_country_behind_a_party_is_its_country(party: str, data: Path) -> None:
    typed = {"Partner 2": party, "The country": "", "The country, again": None}
    given = [answer for answer in {**TWINNING, **typed}.values() if answer is not None]
    output = _new(data, given)
    assert "  Riverton, Portugal (PT)\n" in output
    assert "The country of Riverton [Portugal]" in output
    assert "countries: [PT]" in _read(data, "places/riverton")
    assert "(" not in _read(data, "places/riverton")


def test_a_namesake_in_another_country_is_not_meant(data: Path) -> None:
    output = _new(data, ["en", "hill-page", "", "network", "", "", "", "Hill (Norway)", ""])
    assert "Which of these do you mean by “Hill”" not in output
    assert "Hill is new here." in output


@pytest.mark.parametrize(
    ("seat", "asked"),
    [
        ("Belgum", "Belgium (BE) is a country; here a place is wanted"),
        ("Marocco", "Morocco (MA) is a country; here a place is wanted"),
        ("Hil", "Which of these do you mean by “Hil”"),
    ],
)
def test_a_mistyped_seat_is_no_new_place(seat: str, asked: str, data: Path) -> None:
    given = ["en", "Office", "", "", "hill-page", "", seat]
    output = _new(data, [*given, "none: it was mistyped", "Hill", "", "", "y"], "actor")
    assert asked in output
    assert "seat: hill\n" in _read(data, "actors/office")
    assert not (data / "places" / f"{seat.lower()}.yml").exists()
    assert f"its seat: {seat}\n" not in output.split("Your answers:")[1]


def test_a_place_of_an_unlikely_name_can_still_be_new(data: Path) -> None:
    given = [
        "en",
        "Office",
        "",
        "",
        "hill-page",
        "",
        "Hil",
        "another place, which is not on record",
    ]
    _new(data, [*given, "PT", "", "", "y"], "actor")
    assert "countries: [PT]" in _read(data, "places/hil")


def test_a_number_is_no_word_of_the_source(data: Path) -> None:
    output = _new(data, _answers(**{"The source's own word": "1\njumelage"}))
    assert "Error: that is a number; here words are wanted." in output
    assert "text: jumelage" in _read(data, "cooperations/hill-riverton")


@pytest.mark.parametrize(
    ("question", "typed", "echo"),
    [
        ("Its form, again", "jumelage", "Twinning"),
        ("Its form, again", "1", "Twinning"),
        ("What is", "2", "Local government"),
        ("The part of, too", "1, 2", None),
        ("How it stands", "clôturée", "Closed"),
    ],
)
def test_what_was_chosen_is_said(question: str, typed: str, echo: str | None, data: Path) -> None:
    output = _new(data, _answers(**{question: typed}))
    asked = question.removesuffix(", again").removesuffix(", too")
    lines = output.split("Your answers:")[0].splitlines()
    number = max(n for n, one in enumerate(lines) if asked in one and one.endswith(f": {typed}"))
    after = lines[number + 1]
    assert after.strip() == echo if echo else "," in after


def test_what_was_typed_in_full_or_suggested_is_not_repeated(data: Path) -> None:
    output = _new(data, _answers(**{"Its form, again": "Twinning"}))
    assert "Its form: Twinning\n  Twinning\n" not in output


def test_the_id_of_a_new_source_is_chosen(data: Path) -> None:
    output = _new(data, _answers(**{"The id of the source": "riverton-page"}))
    assert "The id of the source “Jumelages de Riverton” [ville-de-riverton-" in output
    assert "source: riverton-page\n" in _read(data, "cooperations/hill-riverton")
    assert "- {source: riverton-page}" in _read(data, "actors/riverton")
    assert (data / "sources" / "riverton-page.yml").is_file()


def test_an_id_of_a_source_that_is_taken_is_refused(data: Path) -> None:
    output = _new(data, _answers(**{"The id of the source": "hill-page\nriverton-page"}))
    assert 'the id "hill-page" is taken' in output
    assert (data / "sources" / "riverton-page.yml").is_file()


def test_how_it_stands_is_dated_by_its_source(data: Path) -> None:
    output = _new(
        data, _answers(**{"When the source was published": "12 mars 2020", "The date of that": ""})
    )
    assert "[12 March 2020]" in output
    assert "as_of: 2020-03-12\n" in _read(data, "cooperations/hill-riverton")


def test_without_a_date_of_the_source_the_day_stands_on_which_it_was_read(data: Path) -> None:
    given = {
        "When the source was published": "",
        "The web address of the source": "",
        "The date of that": "",
    }
    output = _new(data, _answers(**given))
    assert "The source has no date: the day on which you read it stands for that." in output
    record = load.read(data).records.cooperations["hill-riverton"]
    assert record.status.as_of is not None


def test_an_address_is_completed_and_said(data: Path) -> None:
    output = _new(data, _answers(**{"The web address of the source": "www.riverton.example/x"}))
    assert "  https://www.riverton.example/x\n" in output
    assert "url: https://www.riverton.example/x\n" in next(
        data.glob("sources/ville-*.yml")
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "echo", "recorded"),
    [
        ("before 1990", "1990 or earlier", "{latest: 1990}"),
        ("vóór 1990", "1990 or earlier", "{latest: 1990}"),
        ("198X", "between 1980 and 1989", "{earliest: 1980, latest: 1989}"),
        ("spring 2016", "between March 2016 and June 2016", "{earliest: 2016-03, latest: 2016-06}"),
        ("2014 or 2015", "between 2014 and 2015", "{earliest: 2014, latest: 2015}"),
    ],
)
def test_a_beginning_may_be_a_moment_that_is_no_single_date(
    typed: str, echo: str, recorded: str, data: Path
) -> None:
    given = {"When it was signed": "", "When it began": typed, "When it began, again": ""}
    answers = {**TWINNING, **given}
    del answers["When it began, again"]
    output = _new(data, list(answers.values()))
    assert echo in output
    assert f"actual_start: {recorded}\n" in _read(data, "cooperations/hill-riverton")
