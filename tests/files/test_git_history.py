"""When records were changed, from real repositories."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from atlas.files import git_history, reader, strict_yaml
from atlas.files.git import GitError
from atlas.files.git_history import History
from tests import commits
from tests.commits import NOON, commit, git, header
from tests.conftest import ROOT

LATER = NOON + 100 * git_history.DAY
"""When the clock is looked at."""


def on(number: int) -> bytes:
    """A commit, so many days after noon."""
    when = b"%d +0000" % seconds(number)
    return header(authored=when, committed=when)


def dated(authored: bytes, committed: bytes) -> bytes:
    return header(authored=authored, committed=committed)


def seconds(number: int) -> int:
    return NOON + number * git_history.DAY


def history(data: Path, now: float = LATER) -> History:
    documents, _ = reader.read(data)
    return git_history.read(data, documents, now)


def changed(data: Path) -> dict[str, float]:
    """The days after noon on which places were last changed, of a history without a problem."""
    found = history(data)
    assert found.problems == ()
    return {
        key.removeprefix("places/"): (when.timestamp() - NOON) / git_history.DAY
        for key, when in found.changes.items()
    }


def test_a_record_knows_its_last_change(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(0), genk="1", lier="1")
    commit(tmp_path, on(1), genk="2")
    commit(tmp_path, on(2), genk="3")
    assert history(data).changes == {
        "places/genk": datetime.fromtimestamp(seconds(2), UTC),
        "places/lier": datetime.fromtimestamp(seconds(0), UTC),
    }


def test_settings_and_hooks_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "atlas"
    data = commits.create(root)
    name = "Zoë <z@town.example>".encode("latin-1")
    commit(root, header(name, more=b"encoding latin1"), lier="1")
    commit(root, on(5), hasselt="1")
    commit(root, on(1), lier="2")
    expected = {"lier": 1}  # the last commit bounds what the one before it says
    assert changed(data) == expected
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[log]\nshowRoot = false\nshowSignature = true\ndate = relative\ndecorate = full\n"
        "[core]\nquotePath = true\n[color]\nui = always\n[i18n]\nlogOutputEncoding = utf-16\n"
        "[diff]\nnoprefix = true\norderFile = /nowhere\nrelative = true\nrenames = copies\n"
        "[format]\npretty = oneline\n"
    )
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_PREFIX", "data/")
    assert changed(data) == expected


@pytest.mark.parametrize(
    ("authored", "committed", "when"),
    [
        (f"{NOON} +2400", f"{NOON} +0000", NOON),
        (f"{NOON} -9999999", f"{NOON} +0000", NOON),
        ("1000000000000 +0000", f"{NOON} +0000", NOON),  # the year 33658
        (f"{'9' * 5000} +0000", f"{NOON} +0000", NOON),
        ("-1 +0000", f"{NOON} +0000", NOON),
        ("0 +0000", f"{NOON} +0000", NOON),
        ("", f"{NOON} +0000", NOON),
        ("4070908800 +0000", f"{NOON} +0000", NOON),  # 2099
        ("4070908800 +0000", "4070908800 +0000", None),
        ("4070908800 +0000", "never", None),
        (f"{NOON - 9} +0000", f"{NOON} +0000", NOON - 9),
    ],
)
def test_a_date_out_of_bounds_is_not_shown(
    tmp_path: Path, authored: str, committed: str, when: int | None
) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, dated(authored.encode(), committed.encode()), genk="1")
    commit(tmp_path, on(1), lier="1")
    expected = {"lier": 1} if when is None else {"genk": (when - NOON) / git_history.DAY, "lier": 1}
    assert changed(data) == expected


def test_the_commit_that_is_built_bounds_the_dates_of_others(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(50), genk="1")
    commit(tmp_path, on(1), lier="1")
    assert changed(data) == {"lier": 1}


def test_a_last_commit_of_the_future_is_told_and_bounds_nothing(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(0), genk="1")
    commit(tmp_path, dated(b"4070908800 +0000", b"4070908800 +0000"), lier="1")
    found = history(data)
    assert found.changes == {"places/genk": datetime.fromtimestamp(NOON, UTC)}
    (problem,) = found.problems
    assert "the last commit is dated in the future" in str(problem)
    assert history(data, 4_070_908_800).problems == ()


def test_a_date_set_back_does_not_make_a_record_older(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(5), genk="1")
    commit(tmp_path, header(authored=b"1200000000 +0000", committed=b"%d +0000" % LATER), genk="2")
    assert changed(data) == {"genk": 5}


@pytest.mark.parametrize(
    ("author", "encoding"),
    [
        ("A\x1eB\x1fC", ""),
        ("A+AAo-committer B +ADw-b@c.d+AD4- 1200000000 -0000+AAo-x", "utf-7"),
        ("\u0436".encode("koi8-r").decode("latin-1"), "koi8-r"),
        ("Zoë", "no such encoding"),
        ("Zoë", "hex"),
    ],
)
def test_a_name_in_any_encoding_is_no_date(tmp_path: Path, author: str, encoding: str) -> None:
    data = commits.create(tmp_path)
    name = author.encode("latin-1") + b" <a@town.example>"
    more = f"encoding {encoding}".encode() if encoding else b""
    when = b"%d -0000" % NOON  # as UTF-7 can have it
    commit(tmp_path, header(name, when, when, more), genk="1")
    assert changed(data) == {"genk": 0}


def test_authors_are_known_by_their_names_alone_the_first_one_first(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    (tmp_path / ".mailmap").write_text("Jane Doe <jane@town.example> jdoe <jdoe@town.example>\n")
    commit(tmp_path, header(b"jdoe <jdoe@town.example>"), genk="1", hill="1")
    commit(tmp_path, header(b"Bo <bo@town.example>"), genk="2")
    commit(tmp_path, header(b"Jane Doe <jane@town.example>"), genk="3")
    commit(tmp_path, header(b"bo@town.example <bo@town.example>"), hill="2")
    assert history(data).authors == {
        "places/genk": ("Jane Doe", "Bo"),
        "places/hill": ("Jane Doe", "bo@town.example"),
    }


def test_who_only_rewrote_the_form_of_a_record_is_no_author(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, header(b"Jane Doe <jane@town.example>"), genk="1")
    form = commit(tmp_path, header(b"Bo <bo@town.example>"), genk="2")
    (tmp_path / git_history.IGNORED).write_text(form)
    assert history(data).authors == {"places/genk": ("Jane Doe",)}


def test_a_persons_own_mail_map_names_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, header(b"Bo <bo@town.example>"), genk="1")
    (tmp_path / "map").write_text("Somebody Else <bo@town.example>\n")
    settings = tmp_path / "settings"
    settings.write_text(f"[mailmap]\n\tfile = {tmp_path / 'map'}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert history(data).authors == {"places/genk": ("Bo",)}


def test_a_file_is_no_commit_whatever_it_is_called(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    first = commit(tmp_path, on(0), genk="1")
    odd = data / f":100644 {first}\ncommit {first}"
    odd.mkdir()
    (odd / "x.yml").write_text("1")
    (data / "places" / f"{first}\nx").write_text("1")
    commit(tmp_path, on(1), lier="1")
    assert changed(data) == {"genk": 0, "lier": 1}


def test_a_record_takes_its_history_along_to_another_id_and_another_folder(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(7), genk="1")
    commit(tmp_path, on(5), other="1")
    commit(tmp_path, on(1), genk=None, genck="previous_ids: [genk]\n")
    (data / "places" / "limburg").mkdir()
    for name in ("genck", "other"):
        git(tmp_path, "mv", f"data/places/{name}.yml", "data/places/limburg")
    commits.commit_index(tmp_path, on(2))
    commit(tmp_path, on(9), last="1")
    assert changed(data) == {"genck": 7, "other": 5, "last": 9}


def test_a_record_born_where_one_like_it_went_has_a_history_of_its_own(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(5), genk="names: {en: A}\n")
    commit(tmp_path, on(1), genk=None, lier="names: {en: A}\n")
    commit(tmp_path, on(9), last="1")
    assert changed(data) == {"lier": 1, "last": 9}


def merge(folder: Path, *others: str, **files: str) -> None:
    """Merge branches by a commit that leaves these places as they are given."""
    names = [git(folder, "rev-parse", one) for one in others]
    for name, text in files.items():
        (folder / "data" / "places" / f"{name}.yml").write_text(text)
        git(folder, "add", f"data/places/{name}.yml")
    commits.commit_index(folder, on(9), *names)


@pytest.mark.parametrize(("one", "two"), [(1, 2), (2, 1)])
def test_a_merge_counts_for_what_it_alone_brought(tmp_path: Path, one: int, two: int) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(0), genk="1\n2\n3\n4\n5\n")
    for branch, number, text in (
        ("one", one, "0\n2\n3\n4\n5\n"),
        ("two", two, "1\n2\n3\n4\n6\n"),
    ):
        git(tmp_path, "checkout", "--quiet", "-b", branch, "main")
        commit(tmp_path, on(number), genk=text)
    git(tmp_path, "checkout", "--quiet", "main")
    merge(tmp_path, "one", "two", genk="0\n2\n3\n4\n6\n", born="1")
    assert changed(data) == {"genk": 2, "born": 9}


def ignore(root: Path, remark: str = "") -> None:
    """Name the last commit in the file of those that are no change."""
    with (root / git_history.IGNORED).open("a") as file:
        file.write(f"# Written anew\n\n{git(root, 'rev-parse', 'HEAD')}{remark}\n")


def test_a_commit_that_changed_nothing_records_say_is_no_change(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(0), genk="1", hasselt="1")
    commit(tmp_path, on(1), genk="2", hasselt="2", lier="2")
    ignore(tmp_path, "  # of atlas fmt")
    commit(tmp_path, on(2), hasselt="3")
    # The commit that brought a record in is the only one it has: lier's.
    assert changed(data) == {"genk": 0, "hasselt": 2, "lier": 1}


def test_a_list_of_commits_that_an_editor_wrote_oddly_is_read(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, on(0), genk="1")
    commit(tmp_path, on(1), genk="2")
    ignore(tmp_path)
    file = tmp_path / git_history.IGNORED
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\xef\xbb\xbf" + lines[-1].upper() + b"\r\n# caf\xe9\r\n")
    assert changed(data) == {"genk": 0}


def records(commit: str) -> dict[str, Any]:
    """What every record says in a commit of this repository."""
    command = ["git", "archive", commit, "data"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        files = [member for member in archive if member.name.endswith(".yml")]
        texts = {file.name: (archive.extractfile(file) or io.BytesIO()).read() for file in files}
    return {name: strict_yaml.parse(text.decode()).value for name, text in texts.items()}


IGNORED = [
    line
    for line in (ROOT / git_history.IGNORED).read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("commit", IGNORED)
def test_a_commit_that_is_left_out_changed_nothing_records_say(commit: str) -> None:
    assert not (ROOT / ".git" / "shallow").exists(), "it takes git fetch --unshallow to compare"
    after = records(commit)
    assert len(commit) == 40
    assert len(after) > 100
    assert after == records(f"{commit}^")


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    assert history(tmp_path) == History({}, in_repository=False)
    assert history(tmp_path / "nowhere") == History({}, in_repository=False)
    assert git_history.list_committed(tmp_path) == []


def test_before_the_first_commit_there_is_none(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    (data / "places" / "genk.yml").write_text("1")
    assert history(data) == History({})
    assert git_history.list_committed(data) == []


def said(data: Path) -> str:
    """The one warning about a history that is not shown."""
    found = history(data)
    assert found.changes == {}
    assert found.in_repository
    (problem,) = found.problems
    assert str(problem).startswith("data:1:1  warning: ")
    return f"{problem.message} {problem.hint}"


NOTHING = "pages do not say when records were changed"


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    """A repository of two commits; the folder around it."""
    commits.create(tmp_path / "atlas")
    commit(tmp_path / "atlas", on(0), genk="1")
    commit(tmp_path / "atlas", on(1), lier="1")
    return tmp_path


def test_a_part_of_a_history_is_told_and_shows_nothing(atlas: Path) -> None:
    git(atlas, "clone", "--quiet", "--depth", "1", (atlas / "atlas").as_uri(), "shallow")
    data = atlas / "shallow" / "data"
    assert said(data) == (
        f"git has only a part of the history here: {NOTHING}. "
        "Fetch the rest by: git fetch --unshallow"
    )
    assert len(git_history.list_committed(data)) == 2
    git(atlas / "shallow", "fetch", "--quiet", "--unshallow")
    assert history(data) == history(atlas / "atlas" / "data")


def test_a_repository_of_another_owner_is_told(
    atlas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    text = said(atlas / "atlas" / "data")
    assert text.startswith(
        f"git tells nothing of the history here (the repository belongs to another user): {NOTHING}"
    )
    assert text.endswith(f"run: git config --global --add safe.directory {atlas}/atlas")
    with pytest.raises(GitError):
        git_history.list_committed(atlas / "atlas" / "data")


def test_a_computer_without_git_is_told(atlas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(atlas))
    assert "(there is no git on this computer)" in said(atlas / "atlas" / "data")


@pytest.mark.parametrize("object_", ["HEAD", "HEAD^{tree}", "HEAD~1", "HEAD~1:data"])
def test_a_broken_repository_is_told(atlas: Path, object_: str) -> None:
    root = atlas / "atlas"
    name = git(root, "rev-parse", object_)
    (root / ".git" / "objects" / name[:2] / name[2:]).unlink()
    text = said(root / "data")
    assert re.match(r"git tells nothing of the history here \([^()]+\): ", text)
    assert text.endswith("More is told by: git fsck")


def test_what_a_partial_clone_lacks_is_not_fetched(atlas: Path) -> None:
    source = atlas / "atlas"
    git(source, "config", "uploadpack.allowFilter", "true")
    for kind in ("blob:none", "tree:0"):
        clone = atlas / kind
        git(atlas, "clone", "--quiet", f"--filter={kind}", source.as_uri(), str(clone))
    source.rename(atlas / "gone")
    found = history(atlas / "gone" / "data")
    assert history(atlas / "blob:none" / "data") == found
    assert NOTHING in said(atlas / "tree:0" / "data")


def test_a_history_that_somebody_replaced_is_read_as_it_was_committed(atlas: Path) -> None:
    root = atlas / "atlas"
    found = history(root / "data")
    git(root, "replace", "--graft", "HEAD")
    assert history(root / "data") == found
    git(root, "replace", "--delete", git(root, "rev-parse", "HEAD"))
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "grafts").write_text(git(root, "rev-parse", "HEAD") + "\n")
    assert history(root / "data") == found


def test_what_a_commit_holds_is_known_until_the_next(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    first = commit(tmp_path, genk="1", lier="1", élan="1")
    (data / "places" / "genk.yml").unlink()
    names = ["data/places/genk.yml", "data/places/lier.yml", "data/places/élan.yml"]
    assert git_history.list_committed(data) == names
    commit(tmp_path, lier="2")
    assert git_history.list_committed(data) == names[1:]
    assert git_history.list_committed(data, first) == names
    assert git_history.list_committed(data, "HEAD^1") == names
    for wrong in ("nowhere", "--help", "HEAD:data", ""):
        with pytest.raises(GitError):
            git_history.list_committed(data, wrong)
