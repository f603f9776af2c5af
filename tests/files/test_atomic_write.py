"""Several files are written, or none is; what somebody else saved stays, whatever happens."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.files import atomic_write, exchange, journal, replacement
from atlas.files.atomic_write import Change, WriteError
from tests.conftest import ROOT

BEFORE = {"changed.yml": "before", "gone.yml": "gone"}
AFTER = {"changed.yml": "after", "new.yml": "new"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in BEFORE.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def changes(data: Path) -> list[Change]:
    return [
        Change(data / "new.yml", None, "new"),
        Change(data / "changed.yml", "before", "after"),
        Change(data / "gone.yml", "gone", None),
    ]


def files(folder: Path) -> dict[str, str]:
    """What lies in the folder; nothing else may."""
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def save(data: Path) -> None:
    atomic_write.save(data, changes(data), "atlas test")


@pytest.fixture(params=[True, False], ids=["exchange", "no exchange"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk whose names can be exchanged, as the tests need one, and one where they cannot."""
    if not request.param:
        monkeypatch.setattr(exchange, "_rename", lambda old, new, way: False)


@pytest.mark.usefixtures("disk")
def test_files_are_written_and_deleted_together(data: Path) -> None:
    save(data)
    assert files(data) == AFTER


def test_a_file_keeps_who_may_read_and_write_it(data: Path) -> None:
    (data / "changed.yml").chmod(0o640)
    save(data)
    assert (data / "changed.yml").stat().st_mode & 0o777 == 0o640


def _appear(data: Path) -> None:
    (data / "new.yml").write_text("mine", "utf-8")


def _change(data: Path) -> None:
    (data / "changed.yml").write_text("mine", "utf-8")


def _spoil(data: Path) -> None:
    (data / "changed.yml").write_bytes(b"\xff")


def _vanish(data: Path) -> None:
    (data / "changed.yml").unlink()


def _lead_away(data: Path) -> None:
    (data / "changed.yml").unlink()
    (data / "changed.yml").symlink_to(data.parent / "elsewhere.yml")


def _lock(data: Path) -> None:
    (data / "gone.yml").chmod(0o444)


@pytest.mark.parametrize("happen", [_appear, _change, _spoil, _vanish, _lead_away, _lock])
def test_what_is_not_what_was_read_is_left_and_so_is_all_else(
    happen: Callable[[Path], None], data: Path
) -> None:
    (data.parent / "elsewhere.yml").write_text("before", "utf-8")
    happen(data)
    found = {path.name: path.read_bytes() for path in data.iterdir()}
    with pytest.raises(WriteError) as refused:
        save(data)
    assert ".yml" in str(refused.value)
    assert {path.name: path.read_bytes() for path in data.iterdir()} == found


