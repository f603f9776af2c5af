"""The hostile files of this folder: what each does to a folder of sound records.

A file `<class>/<name>.yml` takes the place of a record of the minimal folder: of the one that the
first line of `<name>.expected` names, or else of `data/places/hill.yml`. What fields it leaves out
are those of that record. A file `<name>.sh` is run in the data folder instead. `<name>.expected`
goes on with all that is said of it, line by line, and with LEGAL or UNHEARD where nothing stops it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from atlas.files import strict_yaml
from tests.checks.minimal import FOLDER

HERE = Path(__file__).parent
LEGAL = "legal: shown as text, to the letter"
UNHEARD = "nothing is said"
USUAL = "data/places/hill.yml"
_MOST_LINES = 8
_TARGET = re.compile(r"data/[a-z]+/[a-z0-9/-]+\.yml")


@dataclass(frozen=True)
class Threat:
    """One hostile file, and what is expected of it."""

    file: Path

    @property
    def name(self) -> str:
        """`markup/script.yml`."""
        return self.file.relative_to(HERE).as_posix()

    @property
    def golden(self) -> Path:
        """The file that says what is expected."""
        return self.file.with_suffix(".expected")

    @property
    def target(self) -> str:
        """The file it takes the place of: `data/places/hill.yml`."""
        first = self.golden.read_text("utf-8").partition("\n")[0] if self.golden.exists() else ""
        return first if _TARGET.fullmatch(first) else USUAL

    @property
    def is_legal(self) -> bool:
        """Whether it is expected to be built."""
        return LEGAL in self.golden.read_text("utf-8").splitlines()

    def lay(self, data: Path) -> None:
        """Make the folder of sound records at `data`, and do to it what the file does."""
        shutil.copytree(FOLDER, data)
        if self.file.suffix == ".sh":
            subprocess.run(["bash", "-eu", str(self.file)], cwd=data, check=True)
        else:
            record = data.parent / self.target
            record.write_bytes(self.file.read_bytes() + _rest(self.file, record))

    def texts(self) -> list[str]:
        """Every text that the file itself holds."""
        return list(_texts(strict_yaml.parse(self.file.read_text("utf-8")).value))

    def told(self, lines: list[str]) -> str:
        """What stands in its golden file if `lines` are said of it."""
        header = f"{self.target}\n" if self.target != USUAL else ""
        shown = [line.removeprefix(f"{self.target}:") for line in lines]
        end = UNHEARD if self.file.suffix == ".sh" else LEGAL
        stopped = any(not re.match(r"\S+  warning: ", line) for line in lines)
        if len(shown) > _MOST_LINES:
            shown[_MOST_LINES:] = [f"and {len(shown) - _MOST_LINES} more"]
        return header + "".join(f"{line}\n" for line in [*shown, *([] if stopped else [end])])


THREATS = [Threat(file) for file in sorted(HERE.glob("*/*")) if file.suffix in {".yml", ".sh"}]


def _rest(fragment: Path, record: Path) -> bytes:
    """The fields of `record` that `fragment` leaves out, where it is legible at all."""
    try:
        written = strict_yaml.parse(fragment.read_text("utf-8")).value
    except UnicodeDecodeError:
        return b""
    if written is None or "id" in written:
        return b""
    fields = re.split(r"^(?=\w)", record.read_text("utf-8"), flags=re.MULTILINE)
    return "".join(each for each in fields if each.partition(":")[0] not in written).encode()


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in _texts(one)]
