"""Translators see what is missing, and what its original has outgrown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.main import main
from atlas.files.ids import FOLDERS
from tests.conftest import ROOT
from tests.frozen_records import REGISTERS

MINIMAL = ROOT / "tests" / "cases" / "minimal" / "data"
THEME = """\
# What belongs here
names: {en: Health, nl: Gezondheid}
description: {en: Care., nl: Zorg.}
translations: {en: original, nl: machine}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    copied = Path(shutil.copytree(MINIMAL, tmp_path / "data"))
    (copied / "themes" / "health.yml").write_text(THEME, "utf-8")
    return copied


def _translations(data: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["translations", *arguments, "--data", str(data)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _health(data: Path, *arguments: str) -> list[str]:
    """What is said of the theme."""
    lines = _translations(data, "nl", *arguments).output.splitlines()
    return [line for line in lines if line.startswith("data/themes/health.yml")]


def _done(data: Path, *arguments: str) -> Result:
    return _translations(data, "nl", str(data / "themes" / "health.yml"), "--done", *arguments)


def _change(data: Path, old: str, new: str) -> None:
    file = data / "themes" / "health.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_what_is_done_is_noted_and_comments_stay(data: Path) -> None:
    assert _done(data).exit_code == 0
    lines = (data / "themes" / "health.yml").read_text("utf-8").splitlines()
    assert lines[1:5] == [
        "# What belongs here",
        "names: {en: Health, nl: Gezondheid}",
        "description: {en: Care., nl: Zorg.}",
        "translations: {en: original, nl: human}",
    ]
    assert lines[5].startswith("originals: {nl: ")
    assert _health(data) == []


def test_a_changed_original_makes_its_translation_out_of_date(data: Path) -> None:
    _done(data)
    _change(data, "en: Care.", "en: Care and prevention.")
    said = "data/themes/health.yml: nl is out of date: its en text has changed since"
    assert _health(data) == [said]
    _change(data, "nl: Zorg.", "nl: Zorg en preventie.")
    assert _health(data) == [said]
    _done(data)
    assert _health(data) == []


def test_what_is_noted_is_said_with_what_is_still_missing(data: Path) -> None:
    assert _done(data).output == (
        "noted in data/themes/health.yml: somebody wrote the texts in nl, or has read all of them "
        "through\n"
    )
    _change(data, ", nl: Zorg.", "")
    claim, missing = _done(data, "--by", "machine").output.splitlines()
    assert claim.endswith("were made by machine, and nobody has read them")
    assert missing == "  nl lacks description"


def test_a_changed_translation_makes_nothing_out_of_date(data: Path) -> None:
    _done(data)
    _change(data, "nl: Zorg.", "nl: De zorg.")
    assert _health(data) == []


def test_a_text_that_is_added_in_the_original_is_missing_in_the_translation(data: Path) -> None:
    _done(data)
    _change(data, ", nl: Zorg.", "")
    assert _health(data) == ["data/themes/health.yml: nl lacks description"]


def test_a_text_that_the_original_lacks_makes_no_translation_out_of_date(data: Path) -> None:
    _done(data)
    _change(data, "{en: Care., nl: Zorg.}", "{nl: Zorg en preventie.}")
    assert _health(data) == []
    said = "data/themes/health.yml: en lacks description"
    assert said in _translations(data, "en").output.splitlines()
    _change(data, "{nl: Zorg en", "{en: Care and prevention., nl: Zorg en")
    assert _health(data) == [
        "data/themes/health.yml: nl is out of date: its en text has changed since"
    ]


def test_a_text_in_a_third_language_alone_hides_no_change(data: Path) -> None:
    _done(data)
    _change(data, "{en: Care., nl: Zorg.}", "{fr: Soins.}")
    assert _health(data) == [
        "data/themes/health.yml: nl lacks description",
        "data/themes/health.yml: nl is out of date: its en text has changed since",
    ]


def test_machine_translations_that_nobody_has_read_are_listed_when_asked_for(data: Path) -> None:
    assert _health(data) == []
    assert _health(data, "--unread") == [
        "data/themes/health.yml: nl was translated by machine, and nobody has read it"
    ]
    _done(data, "--by", "machine")
    assert len(_health(data, "--unread")) == 1


@pytest.mark.languages("nl")
def test_every_language_is_counted(data: Path) -> None:
    last = _translations(data).output.splitlines()[-1]
    assert last.startswith("nl: 2 of 7 records whole; 5 lack texts, 0 are out of date")


def test_a_language_goes_by_its_name(data: Path) -> None:
    assert _translations(data, "Néerlandais").output == _translations(data, "nl").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--done"], "--done needs a language and the files that are done"),
        (["fr", "themes/health.yml", "--done"], "has no translation into fr"),
        (["nl", "places/hill.yml", "--done"], "has no translation into nl"),
        (["nl", "themes/none.yml"], "not all of these files are sound records"),
        (["themes/health.yml"], "name the language first, and then the files: fr "),
        (["Klingonish"], 'no language is called "Klingonish"'),
        (["Ndebele"], "that may mean nd, nr. Name one of them."),
    ],
)
def test_what_cannot_be_noted_is_refused(data: Path, arguments: list[str], said: str) -> None:
    before = (data / "themes" / "health.yml").read_bytes()
    named = [str(data / word) if word.endswith(".yml") else word for word in arguments]
    result = _translations(data, *named)
    assert result.exit_code == 1
    assert said in result.output
    assert (data / "themes" / "health.yml").read_bytes() == before


