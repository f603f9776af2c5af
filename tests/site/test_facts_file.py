"""The file of facts is read again as it was written, and a stranger's is refused in a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from atlas.checks import load
from atlas.graph import facts
from atlas.graph.facts import Facts
from atlas.site import facts_file
from atlas.site.facts_file import FactsError
from tests.frozen_records import REGISTERS


@pytest.fixture(scope="module")
def taken() -> Facts:
    """The facts of a small atlas with both tiers, as version 2026.1."""
    return facts.take(load.read(REGISTERS).records, "2026.1", "2026-11-30")


def test_it_is_read_as_it_was_written(taken: Facts) -> None:
    assert facts_file.read(facts_file.write(taken).encode()) == taken


def test_it_says_which_kind_is_of_which_tier(taken: Facts) -> None:
    kinds = json.loads(facts_file.write(taken))["kinds"]
    tiers = {name: kind["tier"] for name, kind in kinds.items()}
    assert tiers["cooperations"] == tiers["places"] == "researched"
    assert tiers["ties"] == tiers["listed-places"] == "listed"


def test_what_was_not_released_cannot_be_compared_with(taken: Facts) -> None:
    text = facts_file.write(replace(taken, version="", day=""))
    assert json.loads(text)["version"] is None
    with pytest.raises(FactsError, match="no released version"):
        facts_file.read(text.encode())


def changed(taken: Facts, **fields: Any) -> bytes:
    return json.dumps({**json.loads(facts_file.write(taken)), **fields}).encode()


def kind(records: Any, fields: Any = ("title",)) -> dict[str, Any]:
    return {"cooperations": {"fields": fields, "records": records}}


@pytest.mark.parametrize(
    "fields",
    [
        {"format": "atlas-facts/9"},
        {"version": "<script>"},
        {"version": "../../1"},
        {"version": "1" * 41},
        {"version": "1..2"},
        {"version": "1.lock"},
        {"version": 1},
        {"date": "yesterday"},
        {"date": "2026-02-30"},
        {"date": None},
        {"kinds": []},
        {"kinds": {"cooperations": 1}},
        {"kinds": kind([])},
        {"kinds": kind({"a": 1})},
        {"kinds": kind({"a": ""}, fields=None)},
        {"kinds": kind({"a": ""}, fields=[["title"]])},
        {"kinds": kind({"a": ""}, fields=["=HYPERLINK()"])},
        {"kinds": kind({"a": "," * 500}, fields=["title"] * 501)},
        {"kinds": kind({"a": "abcd,abcd"})},
        {"kinds": kind({"a": "too long"})},
        {"kinds": kind({"../a": "abcd"})},
        {"kinds": kind({"": "abcd"})},
        {"kinds": {"ties": {"fields": [], "records": {"no-register": ""}}}},
    ],
)
def test_what_is_damaged_is_refused(taken: Facts, fields: dict[str, Any]) -> None:
    with pytest.raises(FactsError, match=r"^\w.*\.$"):
        facts_file.read(changed(taken, **fields))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b"1" * 10_000],
    ids=["empty", "open", "list", "null", "no-utf-8", "deep", "number"],
)
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    with pytest.raises(FactsError, match=r"^it is no"):
        facts_file.read(content)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, taken: Facts) -> None:
    content = facts_file.write(taken).encode()
    monkeypatch.setattr(facts_file, "MOST_BYTES", len(content) - 1)
    with pytest.raises(FactsError, match="larger than"):
        facts_file.read(content)


def test_a_kind_that_is_missing_had_no_records(taken: Facts) -> None:
    assert facts_file.read(changed(taken, kinds={})).records["cooperations"] == {}
