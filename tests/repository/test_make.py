"""`make site` puts a finished site in place at one stroke; failed or killed, it leaves the old."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import venv
from importlib import metadata
from pathlib import Path

import pytest

from atlas.files import exchange
from atlas.site import atomic_swap, site_folder
from tests.conftest import ROOT

PAGES = 20
MARKS = str.maketrans("", "", "\u2067\u2068\u2069")

_PYTHON = f"""#!/bin/sh
case "$2" in
  atlas.site.make) ;;
  *) PYTHONPATH='{ROOT / "hooks"}' exec '{sys.executable}' "$@" ;;
esac
for last; do :; done
mkdir -p "$last/assets/stylesheets"
: > "$last/{site_folder.SIGN}"
page=0
while [ $page -lt {PAGES} ]; do
  page=$((page + 1))
  echo "$GENERATION" > "$last/$page.html"
  sleep "$PAUSE"
done
exit "$CODE"
"""
"""A Python that makes a site, whose pages name their generation, and then ends as it is
told."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, an installed `.venv`, and the whole site of generation 0."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "requirements/site.txt", ".venv/site.stamp"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    for name in ("pyproject.toml", "requirements/site.txt"):
        os.utime(tmp_path / name, (0, 0))
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir()
    python.write_text(_PYTHON, "utf-8")
    python.chmod(0o755)
    assert begin(tmp_path, 0).wait() == 0
    return tmp_path


