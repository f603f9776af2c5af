"""A message is a template and its arguments, and no text until it is put in a language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mypy import api

from atlas.i18n.messages import (
    NOTHING,
    Example,
    Label,
    Sequence,
    Verbatim,
    alternatives,
    listing,
    msg,
    msg_plural,
    placeholders,
    sequence,
    with_names,
)
from tests.conftest import ROOT


def test_in_english_it_is_its_filled_template() -> None:
    assert str(msg('field "{field}" is empty.', field="title")) == 'field "title" is empty.'


def test_messages_are_values() -> None:
    title, url = msg("{field} is empty.", field="title"), msg("{field} is empty.", field="url")
    assert {title, url, msg("{field} is empty.", field="title")} == {title, url}
    assert sorted([url, title, NOTHING, sequence(title, url)]) == [
        NOTHING,
        title,
        sequence(title, url),
        url,
    ]


@pytest.mark.parametrize("empty", [NOTHING, Verbatim(""), Sequence(()), sequence(NOTHING)])
def test_what_says_nothing_is_false(empty: Verbatim | Sequence) -> None:
    assert not empty
    assert msg("{field}", field="")


def test_an_argument_is_never_a_template() -> None:
    assert str(msg("{one} and {other}", one="{other}", other="x")) == "{other} and x"


def test_a_brace_that_begins_no_placeholder_is_written_twice() -> None:
    assert str(msg("Write {{en: …}} or {name}.", name="x")) == "Write {en: …} or x."
    assert placeholders("Write {{en: …}} or {name}.") == ["name"]
    assert str(Example("{{{lang}: '{words}'}}", msg("like this"))) == "{en: 'like this'}"


def test_arguments_come_one_after_the_other() -> None:
    message = msg("{found}, not a {kind}.", kind="day").with_args(found="x")
    assert str(message) == "x, not a day."


def test_a_number_chooses_the_words() -> None:
    assert str(msg_plural("{number} file", "{number} files", 1)) == "1 file"
    assert str(msg_plural("{number} file", "{number} files", 0)) == "0 files"


def test_listings_and_sequences() -> None:
    assert str(listing(["a", "b", "c"])) == "a, b, c"
    assert str(alternatives(["a", "b", "c"])) == "a, b or c"
    assert str(alternatives(["a"])) == "a"
    assert str(sequence(msg("One."), NOTHING, Label("Two."))) == "One. Two."


def test_names_are_replaced_wherever_they_are_arguments() -> None:
    message = sequence(msg("{field} is {what}.", field="end", what=msg("no {kind}", kind="end")))
    assert str(with_names(message, {"end": "When it ended"})) == (
        "When it ended is no When it ended."
    )


@given(st.text(), st.text())
def test_whatever_texts_are_arguments_stay_as_they_are(one: str, other: str) -> None:
    message = sequence(msg("{one}: {others}.", one=one, others=listing([other, one])))
    assert str(message) == f"{one}: {other}, {one}."


SNIPPET = """\
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
Problem("a.yml", 1, 1, msg("{a} is wrong.", a="b"), msg("Mend it."))
Problem("a.yml", 1, 1, "b is wrong.", msg("Mend it."))
Problem("a.yml", 1, 1, msg("{a} is wrong.", a="b"), f"Mend {1}.")
"""


def test_a_text_where_a_message_is_wanted_is_a_type_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MYPYPATH", str(ROOT / "hooks"))
    module = tmp_path / "snippet.py"
    module.write_text(SNIPPET)
    cache = f"--cache-dir={tmp_path / 'cache'}"
    said, failure, code = api.run(["--config-file=", "--strict", cache, str(module)])
    assert (failure, code) == ("", 1)
    *errors, _ = said.splitlines()
    wanted = 'has incompatible type "str"; expected "Message"  [arg-type]'
    assert [error.partition("snippet.py:")[2] for error in errors] == [
        f'4: error: Argument 4 to "Problem" {wanted}',
        f'5: error: Argument 5 to "Problem" {wanted}',
    ]
