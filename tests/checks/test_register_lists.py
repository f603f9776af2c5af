"""What imports left out and what they ask is read strictly, line by line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atlas.checks import load
from atlas.files import registers
from tests.frozen_records import REGISTERS

REFUSED = "file,row,reason,a,country_a,b,country_b"
ASKED = "kind,file,rows,what,proposal,answer"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = Path(shutil.copytree(REGISTERS, tmp_path / "data"))
    return data / "registers" / "wikidata"


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in load.read(folder.parents[1]).problems]


def write(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_bytes("".join(f"{line}\n" for line in lines).encode())


def test_an_answered_question_is_not_open(folder: Path) -> None:
    write(folder, "questions.csv", ASKED, "country,a.tsv,9,Congo,CD,CG", "year,a.tsv,,2000,no, ")
    assert told(folder) == []
    asked = load.read(folder.parents[1]).records.unsettled["wikidata"].asked
    assert {str(kind): count for kind, count in asked.items()} == {"year": 1}


def test_a_cell_may_hold_commas_and_lines(folder: Path) -> None:
    write(folder, "refused.csv", REFUSED, 'a.tsv,7,name-blank,"Aalst, Oost\nvlaanderen",BE,,')
    assert told(folder) == []


@pytest.mark.parametrize(("mark", "separator", "end"), [("\ufeff", ",", "\r\n"), ("", ";", "\n")])
def test_a_list_may_be_saved_by_a_spreadsheet(
    mark: str, separator: str, end: str, folder: Path
) -> None:
    rows = [ASKED.split(","), ["country", "a.tsv", "9", '"Goma, Congo"', "CG CD", "CD"]]
    text = mark + "".join(f"{separator.join(cells)}{end}" for cells in rows)
    (folder / "questions.csv").write_bytes(text.encode())
    assert told(folder) == []
    files, _ = registers.read_one(folder.parents[1], folder.name)
    [row] = files.lists["questions.csv"]
    assert (row.cells["what"], row.cells["answer"], row.line) == ("Goma, Congo", "CD", 2)


def test_lists_may_be_missing(folder: Path) -> None:
    (folder / "refused.csv").unlink()
    (folder / "questions.csv").unlink()
    assert told(folder) == []


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("refused.csv", ["a,b"], f"refused.csv:1:1  the heading is not {REFUSED}."),
        ("refused.csv", [], f"refused.csv:1:1  the heading is not {REFUSED}."),
        ("questions.csv", [REFUSED], f"questions.csv:1:1  the heading is not {ASKED}."),
        ("refused.csv", [REFUSED, "a.tsv,7"], "refused.csv:2:1  the row has not as many cells"),
        (
            "refused.csv",
            [REFUSED, "a.tsv,7,gone,A,BE,B,BE"],
            'refused.csv:2:1  field "reason" is "gone", which is none of the choices.',
        ),
        (
            "questions.csv",
            [ASKED, "country,a,9,Congo,CD,", "why,a,9,x,,"],
            'questions.csv:3:1  field "kind" is "why", which is none of the choices.',
        ),
        (
            "questions.csv",
            [ASKED, "country,a,9,Congo,CD,ask jan@town.example"],
            "questions.csv:2:1  this row holds an e-mail address or a telephone number.",
        ),
        (
            "refused.csv",
            [REFUSED, "a,7,name-blank,Aalst \u202e,BE,,"],
            "refused.csv:2:",
        ),
        ("refused.csv", [REFUSED, 'a,7,name-blank,"Aalst,BE,,'], "refused.csv:2:1  "),
    ],
)
def test_what_is_not_sound_is_told_with_its_line(
    folder: Path, name: str, lines: list[str], expected: str
) -> None:
    write(folder, name, *lines)
    assert any(f"data/registers/wikidata/{expected}" in one for one in told(folder)), told(folder)
