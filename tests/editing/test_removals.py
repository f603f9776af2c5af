"""A record is taken out: its file goes, its id is noted, and who names it is told; all undoable."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.checks import ledgers, load
from atlas.cli.main import main
from atlas.editing import removals
from atlas.editing.removals import Departure
from atlas.files import reader
from atlas.model.vocabulary import REMOVED, Removed
from tests.frozen_records import CASES, REGISTERS

WHOLE = CASES / "whole" / "data"
LISTED = "ghent-be-turi-ee"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Records that are all in git."""
    return _commit(Path(shutil.copytree(WHOLE, tmp_path / "data")))


def _commit(data: Path) -> Path:
    who = ("-c", "user.name=e", "-c", "user.email=e@example.org")
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "records"]):
        subprocess.run(["git", *command], cwd=data.parent, check=True)
    return data


def _remove(data: Path, *arguments: str, typed: str = "") -> Result:
    command = ["remove", *arguments, "--data", str(data), "--lang", "en"]
    result = CliRunner().invoke(main, command, input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _files(data: Path) -> dict[str, str]:
    return {
        path.relative_to(data).as_posix(): path.read_text("utf-8")
        for path in data.rglob("*")
        if path.is_file()
    }


def _taken_out(data: Path) -> list[tuple[str, str, Removed]]:
    return [(one.folder.value, one.id, one.reason) for one in load.read(data).ledgers.removed]


def test_what_is_taken_out_leaves_its_id_behind_and_can_be_undone(data: Path) -> None:
    before = _files(data)
    result = _remove(data, "cooperations/hill-dale", "--reason", "duplicate", "--yes")
    assert result.exit_code == 0, result.output
    assert _taken_out(data) == [("cooperations", "hill-dale", Removed.DUPLICATE)]
    assert not (data / "cooperations" / "hill-dale.yml").exists()
    assert not [one for one in load.read(data).problems if one.severity == "error"]
    undo = next(line for line in result.output.splitlines() if "git restore" in line)
    subprocess.run(shlex.split(undo.partition(": ")[2]), cwd=data.parent, check=True)
    (data / removals.LEDGER).unlink()
    assert "delete the line of cooperations/hill-dale in data/removed.yml" in result.output
    assert _files(data) == before


def test_all_that_changed_is_restored_by_the_command_that_is_told(data: Path) -> None:
    _remove(data, "cooperations/hill-dale", "--reason", "duplicate", "--yes")
    before = _files(_commit(data))
    said = _remove(data, "places/fen", "--reason", "privacy", "--yes").output
    assert "To undo it: git restore data/places/fen.yml data/removed.yml\n" in said
    subprocess.run(shlex.split(said.rpartition(": ")[2]), cwd=data.parent, check=True)
    assert _files(data) == before


def test_who_still_names_it_is_told_before_anything_is_asked(data: Path) -> None:
    said = _remove(data, "places/fen.yml", typed="4\nno\n")
    assert said.exit_code == 1
    asked = said.output.index("Why is it taken out")
    assert 0 < said.output.index("data/actors/fen.yml:") < asked
    assert "seat" in said.output[:asked]
    assert all(label in said.output for label in REMOVED.values())
    assert _files(data) == _files(WHOLE), "no was the answer"


@pytest.mark.parametrize("reason", Removed)
def test_every_reason_can_be_chosen_by_its_number(data: Path, reason: Removed) -> None:
    number = [*Removed].index(reason) + 1
    _remove(data, "cooperations/hill-fen", typed=f"{number}\nyes\n")
    assert _taken_out(data) == [("cooperations", "hill-fen", reason)]


def test_what_git_does_not_have_is_told_to_be_lost(data: Path) -> None:
    path = data / "cooperations" / "hill-fen.yml"
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
    said = _remove(data, "cooperations/hill-fen", "--reason", "privacy", typed="no\n")
    assert "git does not have data/cooperations/hill-fen.yml as it stands" in said.output
    assert path.exists()


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ("places/hlil", 'Did you mean "places/hill"?'),
        ("towns/fen", "is not a record"),
        ("ties/fen-hill", 'no register lists a tie "fen-hill"'),
        ("fen", "is not a record"),
    ],
)
def test_what_is_not_there_cannot_be_taken_out(data: Path, record: str, sentence: str) -> None:
    result = _remove(data, record, "--reason", "privacy", "--yes")
    assert result.exit_code == 1
    assert sentence in result.output
    assert _files(data) == _files(WHOLE)


