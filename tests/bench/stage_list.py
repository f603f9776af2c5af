"""The stages of the bench by their names, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable

from tests.bench import stages
from tests.bench.case import Case
from tests.bench.stages import Found

STAGES: dict[str, Callable[[Case], Found]] = {
    "check": stages.check,
    "build": stages.build,
    "change": stages.change,
    "search": stages.search,
    "cards": stages.cards,
}
