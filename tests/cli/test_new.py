"""A new record out of answers: in a terminal, and without one."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.checks import load
from atlas.cli.main import main
from atlas.editing import drafts
from atlas.editing.drafts.new_records import (
    NewActor,
    NewCooperation,
    NewParty,
    NewPlace,
    NewSource,
    NewTheme,
)
from atlas.files import reader
from atlas.files.atomic_write import WriteError
from atlas.i18n import report
from atlas.i18n.languages import Language
from atlas.i18n.messages import msg
from tests.site_languages import LANGUAGES, ROOT, contributing

MARKS = "\u2067\u2069"
UNMARKED = str.maketrans("", "", MARKS)
HOOKS = ROOT / "hooks"
WHOLE = ROOT / "tests" / "cases" / "whole" / "data"

TWINNING = {
    "In which language": "fr",
    "Where does it stand": "Jumelages de Riverton",
    "The title of the source": "",
    "The language that the source is written in": "",
    "Who published the source": "Ville de Riverton",
    "The web address of the source": "https://riverton.example/jumelages",
    "When the source was published": "2020",
    "Its form": "jumelages, non: 1",
    "Its form, again": "Jumelage",
    "The source's own word": "jumelage",
    "When it was signed": "17/12/2011",
    "What was signed": "",
    "Partner 1": "hill",
    "Which of these": "",
    "The part of": "",
    "Partner 2": "Riverton",
    "The full name": "Ville de Riverton",
    "What is": "",
    "What is more closely": "",
    "The place where": "",
    "The country": "Nowhereland",
    "The country, again": "البرتغال",
    "What kind of place": "",
    "The part of, too": "signatory, host",
    "Partner 3": "",
    "A title": "Riverton et Hill",
    "What it is": "Riverton et Hill sont jumelées.",
    "When it began": "un jour de 2014",
    "When it began, again": "2014~",
    "When it ended": "",
    "How it stands": "clôturée",
    "What shows it": "Mentionné sur la page.",
    "The date of that": "2020",
    "Its themes": "1",
    "Its id": "",
    "The id of the source": "",
    "Write them": "y",
}
"""What is answered to each question in turn; an empty answer takes what is suggested."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WHOLE, tmp_path / "data"))


def _new(data: Path, given: list[str], *arguments: str) -> Result:
    lines = "".join(f"{answer}\n" for answer in given)
    result = CliRunner().invoke(main, ["new", *arguments, "--data", str(data)], input=lines)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _files(data: Path) -> dict[str, bytes]:
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file()
    }


def _errors(data: Path) -> list[str]:
    return [str(each) for each in load.read(data).problems if each.severity == "error"]


@pytest.mark.parametrize(
    ("status", "start", "end", "expected"),
    [
        (
            "implementation",
            "2020",
            "2026-11-21",
            {"actual_start": "2020", "actual_end": "2026-11-21"},
        ),
        (
            "implementation",
            "2020",
            "2026-11-22",
            {"actual_start": "2020", "planned_end": "2026-11-22"},
        ),
        ("implementation", "2026", "2027~", {"actual_start": "2026", "planned_end": "2027~"}),
        ("implementation", "2026-12", "", {"planned_start": "2026-12"}),
        ("implementation", "", "2026", {"planned_end": "2026"}),
        ("unknown", "", "2026-11", {"planned_end": "2026-11"}),
        ("closed", "", "2026", {"actual_end": "2026"}),
        ("cancelled", "", "2026-11", {"actual_end": "2026-11"}),
        ("closed", "", "2027", {"planned_end": "2027"}),
        ("pipeline", "2026", "", {"planned_start": "2026"}),
        ("pipeline", "2025", "", {"actual_start": "2025"}),
        ("implementation", "some day", "", {"actual_start": "some day"}),
        ("implementation", "", "", None),
    ],
)
def test_what_is_still_to_come_is_planned(
    status: str, start: str, end: str, expected: dict[str, str] | None
) -> None:
    new = NewCooperation(
        title={"en": "A"},
        form="twinning",
        summary={"en": "A."},
        parties=(NewParty("hill"),),
        status=status,
        evidence={"en": "It says so."},
        sources=("page",),
        day="2026-11-21",
        start=start,
        end=end,
    )
    (draft,) = drafts.draft_records(new, [], "data")
    assert (draft.value or {}).get("dates") == expected


