"""The examples of the page Data that want other programs than Python: each is run as it stands,
on the files of a small atlas, and must answer."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.audit.built import BuiltSite
from tests.audit.outcome import Outcome
from tests.pages import conftest
from tests.site.data_examples import SITE, TOWNS, example, page, served, write_files

PROGRAMS = {
    "curl": "curl",
    "jq": "jq",
    "sqlite3": "sqlite3",
    "Rscript": "r-base-core",
    "soffice": "libreoffice-calc-nogui",
}
"""The programs that they want, and Debian's package of each."""

LONGEST = 120
"""Seconds for an example."""

_SAVE = 'write.table(since, "since.csv", sep = ",", na = "", row.names = FALSE, quote = FALSE)'

_TIES = "assets/data/ties.csv"

_CONVERT = (
    "soffice",
    "--headless",
    "--infilter=CSV:44,34,76,1,,1033,false,true,false,false,false,0,true",
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):44,34,76",
    "--outdir",
    "worked-out",
)
"""Opens comma-separated UTF-8 as somebody in the United States does, formulas worked out, and saves
it the same way (LibreOffice's wiki, "Filter Options for CSV")."""

Answers = set[tuple[str, ...]]
"""The rows of an answer, in no order."""


def check(_: BuiltSite) -> Outcome:
    """Run every example; a program that is not there is a fault."""
    missing = [
        f"{program} is not installed. On Debian: apt-get install {package}"
        for program, package in PROGRAMS.items()
        if shutil.which(program) is None
    ]
    return Outcome(f"{len(EXAMPLES)} examples", tuple(missing or find_faults(EXAMPLES)))


def find_faults(
    examples: Mapping[str, Callable[[str, Path], tuple[Answers, Answers]]],
) -> Iterator[str]:
    """What each example answers that it should not, or not at all."""
    with TemporaryDirectory() as folder:
        write_files(Path(folder))
        with served(Path(folder)) as address:
            for name, run_example in examples.items():
                with TemporaryDirectory() as own:
                    try:
                        said, meant = run_example(address, Path(own))
                    except subprocess.SubprocessError as error:
                        yield f"{name}: {error} {getattr(error, 'stderr', '')}".strip()
                        continue
                if said != meant:
                    yield f"{name} answers {sorted(said)}, not {sorted(meant)}"


def _towns() -> Answers:
    return {(tier, town, since) for tier, towns in TOWNS.items() for town, since in towns.items()}


def _r(address: str, folder: Path) -> tuple[Answers, Answers]:
    code = example("r").replace(SITE, address)
    _run(["Rscript", "--vanilla", "-e", f"{code}\n{_SAVE}"], folder)
    rows = csv.DictReader((folder / "since.csv").read_text("utf-8").splitlines())
    return {(row["tier"], row["town"], row["since"]) for row in rows}, _towns()


def _spreadsheet(address: str, folder: Path) -> tuple[Answers, Answers]:
    """LibreOffice works out the formula that is filled down; the pivot table is made here."""
    ties = folder / "ties.csv"
    _run(["curl", "--silent", "--fail", "--output", str(ties), f"{address}{_TIES}"], folder)
    header, *rows = csv.reader(ties.read_text("utf-8").splitlines())
    filled = [
        [*row, re.sub(r"\b([A-Z]+)2\b", rf"\g<1>{number}", example("formula"))]
        for number, row in enumerate(rows, 2)
    ]
    with ties.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*header, "belgian_town"], *filled])
    _run([*_CONVERT, f"-env:UserInstallation={folder.as_uri()}/profile", "ties.csv"], folder)
    pivot: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in csv.DictReader((folder / "worked-out/ties.csv").read_text("utf-8").splitlines()):
        if row["belgian_town"]:
            pivot[row["tier"], row["belgian_town"]].append(row["began_earliest"][:4])
    return {(*one, min(filter(None, years), default="")) for one, years in pivot.items()}, _towns()


def _sqlite(address: str, folder: Path) -> tuple[Answers, Answers]:
    said = _shell(example("sh").replace(SITE, address), folder)
    return {tuple(line.split("|")) for line in said.splitlines()}, _towns()


def _counted(address: str, folder: Path) -> tuple[Answers, Answers]:
    counter = re.search(r"`(\| cut .*)`", page("en"))
    code = example("sh").replace(SITE, address).rstrip() + (counter[1] if counter else "")
    said = {tuple(line.split()) for line in _shell(code, folder).splitlines()}
    return said, {(str(len(towns)), tier) for tier, towns in TOWNS.items()}


def _jq(address: str, folder: Path) -> tuple[Answers, Answers]:
    said = _shell(example("sh", 1).replace(SITE, address), folder)
    _, frozen = conftest._frozen()
    forms = Counter(one.form.value for one in frozen.records.cooperations.values())
    meant: Answers = {(str(count), form) for form, count in forms.items()}
    return {tuple(line.split()) for line in said.splitlines()}, meant


EXAMPLES = {
    "spreadsheet": _spreadsheet,
    "R": _r,
    "sqlite3": _sqlite,
    "sqlite3, counted": _counted,
    "jq": _jq,
}


def _shell(code: str, folder: Path) -> str:
    return _run(["bash", "-euo", "pipefail", "-c", code], folder)


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=LONGEST, check=True
    )
    return done.stdout
