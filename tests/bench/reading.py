"""What a visitor's browser fetches before a page is there: requests and compressed bytes."""

from __future__ import annotations

import gzip
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Request

from tests.bench.case import Case
from tests.bench.stages import require_site
from tests.bench.table import Table
from tests.browser import built_site
from tests.browser.chromium import NoChromiumError
from tests.browser.launch import launched

SECTIONS = ("cooperations", "actors", "places", "countries", "explore")
"""Whose pages are opened: the one in the middle by its bytes, and the largest."""

_FURTHER = re.compile(r"page-\d+")
_MOVED = b'http-equiv="refresh"'


@dataclass(frozen=True, slots=True)
class Load:
    """So many requests and, each compressed by itself, so many bytes; those of the `page` alone."""

    requests: int
    size: int
    page: int


def measure(case: Case) -> Iterator[Table | str]:
    """Open pages of the site on a phone, each in a fresh browser's window."""
    require_site(case)
    table = Table("First load on a phone", ("page", "requests", "kB compressed", "of it the page"))
    try:
        with (
            tempfile.TemporaryDirectory() as home,
            launched(Path(home)) as browser,
            built_site.serve(case.site) as url,
        ):
            for name, address in chosen(case.site):
                found = load(browser, url, address, case.site)
                sizes = (f"{found.size / 1e3:.1f}", f"{found.page / 1e3:.1f}")
                table.rows.append((f"{name}: {address}", f"{found.requests}", *sizes))
    except NoChromiumError as error:
        yield str(error)
        return
    yield table


def chosen(site: Path) -> Iterator[tuple[str, str]]:
    """Of each section the median page and the largest, with what to call it, and explore itself."""
    yield "explore", "cooperations/"
    for section in SECTIONS:
        pages = [file for file in (site / section).glob("*/index.html") if not _is_left_out(file)]
        pages.sort(key=lambda file: (file.stat().st_size, file))
        for name, at in (("median", len(pages) // 2), ("largest", -1)):
            if pages:
                yield f"{section}, {name}", f"{pages[at].parent.relative_to(site)}/"


def load(browser: Browser, url: str, address: str, site: Path) -> Load:
    """What comes until nothing more is asked for."""
    asked: dict[str, None] = {}

    def hear(request: Request) -> None:
        asked[request.url.partition("?")[0]] = None

    with browser.new_context(viewport={"width": 412, "height": 823}) as context:
        page = context.new_page()
        page.on("request", hear)
        page.goto(f"{url}{address}", wait_until="networkidle")
    files = [_file(site, one.removeprefix(url)) for one in asked if one.startswith(url)]
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in files if file.exists()]
    return Load(len(sizes), sum(sizes), sizes[0])


def _file(site: Path, path: str) -> Path:
    """The file that is sent for a path."""
    return site / path / "index.html" if (site / path).is_dir() else site / path


def _is_left_out(file: Path) -> bool:
    """Whether a page only leads on, or continues the list of another."""
    return bool(_FURTHER.fullmatch(file.parent.name)) or _MOVED in file.read_bytes()