def test_a_twinning_brings_its_actor_place_and_source(data: Path) -> None:
    before = _files(data)
    result = _new(data, list(TWINNING.values()))
    assert result.exit_code == 0, result.output
    after = _files(data)
    assert {name: after[name] for name in before} == before
    new = {name: text.decode() for name, text in after.items() if name not in before}
    assert sorted(new) == [
        "actors/riverton.yml",
        "cooperations/hill-riverton.yml",
        "places/riverton.yml",
        "sources/ville-de-riverton-jumelages-de-riverton.yml",
    ]
    source = "ville-de-riverton-jumelages-de-riverton"
    assert new["cooperations/hill-riverton.yml"].split("review:")[0] == (
        "# yaml-language-server: $schema=../schema/cooperations.schema.json\n"
        "title: {fr: Riverton et Hill}\n"
        "form: twinning\n"
        "form_as_stated:\n"
        f"  - {{lang: fr, text: jumelage, source: {source}}}\n"
        "summary: {fr: Riverton et Hill sont jumelées.}\n"
        "parties:\n"
        "  - {actor: hill, roles: [signatory], side: a}\n"
        "  - {actor: riverton, roles: [signatory, host], side: b}\n"
        "agreements:\n"
        "  - instrument: {fr: jumelage}\n"
        "    signed: 2011-12-17\n"
        f"    source: {source}\n"
        "dates: {actual_start: 2014~}\n"
        "status:\n"
        "  code: closed\n"
        "  as_of: 2020\n"
        "  evidence: {fr: Mentionné sur la page.}\n"
        f"  source: {source}\n"
        "themes: [health]\n"
        "sources:\n"
        f"  - {{source: {source}}}\n"
    )
    assert "countries: [PT]" in new["places/riverton.yml"]
    assert _errors(data) == []
    assert CliRunner().invoke(main, ["check", "--data", str(data)]).exit_code == 0
    assert "wrote data/cooperations/hill-riverton.yml" in result.output
    assert "data/places/riverton.yml has no point yet" in result.output


@pytest.mark.parametrize("answered", range(len(TWINNING)))
def test_stopping_at_any_question_leaves_nothing_behind(answered: int, data: Path) -> None:
    before = _files(data)
    result = _new(data, list(TWINNING.values())[:answered])
    assert result.exit_code == 1
    assert "Aborted!\n" in result.output
    assert _files(data) == before


def test_a_tie_that_is_on_record_is_named(data: Path) -> None:
    given = [
        "en",
        "hill-page",
        "1",
        "twinning",
        "",
        "",
        "",
        *("Hill", "1", "", "Dale", "1", "", "", "n"),
    ]
    before = _files(data)
    result = _new(data, given)
    assert "The same partners have such a tie on record: data/cooperations/hill-dale.yml" in (
        result.output
    )
    assert result.exit_code == 1
    assert _files(data) == before


@pytest.mark.parametrize("name", ["Municipality of Hil", "Hill upon Sea", "Municipality"])
def test_an_actor_of_nearly_that_name_is_offered(name: str, data: Path) -> None:
    result = _new(data, ["en", "hill-page", "1", "twinning", "", "", "", name])
    assert "Municipality of Hill" in result.output.split(name, 1)[-1]
    assert "Which of these" in result.output.split(name, 1)[-1]


def _answers(**changed: str) -> list[str]:
    """What makes a twinning, with other answers to some questions."""
    assert changed.keys() <= TWINNING.keys()
    return list({**TWINNING, **changed}.values())


def test_one_answer_is_taken_back_and_given_anew(data: Path) -> None:
    result = _new(data, _answers(**{"When it was signed": "2010", "What was signed": "<\n2011\n"}))
    assert result.exit_code == 0, result.output
    assert "unsure [2010] (- leaves it out): 2011\n" in result.output
    assert "signed: 2011\n" in (data / "cooperations" / "hill-riverton.yml").read_text("utf-8")


def test_answers_are_taken_back_one_by_one_to_the_first(data: Path) -> None:
    result = _new(data, ["<", "en", "Sport", "<", "<", "fr", "Jeux", "Les jeux.", "", "y"], "theme")
    assert "Error: there is no question before this one." in result.output
    assert "description: {fr: Les jeux.}" in (data / "themes" / "jeux.yml").read_text("utf-8")


