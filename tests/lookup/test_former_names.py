"""Records are found by the names they had, as by those they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.files import reader, record_files
from atlas.files.document import Document
from atlas.i18n.normalize import normalize_name
from atlas.lookup.aliases import titles
from atlas.lookup.finder import Finder
from atlas.lookup.prefilter import NamePrefilter
from atlas.lookup.suggester import Suggester
from tests.frozen_records import LIVES

FORMER = "Departement internationaal Vlaanderen"


def test_an_editor_finds_an_office_by_the_name_it_had() -> None:
    documents, _ = reader.read(LIVES)
    finder = Finder(documents)
    for name in (FORMER, "department of FOREIGN affairs"):
        assert finder.find_called("actors", name) == ["foreign-office"]
    assert finder.find("actors", "internationaal") == ["foreign-office"]
    suggester = Suggester({"actors": {one.id for one in documents}}, lambda: documents)
    assert suggester.record(FORMER, "actors") == ["foreign-office"]


def test_among_many_records_too(tmp_path: Path) -> None:
    actors = tmp_path / "data" / "actors"
    actors.mkdir(parents=True)
    for number in range(300):
        (actors / f"other-{number}.yml").write_text(f"names: {{en: Other {number}}}\n")
    renamed = (LIVES / "actors" / "foreign-office.yml").read_bytes()
    (actors / "foreign-office.yml").write_bytes(renamed)
    prefilter = NamePrefilter(actors.parent, record_files.list_ids(actors.parent))
    found = prefilter.find("actors", normalize_name(FORMER))
    assert [one.id for one in found] == ["foreign-office"]


@pytest.mark.parametrize(
    "former",
    [None, "x", ["x"], {"names": {"en": "X"}}, [{"names": "X"}, {"since": "1990"}, None]],
)
def test_what_is_no_list_of_former_names_is_passed_over(former: object) -> None:
    document = Document("f", "actors", "a", {"names": {"en": "A"}, "former_names": former})
    assert [*titles(document)][:1] == ["A"]
    assert "1990" not in [*titles(document)]
