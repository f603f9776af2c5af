"""The examples of the page Data: each is taken from the page, run as it stands there, and answers.

The addresses in them lead to a server of the files of a small atlas, in which it is known how many
Belgian towns have partners in Africa, and since when.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
import subprocess
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import duckdb
import pytest

from atlas.graph import relate
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from tests.checks.minimal import OUTLINES
from tests.conftest import ROOT
from tests.pages import conftest, listed_atlas
from tests.site_languages import PREFIXES

SITE = "{{ site_url }}"

TOWNS = {
    "researched": {"saint-josse-ten-noode": "2011"},
    "listed": {"aalst-be": "1987", "genk-be": "1999", "mons-be": ""},
}
"""What every example answers: the towns of each tier, and since when ("": not known)."""

_PLACES = "aalst-be accra-gh genk-be gabrovo-bg mons-be saint-denis-re windhoek-na zinder-ne"
_TIES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("aalst-be", "windhoek-na", {"start": "1990-05"}),  # NA, and not a missing value
    ("aalst-be", "zinder-ne", {"start": "1987"}),
    ("accra-gh", "genk-be", {"start": "1999-05-07"}),  # the other way round
    ("mons-be", "saint-denis-re", {}),
    ("gabrovo-bg", "mons-be", {"start": "1950"}),
    ("gabrovo-bg", "windhoek-na", {"start": "1951"}),
)


def page(language: str) -> str:
    return (ROOT / f"docs/{language}/data.md").read_text("utf-8")


def examples(language: str) -> list[tuple[str, str]]:
    """The language and the code of each example, that of the spreadsheet among them."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$|^ {8}(=[^\n]*)$", page(language), re.M | re.S)
    return [("formula", formula) if formula else (kind, code) for kind, code, formula in found]


def example(kind: str, number: int = 0) -> str:
    return [code for one, code in examples("en") if one == kind][number]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with the data of frozen records and of a register."""
    register = listed_atlas.atlas(
        [listed_atlas.place(id_) for id_ in _PLACES.split()],
        [listed_atlas.tie(a, b, **fields) for a, b, fields in _TIES],
    ).records
    _, frozen = conftest._frozen()
    records = replace(
        frozen.records,
        places={**frozen.records.places, **register.places},
        sources={**frozen.records.sources, **register.sources},
        ties=register.ties,
        listed_places=register.listed_places,
        registers=register.registers,
    )
    context = conftest._context("en", relate.relate(records))
    folder = tmp_path_factory.mktemp("site")
    for path, content in EXPORTERS["dataset"](SiteContents([context], OUTLINES)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(files: Path) -> Iterator[str]:
    """The address at which the files are served."""
    handler = partial(_Quiet, directory=str(files))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def in_lines(found: dict[str, dict[str, str]], separator: str) -> str:
    return "".join(
        f"{separator.join((tier, town, since))}\n"
        for tier, towns in sorted(found.items())
        for town, since in sorted(towns.items())
    )


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shell(code: str, folder: Path, *needed: str) -> str:
    for program in needed:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    return run(["bash", "-euo", "pipefail", "-c", code], folder)


@pytest.mark.parametrize("language", PREFIXES)
def test_the_examples_are_the_same_in_every_language(language: str) -> None:
    assert examples(language) == examples("en")
    kinds = [kind for kind, _ in examples("en")]
    assert kinds == ["formula", "python", "r", "sql", "sh", "sh"]


@pytest.mark.parametrize("language", PREFIXES)
def test_every_section_has_its_anchor_in_every_language(language: str) -> None:
    anchors = re.findall(r"\{#([\w-]+)\}", page(language))
    assert anchors == re.findall(r"\{#([\w-]+)\}", page("en"))
    assert "counting" in anchors


def test_pandas_answers(address: str) -> None:
    said = io.StringIO()
    scope: dict[str, Any] = {}
    with contextlib.redirect_stdout(said):
        exec(example("python").replace(SITE, address), scope)  # noqa: S102 - the page's own example
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (tier, town), since in scope["since"].fillna("").items():
        found[tier][town] = since
    assert found == TOWNS
    assert re.search(r"^listed +3\nresearched +1$", said.getvalue(), re.M)


def test_duckdb_answers(files: Path) -> None:
    # Over the network it would fetch its extension httpfs first: the files are read where they lie.
    statements = duckdb.extract_statements(example("sql").replace(SITE, f"{files}/"))
    with duckdb.connect() as connection:
        *_, towns, counts = [connection.execute(one).fetchall() for one in statements]
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for tier, town, since in towns:
        found[tier][town] = str(since or "")
    assert found == TOWNS
    assert counts == [("listed", 3), ("researched", 1)]


def test_sqlite_answers(address: str, tmp_path: Path) -> None:
    code = example("sh").replace(SITE, address)
    assert shell(code, tmp_path, "curl", "sqlite3") == in_lines(TOWNS, "|")
    counter = re.search(r"`(\| cut .*)`", page("en"))
    assert counter
    counted = shell(code.rstrip() + counter[1], tmp_path, "curl", "sqlite3")
    assert [line.split() for line in counted.splitlines()] == [["3", "listed"], ["1", "researched"]]


def test_jq_counts_the_types(address: str, tmp_path: Path) -> None:
    counted = shell(example("sh", 1).replace(SITE, address), tmp_path, "curl", "jq")
    _, frozen = conftest._frozen()
    forms = Counter(one.form.value for one in frozen.records.cooperations.values())
    found = (line.split() for line in counted.splitlines())
    assert {form: int(count) for count, form in found} == forms


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_answers(address: str, tmp_path: Path) -> None:
    code = example("r").replace(SITE, address)
    write = 'write.table(since, "since.csv", sep = ",", na = "", row.names = FALSE, quote = FALSE)'
    run(["Rscript", "-e", f"{code}\n{write}"], tmp_path)
    rows = csv.DictReader((tmp_path / "since.csv").read_text("utf-8").splitlines())
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        found[row["tier"]][row["town"]] = row["since"]
    assert found == TOWNS


def test_the_formula_and_the_pivot_table_answer(files: Path) -> None:
    """No spreadsheet is there to run: the formula is worked out for each row with the letters of
    its columns, and its towns are grouped as the pivot table would."""
    text = (files / "assets/data/ties.csv").read_bytes().decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    at = {letters(number): number for number in range(len(rows[0]))}
    earliest = rows[0].index("began_earliest")
    pivot: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows[1:]:
        cells = {name: row[number] for name, number in at.items()}
        town = str(work_out(example("formula"), cells))
        if town:
            group = pivot[row[rows[0].index("tier")]]
            years = [year for year in (group.get(town, ""), row[earliest][:4]) if year]
            group[town] = min(years, default="")
    assert pivot == TOWNS


def letters(number: int) -> str:
    """What a spreadsheet calls a column: A, …, Z, AA."""
    first, last = divmod(number, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def work_out(formula: str, cells: dict[str, str]) -> object:
    """The value of a formula of IF, AND, comparisons and cells of row 2."""
    code = re.sub(r"\b([A-Z]+)2\b", r'cells["\1"]', formula.removeprefix("="))
    functions = {
        "IF": lambda when, then, otherwise: then if when else otherwise,
        "AND": lambda *all_of: all(all_of),
        "cells": cells,
    }
    return eval(re.sub(r'(?<=\])="', '=="', code), {"__builtins__": {}}, functions)  # noqa: S307 - the page's own formula
