"""What stands where a site is to be built, and what comes in between while it is."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from atlas.i18n.messages import Message
from atlas.site import build_lock, site_folder
from tests.mkdocs_build import Build, copied
from tests.processes import is_running

WRITE = (
    f'mkdir -p "$1/{Path(site_folder.SIGN).parent}" && echo "$NEW" | tee "$1/{site_folder.SIGN}"'
)
"""A build that writes a site of one sheet, which names its generation."""

NAMED = "echo $$ > pid.new; mv pid.new pid;"
HANG = f'mkdir "$1"; {NAMED} exec sleep 600'
"""A build that says who it is and does not end."""

PROGRAM = "import sys; from atlas.site.atomic_swap import main; sys.exit(main(*sys.argv[1:]))"


def begin(
    folder: Path, script: str = WRITE, *, site: str = "site", **environment: str
) -> subprocess.Popen[str]:
    """Begin a build of `site` in `folder`; signals are as they are at a terminal."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, site, "sh", "-c", script, "sh"],
        cwd=folder,
        env={**os.environ, "NEW": "new", "LC_ALL": "C.UTF-8", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_heed_signals,
    )


def _heed_signals() -> None:
    """Whatever started the tests may have had them pass over what ends others."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def build(
    folder: Path, script: str = WRITE, *, site: str = "site", **environment: str
) -> tuple[int, str]:
    """Build; give the exit code and what was said, which is never where in the code."""
    running = begin(folder, script, site=site, **environment)
    said, _ = running.communicate()
    assert "Traceback" not in said
    return running.returncode, said


def write(site: Path, generation: str = "old") -> Path:
    """A site that was built before."""
    sheet = site / site_folder.SIGN
    sheet.parent.mkdir(parents=True)
    sheet.write_text(f"{generation}\n")
    return site


def generation(site: Path) -> str:
    return (site / site_folder.SIGN).read_text().strip()


def tree(folder: Path) -> dict[str, str]:
    """Everything below a folder, but for locks and pipes: what files hold, where links lead."""
    return {
        str(path.relative_to(folder)): (
            f"-> {path.readlink()}"
            if path.is_symlink()
            else path.read_text()
            if path.is_file()
            else "folder"
        )
        for path in folder.rglob("*")
        if path.suffix != ".lock" and not path.is_fifo()
    }


def names(folder: Path) -> set[str]:
    return {inner.name for inner in folder.iterdir()}


def wait_for(path: Path) -> int:
    """The number in a file that will be there."""
    while not path.exists():
        time.sleep(0.01)
    return int(path.read_text())


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("is_there", [True, False], ids=["whole", "dangling"])
def test_a_link_stays_and_the_folder_it_leads_to_is_replaced(
    tmp_path: Path, is_there: bool
) -> None:
    served, here = tmp_path / "served", tmp_path / "here"
    served.mkdir()
    here.mkdir()
    if is_there:
        write(served / "www")
    (here / "site").symlink_to("../served/www")
    assert build(here)[0] == 0
    assert (here / "site").is_symlink()
    assert generation(served / "www") == "new"
    assert names(here) == {"site"}
    assert names(served) == {".www.lock", "www"}


def _link_to_itself(here: Path) -> None:
    (here / "site").symlink_to("site")


def _link_to_no_folder(here: Path) -> None:
    (here / "site").symlink_to("nowhere/www")


def _link_to_the_checkout(here: Path) -> None:
    (here / "notes.txt").write_text("mine")
    (here / "site").symlink_to(".")


def _file(here: Path) -> None:
    (here / "site").write_text("mine")


def _link_to_a_file(here: Path) -> None:
    (here / "notes.txt").write_text("mine")
    (here / "site").symlink_to("notes.txt")


def _pipe(here: Path) -> None:
    os.mkfifo(here / "site")


def _folder_of_somebody(here: Path) -> None:
    (here / "site").mkdir()
    (here / "site/notes.txt").write_text("mine")


def _repository(here: Path) -> None:
    write(here / "site")
    (here / "site/.git").write_text("gitdir: elsewhere")


def _build_folder_is_a_file(here: Path) -> None:
    (here / ".site.build").write_text("mine")


def _build_folder_is_a_link(here: Path) -> None:
    (here / "mine").mkdir()
    (here / "mine/notes.txt").write_text("mine")
    (here / ".site.build").symlink_to("mine")


def _build_folder_of_somebody(here: Path) -> None:
    (here / ".site.build").mkdir()
    (here / ".site.build/notes.txt").write_text("mine")


REFUSED = {
    _link_to_itself: "site is a link that leads nowhere.",
    _link_to_no_folder: "site is a link that leads nowhere.",
    _link_to_the_checkout: "holds what no build of the site made: notes.txt, site.",
    _file: "site is a file; the site is to be built there.",
    _link_to_a_file: "notes.txt is a file; the site is to be built there.",
    _pipe: "site is a file; the site is to be built there.",
    _folder_of_somebody: "site/ holds what no build of the site made: notes.txt.",
    _repository: "site/ holds what no build of the site made: .git, assets.",
    _build_folder_is_a_file: ".site.build is where the build puts its files, and something else",
    _build_folder_is_a_link: ".site.build is where the build puts its files, and something else",
    _build_folder_of_somebody: ".site.build is where the build puts its files, and something else",
}


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__.strip("_"))
def test_what_no_build_made_is_named_and_left(tmp_path: Path, make: object) -> None:
    here = tmp_path / "here"
    here.mkdir()
    assert callable(make)
    make(here)
    before = tree(here)
    code, said = build(here, "touch ran")
    assert code == 1
    assert REFUSED[make] in said
    assert tree(here) == before


@pytest.mark.parametrize("name", ["site.new", "site.old"])
@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_neighbour_of_the_site_is_nobodys_business(tmp_path: Path, name: str, kind: str) -> None:
    write(tmp_path / "site")
    stray = tmp_path / name
    if kind == "file":
        stray.write_text("mine")
    elif kind == "folder":
        stray.mkdir()
        (stray / "notes.txt").write_text("mine")
    else:
        stray.symlink_to("site")
    before = {path: text for path, text in tree(tmp_path).items() if path.startswith(name)}
    assert build(tmp_path)[0] == 0
    assert generation(tmp_path / "site") == "new"
    assert {path: text for path, text in tree(tmp_path).items() if path.startswith(name)} == before


def test_an_empty_folder_and_what_the_last_build_left_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert build(tmp_path, 'mkdir "$1" && touch "$1/a"')[0] == 0
    assert build(tmp_path, 'mkdir "$1" && touch "$1/b"')[0] == 0
    (tmp_path / "site/notes.txt").write_text("mine")
    assert build(tmp_path)[0] == 1
    assert names(tmp_path / "site") == {"b", "notes.txt"}


@pytest.mark.parametrize(
    ("mask", "folder", "file"),
    [(0o077, 0o755, 0o644), (0o027, 0o755, 0o644), (0o002, 0o775, 0o664)],
)
def test_a_web_server_can_read_the_site_whatever_the_umask(
    tmp_path: Path, mask: int, folder: int, file: int
) -> None:
    with umask(mask):
        assert build(tmp_path)[0] == 0
    sheet = tmp_path / "site" / site_folder.SIGN
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == folder
    assert stat.S_IMODE(sheet.parent.stat().st_mode) == folder
    assert stat.S_IMODE(sheet.stat().st_mode) == file


@pytest.mark.parametrize("locale", ["C", "POSIX", "", "C.UTF-8"])
def test_the_name_of_a_folder_and_the_locale_do_not_matter(tmp_path: Path, locale: str) -> None:
    odd = tmp_path / "é l'été $HOME توأمة"
    (odd / "served").mkdir(parents=True)
    (odd / "site").symlink_to(odd / "served/www é")
    assert build(odd, LC_ALL=locale, LANG="")[0] == 0
    assert generation(odd / "site") == "new"
    (odd / "served/www é/.git").mkdir()
    code, said = build(odd, LC_ALL=locale, LANG="")
    assert code == 1
    assert "www é/ holds what no build of the site made" in said


def test_where_nothing_may_be_written_it_says_so(tmp_path: Path) -> None:
    code, said = build(tmp_path, site="/sys/site")
    assert code == 1
    assert "/sys/.site.lock cannot be written: that is not permitted. /sys/site/ is as it" in said


def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    write(tmp_path / "site")
    before = tree(tmp_path)
    running = subprocess.run(
        [sys.executable, "-c", PROGRAM, "site", "touch"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "nl_BE.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )
    assert running.returncode == 1
    assert running.stderr == (
        "site kan niet worden geschreven: de schijf is vol. site/ is gebleven zoals het was.\n"
    )
    assert {**tree(tmp_path), **before} == tree(tmp_path)
    assert tree(tmp_path).keys() - before.keys() <= {".site.build", ".site.build/CACHEDIR.TAG"}
    assert build(tmp_path)[0] == 0
    assert not (tmp_path / ".site.build").exists()


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name
)
def test_stopped_even_twice_it_ends_what_it_began_and_leaves_the_old_site(
    tmp_path: Path, number: signal.Signals
) -> None:
    write(tmp_path / "site")
    running = begin(tmp_path, HANG)
    child = wait_for(tmp_path / "pid")
    running.send_signal(number)
    running.send_signal(number)
    said, _ = running.communicate()
    assert said == "The build was stopped; site/ is as it was.\n"
    assert running.returncode == 128 + number
    assert not is_running(child)
    assert generation(tmp_path / "site") == "old"
    assert not (tmp_path / ".site.build").exists()


def test_a_build_that_was_killed_takes_its_programs_along(tmp_path: Path) -> None:
    running = begin(tmp_path, HANG)
    child = wait_for(tmp_path / "pid")
    running.kill()
    running.communicate()  # until the last that could write has ended
    while is_running(child):
        time.sleep(0.01)
    assert build(tmp_path)[0] == 0
    assert generation(tmp_path / "site") == "new"


def test_a_program_that_was_killed_is_told_of(tmp_path: Path) -> None:
    write(tmp_path / "site")
    code, said = build(tmp_path, "kill -9 $$")
    assert code == 128 + signal.SIGKILL
    assert said == "The build was ended by the signal 9.\n"
    assert generation(tmp_path / "site") == "old"


def test_a_second_build_waits_and_says_for_whom(tmp_path: Path) -> None:
    first = begin(tmp_path, f"{NAMED} while ! test -e go; do sleep 0.05; done; {WRITE}")
    process = wait_for(tmp_path / "pid")
    second = begin(tmp_path, NEW="newer")
    assert second.stdout
    assert second.stdout.readline() == (
        f"Another build of site/ is running (process {process}); this one waits.\n"
    )
    (tmp_path / "go").touch()
    first.communicate()
    second.communicate()
    assert (first.returncode, second.returncode) == (0, 0)
    assert generation(tmp_path / "site") == "newer"


def test_a_build_that_does_not_end_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    told: list[Message] = []
    with (tmp_path / ".site.lock").open("w") as lock:
        lock.write('{"builder": 4711, "built": "?"}')
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        with (
            pytest.raises(site_folder.SiteFolderError, match=r"process 4711\)\. End it, then"),
            build_lock.hold(tmp_path / "site", told.append, patience=0),
        ):
            pass
    with build_lock.hold(tmp_path / "site", told.append) as held:
        assert held.builder == 4711
        assert held.last_built is None


def test_mkdocs_alone_says_what_it_may_not_replace(build: Build, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/notes.txt").write_text("mine")
    done = build(tmp_path / "site", ATLAS_CACHE=str(tmp_path / "cache"))
    assert done.returncode != 0
    shutil.rmtree(tmp_path / "cache")
    assert "holds what no build of the site made: notes.txt." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(tmp_path) == {"site": "folder", "site/notes.txt": "mine"}


def test_what_mkdocs_writes_on_a_full_disk_or_with_any_umask(tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
    environment = {**os.environ, "ATLAS_LANGUAGES": "en", "ATLAS_CARDS": "off", "LC_ALL": "C"}

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    full = subprocess.run(
        [*command, "full"],
        cwd=project,
        # Python 3.11 would keep compiled files that the disk cut short (its issue 126606).
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert full.returncode != 0
    assert "the disk is full." in full.stdout + full.stderr
    assert "Traceback" not in full.stdout + full.stderr
    with umask(0o077):
        done = subprocess.run(
            [*command, "site"], cwd=project, env=environment, capture_output=True, check=False
        )
    assert done.returncode == 0, done.stderr
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o044 for path in (project / "site").rglob("*")}
    assert modes == {0o044}
    assert (project / "site/pagefind").is_dir()


def test_the_site_carries_the_sign_by_which_it_may_be_replaced(site: Path) -> None:
    site_folder.require_replaceable(site)
