"""What holds for the project's own records, whatever they are: tests know no more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.checks import load
from atlas.files import formatter, reader
from tests.conftest import ROOT
from tests.frozen_records import ids
from tests.site_languages import PREFIXES

DATA = ROOT / "data"
PAGED = ("cooperations", "actors", "places", "sources", "themes")


def test_they_are_sound() -> None:
    found = load.read(DATA).problems
    assert [str(problem) for problem in found if problem.severity == "error"] == []


def test_they_are_in_the_one_form() -> None:
    documents, _ = reader.read(DATA)
    others = [
        document.file
        for document in documents
        if document.text
        != formatter.reformat(document.text, document.folder, document.file.count("/") - 1)
    ]
    assert others == [], "run: atlas fmt"


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("folder", PAGED)
def test_each_has_its_page_in_every_language(own_site: Path, language: str, folder: str) -> None:
    section = own_site / PREFIXES[language] / folder
    assert (section / "index.html").is_file()
    assert [id_ for id_ in ids(DATA, folder) if not (section / id_ / "index.html").is_file()] == []
