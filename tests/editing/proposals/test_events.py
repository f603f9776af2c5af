"""Whatever the file of an event holds, `atlas propose` answers in words: never with a traceback."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.editing.forms.events import UnreadableEventError, read_event
from atlas.editing.forms.issue_forms import NEW
from tests.editing.proposals.sent_forms import body, propose
from tests.editing.proposals.test_proposing import MINIMAL, TIE

BODIES = Path(__file__).parent / "bodies"
ISSUE = {"number": 7, "body": body(NEW, TIE), "created_at": "2026-11-21T09:00:00Z", "title": "x"}
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "data"))


def _event(**changed: Any) -> bytes:
    return json.dumps({"action": "opened", "issue": {**ISSUE, **changed}}).encode()


@pytest.mark.parametrize(
    "event",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[" * 100_000,
        b"null",
        b"[]",
        b"{}",
        b'{"issue": null}',
        b'{"issue": []}',
        b'{"issue": {}}',
        _event(number=None),
        _event(number="7"),
        _event(number=0),
        _event(number=True),
        _event(number=7.5),
        _event(body=7),
        _event(body=["### x"]),
        b'{"issue": {"number": 7, "body": "\\ud800"}}',
    ],
)
def test_what_is_no_event_is_told_in_a_sentence(data: Path, event: bytes) -> None:
    done = propose(data, event)
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == 1
    assert "event.json is" in done.output
    assert not (data.parent / "proposal").exists()


@pytest.mark.parametrize("created_at", [None, "", "yesterday", 7, "2026-13-40T00:00:00Z", {}])
def test_without_its_day_an_issue_is_of_today(data: Path, created_at: object) -> None:
    done = propose(data, _event(created_at=created_at))
    assert done.exit_code == 0, done.output or done.exception
    assert "today stands for it" in (data.parent / "proposal" / "body.md").read_text()


def test_an_event_without_the_field_of_its_day_is_of_today(data: Path) -> None:
    issue = {name: value for name, value in ISSUE.items() if name != "created_at"}
    assert propose(data, json.dumps({"issue": issue}).encode()).exit_code == 0
    assert (data.parent / "proposal" / "title").exists()


@pytest.mark.parametrize("text", [None, "", "\n"])
def test_an_issue_without_a_text_is_answered(data: Path, text: str | None) -> None:
    assert propose(data, _event(body=text)).exit_code == 0
    assert "Please open a new one." in (data.parent / "proposal" / "answer.md").read_text()


@given(issue=st.dictionaries(st.sampled_from([*ISSUE]), ANY) | ANY)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_event_at_all_is_read_or_refused(tmp_path: Path, issue: object) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": issue}), "utf-8")
    with suppress(UnreadableEventError):
        assert read_event(event).number > 0


@pytest.mark.parametrize("file", sorted(BODIES.glob("*.md")), ids=lambda file: file.stem)
def test_a_saved_issue_becomes_a_proposal(data: Path, file: Path) -> None:
    done = propose(data, _event(body=file.read_text("utf-8")))
    assert done.exit_code == 0, done.output or done.exception
    assert (data.parent / "proposal" / "title").exists(), (
        data.parent / "proposal" / "answer.md"
    ).read_text()