def test_a_name_is_no_translation_and_a_remark_is(data: Path) -> None:
    place = data / "places" / "hill.yml"
    place.write_text(
        place.read_text("utf-8")
        + "notes: [{kind: context, text: {en: On a hill., nl: Op een heuvel.}}]\n"
        + "translations: {en: original, nl: machine}\n",
        "utf-8",
    )
    assert _translations(data, "nl", str(place), "--done").exit_code == 0
    noted = place.read_text("utf-8")
    place.write_text(noted.replace("{en: Hill", "{en: Hillside"), "utf-8")
    said = "data/places/hill.yml: nl is out of date"
    assert said not in _translations(data, "nl").output
    place.write_text(noted.replace("On a hill", "On the hill"), "utf-8")
    assert said in _translations(data, "nl").output


def test_what_a_register_lists_has_no_file_and_no_translation(tmp_path: Path) -> None:
    data = Path(shutil.copytree(REGISTERS, tmp_path / "data"))
    records = sum(1 for folder in FOLDERS for _ in (data / folder).glob("*.yml"))
    said = _translations(data, "ar").output
    assert f"of {records} records" in said
    assert "registers/" not in said


def test_a_gloss_follows_the_words_that_it_explains(data: Path) -> None:
    record = data / "cooperations" / "hill-dale.yml"

    def say(old: str, new: str) -> str:
        text = record.read_text("utf-8")
        assert old in text
        record.write_text(text.replace(old, new), "utf-8")
        found = _translations(data, "nl").output.splitlines()
        return "\n".join(line for line in found if line.startswith("data/cooperations"))

    say("translations: {en: original}", "translations: {en: original, nl: human}")
    say("Hill and Dale}", "Hill and Dale, nl: Hill en Dale}")
    say("of Hill.}", "of Hill., nl: Op de pagina van Hill.}")
    assert say("summary:\n", "summary:\n  nl: Hill en Dale zijn zustersteden.\n") == ""
    assert _translations(data, "nl", str(record), "--done").exit_code == 0
    assert "out of date" in say("text: twin towns", "text: twin towns, gloss: {nl: zustersteden}")
    assert _translations(data, "nl", str(record), "--done").exit_code == 0
    assert say("{nl: zustersteden}", "{nl: tweelingsteden}") == ""
    assert "out of date" in say("text: twin towns", "text: sister towns")
    assert "form_as_stated.gloss" in say("{nl: tweelingsteden}", "{fr: villes jumelles}")
    assert "gloss" not in say("lang: en", "lang: nl")
