"""The examples of the page Data as they stand there, and a small atlas for which it is known what
they answer: how many Belgian towns have partners in Africa, and since when."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from atlas.graph import relate
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from tests.checks.minimal import OUTLINES
from tests.conftest import ROOT
from tests.pages import conftest, listed_atlas

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


def write_files(folder: Path) -> None:
    """Write the data set of frozen records and of a register under `folder`, as a site has it."""
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
    for path, content in EXPORTERS["dataset"](SiteContents([context], OUTLINES)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the files, and give the address at which they are."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
