"""Commands and builds killed at random moments while an editor saves: nothing lost, nothing mixed.

`python -m tests.hostile.kills KILLS RECORDS [SEED]`, as `make kills` runs it. Commands take turns:
`fmt` of records that want it, `rename` of a town's authority, `new`, and a build of the whole site.
Each is killed (SIGKILL) after a part of the time that it takes, while somebody appends lines to
records, those among them that the command is about to change. Then the next command is run, which
settles what was begun.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from atlas.checks import load
from atlas.files import formatter, journal
from tests.bench import generated
from tests.conftest import ROOT

UNSETTLED = 200
"""Records that `fmt` has to write each time."""

SAVED = 0.01
"""Seconds between what the editor saves."""

LONGEST = 12.0
"""Seconds after which a build is killed at the latest."""

_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "LC_ALL": "C.UTF-8"}
_ATLAS = (sys.executable, "-m", "atlas")
_ANSWERS = ("en", "A source", "", "", "", "", "", "", "y")


class LostError(AssertionError):
    """Something was lost, mixed, or left behind."""


@dataclass
class Records:
    """Generated records in a repository; `texts` are what each file says without the editor."""

    folder: Path
    chance: random.Random
    texts: dict[Path, str] = field(default_factory=dict)
    appended: Counter[Path] = field(default_factory=Counter)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def write(self, count: int) -> None:
        """As many records as that, all in the one form, and committed."""
        generated.write(self.data, count)
        for file in sorted(self.data.rglob("*.yml")):
            text = formatter.reformat(file.read_text("utf-8"), file.parent.name)
            file.write_text(text, "utf-8")
            self.texts[file] = text
        shutil.copy(ROOT / ".gitignore", self.folder)
        for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "all"]):
            who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
            subprocess.run(["git", *who, *command], cwd=self.folder, check=True)

    def unsettle(self) -> list[Path]:
        """Files that are no longer in the one form."""
        files = self.chance.sample(sorted(self.texts), min(UNSETTLED, len(self.texts)))
        for file in files:
            with file.open("a", encoding="utf-8") as opened:
                opened.write("\n\n")
        return files

    @contextmanager
    def edited(self, files: list[Path]) -> Iterator[None]:
        """Somebody appends lines to these files, and to others, all the while."""
        others = self.chance.sample(sorted(self.texts), 20)
        ends = threading.Event()

        def save() -> None:
            for file in [*files, *others] * 1000:
                if ends.wait(SAVED):
                    return
                try:
                    with file.open("r+", encoding="utf-8") as opened:
                        opened.seek(0, os.SEEK_END)
                        opened.write(f"# saved {self.appended[file]}\n")
                except FileNotFoundError:
                    continue  # renamed, or on its way
                self.appended[file] += 1

        editor = threading.Thread(target=save)
        editor.start()
        try:
            yield
        finally:
            ends.set()
            editor.join()

    def look(self) -> None:
        """Raise LostError unless every file says what it said, and what was appended to it."""
        found = {file: file.read_text("utf-8") for file in self.data.rglob("*.yml")}
        if found.keys() != self.texts.keys():
            raise LostError(f"files: {sorted(map(str, found.keys() ^ self.texts.keys()))}")
        for file, text in found.items():
            lines = [line for line in text.splitlines() if not line.startswith("# saved ")]
            if "\n".join(lines).strip() != self.texts[file].strip():
                raise LostError(f"{file}: another text than before")
            missing = [
                number for number in range(self.appended[file]) if f"# saved {number}\n" not in text
            ]
            if missing:
                raise LostError(f"{file}: {missing} were saved and are gone")
        if not load.read(self.data).are_sound:
            raise LostError("the records are not sound")

    def restore(self) -> None:
        """What was committed, as far as it is still there; the next kill begins anew."""
        for file, text in self.texts.items():
            file.write_text(text, "utf-8")
        self.appended.clear()


def _run(records: Records, *arguments: str, lasts: float | None = None) -> str:
    """What a command says; it is killed after `lasts` seconds, if it has not ended before."""
    command = [*_ATLAS, *arguments, "--data", str(records.data)]
    done = subprocess.Popen(
        command,
        cwd=records.folder,
        env=_ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    killer = threading.Timer(lasts or 3600, os.killpg, (done.pid, signal.SIGKILL))
    killer.start()
    try:
        said, _ = done.communicate("".join(f"{answer}\n" for answer in _ANSWERS))
    finally:
        killer.cancel()
    if "Traceback" in said:
        raise LostError(said)
    return said


def _settle(records: Records) -> None:
    """Have the next command settle what was begun, and see that git is shown nothing of it."""
    told = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"],
        cwd=records.folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if journal.FOLDER in told:
        raise LostError(f"git would add: {told}")
    _run(records, "check")
    if journal.Journal.find(records.data):
        raise LostError("what was begun is not settled")


def kill_fmt(records: Records, lasts: float) -> None:
    """`fmt` of records that want it."""
    files = records.unsettle()
    with records.edited(files):
        _run(records, "fmt", lasts=lasts)
    _settle(records)
    records.look()


def kill_rename(records: Records, lasts: float) -> None:
    """`rename` of a town's authority, wherever it is named."""
    actor = records.chance.choice(sorted((records.data / "actors").glob("*.yml"))).stem
    fresh, new = "renamed-meanwhile", records.data / "actors" / "renamed-meanwhile.yml"
    old = records.data / "actors" / f"{actor}.yml"
    with records.edited([]):
        _run(records, "rename", f"actors/{actor}", fresh, lasts=lasts)
    _settle(records)
    if new.exists() == old.exists():
        raise LostError(f"{old} and {new} are there both, or neither is")
    if new.exists():
        if not load.read(records.data).are_sound:
            raise LostError("the records name the old id and the new one")
        _run(records, "rename", f"actors/{fresh}", actor)
        text = old.read_text("utf-8")
        for file in records.texts:  # the ids that it had stay noted
            if file == old:
                records.texts[file] = text
                records.appended[file] = 0
    records.look()