def test_enter_keeps_an_answer_that_was_gone_back_over(data: Path) -> None:
    given = ["Minutes", "", "Town of Hill", "<", "", "", "2020", "<", "-", "", "y"]
    result = _new(data, given, "source")
    assert "Who published the source [Town of Hill] (- leaves it out): \n" in result.output
    (made,) = data.glob("sources/*minutes*")
    record = made.read_text("utf-8")
    assert "publisher: Town of Hill" in record
    assert "published" not in record


def test_a_source_is_not_asked_in_which_language_it_is_written_about(data: Path) -> None:
    result = _new(data, ["Minutes", "fr", "", "", "", "", "y"], "source")
    assert "In which language will you write" not in result.output
    assert "language: fr" in (data / "sources" / "minutes.yml").read_text("utf-8")


def test_names_without_a_latin_letter_are_given_an_id_each(data: Path) -> None:
    source = ["صفحة", "", "", "بلدية", "", "", "commune-page"]
    given = ["ar", "جماعة وجدة", "", "", *source, "وجدة", "MA", "", "oujda", "", "y"]
    result = _new(data, given, "actor")
    assert result.exit_code == 0, result.output
    assert "The id of جماعة وجدة: its name in Latin letters, such as port-azul [oujda]: \n" in (
        result.output
    )
    made = _files(data).keys()
    assert {"actors/oujda.yml", "places/oujda.yml", "sources/commune-page.yml"} <= made
    assert not [name for name in made if "new-record" in name]


def test_an_actor_and_its_place_of_one_name_are_given_an_id_each(data: Path) -> None:
    source = ["hill-page", ""]
    given = ["ar", "وجدة", "", "", *source, "وجدة", "MA", "", "oujda", "oujda-council", "y"]
    result = _new(data, given, "actor")
    assert result.exit_code == 0, result.output
    assert {"actors/oujda-council.yml", "places/oujda.yml"} <= _files(data).keys()


NETWORK = ["ar", "hill-page", "", "network", "", "", ""]
"""The first answers about a network."""

REST = ["", "عنوان", "جملة.", "", "", "", "دليل", "", "", "", "y"]
"""The last, from the party that there is not."""


def test_a_latin_name_and_an_arabic_one_are_never_one_record(data: Path) -> None:
    first = ["Tanger", "", "13", "", "MA", ""]
    second = ["طنجة", "", "13", "", "MA", "tanger", "tanger-2", ""]
    result = _new(data, [*NETWORK, *first, *second, *REST])
    assert result.exit_code == 0, result.output
    assert 'the id "tanger" is taken' in result.output
    assert {"actors/tanger.yml", "actors/tanger-2.yml"} <= _files(data).keys()


def test_one_new_actor_is_no_two_parties(data: Path) -> None:
    party = ["طنجة", "", "13", "", "MA"]
    given = [*NETWORK, *party, "tanger", "", *party, "tanger-2", *REST]
    result = _new(data, given)
    assert "  It is a partner already.\n" in result.output
    assert "actors/tanger-2.yml" not in _files(data)


def test_a_party_left_out_takes_no_other_with_it(data: Path) -> None:
    parties = ["hill", "", "", "dale", "", "", "fen", "", ""]
    begun = _new(data, [*NETWORK, *parties, *REST[:-1], "n"]).output
    shown = begun.split("Your answers:\n")[1].splitlines()
    [number] = [line.split()[0] for line in shown if "  Partner 2: " in line]
    result = _new(data, [*NETWORK, *parties, *REST[:-1], number, "-", "y"])
    assert result.exit_code == 0, result.output
    (made,) = data.glob("cooperations/hill-fen-2.yml")
    record = made.read_text("utf-8")
    assert "actor: fen" in record
    assert "actor: dale" not in record


def test_an_id_of_a_source_ends_with_a_word(data: Path) -> None:
    publisher = "Municipality of Saint-Josse-ten-Noode"
    _new(data, ["Report on the twinnings", "", publisher, "", "", "", "y"], "source")
    assert (data / "sources" / "municipality-of-saint-josse-ten-noode.yml").is_file()


def test_every_answer_is_shown_before_anything_is_written(data: Path) -> None:
    output = _new(data, _answers(**{"Write them": "n"})).output
    shown = output.split("Your answers:\n")[1].split("To be written:")[0].splitlines()
    assert shown[0] == "   1  In which language will you write: French"
    assert "  10  When it was signed: 17 December 2011" in shown
    assert "  13  Which of these do you mean by “hill”: Municipality of Hill" in shown
    assert "  22  The part of Ville de Riverton in it: Signatory, Host" in shown
    assert "  23  Partner 3: left out" in shown
    assert "  28  How it stands: Closed" in shown
    assert len(shown) == len([each for each in TWINNING if "again" not in each]) - 1


