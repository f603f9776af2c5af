"""Lists to bring in, and what becomes of them in a data folder of their own."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.main import main
from tests.conftest import ROOT

BESIDE = ROOT.parent / "shared" / "data" / "twinning"
"""Where lists of others lie on some machines; none of them belongs to the repository."""

HEADING = (
    *("city1", "country1", "lat1", "lng1", "city2", "country2", "lat2", "lng2"),
    *("year", "form"),
)
Row = Sequence[object]


def of_others(name: str) -> Path:
    """A list that lies beside the repository; skips the test where there is none."""
    if not (BESIDE / name).is_file():
        pytest.skip(f"{name} lies not beside the repository")
    return BESIDE / name


def write(file: Path, rows: Iterable[Row], heading: Sequence[str] = HEADING) -> Path:
    """A table in a file, as its ending says; rows are as wide as the heading, or filled up."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, delimiter="\t" if file.suffix == ".tsv" else ",")
        writer.writerow(heading)
        writer.writerows([*row, *[""] * (len(heading) - len(row))] for row in rows)
    return file


def swap(rows: Iterable[Row]) -> list[Row]:
    """The same rows with their sides the other way round."""
    return [(*row[4:8], *row[0:4], *row[8:]) for row in rows]


class Atlas:
    """A data folder with records of a few places, into which lists are brought."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        for name in ("cooperations", "actors", "places", "sources", "themes"):
            (self.data / name).mkdir(parents=True)

    def add_place(self, id_: str, text: str) -> None:
        """Write the record of a place."""
        (self.data / "places" / f"{id_}.yml").write_text(text, "utf-8")

    def run(self, *files: Path, into: str = "list", options: Sequence[str] = ()) -> Result:
        """Bring tables into a register, and give what is printed."""
        arguments = ["import", "table", *map(str, files), "--into", into, "--data", str(self.data)]
        if "--as-of" not in options:
            arguments += ["--as-of", "2017-05"]
        result = CliRunner().invoke(main, [*arguments, *options], env={"LC_ALL": "C"})
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    def bring_in(self, *files: Path, into: str = "list", options: Sequence[str] = ()) -> str:
        """The same for what goes well."""
        options = [*options, "--licence", "CC0-1.0"]
        result = self.run(*files, into=into, options=options)
        assert result.exit_code == 0, result.output
        return result.output

    def tables(self, into: str = "list") -> dict[str, str]:
        """What the tables of places and ties hold, by their names."""
        folder = self.data / "registers" / into
        return {
            path.relative_to(folder).as_posix(): path.read_text("utf-8")
            for kind in ("places", "ties")
            for path in sorted((folder / kind).glob("*"))
        }

    def rows(self, kind: str, into: str = "list") -> dict[str, dict[str, str]]:
        """The rows of places or ties, or those of another table of the register, by their ids."""
        folder = self.data / "registers" / into
        paths = sorted((folder / kind).glob("*.csv"))
        return {row["id"]: row for path in paths for row in self._read(path)}

    def listed(self, name: str, into: str = "list") -> list[dict[str, str]]:
        """The rows of `refused` or `questions`."""
        return self._read(self.data / "registers" / into / f"{name}.csv")

    def answer(self, answers: dict[str, str], into: str = "list") -> None:
        """Fill in answers to questions, by what is asked about."""
        path = self.data / "registers" / into / "questions.csv"
        rows = self._read(path)
        assert answers.keys() <= {row["what"] for row in rows}
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(
                {**row, "answer": answers.get(row["what"], row["answer"])} for row in rows
            )

    def check(self) -> str:
        """What `atlas check` says."""
        arguments = ["check", "--data", str(self.data)]
        return CliRunner().invoke(main, arguments, env={"LC_ALL": "C"}).output

    @staticmethod
    def _read(path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8", newline="") as opened:
            return list(csv.DictReader(opened))
