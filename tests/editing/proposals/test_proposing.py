"""From the issue that GitHub makes of a form to the files of a pull request."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest

from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW
from atlas.files.ids import wrong_with_id
from atlas.files.strict_yaml import parse
from atlas.i18n.languages import Language
from atlas.i18n.markdown import inert
from tests.conftest import ROOT
from tests.editing.proposals.sent_forms import Proposal, body, problems_with, proposed
from tests.site_languages import LANGUAGES

MINIMAL = ROOT / "tests" / "cases" / "minimal" / "data"
SPOKEN = [Language(code, "") for code in LANGUAGES]

TIE = {
    "title": "Twinning between Dale and Genk",
    "form": "Twinning",
    "partner-a": "dale",
    "type-a": "Local government",
    "country-a": "Morocco",
    "partner-b": "City of Genk",
    "type-b": "Local government",
    "country-b": "Belgique",
    "instrument": "Twinning charter",
    "signed": "2018-11",
    "start": "2019",
    "status": "It is under way",
    "summary": "Dale and Genk are twinned. Their schools write to each other.",
    "themes": "Health; stamps",
    "source-url": "https://genk.example/twins",
    "source-title": "Our twin towns",
    "source-date": "2021-03",
}
END = {
    "page": "https://example.org/atlas/fr/cooperations/hill-dale/#maps",
    "end": "2022-05",
    "evidence": "The council of Hill took note of the end.",
    "source-url": "https://hill.example/minutes",
    "source-title": "Minutes of May 2022",
    "source-date": "2022-05-12",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "data"))


def record_text(proposal: Proposal) -> str:
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    return proposal.files[name]


def test_a_new_cooperation_becomes_its_record_its_new_partner_and_its_source(data: Path) -> None:
    proposal = proposed(data, body(NEW, TIE))
    folders = sorted(name.partition("/")[0] for name in proposal.files)
    assert folders == ["actors", "cooperations", "sources"]
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    record = parse(proposal.files[name]).value
    assert record is not None
    assert record["form"] == "twinning"
    assert record["dates"] == {"actual_start": "2019"}
    assert record["agreements"] == [
        {
            "instrument": {"en": "Twinning charter"},
            "signed": "2018-11",
            "source": record["sources"][0]["source"],
        }
    ]
    assert record["themes"] == ["health"]
    assert [party["actor"] for party in record["parties"]] == ["dale", "genk"]
    assert parse(proposal.files["actors/genk.yml"]).value == {
        "names": {"en": "City of Genk"},
        "type": "local-government",
        "countries": ["BE"],
        "sources": record["sources"],
    }
    assert problems_with(data, proposal) == []
    assert "Thank you. We have made a proposal" in proposal.answer


def test_the_reviewer_is_told_what_was_assumed_and_what_was_left_out(data: Path) -> None:
    text = proposed(data, body(NEW, TIE)).body
    assert "Made from the form in #7; nobody has read it yet." in text
    assert inert("actors/dale") in text
    assert "No theme of the atlas is called “\u2068stamps\u2069”." in text
    assert "The language of the source is taken to be that of the form." in text


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_a_form_in_any_language_becomes_a_sound_record_in_that_language(
    data: Path, language: Language
) -> None:
    proposal = proposed(data, body(NEW, TIE, language))
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    record = parse(proposal.files[name]).value
    assert record is not None
    assert record["title"] == {language.code: TIE["title"]}
    assert record["translations"] == {language.code: "original"}
    assert problems_with(data, proposal) == []


@pytest.mark.parametrize("name", ["Hill upon Sea", "Upon-Stone", "Municipality of Hil upon Ston"])
def test_the_reviewer_is_told_of_partners_of_nearly_the_same_name(data: Path, name: str) -> None:
    actor = data / "actors" / "hill.yml"
    actor.write_text(actor.read_text().replace("of Hill", "of Hill-upon-Stone"))
    text = proposed(data, body(NEW, {**TIE, "partner-b": name})).body
    (line,) = (line for line in text.splitlines() if "of nearly that name" in line)
    assert inert("actors/hill") in line


def test_the_reviewer_is_told_of_no_partner_of_quite_another_name(data: Path) -> None:
    assert "nearly that name" not in proposed(data, body(NEW, TIE)).body


def test_a_source_that_is_on_record_is_not_recorded_again(data: Path) -> None:
    first = proposed(data, body(NEW, TIE))
    assert problems_with(data, first) == []
    again = {**TIE, "title": "Friendship between Hill and Genk", "form": "Friendship"}
    second = proposed(data, body(NEW, {**again, "partner-a": "Hill"}))
    assert not [name for name in second.files if name.startswith(("sources/", "actors/"))]


def test_a_tie_that_the_atlas_has_is_not_proposed_again(data: Path) -> None:
    assert problems_with(data, proposed(data, body(NEW, TIE))) == []
    second = proposed(data, body(NEW, TIE))
    assert second.files == {}
    assert "The atlas has it already" in second.answer


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"form": "I do not know"}, "Which form it has is not known yet."),
        ({"country-a": "Atlantis"}, "We do not know the country “\u2068Atlantis\u2069”."),
        ({"country-b": "Congo"}, "“\u2068Congo\u2069” may be more than one country."),
        ({"source-url": "the town hall"}, inert("a web address")),
        ({"summary": "Write to jan.jansen@genk.example"}, inert("e-mail")),
    ],
)
def test_what_stands_in_the_way_is_answered_in_the_issue(
    data: Path, changed: dict[str, str], said: str
) -> None:
    proposal = proposed(data, body(NEW, {**TIE, **changed}))
    assert proposal.files == {}
    assert said in proposal.answer
    assert not (proposal.folder / "body.md").exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"source-url": "here"}, 'field "Where can this be read?" is "here"; expected a web '),
        ({"summary": "a@b.example"}, 'field "What is it about?" holds an e-mail address. '),
        ({"partner-b": "Tel. 0470 12 34 56"}, 'field "Second partner" holds a telephone number. '),
        ({"source-title": "2021-03-04 " * 60}, 'field "Title of that page or document" is longer '),
    ],
)
def test_a_mistake_is_told_in_the_words_of_the_form(
    data: Path, changed: dict[str, str], said: str
) -> None:
    answer = html.unescape(proposed(data, body(NEW, {**TIE, **changed})).answer)
    assert answer.count(said) == 1


def test_a_mistake_is_told_in_the_words_of_the_form_in_its_language(data: Path) -> None:
    text = body(ENDED, {**END, "source-url": "ici"}, Language("fr", ""))
    answer = " ".join(html.unescape(proposed(data, text).answer).split())  # no hard spaces
    assert "le champ « Où peut-on le lire ? » contient « ici »" in answer


def test_a_date_is_read_as_it_is_usually_written(data: Path) -> None:
    proposal = proposed(
        data, body(NEW, {**TIE, "start": "17 décembre 2019", "source-date": "2021"})
    )
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    record = parse(proposal.files[name]).value
    assert record is not None
    assert record["dates"] == {"actual_start": "2019-12-17"}
    date = inert("2019-12-17")
    read = f"“\u206817 décembre 2019\u2069” was read as \u2068{date}\u2069."
    assert proposal.body.count(read) == 1


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_a_date_to_come_is_a_plan_and_the_reviewer_is_told(data: Path, language: Language) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "end": "2028-06"}, language))
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    record = parse(proposal.files[name]).value
    assert record is not None
    assert record["dates"] == {"actual_start": "2019", "planned_end": "2028-06"}
    told = f"“\u2068{inert('2028-06')}\u2069” was entered as \u2068{inert('planned_end')}\u2069."
    assert proposal.body.count(told) == 1
    assert problems_with(data, proposal) == []


def test_of_dates_that_have_come_nothing_is_told(data: Path) -> None:
    text = proposed(data, body(NEW, {**TIE, "status": "It has ended", "end": "2020"})).body
    assert "still to come" not in text


def test_a_plan_out_of_order_is_told_to_the_reviewer(data: Path) -> None:
    plan = {"status": "It is planned", "start": "2029", "end": "2028"}
    proposal = proposed(data, body(NEW, {**TIE, **plan}))
    assert "planned_start: 2029" in record_text(proposal)
    assert "planned_end" not in record_text(proposal)
    assert "lies before" in html.unescape(proposal.body)


LEFT_OUT = [
    ({"start": "around Easter"}, None, "was left out: “\u2068around Easter\u2069”"),
    ({"start": "3/4/2019"}, "{actual_start: 2019}", "only the year \u20682019\u2069 was taken"),
    ({"start": "2016, no: 2018, 2019"}, None, "was left out: “\u20682016"),
    ({"end": "2018"}, "{actual_start: 2019}", "lies before"),
    ({"end": "2020"}, "{actual_start: 2019}", "says otherwise"),
    ({"signed": "in a pub"}, "{actual_start: 2019}", "was left out: “\u2068in a pub\u2069”"),
    ({"source-date": "before 1990"}, "{actual_start: 2019}", "was left out: “\u2068before 1990"),
    ({"source-date": "soon"}, "{actual_start: 2019}", "was left out: “\u2068soon\u2069”"),
    ({"instrument": "x" * 600}, "{actual_start: 2019}", "is longer than"),
    ({"source-publisher": "a@b.example"}, "{actual_start: 2019}", "e-mail address"),
    ({"source-language": "Klingonish"}, "{actual_start: 2019}", "No language is called"),
    ({"themes": "a\x00b"}, "{actual_start: 2019}", "a character that nobody sees"),
]


@pytest.mark.parametrize(("changed", "dates", "told"), LEFT_OUT)
def test_what_may_be_left_out_stops_nothing(
    data: Path, changed: dict[str, str], dates: str | None, told: str
) -> None:
    proposal = proposed(data, body(NEW, {**TIE, **changed}))
    assert proposal.files
    lines = [line for line in record_text(proposal).splitlines() if "dates:" in line]
    assert lines == ([f"dates: {dates}"] if dates else [])
    assert told in html.unescape(proposal.body)
    assert problems_with(data, proposal) == []
    assert "If you can say them otherwise, edit your issue:" in proposal.answer
    (answer,) = changed.values()
    assert proposal.answer.count(inert(f"“{answer}”", 600)) == 1


@pytest.mark.parametrize(
    ("start", "dates"),
    [
        ("spring 2016", {"earliest": "2016-03", "latest": "2016-06"}),
        ("before 1990", {"latest": "1990"}),
        ("vóór 1990", {"latest": "1990"}),
        ("2014 or 2015", {"earliest": "2014", "latest": "2015"}),
        ("the 1980s", {"earliest": "1980", "latest": "1989"}),
    ],
)
def test_a_moment_that_is_no_single_date_is_understood(
    data: Path, start: str, dates: dict[str, str]
) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "signed": "", "start": start}))
    assert (parse(record_text(proposal)).value or {})["dates"] == {"actual_start": dates}
    assert f"“\u2068{inert(start)}\u2069” was read as" in proposal.body
    assert problems_with(data, proposal) == []


def test_the_end_may_be_such_a_moment_too(data: Path) -> None:
    proposal = proposed(data, body(ENDED, {**END, "end": "2019 or 2020"}))
    record = parse(proposal.files["cooperations/hill-dale.yml"]).value
    assert record is not None
    assert record["dates"]["actual_end"] == {"earliest": "2019", "latest": "2020"}
    assert problems_with(data, proposal) == []


def test_several_answers_that_may_be_left_out_stop_nothing_together(data: Path) -> None:
    wrong = {"start": "once", "end": "2017", "signed": "2018", "source-publisher": "a@b.example"}
    proposal = proposed(data, body(NEW, {**TIE, **wrong, "instrument": "y" * 600}))
    assert proposal.files, proposal.answer
    assert problems_with(data, proposal) == []


def test_the_end_of_a_cooperation_is_known_without_its_date(data: Path) -> None:
    proposal = proposed(data, body(ENDED, {**END, "end": "before the elections"}))
    record = parse(proposal.files["cooperations/hill-dale.yml"]).value
    assert record is not None
    assert record["status"]["code"] == "closed"
    assert "actual_end" not in record["dates"]


def test_an_address_without_its_scheme_is_completed(data: Path) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "source-url": "www.genk.example/musanze"}))
    (name,) = (name for name in proposal.files if name.startswith("sources/"))
    assert "url: https://www.genk.example/musanze\n" in proposal.files[name]
    assert "An address was completed" in proposal.body


@pytest.mark.parametrize(("answer", "tag"), [("Dutch", "nl"), ("néerlandais", "nl"), ("", "en")])
def test_the_language_of_the_source_is_asked(data: Path, answer: str, tag: str) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "source-language": answer or "_No response_"}))
    (name,) = (name for name in proposal.files if name.startswith("sources/"))
    assert f"language: {tag}\n" in proposal.files[name]
    told = "The language of the source is taken to be that of the form."
    assert (told in proposal.body) == (answer == "")


@pytest.mark.parametrize(
    "name", ["The city of Leuven", "Leuven (Belgium)", "Stad Leuven", "Leuven, België"]
)
def test_the_id_of_a_town_is_its_name_alone(data: Path, name: str) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "partner-b": name}))
    assert "actors/leuven.yml" in proposal.files
    assert "cooperations/dale-leuven.yml" in proposal.files
    assert "(Belgium)" not in proposal.files["actors/leuven.yml"]


@pytest.mark.parametrize("name", ["The municipality of Hill", "Hill (Belgium)", "Commune de Hill"])
def test_an_authority_is_known_by_its_town(data: Path, name: str) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "form": "Friendship", "partner-b": name}))
    assert "form: friendship" in record_text(proposal)
    assert inert("actors/hill") in proposal.body


def test_what_was_signed_goes_by_the_form_where_it_has_no_name(data: Path) -> None:
    given = {**TIE, "instrument": "", "signed": "17/12/2018", "form": "Jumelage"}
    proposal = proposed(data, body(NEW, given, Language("fr", "")))
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    record = parse(proposal.files[name]).value
    assert record is not None
    (agreement,) = record["agreements"]
    assert (agreement["instrument"], agreement["signed"]) == ({"fr": "Jumelage"}, "2018-12-17")
    assert {role for party in record["parties"] for role in party["roles"]} == {"signatory"}
    assert "the form of the cooperation stands for it: \u2068Jumelage\u2069" in proposal.body


def test_of_a_meeting_nothing_is_signed_unless_it_is_named(data: Path) -> None:
    given = {**TIE, "form": "Mission", "instrument": ""}
    proposal = proposed(data, body(NEW, given))
    (name,) = (name for name in proposal.files if name.startswith("cooperations/"))
    assert "agreements" not in proposal.files[name]
    assert "this date is not in the record: \u2068" + inert("2018-11") in proposal.body
    named = proposed(data, body(NEW, {**given, "instrument": "Minutes"}))
    assert "instrument: {en: Minutes}" in named.files[name]


def test_a_date_in_arabic_turns_nothing_else_around(data: Path) -> None:
    written = {"start": "١٧ ديسمبر ٢٠١٩", "source-date": "2021"}
    told = proposed(data, body(NEW, {**TIE, **written})).body
    assert f"“\u2068{written['start']}\u2069” was read as \u20682019" in told


def test_several_mistakes_are_answered_at_once(data: Path) -> None:
    wrong = {"country-a": "Atlantis", "country-b": "Congo", "form": "I do not know"}
    answer = proposed(data, body(NEW, {**TIE, **wrong})).answer
    assert answer.count("\n- ") == 3


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_the_end_of_a_cooperation_changes_its_record(data: Path, language: Language) -> None:
    (data / "cooperations/hill-dale.yml").write_text(
        (MINIMAL / "cooperations/hill-dale.yml")
        .read_text()
        .replace("parties:\n", "# Hill wrote first.\nparties:\n")
    )
    proposal = proposed(data, body(ENDED, END, language))
    text = proposal.files["cooperations/hill-dale.yml"]
    assert "# Hill wrote first." in text
    record = parse(text).value
    assert record is not None
    (source,) = (name for name in proposal.files if name.startswith("sources/"))
    id_ = source.removeprefix("sources/").removesuffix(".yml")
    assert record["status"] == {
        "code": "closed",
        "as_of": "2022-05-12",
        "evidence": {language.code: END["evidence"]},
        "source": id_,
    }
    assert record["dates"] == {"actual_start": "2014", "actual_end": "2022-05"}
    assert {"source": id_} in record["sources"]
    assert problems_with(data, proposal) == []


@pytest.mark.parametrize(
    "page", ["", "nowhere", "https://x.example/cooperations/hill-dale-2/", "../../etc/passwd"]
)
def test_the_end_of_what_the_atlas_has_not_is_answered(data: Path, page: str) -> None:
    proposal = proposed(data, body(ENDED, {**END, "page": page}))
    assert proposal.files == {}
    assert "is not the address of a cooperation" in proposal.answer


@pytest.mark.parametrize("end", ["2026-12", "2027"])
def test_what_is_still_to_end_has_not_ended(data: Path, end: str) -> None:
    proposal = proposed(data, body(ENDED, {**END, "end": end}))
    assert proposal.files == {}
    assert f"{inert(end)}\u2069” is still to come: the cooperation has not ended" in proposal.answer


@pytest.mark.parametrize("code", ["closed", "cancelled"])
def test_what_has_ended_does_not_end_again(data: Path, code: str) -> None:
    first = proposed(data, body(ENDED, END))
    assert problems_with(data, first) == []
    (ended,) = [one for one in data.rglob("*.yml") if "code: closed" in one.read_text("utf-8")]
    ended.write_text(ended.read_text("utf-8").replace("code: closed", f"code: {code}"), "utf-8")
    assert "says already" in proposed(data, body(ENDED, END)).answer


def test_a_correction_is_left_to_people(data: Path) -> None:
    proposal = proposed(data, body(CORRECTION, {"wrong": "The year."}))
    assert (proposal.files, proposal.answer) == ({}, "Thank you. A person will read this.\n")


@pytest.mark.languages("ar")
def test_an_answer_in_arabic_runs_from_right_to_left(data: Path) -> None:
    answer = proposed(data, body(CORRECTION, {}, Language("ar", ""))).answer
    assert answer.startswith('<div dir="rtl" lang="ar">')


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) @everyone #1",
    "$(touch stolen) `touch stolen` ; touch stolen",
    "'; DROP TABLE atlas; --",
    "a: b\n- c: [d, {e",
    "!!python/object/apply:os.system [id]",
    "../../../etc/passwd",
    "--title=stolen",
    "\u202ereversed",
    "a\x00b",
    "&anchor *alias",
    "{{ config }} {% raw %}",
    "x" * 50_000,
]


@pytest.mark.parametrize("fields", [("title", "summary", "themes", "partners"), ("partner-b",)])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_answer_is_refused_or_stays_text(
    data: Path, fields: tuple[str, ...], text: str
) -> None:
    proposal = proposed(data, body(NEW, {**TIE, **dict.fromkeys(fields, text)}))
    for name in proposal.files:
        folder, file = name.split("/")
        assert folder in {"cooperations", "actors", "sources"}
        assert wrong_with_id(file.removesuffix(".yml")) is None
    assert problems_with(data, proposal) == []
    told = proposal.answer + (proposal.body if proposal.files else "")
    for sign in ("<img", "](", "@everyone", "`touch", "\u202e", "\x00"):
        assert sign not in told


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_an_issue_that_is_no_form_is_answered(data: Path, text: str) -> None:
    proposal = proposed(data, text)
    assert proposal.files == {}
    assert "Please open a new one." in proposal.answer


CALLS = ["@everyone", "#1", "river/atlas#1", "GH-1", "https://spam.example/x", "www.spam.example"]


@pytest.mark.parametrize("call", CALLS)
def test_what_is_quoted_calls_nobody_even_when_references_are_characters_again(call: str) -> None:
    assert call not in html.unescape(inert(f"closes {call} now"))


def test_1300_themes_make_a_text_that_is_taken(data: Path) -> None:
    many = "; ".join(f"@theme #{number} <b>" for number in range(1_300))
    proposal = proposed(data, body(NEW, {**TIE, "themes": many}))
    assert len(proposal.body.encode()) < 65_536
    *_, last, left_out = (line for line in proposal.body.splitlines() if line)
    assert last.startswith("- ")
    assert left_out.startswith("More than fits here; left out: ")


@pytest.mark.languages("nl")
def test_the_other_answers_are_written_in_the_language_of_the_form(data: Path) -> None:
    folder = proposed(data, body(NEW, TIE, Language("nl", ""))).folder / "otherwise"
    texts = {file.stem: file.read_text() for file in folder.iterdir()}
    assert texts.keys() == {"closed", "failed", "taken-over", "waiting"}
    assert all(text.startswith("Bedankt.") for text in texts.values())


def test_a_title_that_acts_stays_out_of_git(data: Path) -> None:
    folder = proposed(data, body(NEW, {**TIE, "title": "[skip ci] closes #1 @river"})).folder
    assert (folder / "title").read_text() == "Form 7: a new cooperation – skip ci closes river\n"
    assert (folder / "message").read_text() == "Form 7: a new cooperation\n\nProposed-in: #7\n"


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("before 1990", "{latest: 1990}"),
        ("2014 or 2015", "{earliest: 2014, latest: 2015}"),
        ("{latest: 1990}", "{latest: 1990}"),
    ],
)
def test_a_signature_may_be_of_no_single_date(data: Path, written: str, form: str) -> None:
    proposal = proposed(data, body(NEW, {**TIE, "signed": written}))
    assert f"signed: {form}" in record_text(proposal)