def test_an_answer_is_changed_by_its_number_and_the_others_stay(data: Path) -> None:
    result = _new(data, [*_answers(**{"Write them": "28"}), "dormant", "25", "Deux villes.", "y"])
    assert result.exit_code == 0, result.output
    last = result.output.rsplit("Your answers:\n", 1)[1]
    assert "  28  How it stands: Dormant\n" in last
    record = (data / "cooperations" / "hill-riverton.yml").read_text("utf-8")
    assert "code: dormant" in record
    assert "summary: {fr: Deux villes.}" in record
    assert "signed: 2011-12-17" in record


def test_what_an_answer_brought_along_goes_with_it(data: Path) -> None:
    """Another second party: nothing is asked about the first choice's place any more."""
    changed = [*_answers(**{"Write them": "15"}), "Dale", "", "", "y", "y"]
    result = _new(data, changed)
    assert result.exit_code == 0, result.output
    assert "Riverton" not in result.output.rsplit("Partner 2: ", 1)[1].split("A title")[0]
    assert not (data / "places" / "riverton.yml").exists()
    [made] = data.glob("cooperations/hill-dale-2.yml")
    assert "{actor: dale, roles: [signatory], side: b}" in made.read_text("utf-8")


def test_an_end_still_to_come_is_a_plan_and_said_to_be_one(data: Path) -> None:
    changed = {"When it ended": "2999", "How it stands": "implementation"}
    result = _new(data, _answers(**changed))
    assert "  2999 is not over yet: it is recorded as a plan.\n" in result.output
    record = (data / "cooperations" / "hill-riverton.yml").read_text("utf-8")
    assert "dates: {actual_start: 2014~, planned_end: 2999}" in record


def test_without_a_date_of_signature_nothing_was_signed(data: Path) -> None:
    given = {key: answer for key, answer in TWINNING.items() if key != "What was signed"}
    result = _new(data, list({**given, "When it was signed": "\n"}.values()))
    record = (data / "cooperations" / "hill-riverton.yml").read_text("utf-8")
    assert "agreements" not in record
    assert "The part of Municipality of Hill in it: several with commas between them [Partner]" in (
        result.output
    )


def test_a_decision_is_not_written_as_a_signature(data: Path) -> None:
    decided = {
        "When it was signed": "\nNovember 2010",
        "What was signed": "Decision of the council",
    }
    result = _new(data, _answers(**decided))
    assert "When it was decided or approved, if nothing was signed" in result.output
    assert "What was decided or approved" in result.output
    record = (data / "cooperations" / "hill-riverton.yml").read_text("utf-8")
    assert "decided: 2010-11" in record
    assert "signed:" not in record
    assert _errors(data) == []


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("17/12/2011", "that is a date; here words are wanted."),
        ("2011", "that is a date; here words are wanted."),
        ("https://riverton.example/", "that is a web address; here words are wanted."),
        ("?!", '"?!" holds no letter; here words are wanted.'),
    ],
)
def test_what_is_no_words_is_no_title(written: str, wrong: str, data: Path) -> None:
    result = _new(data, _answers(**{"A title": f"{written}\nRiverton et Hill"}))
    assert f"Error: {wrong}" in result.output
    assert result.exit_code == 0, result.output


def test_what_looks_like_a_date_is_a_name_if_it_is_typed_twice(data: Path) -> None:
    name = "20 août 1955"
    given = ["fr", "Porto", "PT", "", "porto", "2", name, name, "PT", "", "y"]
    result = _new(data, given, "place")
    assert "that is a date; here words are wanted. If it is meant so, type it again." in (
        result.output
    )
    assert f"names: {{fr: {name}}}" in (data / "places" / "porto.yml").read_text("utf-8")


def test_an_answer_stays_with_the_question_it_was_given_to(data: Path) -> None:
    """Both dates may be two; the choice that was made for the end is not made for the start."""
    changed = {
        "When it began": "1/2/2012\n1",
        "When it began, again": "1/2/2012",
        "When it ended": "2",
    }
    given = [*_answers(**changed, **{"Write them": "26"}), "1/3/2011", "2", "y"]
    result = _new(data, given)
    assert result.exit_code == 0, result.output
    record = (data / "cooperations" / "hill-riverton.yml").read_text("utf-8")
    assert "dates: {actual_start: 2011-01-03, actual_end: 2012-01-02}" in record


