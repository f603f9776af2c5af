"""The pages that a proposal makes, changes and takes away, in a folder to look at."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

SHARED_FOLDERS = ("assets", "pagefind")
"""The folders of a site that its pages are drawn with."""


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Addresses relative to the site, such as `fr/places/tangier/index.html`, sorted."""

    added: list[str]
    changed: list[str]
    gone: list[str]


def compare(before: Path, after: Path) -> PageChanges:
    """The pages of two site folders that are in one of them only, or differ by a byte."""
    old, new = _find_pages(before), _find_pages(after)
    both = sorted(old & new)
    return PageChanges(
        added=sorted(new - old),
        changed=[one for one in both if not filecmp.cmp(before / one, after / one, False)],
        gone=sorted(old - new),
    )


def write(folder: Path, before: Path, after: Path, pages: PageChanges) -> None:
    """Make `folder`: the whole proposed site, of the present one what changes, and `index.html`.

    `folder` must not exist. Nothing in it needs a server, except what a page itself fetches.
    """
    shutil.copytree(after, folder / "after")
    for name in (*SHARED_FOLDERS, *pages.changed, *pages.gone):
        source, target = before / name, folder / "before" / name
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    lists = [
        (heading, list(_entries(folder, paths)))
        for heading, paths in (
            ("New", pages.added),
            ("Changed", pages.changed),
            ("Gone", pages.gone),
        )
    ]
    environment = Environment(
        loader=PackageLoader("atlas.editing.review", "."),
        autoescape=True,
        undefined=StrictUndefined,
    )
    html = environment.get_template("preview.html").render(lists=lists)
    (folder / "index.html").write_text(html, "utf-8")


@dataclass(frozen=True, slots=True)
class _PageEntry:
    path: str
    title: str
    before: bool
    after: bool


def _entries(folder: Path, paths: list[str]) -> Iterator[_PageEntry]:
    for path in paths:
        before, after = folder / "before" / path, folder / "after" / path
        shown = after if after.is_file() else before
        yield _PageEntry(path, _title(shown), before.is_file(), after.is_file())


def _title(page: Path) -> str:
    parser = _TitleParser()
    parser.feed(page.read_text("utf-8"))
    return " ".join(parser.text.split())


class _TitleParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "title" and not self.text

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def _find_pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
