"""How a cooperation stands at each of its places, and all together at one."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.graph.states import combine, find_liveliest
from atlas.model.vocabulary import State
from tests.graph.test_relate import atlas, cooperation, party


def at_places(*parties: dict[str, Any], code: str = "unknown") -> dict[str, State]:
    status = {"code": code, "evidence": {"en": "none"}}
    (scene,) = [atlas(cooperation("x", [*parties], status=status)).scene("some", ["x"], [])]
    return {pin.place: combine(pin.cooperations, pin.states) for pin in scene.pins}


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("implementation", State.ONGOING),
        ("suspended", State.PAUSED),
        ("dormant", State.PAUSED),
        ("pipeline", State.PLANNED),
        ("closed", State.ENDED),
        ("cancelled", State.ENDED),
    ],
)
def test_places_and_lines_stand_as_the_record_does(code: str, state: State) -> None:
    assert at_places(party("aa"), party("bb"), code=code) == {"a": state, "b": state}
    one = atlas(
        cooperation("x", [party("aa"), party("bb")], status={"code": code, "evidence": {"en": "n"}})
    )
    assert [tie.state for tie in one.scene("some", ["x"], []).ties] == [state]


def test_it_is_over_where_a_party_has_left() -> None:
    left = party("bb", since="2001", until="2014")
    found = at_places(party("aa"), left, party("cc"), code="implementation")
    assert found == {"a": State.ONGOING, "b": State.ENDED, "c": State.ONGOING}
    back = party("bb", since="2019")
    assert at_places(party("aa"), left, back)["b"] is State.ONGOING


def test_all_together_stand_as_the_liveliest_does() -> None:
    assert find_liveliest([State.ENDED, State.PLANNED, State.PAUSED]) is State.PAUSED
    assert find_liveliest([]) is State.ENDED
    assert combine(("a", "b"), (("a", State.ENDED),)) is State.ONGOING
    assert combine(("a",), (("a", State.ENDED), ("b", State.PAUSED))) is State.ENDED