def test_a_party_named_twice_is_as_if_it_had_not_been(data: Path) -> None:
    changed = {"Partner 2": "Hill\n\nRiverton", "Write them": "15"}
    result = _new(data, [*_answers(**changed), "Fen", "", "", "y"])
    assert "  It is a partner already.\n" in result.output
    shown = result.output.rsplit("Your answers:\n", 1)[1].split("To be written")[0]
    assert shown.count("  Partner 2: ") == 1
    assert "  15  Partner 2: Fen\n" in shown
    assert (data / "cooperations" / "fen-hill.yml").exists() or (
        data / "cooperations" / "hill-fen-2.yml"
    ).exists()


def test_two_places_of_one_name_are_told_apart(data: Path) -> None:
    second = ["Porto", "", "Port of Porto", "", "", "Porto", "2", "PT", "", ""]
    given = ["en", "hill-page", "", "network", "", "", "", "Porto", "City of Porto", "", "", ""]
    first = ["FR", "", ""]
    rest = ["", "A title", "Words.", "", "", "", "Words", "", "", "", "y"]
    result = _new(data, [*given, *first, *second, *rest])
    assert "   1  Porto (France), which is new here\n" in result.output, result.output
    countries = {
        place.read_text("utf-8").split("countries: ")[1][:4] for place in data.glob("places/por*")
    }
    assert countries == {"[FR]", "[PT]"}


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\ufeff", "\x07", "\ufffe"])
def test_an_address_holds_nothing_unseen(unseen: str, data: Path) -> None:
    address = "https://riverton.example/"
    for kind, where in (("actor", "where does it stand"), ("source", "The web address")):
        before = ["en", "Porto", "", ""] if kind == "actor" else ["Minutes", "", ""]
        output = _new(data, [*before, f"{address}{unseen}", address], kind).output
        assert "may not stand here. Delete it" in output.split(where, 1)[1]


