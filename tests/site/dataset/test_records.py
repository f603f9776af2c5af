"""What the records say, as files: every field, and a line for each of what they have many of."""

from __future__ import annotations

import csv
import io
import json

from atlas.checks import load
from tests.frozen_records import REGISTERS, RICH
from tests.site.dataset import made


def _rows(name: str) -> list[dict[str, str]]:
    text = made.files_of(RICH)[f"{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_record_is_a_line_with_all_that_its_file_says() -> None:
    lines = [json.loads(line) for line in made.files_of(RICH)["records.jsonl"].splitlines()]
    assert len(lines) == len(list(RICH.rglob("*.yml")))
    [found] = [one for one in lines if one["id"] == "two-deltas"]
    whole, first, *_ = found["budget"]
    assert whole["shares"][0] == {
        "actor": "european-union",
        "percent": "80",
        "amount": "1000000",
        "source": "call-text",
    }
    assert (first["per"], first["period_start"], first["period_end"]) == (
        "period",
        "2019-03",
        "2019-12",
    )
    assert found["themes"] == [
        {"theme": "water", "assigned_by": "source", "source": "call-text"},
        "health",
    ]
    assert found["title_as_stated"]["gloss"]["fr"] == "Deux deltas, un fleuve"
    assert "office_holders" not in found
    [county] = [one for one in lines if one["id"] == "delta-county"]
    assert (county["folder"], county["kind"]) == ("actors", "department")
    [place] = [one for one in lines if one["id"] == "isle"]
    assert place["codes"][0]["code"] == "EL43"


def test_a_place_that_only_a_register_knows_has_no_line() -> None:
    records = load.read(REGISTERS).records
    assert records.listed_places
    ids = {
        json.loads(line)["id"] for line in made.files_of(REGISTERS)["records.jsonl"].splitlines()
    }
    assert ids.isdisjoint(records.listed_places)


def test_each_budget_share_and_transaction_is_a_row() -> None:
    budgets = [row for row in _rows("budgets") if row["cooperation"] == "two-deltas"]
    assert [row["period_start"] for row in budgets] == ["", "2019-03", "2020", "2021"]
    assert [row["approximate"] for row in budgets] == ["false", "false", "false", "true"]
    assert budgets[0]["as_stated"] == "1,25 Mio. Euro"
    shares = _rows("budget-shares")
    assert [(row["funder_name"], row["percent"]) for row in shares] == [
        ("European Union", "80"),
        ("Delta Hospital", "12.5"),
    ]
    transactions = _rows("transactions")
    assert [row["iati_type"] for row in transactions] == ["2", "3", "3", "4", "4"]
    assert transactions[0]["provider_name"] == "European Union"
    assert transactions[4]["currency"] == "MAD"


def test_a_subject_says_who_chose_it() -> None:
    chosen = {(row["list"], row["code"]): row["assigned_by"] for row in _rows("subjects")}
    assert chosen["theme", "water"] == "source"
    assert chosen["theme", "health"] == "editor"
    assert chosen["goal", "6"] == chosen["dac-sector", "14015"] == "source"
    assert chosen["goal", "3"] == chosen["dac-sector", "12220"] == "editor"


def test_a_code_says_its_list_and_year() -> None:
    codes = {(row["place"], row["list"], row["year"]): row["code"] for row in _rows("place-codes")}
    assert codes["delta", "nuts", "2013"] == "FR823"
    assert codes["delta", "nuts", "2021"] == "FRL04"
    assert codes["marsh", "lau", "2022"] == "38008"


def test_a_quotation_stands_beside_its_glosses() -> None:
    [found] = [row for row in _rows("quotations") if row["words"] == "gezamenlijk project"]
    assert (found["record"], found["field"], found["language"]) == (
        "two-deltas",
        "form_as_stated",
        "nl",
    )
    assert (found["gloss_en"], found["gloss_nl"]) == ("joint project", "")