def kill_new(records: Records, lasts: float) -> None:
    """`new` of a source."""
    with records.edited([]):
        _run(records, "new", "source", lasts=lasts)
    _settle(records)
    for file in set((records.data / "sources").glob("*.yml")) - records.texts.keys():
        if not file.read_text("utf-8").endswith("\n"):
            raise LostError(f"{file} is half written")
        file.unlink()
    records.look()


def kill_build(records: Records, site: Path) -> None:
    """A build of the site over one that stands."""
    before = _digest(site)
    environment = {**_ENVIRONMENT, "ATLAS_DATA": str(records.data), "ATLAS_CARDS": "off"}
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    done = subprocess.Popen(
        [sys.executable, "-m", "atlas.site.atomic_swap", str(site), *build],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with records.edited([]):
        time.sleep(records.chance.uniform(0.2, LONGEST))
    os.killpg(done.pid, signal.SIGKILL)
    done.wait()
    if _digest(site) != before:
        raise LostError("the site is another than before")
    records.look()


def _digest(site: Path) -> str:
    found = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        found.update(file.relative_to(site).as_posix().encode() + file.read_bytes())
    return found.hexdigest()


def run(kills: int, count: int, seed: int, *, build: bool) -> Counter[str]:
    """Kill so many times; how often each was. Raises LostError."""
    chance = random.Random(seed)  # noqa: S311 - the same for the same seed
    done: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        records = Records(Path(folder), chance)
        records.write(count)
        site = Path(folder) / "site"
        (site / "assets" / "stylesheets").mkdir(parents=True)
        (site / "assets" / "stylesheets" / "atlas.css").write_text("old", "utf-8")
        began = time.monotonic()
        records.unsettle()
        _run(records, "fmt")
        whole = time.monotonic() - began
        ways = (kill_fmt, kill_rename, kill_new)
        for number in range(kills):
            records.restore()
            if build and number % 5 == 4:
                kill_build(records, site)
                done["build"] += 1
                continue
            way = ways[number % 5 % 3]
            way(records, chance.uniform(0.3, whole * 1.2))
            done[way.__name__.removeprefix("kill_")] += 1
    return done


if __name__ == "__main__":
    kills, count, *seed = map(int, sys.argv[1:])
    found = run(kills, count, seed[0] if seed else int(time.time()), build=True)
    print(f"Nothing lost, nothing mixed, of {sum(found.values())} kills: {dict(found)}")
