"""Editions and shells become files in the site folder. Nothing else writes there."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from atlas import pages
from atlas.edition import Edition
from atlas.maps import assets, interactive, outlines
from atlas.pages.mapped import script_path
from atlas.pages.page import Desk, Maps, Page
from atlas.shell import Shell

PAGE_DEPTH = 2
"""Every stamped page lies two folders below its language's root, as its shell does."""

Progress = Callable[[str, int], None]
"""Called with what is being written, and how many files of it were written since the last call."""


@dataclass(frozen=True)
class Site:
    """Where the site goes: its folder and its public address; what its pages are made with.

    `edit_urls` gives the address at which a record is edited, by its address in the site
    ("cooperations/genk-x").
    """

    folder: Path
    url: str
    edit_urls: Mapping[str, str]
    shells: Mapping[tuple[str, str], Shell]
    outlines: Mapping[str, Any]


def publish(
    site: Site,
    editions: Sequence[Edition],
    maps: Maps,
    hand_written: Iterable[str],
    progress: Progress,
) -> int:
    """Write every page, map and list of addresses; return how many pages were written.

    `hand_written` are the addresses, relative to a language's root, of the pages that the host
    has built itself. Raises KeyError where a section has no shell.
    """
    paths: list[str] = sorted(hand_written)
    written = 0
    for edition in editions:
        desk = Desk(edition, PAGE_DEPTH, maps, site.url)
        for page in pages.every(desk):
            folder = site.folder / edition.language.prefix / page.path
            _write(folder / "index.html", _stamp(site, edition, page))
            written += 1
            if edition is editions[0]:
                paths.append(page.path)
            progress(edition.language.code, 1)
    for target, source in _redirects(editions[0]):
        for edition in editions:
            _redirect(site, edition, source, target)
    for path, content in _map_files(site, maps):
        _write(site.folder / path, content)
        progress("maps", 1)
    _sitemap(site, editions, paths)
    return written


def _stamp(site: Site, edition: Edition, page: Page) -> bytes:
    shell = site.shells[edition.language.code, page.section]
    return shell.stamp(
        title=page.title.text,
        heading=page.title.__html__(),
        description=page.description,
        address=page.id,
        edit=site.edit_urls.get(f"{page.section}/{page.id}", ""),
        body=page.body,
    ).encode()


def _map_files(site: Site, maps: Maps) -> Iterator[tuple[str, bytes]]:
    yield from assets.files(site.outlines)
    bounds = outlines.bounds(site.outlines)
    for scene in maps.scenes.values():
        yield script_path(scene), interactive.script(scene, bounds).encode()
    for path, text in maps.still.files():
        yield path, text.encode()


def _redirects(edition: Edition) -> Iterator[tuple[str, str]]:
    """The present and the former address of every record that was renamed."""
    records = edition.atlas.records
    for kind in pages.KINDS:
        for id_, record in getattr(records, kind.SECTION, {}).items():
            for former in record.previous_ids:
                yield f"{kind.SECTION}/{id_}/", f"{kind.SECTION}/{former}/"


def _redirect(site: Site, edition: Edition, source: str, target: str) -> None:
    address = escape(f"{site.url}{edition.language.prefix}{target}", {'"': "&quot;"})
    relative = escape("../../" + target, {'"': "&quot;"})
    _write(
        site.folder / edition.language.prefix / source / "index.html",
        f'<!doctype html>\n<html lang="{edition.language.code}">\n<meta charset="utf-8">\n'
        f'<title>→</title>\n<meta http-equiv="refresh" content="0; url={relative}">\n'
        f'<link rel="canonical" href="{address}">\n<a href="{relative}">{address}</a>\n'
        "</html>\n".encode(),
    )


def _sitemap(site: Site, editions: Sequence[Edition], paths: Sequence[str]) -> None:
    """One list of every address in every language, each with its translations."""
    prefixes = [(edition.language.code, edition.language.prefix) for edition in editions]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path in paths:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}"'
            f' href="{escape(site.url + prefix + path)}"/>'
            for code, prefix in [*prefixes, ("x-default", prefixes[0][1])]
        )
        lines += [
            f"<url><loc>{escape(site.url + prefix + path)}</loc>{links}</url>"
            for _, prefix in prefixes
        ]
    text = "\n".join([*lines, "</urlset>\n"]).encode()
    _write(site.folder / "sitemap.xml", text)
    _write(site.folder / "sitemap.xml.gz", gzip.compress(text, mtime=0))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
