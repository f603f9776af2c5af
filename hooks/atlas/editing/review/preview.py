"""The pages that a proposal makes, changes and takes away, in a folder to look at."""

from __future__ import annotations

import filecmp
import re
import shutil
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

SHARED_FOLDERS = ("assets", "pagefind")
"""The folders of a site that its pages are drawn with."""

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)


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
    named = {"New": pages.added, "Changed": pages.changed, "Gone": pages.gone}
    lists = {
        heading: [_describe(folder, path) for path in paths] for heading, paths in named.items()
    }
    environment = Environment(
        loader=PackageLoader("atlas.editing.review", "."),
        autoescape=True,
        undefined=StrictUndefined,
    )
    html = environment.get_template("preview.html").render(lists=lists)
    (folder / "index.html").write_text(html, "utf-8")


def _describe(folder: Path, page: str) -> dict[str, str | bool]:
    """What the list says of a page: its address and title, and whether it was and will be there."""
    before, after = folder / "before" / page, folder / "after" / page
    html = (after if after.is_file() else before).read_text("utf-8")
    title = _TITLE.search(html)
    return {
        "path": page,
        "title": " ".join(unescape(title[1]).split()) if title else "",
        "before": before.is_file(),
        "after": after.is_file(),
    }


def _find_pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
