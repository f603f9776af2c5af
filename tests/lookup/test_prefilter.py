"""Of many records those are read that may go by a name, however it is spelled in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.files import record_files
from atlas.i18n.normalize import normalize_name
from atlas.lookup.prefilter import NamePrefilter


def _prefilter(tmp_path: Path, others: int, **names: str) -> NamePrefilter:
    places = tmp_path / "data" / "places"
    places.mkdir(parents=True)
    for number in range(others):
        names[f"other-{number}"] = f"Other {number}"
    for id_, name in names.items():
        (places / f"{id_}.yml").write_text(f"names: {{en: {name}}}\n", encoding="utf-8")
    return NamePrefilter(places.parent, record_files.list_ids(places.parent))


@pytest.mark.parametrize(
    ("called", "asked"),
    [
        ("София", "софия"),
        ("СОФИЯ", "София"),
        ("Йошкар-Ола", "йошкар ола"),
        ("Θεσσαλονίκη", "ΘΕΣΣΑΛΟΝΙΚΗ"),
        ("Oegstgeest", "oegstgeest"),
        ("Œuvres", "oeuvres"),
        ("Røskilde", "roskilde"),
        ("Đà Nẵng", "da nang"),
        ("Kırklareli", "KIRKLARELI"),
        ("Straße", "STRASSE"),
        ("طَنْجَة", "طنجه"),
        ("التـــل", "التل"),
        ("کرمانشاه", "كرمانشاه"),
        ("ریاض", "رياض"),
    ],
)
def test_a_name_is_found_in_any_script_and_spelling(
    called: str, asked: str, tmp_path: Path
) -> None:
    prefilter = _prefilter(tmp_path, 300, wanted=called)
    assert [document.id for document in prefilter.find("places", normalize_name(asked))] == [
        "wanted"
    ]


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize("name", ["", "(", "***", "[", "\\", "__"])
def test_signs_alone_are_no_name(name: str, others: int, tmp_path: Path) -> None:
    prefilter = _prefilter(tmp_path, others, wanted="'( *** [ \\ __'")
    assert prefilter.find("places", normalize_name(name)) == []


def test_letters_that_are_signs_in_a_pattern_stand_for_themselves(tmp_path: Path) -> None:
    prefilter = _prefilter(tmp_path, 300, wanted="'a(b'")
    assert [document.id for document in prefilter.find("places", "a(b")] == ["wanted"]


def test_a_record_is_read_once(tmp_path: Path) -> None:
    prefilter = _prefilter(tmp_path, 0, wanted="Hill")
    (before,) = prefilter.find("places", "hill")
    (after,) = prefilter.find("places", "dale")
    assert before is after
