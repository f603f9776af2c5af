"""Records that never change, so that tests may know what they say."""

from __future__ import annotations

from pathlib import Path

from tests.site_languages import ROOT

CASES = ROOT / "tests" / "cases"

ATLAS = CASES / "atlas" / "data"
"""A whole atlas: some thirty cooperations, in Dutch, English, French and Arabic."""

TOWNS = CASES / "towns" / "data"
"""Four cooperations, in English and Arabic."""

RICH = CASES / "rich" / "data"
"""Two cooperations with every field of money, of choices and of glosses; places with codes."""

REGISTERS = CASES / "registers" / "data"
"""Three cooperations, and two registers that list eight pairs; one pair is researched too, and one
both registers list."""

LIVES = CASES / "lives" / "data"
"""Towns that merged, a district that was split and an office that was renamed; a twinning that went
on with the new town and was a friendship once, and an agreement that is suspended."""

LISTED_PAIRS = (
    *("aalst-be-gabrovo-bg", "antwerp-be-gabrovo-bg", "antwerp-be-saint-denis-re"),
    *("blaj-ro-houffalize-be", "bocholt-be-bocholt-de", "ghent-be-turi-ee"),
    "houffalize-be-turi-ee",
)
"""The pairs that those registers list and nobody has researched."""


def ids(data: Path, folder: str) -> list[str]:
    """The ids of all records in a folder of `data`."""
    return sorted(path.stem for path in (data / folder).rglob("*.yml"))
