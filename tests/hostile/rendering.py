"""Renders records to files, and looks for anything in them that is more than text."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from atlas import checks
from atlas.files import reader
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import KINDS, book
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site import shell
from atlas.site.addresses import Addresses
from atlas.site.contents import PAGE_DEPTH, SiteContents
from atlas.site.publish import publish
from atlas.site.stamper import Stamper
from atlas.site.unit_store import UnitStore
from tests.checks.minimal import OUTLINES
from tests.hostile.exported import NAMES_OF_MAPS, names_of_map
from tests.hostile.formulas import formulas
from tests.site_languages import DIRECTIONS

ADDRESS = "https://atlas.example/"

SHELL = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="description" content="{description}"></head><body data-record="{address}">'
    '<a href="{edit}">Edit</a><h1>{heading}</h1><div>{body}</div></body></html>'
).format(**{slot: shell.token(slot) for slot in shell.SLOTS})
"""A page of nothing but what a record brings."""

NO_ICON = "data:,"
"""The icon of a page that has moved: none, so that no browser asks the host for one."""

_CODE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/]+=*")
"""The address of a page as a QR code."""

Shape = tuple[str, tuple[str, ...]]
"""A tag and the names of its attributes."""

_OF_MANY: frozenset[Shape] = frozenset(
    {
        ("text", ("x", "y")),
        ("text", ("direction", "x", "y")),
        ("p", ("class", "data-base", "data-list", "data-of", "data-title")),
        ("a", ("data-cooperation", "href")),
        ("span", ("class", "style")),
    }
)
"""What comes with many records alone, which no site of harmless texts has: names on the picture of
a map at the side where no more need be said of them, names over the map of a printed atlas, a table
that leads to the whole list, and what stands on a map and not in that table. A map of many fetches
its names besides."""


def render(data: Path, site: Path) -> None:
    """Write the site of the records in `data`, in a language of each direction, in a bare shell,
    and beside it what is printed of Belgium.

    Raises AssertionError if the records are refused.
    """
    documents, problems = reader.read(data)
    records, found = checks.check(documents, OUTLINES)
    refused = [str(one) for one in [*problems, *found] if one.severity == "error"]
    assert refused == []
    atlas = relate.relate(records)
    spoken = languages.load(DIRECTIONS, DIRECTIONS[0])
    frame = shell.Shell(SHELL)
    info = SiteInfo(ADDRESS, {one.code: "Atlas" for one in spoken}, f"{ADDRESS}code", {})
    shells = {(one.code, kind.SECTION): frame for one in spoken for kind in KINDS}
    maps = Maps(StaticMaps(OUTLINES))
    contexts = [PageContext(Edition(atlas, one, spoken), PAGE_DEPTH, maps, info) for one in spoken]
    contents, stamper = SiteContents(contexts, OUTLINES), Stamper(shells, {})
    addresses = Addresses(spoken, atlas, removed=[])
    with TemporaryDirectory() as folder:
        store = UnitStore(Path(folder), "")
        publish(site, contents, addresses, stamper, [], lambda _: None, store)
    for context in contexts:
        page = site / "print" / context.edition.language.code / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(book.make(context, "BE").html, "utf-8")


@dataclass(frozen=True)
class Usual:
    """What occurs in pages and pictures of harmless texts: elements, and all as it is written."""

    shapes: frozenset[Shape]
    written: str


def usual(site: Path) -> Usual:
    """What occurs in `site`, a site of harmless texts."""
    files = _marked_up(site)
    shapes = {shape for file in files for shape in _read(file).shapes}
    fetching = {
        (tag, tuple(sorted((*names, "data-names"))))
        for tag, names in shapes
        if "data-scene" in names
    }
    return Usual(_OF_MANY | shapes | fetching, "\n".join(map(_markup, files)))


def faults(site: Path, texts: list[str], usual: Usual) -> Iterator[str]:
    """Everything in `site` that one of `texts` may have brought in and that is not `usual`."""
    raw = [text for text in texts if re.search(r"<[A-Za-z!?]", text) and text not in usual.written]
    for file in _marked_up(site):
        name, read = file.relative_to(site).as_posix(), _read(file)
        yield from (
            f"{name}: <{tag} {' '.join(names)}>" for tag, names in read.shapes - usual.shapes
        )
        yield from (f"{name}: leads to {url}" for url in read.addresses if not _is_harmless(url))
        yield from (f"{name}: does not end {tag}" for tag in read.open)
        yield from (f"{name}: ends {tag} once too often" for tag in read.stray)
        written = _markup(file)
        yield from (f"{name}: holds {text} as it is" for text in raw if text in written)
        yield from (f"{name}: runs {script}" for script in read.scripts if not _is_json(script))
    for file in site.rglob("*.atom"):
        ET.parse(file)  # noqa: S314 - our own output, which the test is about
    for file in (*site.rglob("*.json"), *site.rglob("*.geojson")):
        json.loads(file.read_text("utf-8"))
    for file in site.rglob("*.csv"):
        found = formulas(file.read_bytes().decode())
        yield from (f"{file.name}: the formula at {cell}" for cell in found)


def shown(site: Path, page: str) -> str:
    """The text of a page, as a reader sees it, with single spaces."""
    return " ".join("".join(_read(site / page / "index.html").text).split())


def _marked_up(site: Path) -> list[Path]:
    return sorted((*site.rglob("*.html"), *site.rglob("*.svg"), *site.glob(NAMES_OF_MAPS)))


def _markup(file: Path) -> str:
    return names_of_map(file) if file.suffix == ".json" else file.read_text("utf-8")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _is_harmless(url: str) -> bool:
    if url == NO_ICON or _CODE.fullmatch(url):
        return True
    return urlsplit(url).scheme in {"", "http", "https"} and not re.search(r"[\x00-\x20\"'<>]", url)


class _Reading(HTMLParser):
    """The elements, addresses, scripts and texts of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: set[Shape] = set()
        self.addresses: set[str] = set()
        self.scripts: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.stray: list[str] = []
        self._begun: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.addresses |= {
            value or "" for name, value in attrs if name in {"href", "src", "action", "xlink:href"}
        }
        self._begun[tag] += 1
        if tag in {"script", "style", "title"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._begun[tag] -= 1
        if self._begun[tag] < 0:
            self.stray.append(tag)
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        (self.scripts if self.open == ["script"] else self.text).append(data)


def _read(file: Path) -> _Reading:
    reading = _Reading()
    reading.feed(_markup(file))
    reading.close()
    return reading