def test_a_byte_that_is_no_text_is_refused(data: Path) -> None:
    given = b"My caf\xff\nMinutes\n\n\n\n\n\n"
    command = [sys.executable, "-m", "atlas", "new", "source", "--data", str(data)]
    environment = {**os.environ, "PYTHONPATH": str(HOOKS), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    assert b"Traceback" not in done.stderr
    assert b"the character U+DCFF" in done.stdout


def test_without_an_input_nothing_is_asked(data: Path) -> None:
    shut = f"exec {sys.executable} -m atlas new --data {data} <&-"
    environment = {**os.environ, "PYTHONPATH": str(HOOKS)}
    done = subprocess.run(["sh", "-c", shut], capture_output=True, env=environment, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


def test_a_broken_record_elsewhere_stops_nothing(data: Path) -> None:
    broken = "form: twinning\nparties:\n  - {actor: [dale, fen]}\nprevious_ids: [[a]]\n"
    (data / "cooperations" / "broken.yml").write_text(broken, "utf-8")
    result = _new(data, list(TWINNING.values()))
    assert result.exit_code == 0, result.output


def test_a_list_is_shown_for_a_question_mark(data: Path) -> None:
    result = _new(data, _answers(**{"The part of, too": "?\nsignatory"}))
    asked = result.output.split("The part of Ville de Riverton in it")[1]
    assert "? lists them [Signatory]: ?\n   1  Signatory" in asked
    assert "Error" not in asked.split("Partner 3")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_that_nothing_explains_is_its_label_alone(language: str, data: Path) -> None:
    output = _new(data, ["", "Hill office"], "actor", "--lang", language).output.translate(UNMARKED)
    assert f"   1  {Language(language, '').gettext('National government')}\n" in output


def test_another_that_is_not_on_record_is_no_answer_left_out(data: Path) -> None:
    given = ["en", "Hill office", "", "", "Hill", "2", *[""] * 5, "-", "PT", "", "n"]
    output = _new(data, given, "actor").output
    assert "Which of these do you mean by “Hill”: another source, which is not on record" in output


def test_a_source_may_have_a_year_for_a_title(data: Path) -> None:
    result = _new(data, ["2019", "", "", "", "", "minutes-2019", "y"], "source")
    assert result.exit_code == 0, result.output
    assert "text: 2019" in (data / "sources" / "minutes-2019.yml").read_text("utf-8")


def test_an_actor_of_nearly_that_name_is_never_taken_unasked(data: Path) -> None:
    given = ["en", "hill-page", "1", "twinning", "", "", "", "Municipality of Hil", ""]
    assert "Error: an answer is needed" in _new(data, given).output


def test_a_date_is_understood_as_it_is_usually_written(data: Path) -> None:
    given = ["Minutes", "", "", "", "17 décembre 2020", "", "y"]
    result = _new(data, given, "source")
    assert "17 December 2020 (2020-12-17)" in result.output
    assert "published: 2020-12-17" in (data / "sources" / "minutes.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "written", ["www.riverton.example/jumelages", "riverton.example/jumelages"]
)
def test_an_address_that_is_cut_short_is_no_title(written: str, data: Path) -> None:
    changed = {
        "Where does it stand": written,
        "The title of the source": "\nJumelages de Riverton",
    }
    given = TWINNING | changed
    del given["The web address of the source"]
    result = _new(data, list(given.values()))
    assert result.exit_code == 0, result.output
    assert _errors(data) == []
    [source] = data.glob("sources/ville-de-riverton-*.yml")
    assert "text: Jumelages de Riverton" in source.read_text("utf-8")
    assert f"url: https://{written}\n" in source.read_text("utf-8")


def test_a_day_that_its_month_does_not_have_is_told_so(data: Path) -> None:
    given = ["Minutes", "", "", "", "31/02/2012", "next spring", "17/12/11", "", "y"]
    result = _new(data, given, "source")
    assert 'Error: "31/02/2012": there is no such day in February 2012.' in result.output
    assert 'Error: "next spring" is not understood as a date; write it like one of' in result.output
    assert "published: 2011-12-17" in (data / "sources" / "minutes.yml").read_text("utf-8")


def test_a_date_that_may_be_two_is_asked_for(data: Path) -> None:
    result = _new(data, ["Minutes", "", "", "", "03/04/2020", "2", "", "y"], "source")
    assert "1  3 April 2020" in result.output
    assert "published: 2020-03-04" in (data / "sources" / "minutes.yml").read_text("utf-8")


def test_what_a_check_would_refuse_is_shown_before_it_is_written(data: Path) -> None:
    given = ["en", "Sport", "Write to someone@example.org.", "sports-2", ""]
    before = _files(data)
    result = _new(data, given, "theme")
    assert 'field "description.en" holds an e-mail address' in result.output
    assert "Write them, or change an answer by its number [y/N]" in result.output
    assert _files(data) == before


def test_an_id_that_is_taken_is_refused_and_another_suggested(data: Path) -> None:
    result = _new(data, ["en", "Sport", "Games.", "sport", "", "y"], "theme")
    assert 'the id "sport" is taken' in result.output
    assert "Its id [sport-2]" in result.output
    assert (data / "themes" / "sport-2.yml").is_file()


def test_a_gazetteer_says_where_a_place_lies(data: Path, tmp_path: Path) -> None:
    cities = tmp_path / "cities500.txt"
    rows = [
        (1, "Lagoa", "Lagoa", "", "37.13", "-8.45", "PT", 7_000),
        (2, "Porto", "Porto", "Oporto,بورتو", "41.15", "-8.61", "PT", 250_000),
        (3, "Porto", "Porto", "", "42.45", "8.83", "FR", 500),
    ]
    cities.write_text(
        "".join(
            f"{n}\t{name}\t{plain}\t{also}\t{lat}\t{lon}\tP\tPPL\t{country}\t\t\t\t\t\t{people}\n"
            for n, name, plain, also, lat, lon, country, people in rows
        ),
        "utf-8",
    )
    given = ["ar", "بورتو", "Portugal", "", "", "porto", "y"]
    result = _new(data, given, "place", "--gazetteer", str(cities))
    assert "Porto: 41.15, -8.61" in result.output
    assert "42.45" not in result.output
    assert (data / "places" / "porto.yml").read_text("utf-8").splitlines()[1:] == [
        "names: {ar: بورتو}",
        "type: municipality",
        "countries: [PT]",
        "coordinates: {lat: 41.15, lon: -8.61, exactness: approximate, source: geonames}",
        "geonames: 2",
    ]
    assert (data / "sources" / "geonames.yml").is_file()
    assert "has no point" not in result.output
    assert _errors(data) == []


def test_a_point_goes_with_the_country_it_was_chosen_in(data: Path, tmp_path: Path) -> None:
    rows = _row(1, "Tripoli", "LB", 9) + _row(2, "Tripoli", "LY", 9)
    (tmp_path / "cities").write_text(rows, "utf-8")
    given = ["en", "Tripoli", "LB", "", "1", "", "3", "LY", "2", "y"]
    result = _new(data, given, "place", "--gazetteer", str(tmp_path / "cities"))
    assert "Where Tripoli in Libya lies, says GeoNames [1]: 2" in result.output
    record = (data / "places" / "tripoli.yml").read_text("utf-8")
    assert "countries: [LY]" in record
    assert "coordinates" not in record


def test_a_choice_that_is_gone_is_asked_for_again(data: Path) -> None:
    """The first party's new place, chosen for the second too, goes when the first has another."""
    first = ["Porto", "School of Porto", "", "", "Hill", "2", "FR", "", ""]
    second = ["Office", "", "", "", "Hill", "2", ""]
    given = ["en", "hill-page", "", "network", "", "", "", *first, *second, "", "A title", "Words."]
    given += [*[""] * 3, "Words", *[""] * 3]
    shown = _new(data, given).output.rsplit("Your answers:\n", 1)[1].splitlines()
    [number] = [line.split()[0] for line in shown if "another place" in line]
    result = _new(data, [*given, number, "1", "2", "PT", "", "y"])
    assert result.exit_code == 0, result.output
    assert "seat: hill\n" in (data / "actors" / "school-of-porto.yml").read_text("utf-8")
    assert "countries: [PT]" in (data / "places" / "hill-2.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"Porto,41\n", "line 1 of cities has too few columns for GeoNames"),
        (b"PK\x03\x04\xff\xfe", "cities is not a text in UTF-8"),
        (b"", "cities is empty"),
    ],
)
def test_what_is_no_gazetteer_is_named_before_anything_is_asked(
    content: bytes, wrong: str, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "cities").write_bytes(content)
    result = _new(data, ["en", "Porto"], "place", "--gazetteer", str(tmp_path / "cities"))
    assert f"Error: {wrong}. Name a file such as cities500.txt, unpacked" in result.output
    assert "In which language" not in result.output
    assert result.exit_code == 1


def test_a_gazetteer_that_breaks_off_costs_no_answer(data: Path, tmp_path: Path) -> None:
    (tmp_path / "cities").write_text(_row(1, "Lagoa", "PT", 7_000) + "2\tPor", "utf-8")
    given = ["en", "Porto", "PT", "", "porto", "y"]
    result = _new(data, given, "place", "--gazetteer", str(tmp_path / "cities"))
    assert "Error: line 2 of cities has too few columns for GeoNames." in result.output
    assert (data / "places" / "porto.yml").is_file()


@pytest.mark.parametrize("people", ["", "²", "9" * 5_000])
def test_a_place_of_a_gazetteer_needs_no_number_of_people(
    people: str, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "cities").write_text(_row(1, "Porto", "PT", people), "utf-8")
    given = ["en", "Porto", "PT", "", "", "", "y"]
    result = _new(data, given, "place", "--gazetteer", str(tmp_path / "cities"))
    assert result.exit_code == 0, result.output
    assert "geonames: 1\n" in (data / "places" / "porto.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The gazetteer has no Porto in Portugal."),
        ("nl", "Het plaatsnamenregister kent geen Porto (land: Portugal)."),
        ("fr", "Le répertoire des lieux n’a pas de Porto (pays\u00a0: Portugal)."),
        ("ar", "لا يوجد \u2068Porto\u2069 في معجم الأماكن (البلد: البرتغال)."),
    ],
)
def test_a_gazetteer_that_lacks_a_place_says_of_which_country(
    language: str, told: str, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "cities").write_text(_row(1, "Lagoa", "PT", 7_000), "utf-8")
    arguments = ("place", "--gazetteer", str(tmp_path / "cities"), "--lang", language)
    assert told in _new(data, ["", "Porto", "PT", ""], *arguments).output


