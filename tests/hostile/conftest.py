"""Sites rendered without MkDocs: of harmless texts, to hold others against, and of hostile ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile import records, rendering
from tests.shared_folder import shared

PLAIN = ["Hill and Dale", "The first.\n\nThe second, and the third.", "W" * 300, "تعاون"]
"""Harmless texts that bring every element out which a page may have."""

Render = Callable[[Path, Path], None]


@pytest.fixture(scope="session")
def render() -> Render:
    """Writes the site of the records in a folder to another."""
    return rendering.render


@pytest.fixture(scope="session")
def usual(tmp_path_factory: pytest.TempPathFactory, render: Render) -> rendering.Usual:
    """What a site of harmless texts holds."""

    def fill(folder: Path) -> None:
        records.write(folder / "data", [PLAIN[number % len(PLAIN)] for number in range(60)])
        render(folder / "data", folder / "site")

    return rendering.usual(shared(tmp_path_factory, "harmless", fill) / "site")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, render: Render) -> Path:
    """A site in which every text is a hostile one."""

    def fill(folder: Path) -> None:
        records.write(folder / "data", records.legal_texts(), records.legal_addresses())
        render(folder / "data", folder / "site")

    return shared(tmp_path_factory, "hostile", fill) / "site"
