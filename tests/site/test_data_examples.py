"""The examples of the page Data: each is taken from the page, run as it stands there, and answers.

The addresses in them lead to a server of the files of a small atlas. Those that want other programs
than Python, the spreadsheet's too, are run by the audit (tests/audit/data_examples.py).
"""

from __future__ import annotations

import contextlib
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.site.data_examples import SITE, TOWNS, example, examples, page, served, write_files
from tests.site_languages import PREFIXES


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with the data of a small atlas."""
    folder = tmp_path_factory.mktemp("site")
    write_files(folder)
    return folder


@pytest.fixture(scope="module")
def address(files: Path) -> Iterator[str]:
    """The address at which the files are served."""
    with served(files) as address:
        yield address


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
