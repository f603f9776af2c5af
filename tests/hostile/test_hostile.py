"""Every hostile file is refused with exactly its words, or is legal and a second's work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.checker import Checker
from tests.hostile.threats import HERE, THREATS, Threat


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    with Checker() as started:
        yield started


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: threat.name)
def test_a_hostile_file_meets_exactly_this(
    threat: Threat, checker: Checker, tmp_path: Path
) -> None:
    threat.lay(tmp_path / "data")
    said = checker.said(tmp_path / "data")
    assert threat.told(said) == threat.golden.read_text("utf-8")


def test_every_golden_file_belongs_to_a_threat() -> None:
    assert {threat.golden for threat in THREATS} == set(HERE.glob("*/*.expected"))
