"""`atlas catalogues` names what is to be translated, and of a new language only how much."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.commands import catalogues as command
from atlas.cli.main import main
from atlas.i18n import catalogues


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Empty folders for the catalogues."""
    domains = tuple(
        replace(domain, folder=tmp_path / "locales" / str(number))
        for number, domain in enumerate(catalogues.DOMAINS)
    )
    for domain in domains:
        domain.folder.mkdir(parents=True)
    monkeypatch.setattr(catalogues, "DOMAINS", domains)
    monkeypatch.setattr(command, "CATALOGUES", tmp_path / "locales")
    return tmp_path / "locales"


def test_of_a_new_language_the_texts_are_counted_and_then_named(folder: Path) -> None:
    first, second = (CliRunner().invoke(main, ["catalogues", "eo"]).output for _ in range(2))
    counts = [line for line in second.splitlines() if line.endswith(" texts to translate")]
    assert first.splitlines() == counts
    assert len(counts) == len(catalogues.DOMAINS)
    assert "  Cooperations\n" in second
