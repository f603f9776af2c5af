"""What a site of harmless texts looks like, to hold others against."""

from __future__ import annotations

import pytest

from tests.hostile import records, rendering

PLAIN = ["Hill and Dale", "The first.\n\nThe second, and the third.", "W" * 300, "تعاون"]
"""Harmless texts that bring every element out which a page may have."""


@pytest.fixture(scope="session")
def usual(tmp_path_factory: pytest.TempPathFactory) -> rendering.Usual:
    """What a site of harmless texts holds."""
    folder = tmp_path_factory.mktemp("harmless")
    records.write(folder / "data", [PLAIN[number % len(PLAIN)] for number in range(60)])
    rendering.render(folder / "data", folder / "site")
    return rendering.usual(folder / "site")