def begin(
    checkout: Path,
    generation: int,
    *,
    code: int = 0,
    pause: float = 0,
    language: str = "C",
    output: int = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """Begin `make site` in a group of processes of its own."""
    told = {"GENERATION": str(generation), "CODE": str(code), "PAUSE": str(pause)}
    return subprocess.Popen(
        ["make", "--no-print-directory", "site"],
        cwd=checkout,
        env={**os.environ, **told, "LC_ALL": f"{language}.UTF-8"},
        stdout=output,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def generation(site: Path) -> int:
    """The generation that all pages of a whole site are of."""
    pages = [page.read_text("utf-8").strip() for page in site.glob("*.html")]
    assert len(pages) == PAGES
    (found,) = set(pages)
    return int(found)


def folders(checkout: Path) -> list[str]:
    return sorted(path.name for path in checkout.glob("site*"))


def test_a_finished_build_takes_the_old_sites_place(checkout: Path) -> None:
    assert begin(checkout, 1).wait() == 0
    assert generation(checkout / "site") == 1
    assert folders(checkout) == ["site"]


def test_a_build_that_nobody_listens_to_is_none_the_worse(checkout: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert begin(checkout, 1, output=full.fileno()).wait() == 0
    assert generation(checkout / "site") == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("C", "The site is in site/. Run make serve to have it in your browser"),
        ("nl_BE", "De site staat in site/. Met make serve ziet u hem in uw browser"),
        ("fr_FR", "Le site est dans site/. Lancez make serve pour l’avoir dans votre navigateur"),
        ("ar_MA", "الموقع جاهز في site/. شغّل make serve لتراه في متصفحك"),
    ],
)
def test_at_the_end_it_is_said_how_to_look_at_the_site(
    checkout: Path, language: str, said: str
) -> None:
    told, _ = begin(checkout, 1, language=language, output=subprocess.PIPE).communicate()
    sentence, command = told.decode().translate(MARKS).splitlines()
    assert sentence.startswith(said)
    assert "http://localhost:8000/" in sentence
    assert command == "    python3 -m http.server --directory site"


def test_of_a_failed_build_nothing_is_said_to_look_at(checkout: Path) -> None:
    told, _ = begin(checkout, 1, code=1, output=subprocess.PIPE).communicate()
    assert b"site/" not in told


def test_the_first_build_needs_no_old_site(checkout: Path) -> None:
    shutil.rmtree(checkout / "site")
    assert begin(checkout, 1).wait() == 0
    assert generation(checkout / "site") == 1


def test_a_failed_build_leaves_the_old_site(checkout: Path) -> None:
    assert begin(checkout, 1, code=1).wait() != 0
    assert generation(checkout / "site") == 0
    assert folders(checkout) == ["site"]


@pytest.mark.parametrize("everything", [True, False], ids=["all at once", "only make"])
def test_killed_at_any_moment_it_leaves_a_whole_site(checkout: Path, everything: bool) -> None:
    moments = random.Random(4)  # noqa: S311 - moments, not secrets
    builds = []
    for number in range(1, 11):
        build = begin(checkout, number, pause=0.005, output=subprocess.PIPE)
        builds.append(build)
        time.sleep(moments.uniform(0, 0.4))
        if everything:
            os.killpg(build.pid, signal.SIGKILL)
        else:
            build.kill()
        build.wait()
        assert 0 <= generation(checkout / "site") <= number
    for build in builds:
        build.communicate()  # until the last of the programs that it left behind has ended
    assert begin(checkout, 11).wait() == 0
    assert generation(checkout / "site") == 11
    assert folders(checkout) == ["site"]


def test_the_site_is_there_at_every_moment_of_a_swap(tmp_path: Path) -> None:
    site, fresh, old = (tmp_path / name for name in ("site", "site.new", "site.old"))
    for folder in (site, fresh):
        folder.mkdir()
        (folder / "index.html").touch()
    if not exchange.exchange(fresh, site):
        pytest.fail("this disk cannot exchange two names, as the tests of the swap need")
    missing = 0
    over = threading.Event()

    def look() -> None:
        nonlocal missing
        while not over.is_set():
            missing += not os.access(site / "index.html", os.F_OK)

    watcher = threading.Thread(target=look)
    watcher.start()
    for _ in range(300):
        atomic_swap.replace(fresh, site, old)
    over.set()
    watcher.join()
    assert missing == 0


def test_without_an_exchange_the_next_build_mends_what_was_interrupted(checkout: Path) -> None:
    (checkout / ".site.build/0123").mkdir(parents=True)
    (checkout / ".site.build/CACHEDIR.TAG").touch()
    (checkout / "site").rename(checkout / ".site.build/old")
    assert begin(checkout, 1, code=1).wait() != 0
    assert generation(checkout / "site") == 0
    assert not (checkout / ".site.build").exists()


def test_without_an_exchange_the_new_site_takes_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "exchange", lambda one, other: False)
    site, fresh, old = (tmp_path / name for name in ("site", "site.new", "site.old"))
    site.mkdir()
    fresh.mkdir()
    (fresh / "index.html").touch()
    atomic_swap.replace(fresh, site, old)
    assert (site / "index.html").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("version", "is_fit"),
    [("3.11.2", False), ("3.11.5", True), ("3.14.9", True), ("3.15.0", False)],
)
def test_a_python_without_the_pinned_packages_is_refused_in_plain_words(
    tmp_path: Path, version: str, is_fit: bool
) -> None:
    """Before anything is installed; this one fails at the next step, which makes an environment."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/site.txt").touch()
    python = tmp_path / "python"
    program = f"import sys; sys.version_info = (*{version.split('.')},); exec(sys.argv[1])"
    program = program.replace("'", "")
    python.write_text(
        f'#!/bin/sh\n[ "$1" = -c ] || exit 9\nexec \'{sys.executable}\' -c "{program}" "$2"\n'
    )
    python.chmod(0o755)
    done = subprocess.run(
        ["make", f"PYTHON={python}", "site"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    said = f"and this is {version}. Name another: make PYTHON="
    assert (said not in done.stderr) == is_fit, done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def installable(tmp_path: Path) -> Path:
    """A checkout in a folder with an odd name, with only the `atlas` command to install."""
    folder = tmp_path / "l’été"
    (folder / "hooks/atlas").mkdir(parents=True)
    (folder / "hooks/atlas/__init__.py").touch()
    (folder / "requirements").mkdir()
    (folder / "requirements/site.txt").touch()
    for name in ("Makefile", "pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA.md"):
        shutil.copy(ROOT / name, folder)
    venv.create(folder / ".venv", symlinks=True)
    (tmp_path / "tools").mkdir()
    for name in ("pip", "setuptools"):
        package = metadata.distribution(name)
        for top in {file.parts[0] for file in package.files or ()} - {".."}:
            (tmp_path / "tools" / top).symlink_to(str(package.locate_file(top)))
    return folder


def install(folder: Path) -> str:
    """Let make install what is pinned; give what it said."""
    done = subprocess.run(
        ["make", ".venv/site.stamp"],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C", "PYTHONPATH": str(folder.parent / "tools")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_is_found_in_any_folder_and_locale(installable: Path) -> None:
    pyproject = installable / "pyproject.toml"
    ahead = time.time() + 100_000  # as after a clock was set back
    os.utime(pyproject, (ahead, ahead))
    assert "Installing" in install(installable)
    assert "Installing" not in install(installable)
    os.utime(pyproject, (ahead + 1, ahead + 1))
    assert "Installing" in install(installable)
    assert (installable / ".venv/bin/atlas").is_file()
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "C.UTF-8"}, {}):
        found = subprocess.run(
            [installable / ".venv/bin/python", "-c", "import atlas; print(ascii(atlas.__file__))"],
            env=locale,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "hooks/atlas/__init__.py" in found.stdout, found.stderr
        assert not found.stderr
