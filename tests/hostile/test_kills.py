"""A few of the kills that `make kills` goes on with."""

from __future__ import annotations

import pytest

from tests.bench.generated import FEWEST
from tests.hostile import kills

pytestmark = pytest.mark.workflow


def test_nothing_is_lost_or_mixed_when_commands_are_killed_while_somebody_saves() -> None:
    assert sum(kills.run(3, FEWEST, 7, build=False).values()) == 3