def _row(number: int, name: str, country: str, people: int | str) -> str:
    """A line of GeoNames."""
    return f"{number}\t{name}\t{name}\t\t41.15\t-8.61\tP\tPPL\t{country}\t\t\t\t\t\t{people}\n"


@pytest.mark.parametrize("number", ["²", "9" * 5_000, "0", "-1", "99"])
def test_a_number_that_no_option_has_is_told_from_the_others(number: str, data: Path) -> None:
    result = _new(data, ["en", "Porto", "PT", number, ""], "place")
    assert f'Error: "{number[:50]}' in result.output
    assert "is not in the list; give a number of it." in result.output


def test_an_option_is_chosen_by_a_number_in_arabic_digits(data: Path) -> None:
    _new(data, ["en", "Porto", "PT", "٢", "", "y"], "place")
    assert "type: city-district\n" in (data / "places" / "porto.yml").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_without_a_point_is_told_of_the_recipe_in_its_language(
    language: str, data: Path
) -> None:
    output = _new(data, ["", "Porto", "PT", "", "porto", ""], "place", "--lang", language).output
    recipe = report.render(msg("Give a place its point"), language)
    document = contributing(language)
    assert document in output
    assert recipe.strip(MARKS) in output
    assert f"\n### {recipe.strip(MARKS)}\n" in (ROOT / document).read_text("utf-8")


