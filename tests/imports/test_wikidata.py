"""Answers of Wikidata's query service become rows, whole or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from itertools import islice, permutations
from pathlib import Path

import pytest

from atlas.i18n.languages import codes
from atlas.imports import wikidata
from atlas.imports.input_error import InputError
from atlas.imports.listed_rows import SIDES, End, ListedRow
from tests.conftest import ROOT
from tests.imports.wikidata_answers import RANK, VARIABLES, solution, write_json, write_tsv

Read = Callable[..., list[ListedRow]]

FORMS = {"json": write_json, "tsv": write_tsv}
GHENT = {
    "aLabel": "Ghent@en",
    "aLabel_en": "Ghent@en",
    "aLabel_nl": "Gent@nl",
    "aLabel_fr": "Gand@fr",
    "aLabel_ar": "غنت@ar",
    "aCountryCode": "BE",
    "aPoint": "Point(3.7303 51.0536)",
}
TALLINN = {
    "bLabel": "Tallinn@mul",
    "bLabel_nl": "Tallinn@nl",
    "bCountryCode": "EE",
    "bPoint": "Point(24.745369 59.437216)",
}
TIME = {"start": "1988-01-01T00:00:00Z", "startPrecision": "9"}
REFERENCE = "https://stad.gent/tallinn?a=1&b=2"
ROW = ListedRow(
    "answer",
    1,
    End(
        "Ghent",
        "BE",
        "en",
        {"ar": "غنت", "en": "Ghent", "fr": "Gand", "nl": "Gent"},
        "51.0536",
        "3.7303",
        "Q1296",
    ),
    End("Tallinn", "EE", "", {"nl": "Tallinn"}, "59.437216", "24.745369", "Q1770"),
    start="1988",
    reference_url=REFERENCE,
    locator="Q1296$0a1b2c3d-4e5f-6789-abcd-0000000q1770",
    is_stated=True,
)


@pytest.fixture(params=FORMS)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Read:
    """Rows of an answer in either form, which TSV numbers from 2."""

    def rows(*solutions: dict[str, str]) -> list[ListedRow]:
        file = tmp_path / "answer"
        file.write_text(FORMS[request.param](solutions), "utf-8")
        first = 1 if request.param == "json" else 2
        return [dataclasses.replace(row, row=row.row - first + 1) for row in wikidata.read(file)]

    return rows


def test_a_statement_is_a_row_with_all_that_it_says(read: Read) -> None:
    one = solution("Q1296", "Q1770", **GHENT, **TALLINN, **TIME, reference=REFERENCE)
    assert read(one) == [ROW]


def test_solutions_of_a_statement_are_one_row_in_whatever_order(read: Read) -> None:
    one = solution("Q1296", "Q1770", **GHENT, **TALLINN, **TIME, reference=REFERENCE)
    solutions = [
        one,
        one | {"reference": "https://www.tallinn.ee/ghent"},
        one | {"reference": "_:b1"},
        one | {"aPoint": "Point(3.9 51.9)"},
        {name: value for name, value in one.items() if name != "aCountryCode"}
        | {"aCountryLabel": "Austrian Netherlands@en"},
    ]
    for order in islice(permutations(solutions), 0, None, 17):
        assert read(*order) == [ROW]


def test_each_direction_is_a_row_that_its_first_town_states(read: Read) -> None:
    rows = read(solution("Q1", "Q2"), solution("Q2", "Q1"))
    assert [(row.a.wikidata, row.b.wikidata, row.is_stated) for row in rows] == [
        ("Q1", "Q2", True),
        ("Q2", "Q1", True),
    ]


@pytest.mark.parametrize(
    ("time", "precision", "date"),
    [
        ("1988-01-01T00:00:00Z", "9", "1988"),
        ("1988-05-00T00:00:00Z", "10", "1988-05"),
        ("1988-01-01T00:00:00Z", "11", "1988-01-01"),
        ("+1988-05-07T00:00:00Z", "11", "1988-05-07"),
        ("1988-05-07T00:00:00Z", "14", "1988-05-07"),
        ("1988-01-01T00:00:00Z", "", "1988"),
        ("1988-05-07T00:00:00Z", "", "1988-05-07"),
        ("1985-01-01T00:00:00Z", "8", "1980s"),
        ("1900-01-01T00:00:00Z", "7", ""),
        ("-0044-03-15T00:00:00Z", "11", ""),
        ("http://www.wikidata.org/.well-known/genid/6a1b", "", ""),
        ("_:t123", "", ""),
    ],
)
def test_a_time_is_a_date_of_its_own_precision(
    time: str, precision: str, date: str, read: Read
) -> None:
    said = {"startPrecision": precision} if precision else {}
    [row] = read(solution("Q1", "Q2", start=time, **said))
    assert row.start == date
    assert not row.end


def test_an_end_is_read_as_the_start_is(read: Read) -> None:
    end = {"end": "2022-03-01T00:00:00Z", "endPrecision": "10"}
    [row] = read(solution("Q1", "Q2", **end))
    assert (row.start, row.end) == ("", "2022-03")


def test_what_is_marked_as_wrong_is_told_apart(read: Read) -> None:
    ranks = ("NormalRank", "PreferredRank", "DeprecatedRank")
    rows = read(*(solution("Q1", f"Q{n}", rank=RANK + rank) for n, rank in enumerate(ranks, 2)))
    assert [row.is_withdrawn for row in rows] == [False, False, True]


def test_a_country_is_todays_or_else_told_by_its_name(read: Read) -> None:
    was = {"bCountryCode": "", "bCountryLabel": "Austria-Hungary@en"}
    one, *others = (
        {name: value for name, value in solution("Q1", "Q2", **said).items() if value}
        for said in (was, {"bCountryCode": "RU"}, {"bCountryCode": "UA"})
    )
    assert read(one)[0].b.country == "Austria-Hungary"
    assert read(one, *others)[0].b.country == "RU / UA"


def test_what_has_no_label_or_is_not_known_has_no_name(read: Read) -> None:
    [row] = read(solution("Q1", "Q2", bLabel="Q2"))
    assert (row.b.name, row.b.wikidata) == ("", "Q2")
    [row] = read(solution("Q1", "Q2", bLabel="Q2", bLabel_nl="Lier@nl"))
    assert (row.b.name, row.b.lang) == ("Lier", "nl")
    for unknown in ("_:t431453150", "http://www.wikidata.org/.well-known/genid/43f"):
        [row] = read(solution("Q1", "Q2", bLabel="t431453150") | {"b": unknown})
        assert row.b == End("", "FR")


HOSTILE = [
    'He said "no" \\ to\ttabs\nand lines',
    "<script>alert(1)</script>",
    "=HYPERLINK('x')",
    "\u202egnihtemos",
    "a@b@c",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_read_letter_by_letter(name: str, read: Read) -> None:
    [row] = read(solution("Q1", "Q2", bLabel=f"{name}@en"))
    assert row.b.name == name


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://[", "ftp://x.org/a", "https:"])
def test_a_reference_that_is_no_address_is_left_out(address: str, read: Read) -> None:
    assert read(solution("Q1", "Q2", reference=address))[0].reference_url == ""


def test_the_form_that_the_services_own_page_writes_is_read(tmp_path: Path) -> None:
    file = tmp_path / "query.tsv"
    one = solution("Q1", "Q2", aPoint="Point(4.3 50.8)", **TIME) | {"aLabel": "Lier"}
    cells = [one.get(name, "") for name in VARIABLES]
    file.write_text("\r\n".join(["\t".join(VARIABLES), "\t".join(cells)]), "utf-8-sig")
    [row] = wikidata.read(file)
    assert (row.a.name, row.a.lat, row.a.lon, row.start) == ("Lier", "50.8", "4.3", "1988")


TIMED_OUT = (
    "SPARQL-QUERY: queryStr=SELECT ?a\njava.util.concurrent.TimeoutException\n"
    "\tat java.util.concurrent.FutureTask.get(FutureTask.java:205)\n"
)
GOOD = [solution("Q1", f"Q{n}") for n in range(2, 6)]
JSON, TSV = write_json(GOOD), write_tsv(GOOD)
BROKEN = {
    "time over before anything": (TIMED_OUT, "the time of the query service was over"),
    "time over within JSON": (JSON[:900] + TIMED_OUT, "the time of the query service was over"),
    "time over after JSON": (JSON[:-4] + TIMED_OUT, "the time of the query service was over"),
    "time over within TSV": (TSV[:1200] + TIMED_OUT, "the time of the query service was over"),
    "time over between lines": (TSV + TIMED_OUT, "the time of the query service was over"),
    "JSON cut off": (JSON[: len(JSON) // 2], "is no whole answer"),
    "TSV cut off": (TSV[: len(TSV) // 2], "is no whole answer"),
    "TSV cut off in the last cell": (TSV.rstrip()[:-1], "is no whole answer"),
    "a page": ("<!DOCTYPE html><title>Error</title>", "is no whole answer"),
    "XML": ('<?xml version="1.0"?><sparql/>', "is no whole answer"),
    "another JSON": ('{"results": []}', "is no whole answer"),
    "JSON of other kinds": ('{"head": {"vars": [1]}, "results": {"bindings": []}}', "is no whole"),
    "deep JSON": ('{"a":' * 100_000, "is no whole answer"),
    "a text": ("Too many requests, please wait.", "is no whole answer"),
    "nothing": (" \n", "is empty"),
    "no rows in JSON": (write_json([]), "holds no statement"),
    "no rows in TSV": (write_tsv([]), "holds no statement"),
    "another query": (write_json(GOOD, VARIABLES[2:]), "it lacks ?statement, ?rank"),
}


@pytest.mark.parametrize(("text", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_answer_is_refused_with_the_reason(
    text: str, reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "BE.json"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        list(wikidata.read(file))
    assert reason in str(raised.value.args[0])
    assert "BE.json" in str(raised.value.args[0])


def test_letters_of_another_encoding_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "BE.tsv"
    file.write_bytes(write_tsv([solution("Q1", "Q2", aLabel="Liège@fr")]).encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        list(wikidata.read(file))


def test_the_query_asks_for_all_that_is_read_in_every_language_of_the_site() -> None:
    query = (ROOT / "data/registers/wikidata/query.rq").read_text("utf-8")
    asked = query.partition("SELECT")[2].partition("WHERE")[0].split()
    assert asked == [f"?{name}" for name in VARIABLES]
    assert set(wikidata.NEEDED) <= set(VARIABLES)
    for side in SIDES:
        assert {f"?{side}Label_{code}" for code in codes()} <= set(asked)
    assert query.count('"{country}"') == 1
    assert query.count("{") == query.count("}")