def test_nothing_is_taken_out_twice(data: Path) -> None:
    _remove(data, "places/fen", "--reason", "privacy", "--yes")
    again = _remove(data, "places/fen", "--reason", "privacy", "--yes")
    assert (again.exit_code, "is taken out already" in again.output) == (1, True)


def test_a_list_that_is_not_in_order_is_left_alone(data: Path) -> None:
    (data / removals.LEDGER).write_text("records: [{folder: towns}]\n")
    result = _remove(data, "places/fen", "--reason", "privacy", "--yes")
    assert (result.exit_code, "data/removed.yml has a mistake" in result.output) == (1, True)
    assert (data / "places" / "fen.yml").exists()


@pytest.mark.parametrize("record", [f"ties/{LISTED}", f"ties/wikidata/{LISTED}", "places/turi-ee"])
def test_what_a_register_lists_is_taken_out_by_its_id_alone(tmp_path: Path, record: str) -> None:
    data = Path(shutil.copytree(REGISTERS, tmp_path / "data"))
    before = _files(data)
    assert _remove(data, record, "--reason", "on-request", "--yes").exit_code == 0
    after = _files(data)
    assert {name: after[name] for name in before if name != removals.LEDGER} == {
        name: text for name, text in before.items() if name != removals.LEDGER
    }
    documents, _ = load.read_documents(data)
    folder, _, id_ = record.rpartition("/")
    assert not [one for one in documents if one.id.endswith(id_) and one.folder in folder]
    assert LISTED not in {(one.value or {}).get("pair") for one in documents}


ONE = "{folder: actors, id: b, date: 2026-01-01, reason: privacy}"
OTHER = "{folder: places, id: d, date: 2026-01-01, reason: privacy}"
LISTS = [
    None,
    "records: []\n",
    "# why\nrecords: [] # none yet\n",
    f"records: [{ONE}, {OTHER}]\n",
    f"# why\nrecords:\n  - {ONE} # a\n  # about the next\n  - {OTHER}\n# end\n",
    f"records:\n- {ONE}\n- {OTHER}",
    "records:\n  - folder: actors\n    id: b\n    date: 2026-01-01\n    reason: privacy\n",
    "records:\n  - folder: actors\n    id: b\n    date: 2026-01-01\n    reason: 'privacy' # a\n\n"
    f"  - {OTHER}\n",
]


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize("key", ["actors/a", "actors/c", "places/e", "cooperations/on"])
def test_an_entry_comes_to_its_place_and_nothing_else_changes(
    text: str | None, key: str, tmp_path: Path
) -> None:
    path = tmp_path / removals.LEDGER
    ledger = None
    if text is not None:
        path.write_text(text)
        (ledger,) = reader.read_ledgers(tmp_path)[0]
    before = removals.read_taken_out(ledger)
    folder, id_ = key.split("/")
    departure = Departure(folder, id_, None, (), 0)
    path.write_text(removals.add_entry(ledger, departure, Removed.PRIVACY, date(2026, 2, 1)))
    (after,) = reader.read_ledgers(tmp_path)[0]
    kept, problems = ledgers.check([after])
    assert problems == []
    assert [one.key for one in kept.removed] == sorted([*before, (folder, id_)])
    for line in (text or "").splitlines():
        assert line.partition("#")[2] in after.text