def test_an_actor_may_have_no_seat(data: Path) -> None:
    given = ["en", "Porto Council", "", "", "hill-page", "1", "-", "PT", "", "y"]
    result = _new(data, given, "actor")
    assert "The place where Porto Council has its seat (Enter leaves it out):" in result.output
    record = (data / "actors" / "porto-council.yml").read_text("utf-8")
    assert "countries: [PT]" in record
    assert "seat" not in record


def test_answers_of_a_form_become_records_without_a_terminal(data: Path) -> None:
    documents, _ = reader.read(data)
    page = NewSource("صفحة المدينة", "ar", url="https://madina.example/")
    town = NewPlace({"ar": "المدينة", "fr": "Médina"}, ("MA",))
    council = NewActor({"ar": "بلدية المدينة"}, (page,), seat=town)
    made = drafts.draft_records(
        NewCooperation(
            title={"ar": "توأمة"},
            form="twinning",
            summary={"ar": "توأمة بين مدينتين."},
            parties=(NewParty("hill"), NewParty(council)),
            status="unknown",
            evidence={"ar": "ورد في الصفحة."},
            sources=(page,),
            day="2026-11-21",
        ),
        documents,
        "data",
    )
    assert [f"{draft.folder}/{draft.id}" for draft in made] == [
        "sources/new-record",
        "places/medina",
        "actors/medina",
        "cooperations/hill-medina",
    ]
    drafts.write(data, made)
    assert _errors(data) == []


def test_no_file_is_ever_overwritten(data: Path) -> None:
    documents, _ = reader.read(data)
    theme = NewTheme({"en": "Sport"}, {"en": "Games."}, id="sport")
    other = NewTheme({"en": "Chess"}, {"en": "Games."})
    before = _files(data)
    unaware = [document for document in documents if document.id != "sport"]
    made = [
        *drafts.draft_records(other, documents, "data"),
        *drafts.draft_records(theme, unaware, "data"),
    ]
    with pytest.raises(ValueError, match='the id "sport" is taken'):
        drafts.draft_records(theme, documents, "data")
    with pytest.raises(WriteError):
        drafts.write(data, made)
    assert _files(data) == before


_OWN_TERMINAL = """\
import fcntl, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs behind "&" would ignore it
from atlas.cli.main import main
main(["new", "--data", sys.argv[1]], prog_name="atlas")
"""


def test_ctrl_c_in_a_real_terminal_leaves_nothing_behind(data: Path) -> None:
    before = _files(data)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", _OWN_TERMINAL, str(data)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,  # so that the terminal is theirs, and Ctrl-C in it reaches them
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
    ) as asking:
        try:
            _read_until(ours, b"In which language")
            os.write(ours, b"en\n")
            _read_until(ours, b"where does it stand")
            _interrupt(ours)
            assert asking.wait(60) == 1
        finally:
            asking.kill()
            os.close(ours)
            os.close(theirs)
    assert _files(data) == before


def _interrupt(terminal: int) -> None:
    """Press Ctrl-C, and again where it came in the instant before the question was listening."""
    said = b""
    while b"Aborted!" not in said:
        os.write(terminal, b"\x03")
        while b"Aborted!" not in said and select.select([terminal], [], [], 5)[0]:
            said += os.read(terminal, 1024)


def _read_until(terminal: int, wanted: bytes) -> bytes:
    """What the terminal shows up to `wanted`."""
    said = b""
    while wanted not in said:
        assert select.select([terminal], [], [], 120)[0], said
        said += os.read(terminal, 1024)
    return said
