"""Lines of JSON: what they hold, and where each value stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.files import json_lines
from atlas.files.json_lines import JsonLine
from atlas.model.paths import KEY


def one(text: str) -> JsonLine:
    [line] = json_lines.parse(text)
    return line


def test_a_value_is_the_text_as_it_is_written() -> None:
    line = one('{"id":"a","lat":50.10,"goals":[3,6],"open":true,"names":{"ar":"\\u0637 \\"x\\""}}')
    assert line.value == {
        "id": "a",
        "lat": "50.10",
        "goals": ["3", "6"],
        "open": "true",
        "names": {"ar": 'ط "x"'},
    }
    assert not line.faults


def test_each_value_and_each_name_has_its_place() -> None:
    text = '\n{"id": "a", "goals": [3, {"goal": 6}]}\n'
    places = one(text).positions
    assert places["id",] == (2, 8)
    assert places["id", KEY] == (2, 2)
    assert places["goals", 1, "goal"] == (2, 35)
    assert places[()] == (2, 1)


@pytest.mark.parametrize(("number", "plain"), [("1e-05", "0.00001"), ("2.5E2", "250")])
def test_a_number_is_written_without_an_exponent(number: str, plain: str) -> None:
    assert one(f'{{"lat":{number}}}').value == {"lat": plain}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("x", 1),
        ("[1]", 1),
        ('{"a":1}}', 8),
        ('{"a":}', 6),
        ('{"a" 1}', 6),
        ('{"a":01}', 6),
        ('{"a":1e999}', 6),
        ('{"a":NaN}', 6),
        ('{"a":"b}', 6),
        ('{"a":"\\x"}', 7),
        ('{"a":1,}', 8),
        ("{a:1}", 2),
        ('{"a":[1 2]}', 9),
        ('{"a":null}', 6),
        ('{"a":' + "[" * 99 + "]" * 99 + "}", 26),
    ],
)
def test_what_is_no_record_is_told_with_its_place(text: str, column: int) -> None:
    line = one(f"\n\n{text}")
    assert line.value is None
    assert [(fault.line, fault.column) for fault in line.faults] == [(3, column)]


def test_a_name_that_stands_twice_and_a_sign_nobody_sees_are_told() -> None:
    line = one('{"a":"b","a":"c\\u200bd"}')
    assert [fault.column for fault in line.faults] == [10, 14]


@given(st.text())
def test_nothing_that_somebody_may_bring_raises(text: str) -> None:
    for line in json_lines.parse(text):
        assert line.faults or line.value is not None


_values = st.recursive(
    st.text() | st.booleans() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), _values))
def test_it_reads_what_json_writes(value: dict[str, Any]) -> None:
    def as_texts(one: Any) -> Any:
        if isinstance(one, dict):
            return {key: as_texts(each) for key, each in one.items()}
        if isinstance(one, list):
            return [as_texts(each) for each in one]
        return one if isinstance(one, str) else json.dumps(one)

    assert one(json.dumps(value, ensure_ascii=True)).value == as_texts(value)