def test_what_need_not_go_together_is_written_but_for_that(data: Path) -> None:
    _change(data)
    left = atomic_write.save_each(data, changes(data), "atlas test")
    assert left == [data / "changed.yml"]
    assert files(data) == {"changed.yml": "mine", "new.yml": "new"}


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("way", ["in place", "by another file"])
def test_what_is_saved_between_looking_and_writing_is_put_back(
    times: int, way: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = data / "changed.yml", exchange.exchange
    saves = iter(range(times))

    def saving_before(one: Path, other: Path) -> bool:
        number = next(saves, None)
        if number is not None and way == "in place":
            path.write_text(f"mine {number}", "utf-8")
        elif number is not None:
            (data.parent / "mine").write_text(f"mine {number}", "utf-8")
            (data.parent / "mine").replace(path)
        return real(one, other)

    monkeypatch.setattr(exchange, "exchange", saving_before)
    with pytest.raises(WriteError):
        save(data)
    assert files(data) == {**BEFORE, "changed.yml": f"mine {times - 1}"}


def test_what_is_written_into_a_file_that_was_open_is_put_back(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor opened the file before it was written, and is slow to save."""
    digest = replacement.digest
    with (data / "changed.yml").open("r+") as editor:

        def late(path: Path) -> str | None:
            if path.name == "gone.yml":
                editor.write("mine, and long")
                editor.flush()
            return digest(path)

        monkeypatch.setattr(replacement, "digest", late)
        with pytest.raises(WriteError):
            save(data)
    assert files(data) == {**BEFORE, "changed.yml": "mine, and long"}


def test_a_file_that_somebody_is_still_saving_is_left(data: Path) -> None:
    with (data / "changed.yml").open("w") as editor:
        editor.write("before")
        editor.flush()
        with pytest.raises(WriteError):
            save(data)
        editor.write(" and after")
    assert files(data) == {**BEFORE, "changed.yml": "before and after"}


def test_a_file_that_somebody_reads_is_written(data: Path) -> None:
    with (data / "changed.yml").open():
        save(data)
    assert files(data) == AFTER


def test_while_files_are_read_none_is_changed_and_the_other_way_round(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a build could be of files before a command and of others after it."""
    folder = os.open(data, os.O_RDONLY)
    with atomic_write.unchanging(data), pytest.raises(BlockingIOError):
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    refused, real = [], exchange.exchange

    def look(one: Path, other: Path) -> bool:
        with pytest.raises(BlockingIOError):
            fcntl.flock(folder, fcntl.LOCK_SH | fcntl.LOCK_NB)
        refused.append(other)
        return real(one, other)

    monkeypatch.setattr(exchange, "exchange", look)
    save(data)
    os.close(folder)
    assert refused == [data / "changed.yml"]


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("end", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full", "x")])
def test_whatever_interrupts_it_leaves_everything_as_it_was(
    end: BaseException, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every call to the system that it makes, one after another."""
    stopped = 0
    while True:
        with monkeypatch.context() as patch:
            _stop_at(stopped, end, patch)
            try:
                save(data)
                break
            except (KeyboardInterrupt, WriteError):
                pass
        atomic_write.settle_interrupted(data)
        assert files_but_journal(data) in (BEFORE, AFTER)
        if files_but_journal(data) == AFTER:
            break
        stopped += 1
    assert stopped > 8


def files_but_journal(data: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in data.iterdir() if path.is_file()}


def _stop_at(number: int, end: BaseException, patch: pytest.MonkeyPatch) -> None:
    """Let the call of that number fail, of those that change something on the disk."""
    calls = iter(range(1_000))

    def wrap(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            if next(calls) == number:
                raise end
            return real(*arguments, **named)

        return call

    patch.setattr(os, "fsync", wrap(os.fsync))
    for name in ("rename", "replace", "mkdir", "write_text", "unlink", "rmdir"):
        patch.setattr(Path, name, wrap(getattr(Path, name)))
    for name in ("exchange", "rename_new"):
        patch.setattr(exchange, name, wrap(getattr(exchange, name)))


_KILLED = """
import os, signal, sys
from pathlib import Path
from atlas.files import atomic_write, exchange
from tests.files.test_atomic_write import AFTER, BEFORE, files_but_journal, save

if sys.argv[2] != "exchange":
    exchange._rename = lambda old, new, way: False
for moment in range(200):
    data = Path(sys.argv[1]) / str(moment)
    data.mkdir()
    for name, text in BEFORE.items():
        (data / name).write_text(text, "utf-8")
    left = [moment]

    def count(event, arguments):
        if event == "ctypes.call_function" or any(str(data) in str(one) for one in arguments):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        sys.addaudithook(count)
        save(data)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    interrupted = atomic_write.settle_interrupted(data)
    found = {"before": BEFORE, "after": AFTER}
    (state,) = [name for name, texts in found.items() if files_but_journal(data) == texts]
    print(state, "undone" if interrupted else "", "killed" if status else "")
    if not status:
        break
"""
"""Saves again and again, killed before its first, second, … call to the system."""


@pytest.mark.parametrize("exchanges", ["exchange", "no exchange"])
def test_killed_before_any_call_to_the_system_it_is_undone_by_what_runs_next(
    exchanges: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path), exchanges],
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ends = [line.split() for line in done.stdout.splitlines()]
    assert ends[-1] == ["after"]
    assert ends.count(["before", "undone", "killed"]) > 5
    assert all(end[0] == "before" for end in ends if "undone" in end)


def test_git_adds_nothing_of_what_was_interrupted(data: Path) -> None:
    _interrupt(data)
    subprocess.run(["git", "init", "--quiet"], cwd=data.parent, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"],
        cwd=data,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(listed.stdout.split()) == set(AFTER)


def _interrupt(data: Path, steps: int = 3) -> None:
    """Leave behind what a command does that is killed when so many files are changed."""
    begun = journal.Journal(data, "atlas test")
    begun.begin()
    for change in changes(data):
        before, after = (text.encode() if text else None for text in (change.before, change.after))
        begun.add(change.path, before, after)
    begun.write_plan()
    begun.steps = begun.steps[:steps]
    begun.apply()


@pytest.mark.parametrize(
    ("steps", "saved", "is_done", "left"),
    [
        (1, [], False, []),
        (1, ["changed.yml"], False, []),
        (1, ["new.yml"], True, []),
        (1, ["new.yml", "changed.yml"], False, ["new.yml"]),
        (2, ["changed.yml"], True, []),
        (2, ["gone.yml"], False, []),
        (3, [], False, []),
        (3, ["changed.yml", "new.yml"], True, []),
        (3, ["gone.yml"], False, ["gone.yml"]),
        (3, ["gone.yml", "changed.yml"], False, ["gone.yml", "changed.yml"]),
    ],
)
def test_what_was_saved_since_it_was_killed_stays_and_all_else_goes_with_it(
    steps: int, saved: list[str], is_done: bool, left: list[str], data: Path
) -> None:
    _interrupt(data, steps)
    for name in saved:
        (data / name).write_text("mine", "utf-8")
    interrupted = atomic_write.settle_interrupted(data)
    assert interrupted is not None
    assert interrupted.end == journal.End(is_done, [data / name for name in left])
    first, *others = map(str, interrupted.describe())
    assert first.startswith("interrupted: atlas test. ")
    assert [line.split()[0] for line in others] == [str(data / name) for name in left]
    assert files(data) == {**(AFTER if is_done else BEFORE), **dict.fromkeys(saved, "mine")}


def test_the_next_command_undoes_it_before_it_writes(data: Path) -> None:
    _interrupt(data)
    save(data)
    assert files(data) == AFTER


def test_a_journal_that_came_from_elsewhere_is_believed_in_nothing(data: Path) -> None:
    """Else a proposal could have files taken away, or show the checks others than it has."""
    _interrupt(data)
    plan = data / journal.FOLDER / "plan.json"
    own = data / journal.FOLDER
    own.rename(data / "copied")
    own.mkdir()
    for text in (plan_text(data), "[]", "{}", "", '{"steps": 1}'):
        plan.write_text(text, "utf-8")
        with pytest.raises(WriteError, match="not of one that ran here"):
            atomic_write.settle_interrupted(data)
    assert files_but_journal(data) == AFTER


def plan_text(data: Path) -> str:
    return (data / "copied" / "plan.json").read_text("utf-8")


@pytest.mark.parametrize("names", ["../outside.yml", "/etc/hosts"])
def test_a_journal_names_no_file_outside_its_folder(names: str, data: Path) -> None:
    _interrupt(data)
    plan = data / journal.FOLDER / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace("changed.yml", names), "utf-8")
    with pytest.raises(WriteError, match="not of one that ran here"):
        atomic_write.settle_interrupted(data)


def test_a_full_disk_is_a_sentence_and_changes_nothing(data: Path) -> None:
    """A process that may write no file longer than four bytes stands for a disk with no more."""
    program = """
        import resource, signal, sys
        from pathlib import Path
        from atlas.files import atomic_write
        from atlas.files.atomic_write import Change
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4, 4))
        data = Path(sys.argv[1])
        changes = [Change(data / "new.yml", None, "n"), Change(data / "gone.yml", "gone", "longer")]
        try:
            atomic_write.save(data, changes, "atlas test")
        except atomic_write.WriteError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(data)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "the disk is full. All files are as they were." in done.stdout
    assert files(data) == BEFORE


def test_a_link_to_somebodys_folder_in_the_way_is_a_sentence(data: Path) -> None:
    (data.parent / "mine").mkdir()
    (data.parent / "mine" / "0").touch()
    (data / journal.FOLDER).symlink_to(data.parent / "mine")
    with pytest.raises(WriteError, match="cannot be written"):
        save(data)
    assert (data.parent / "mine" / "0").exists()


def test_somebodys_file_in_the_folder_is_a_sentence(data: Path) -> None:
    (data / journal.FOLDER).mkdir()
    (data / journal.FOLDER / "mine").touch()
    with pytest.raises(WriteError, match="cannot be written"):
        save(data)
    assert (data / journal.FOLDER / "mine").exists()
    assert files_but_journal(data) == BEFORE


def test_a_file_in_the_way_is_a_sentence(data: Path) -> None:
    (data / journal.FOLDER).write_text("mine", "utf-8")
    with pytest.raises(WriteError, match="cannot be written"):
        save(data)
    assert files(data) == {**BEFORE, journal.FOLDER: "mine"}
