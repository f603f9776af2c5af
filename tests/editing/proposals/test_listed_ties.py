"""What is told of a tie that a register lists becomes a researched cooperation, or is left to
people."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW, STILL_SO, IssueForm
from atlas.files.strict_yaml import parse
from atlas.i18n.languages import Language
from tests.editing.proposals.sent_forms import ENGLISH, Proposal, body, problems_with, proposed
from tests.frozen_records import REGISTERS
from tests.site_languages import LANGUAGES

SPOKEN = [Language(code, "") for code in LANGUAGES]
HOUFFALIZE = "https://atlas.example/en/places/houffalize-be/#houffalize-be-turi-ee"

SOURCE = {
    "evidence": "The town's page names its partner.",
    "source-url": "https://houffalize.example/twins",
    "source-title": "Our twin towns",
    "source-date": "2024-03",
}
ALIVE = {"page": HOUFFALIZE, **SOURCE}
TIE = {
    "title": "Twinning of the two Bocholts",
    "form": "Twinning",
    "partner-a": "Bocholt",
    "type-a": "Local government",
    "country-a": "Belgium",
    "partner-b": "Bocholt",
    "type-b": "Local government",
    "country-b": "Duitsland",
    "status": "It is under way",
    "summary": "The two towns of one name visit each other.",
    **SOURCE,
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REGISTERS, tmp_path / "data"))


def record_of(proposal: Proposal, folder: str = "cooperations") -> dict[str, Any]:
    (name,) = (name for name in proposal.files if name.startswith(f"{folder}/"))
    value = parse(proposal.files[name]).value
    assert value is not None
    return value


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_a_tie_that_is_still_so_becomes_a_cooperation_of_both_towns(
    data: Path, language: Language
) -> None:
    proposal = proposed(data, body(STILL_SO, ALIVE, language))
    assert sorted(proposal.files) == [
        "actors/houffalize-be.yml",
        "actors/turi-ee.yml",
        "cooperations/houffalize-be-turi-ee.yml",
        "sources/our-twin-towns.yml",
    ]
    record = record_of(proposal)
    assert record["form"] == "twinning"
    assert [party["actor"] for party in record["parties"]] == ["houffalize-be", "turi-ee"]
    assert record["status"] == {
        "code": "implementation",
        "as_of": "2024-03",
        "evidence": {language.code: SOURCE["evidence"]},
        "source": "our-twin-towns",
    }
    assert record["sources"] == [{"source": "our-twin-towns"}, {"source": "wikidata"}]
    assert "Wikidata" in record["summary"][language.code]
    assert parse(proposal.files["actors/turi-ee.yml"]).value == {
        "names": {"en": "Türi", "ar": "توري", "nl": "Türi"},
        "type": "local-government",
        "kind": "municipality",
        "seat": "turi-ee",
        "territory": ["turi-ee"],
        "sources": [{"source": "wikidata"}],
    }
    assert "nobody has checked" in proposal.body
    assert problems_with(data, proposal) == []


def test_what_the_sender_says_goes_before_what_a_register_says(data: Path) -> None:
    page = "https://atlas.example/nl/places/bocholt-be/#bocholt-be-bocholt-de"
    told = {"page": page, "form": "Friendship", "start": "May 1960", "summary": "They sing."}
    record = record_of(proposed(data, body(STILL_SO, {**ALIVE, **told})))
    assert record["form"] == "friendship"
    assert record["dates"] == {"actual_start": "1960-05"}
    assert record["summary"] == {"en": "They sing."}
    alone = record_of(proposed(data, body(STILL_SO, {**ALIVE, "page": page})))
    assert (alone["form"], alone["dates"]) == ("twinning", {"actual_start": "1961"})
    assert [one["source"] for one in alone["sources"]] == ["our-twin-towns", "assembly", "wikidata"]


def test_a_town_that_has_its_authority_keeps_it(data: Path) -> None:
    assert problems_with(data, proposed(data, body(STILL_SO, ALIVE))) == []
    second = proposed(data, body(STILL_SO, {**ALIVE, "page": "#blaj-ro-houffalize-be"}))
    assert [name for name in second.files if name.startswith("actors/")] == ["actors/blaj-ro.yml"]
    assert [one["actor"] for one in record_of(second)["parties"]] == ["blaj-ro", "houffalize-be"]
    assert problems_with(data, second) == []


@pytest.mark.parametrize("form", [STILL_SO, ENDED], ids=lambda form: form.id)
def test_a_tie_that_is_researched_is_not_proposed_again(data: Path, form: IssueForm) -> None:
    page = "#eskisehir-saint-josse-ten-noode"
    proposal = proposed(data, body(form, {**ALIVE, "page": page, "end": "2022"}))
    assert proposal.files == {}
    assert "The atlas has it already" in proposal.answer
    assert "saint&#45;josse&#45;eskisehir" in proposal.answer


def test_a_beginning_to_come_is_a_plan_and_the_reviewer_is_told(data: Path) -> None:
    proposal = proposed(data, body(STILL_SO, {**ALIVE, "start": "2028"}))
    assert record_of(proposal)["dates"] == {"planned_start": "2028"}
    assert "A date is still to come" in proposal.body


def test_a_listed_tie_that_has_ended_stays_known_as_a_closed_cooperation(data: Path) -> None:
    proposal = proposed(data, body(ENDED, {**ALIVE, "end": "2022-05"}))
    record = record_of(proposal)
    assert (record["status"]["code"], record["dates"]) == ("closed", {"actual_end": "2022-05"})
    assert problems_with(data, proposal) == []


def test_an_end_to_come_is_no_end(data: Path) -> None:
    proposal = proposed(data, body(ENDED, {**ALIVE, "end": "2027"}))
    assert proposal.files == {}
    assert "is still to come" in proposal.answer


def test_what_the_register_ended_and_is_still_so_has_no_end(data: Path) -> None:
    page = "#antwerp-be-gabrovo-bg"
    record = record_of(proposed(data, body(STILL_SO, {**ALIVE, "page": page})))
    assert "dates" not in record


def test_a_tie_of_a_form_that_nobody_says_waits_for_a_person(data: Path) -> None:
    page = "#antwerp-be-saint-denis-re"
    proposal = proposed(data, body(STILL_SO, {**ALIVE, "page": page}))
    assert proposal.files == {}
    assert "Which form it has is not known yet." in proposal.answer
    told = proposed(data, body(STILL_SO, {**ALIVE, "page": page, "form": "Friendship"}))
    assert record_of(told)["form"] == "friendship"
    assert problems_with(data, told) == []


@pytest.mark.parametrize(
    "page",
    [
        "",
        "#",
        "nowhere",
        "#nowhere",
        "https://atlas.example/en/places/houffalize-be/",
        "https://atlas.example/en/cooperations/saint-josse-tangier/",
        "assembly/houffalize-be-turi-ee",
        "#houffalize-be-turi-ee\n#bocholt-be-bocholt-de-x",
        "../../registers/wikidata/ties/BE.csv",
        "#<img src=x onerror=alert(1)>",
        "#" + "x" * 50_000,
    ],
)
def test_what_is_no_listed_tie_is_answered(data: Path, page: str) -> None:
    proposal = proposed(data, body(STILL_SO, {**ALIVE, "page": page}))
    assert proposal.files == {}
    assert "is not the address of a listed tie" in proposal.answer
    assert "<img" not in proposal.answer


def test_more_of_a_listed_tie_is_told_by_the_names_of_its_towns(data: Path) -> None:
    proposal = proposed(data, body(NEW, TIE))
    record = record_of(proposal)
    assert [party["actor"] for party in record["parties"]] == ["bocholt-be", "bocholt-de"]
    assert [one["source"] for one in record["sources"][1:]] == ["assembly", "wikidata"]
    assert "This tie is listed by" in proposal.body
    assert problems_with(data, proposal) == []


def test_a_namesake_in_another_country_is_not_the_partner(data: Path) -> None:
    assert problems_with(data, proposed(data, body(NEW, TIE))) == []
    other = {"title": "Friendship of Bocholt and Gabrovo", "form": "Friendship"}
    partners = {"partner-b": "Gabrovo", "country-b": "Bulgaria"}
    for country, actor in (("Belgium", "bocholt-be"), ("Germany", "bocholt-de")):
        proposal = proposed(data, body(NEW, {**TIE, **other, **partners, "country-a": country}))
        assert record_of(proposal)["parties"][0]["actor"] == actor


def test_a_partner_that_is_no_authority_is_not_taken_for_the_town(data: Path) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "type-a": "Foundation"}))
    assert "actors/bocholt.yml" in proposal.files
    assert "seat" not in proposal.files["actors/bocholt.yml"]


def test_that_a_listed_tie_is_wrong_is_left_to_people(data: Path) -> None:
    told = {"page": HOUFFALIZE, "record": "wikidata/houffalize-be-turi-ee", "wrong": "All of it."}
    proposal = proposed(data, body(CORRECTION, told, ENGLISH))
    assert (proposal.files, proposal.answer) == ({}, "Thank you. A person will read this.\n")


def test_of_several_registers_the_earliest_beginning_counts_as_on_the_page(data: Path) -> None:
    table = data / "registers" / "wikidata" / "ties" / "BE.csv"
    table.write_text(table.read_text().replace("twinning,,1961", "twinning,,1962-01"))
    page = "#bocholt-be-bocholt-de"
    record = record_of(proposed(data, body(STILL_SO, {**ALIVE, "page": page})))
    assert record["dates"] == {"actual_start": "1962-01"}


@pytest.mark.parametrize("cell", ["soon", "1961-99", "=1+1"])
def test_a_row_that_is_not_sound_stops_no_other(data: Path, cell: str) -> None:
    table = data / "registers" / "wikidata" / "ties" / "BE.csv"
    table.write_text(table.read_text().replace("twinning,,1961", f"twinning,,{cell}"))
    page = "#bocholt-be-bocholt-de"
    record = record_of(proposed(data, body(STILL_SO, {**ALIVE, "page": page})))
    assert record["dates"] == {"actual_start": "1962"}


def test_of_a_tie_that_was_taken_out_nothing_is_proposed(data: Path) -> None:
    (data / "removed.yml").write_text(
        "records:\n"
        "  - folder: ties\n"
        "    id: houffalize-be-turi-ee\n"
        "    date: 2026-11-01\n"
        "    reason: not-a-cooperation\n"
    )
    assert problems_with(data, proposed(data, body(STILL_SO, ALIVE))) == []
    assert proposed(data, body(STILL_SO, ALIVE)).files == {}
