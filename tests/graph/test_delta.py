"""What came, changed, went and was renamed between two versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from atlas.checks import load
from atlas.graph import delta, facts
from atlas.graph.delta import TIER, Change, Delta, Turn, find_change
from atlas.graph.facts import LISTED_PLACES
from atlas.model import Cooperation, Records
from atlas.model.ledgers import Folder, Removal
from atlas.model.vocabulary import Removed
from tests.frozen_records import REGISTERS
from tests.pages import small_atlas

REMOVAL = Removal(folder=Folder.COOPERATIONS, id="c", date=date(2026, 5, 1), reason=Removed.PRIVACY)


def cooperation(id_: str, **fields: object) -> Cooperation:
    return small_atlas.cooperation(id_, "hill-town", "dale-town", **fields)


def records(*cooperations: Cooperation) -> Records:
    return small_atlas.atlas(*cooperations).records


def compare(before: Records, now: Records, *removed: Removal) -> Delta:
    """What became of what was `before`, as version 1."""
    taken = facts.take(before, "1", "2026-01-01")
    return delta.compare(taken, facts.take(now), now, removed)


def test_nothing_changed() -> None:
    same = records(cooperation("a"))
    found = compare(same, same)
    assert (found.version, found.day, found.changes) == ("1", "2026-01-01", {})


def test_just_what_was_edited() -> None:
    before = records(*map(cooperation, "abcd"))
    title = {"en": "Of hill-town and dale-town (d)"}
    now = records(
        cooperation("a"),
        cooperation("b", dates={"actual_start": "2014"}, summary={"en": "New."}),
        cooperation("e"),
        cooperation("f", previous_ids=["d"], title=title),
    )
    found = compare(before, now, REMOVAL)
    assert list(found.changes.values()) == [
        Change("cooperations", "b", Turn.CHANGED, ("summary", "dates")),
        Change("cooperations", "c", Turn.REMOVED, reason="privacy"),
        Change("cooperations", "d", Turn.RENAMED, into="f"),
        Change("cooperations", "e", Turn.ADDED),
    ]
    counted = found.count()["cooperations"]
    assert counted == dict.fromkeys(Turn, 1)


def test_what_was_renamed_may_say_something_else_as_well() -> None:
    now = records(cooperation("b", previous_ids=["a"], form="friendship"))
    (change,) = compare(records(cooperation("a")), now).changes.values()
    assert change == Change("cooperations", "a", Turn.RENAMED, ("title", "form"), into="b")
    assert find_change({"cooperations/a": change}, "cooperations", "b", ["a"]) == change


def test_what_was_taken_in_by_another_is_renamed_and_the_other_not_added() -> None:
    before = records(cooperation("a"), cooperation("b"))
    now = records(cooperation("b", previous_ids=["a"]))
    (change,) = compare(before, now).changes.values()
    assert change == Change("cooperations", "a", Turn.RENAMED, into="b")


def test_what_vanished_without_a_word_has_no_reason() -> None:
    found = compare(records(cooperation("a"), cooperation("b")), records(cooperation("a")))
    assert found.changes == {"cooperations/b": Change("cooperations", "b", Turn.REMOVED)}


def test_listed_ties_are_of_another_tier() -> None:
    before = load.read(REGISTERS).records
    (gone, tie), *others = before.ties.items()
    removal = Removal(
        folder=Folder.TIES, id=tie.pair, date=date(2026, 5, 1), reason=Removed.ON_REQUEST
    )
    found = compare(before, replace(before, ties=dict(others)), removal)
    (change,) = found.changes.values()
    assert change == Change("ties", gone, Turn.REMOVED, reason="on-request")
    assert change.tier == "listed"
    assert not any(found.count()[kind] for kind in ("cooperations", "places", LISTED_PLACES))


def test_a_place_that_is_researched_now_has_changed_its_tier_and_was_not_added() -> None:
    before = load.read(REGISTERS).records
    place = min(before.listed_places)
    now = replace(before, listed_places=before.listed_places - {place})
    (change,) = compare(before, now).changes.values()
    assert change == Change("places", place, Turn.CHANGED, (TIER,))


def test_a_field_that_the_version_before_did_not_know_was_not_there() -> None:
    now = records(cooperation("a"))
    taken = facts.take(now, "1", "2026-01-01")
    fewer = {"a": {"title": taken.records["cooperations"]["a"]["title"], "motto": "abcd"}}
    before = replace(taken, records={**taken.records, "cooperations": fewer})
    (change,) = delta.compare(before, taken, now, ()).changes.values()
    assert "form" in change.fields
    assert not {"title", "motto"} & {*change.fields}
