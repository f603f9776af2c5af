"""What each record says, as digests that tell that a field changed and nothing of what it says."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.checks import load
from atlas.graph import facts
from atlas.graph.facts import DIGEST_LENGTH, LISTED_PLACES, TIERS
from atlas.model import ListedTie, Records
from atlas.model.redaction import redact
from tests.frozen_records import REGISTERS, RICH
from tests.pages import small_atlas

HOLDER = {"name": "Ada Example", "office": {"en": "Mayor of Hill"}, "actor": "hill-town"}


def digests(**fields: Any) -> facts.Digests:
    """Those of a cooperation that says such things."""
    one = small_atlas.cooperation("a", "hill-town", "dale-town", **fields)
    return facts.take(small_atlas.atlas(one).records).records["cooperations"]["a"]


def test_a_field_has_a_digest_if_the_record_has_the_field() -> None:
    found = digests()
    assert {"title", "summary", "form", "parties"} <= found.keys()
    assert not {"id", "previous_ids", "budget"} & found.keys()
    assert {len(one) for one in found.values()} == {DIGEST_LENGTH}


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"summary": {"en": "They work."}}, {"summary"}),
        ({"dates": {"actual_start": "2014"}}, {"dates"}),
        (
            {"form": "friendship", "goals": [{"goal": 4, "assigned_by": "editor"}]},
            {"form", "goals"},
        ),
        ({"office_holders": [HOLDER]}, {"office_holders"}),
    ],
)
def test_a_digest_changes_with_what_the_field_says(
    fields: dict[str, Any], changed: set[str]
) -> None:
    before, now = digests(), digests(**fields)
    assert {name for name in now if now[name] != before.get(name)} == changed


def test_the_order_of_languages_makes_no_difference() -> None:
    one, other = {"en": "A", "fr": "B"}, {"fr": "B", "en": "A"}
    assert digests(summary=one) == digests(summary=other)


def test_a_name_is_in_no_digest() -> None:
    text = "{} signed it."
    before = digests(office_holders=[HOLDER], summary={"en": text.format("Ada Example")})
    other = {**HOLDER, "name": "Bo Sample"}
    assert digests(office_holders=[other], summary={"en": text.format("Bo Sample")}) == before


def test_what_is_frozen_has_the_facts_of_what_is_published() -> None:
    one = small_atlas.cooperation(
        "a", "hill-town", office_holders=[HOLDER], summary={"en": "By Ada Example."}
    )
    records = small_atlas.atlas(one).records
    assert facts.take(redact(records)) == facts.take(records)


def test_both_tiers_are_told_apart() -> None:
    records = load.read(REGISTERS).records
    found = facts.take(records).records
    assert found[LISTED_PLACES].keys() == records.listed_places
    assert not records.listed_places & found["places"].keys()
    assert found["ties"].keys() == records.ties.keys()
    assert found.keys() == TIERS.keys()


def test_that_a_register_was_read_again_changes_no_tie() -> None:
    records = load.read(REGISTERS).records
    id_, tie = next(iter(records.ties.items()))
    later = {"as_of": "2031-01-01", "locator": "row 7"}
    assert _tie(records, tie, **later) == facts.take(records).records["ties"][id_]
    changed = _tie(records, tie, end="2030")
    assert changed.get("end") != facts.take(records).records["ties"][id_].get("end")


def _tie(records: Records, tie: ListedTie, **fields: str) -> facts.Digests:
    said = {**tie.model_dump(mode="json", exclude_unset=True), **fields}
    said = {name: one["text"] if isinstance(one, dict) else one for name, one in said.items()}
    ties = {tie.id: ListedTie.model_validate(said)}
    return facts.take(Records({}, {}, {}, {}, {}, ties=ties)).records["ties"][tie.id]


def test_every_field_of_a_record_is_compared() -> None:
    records = load.read(RICH).records
    found = facts.take(records).records["cooperations"]
    for id_, record in records.cooperations.items():
        assert found[id_].keys() == record.model_fields_set - {"id", "previous_ids"}
