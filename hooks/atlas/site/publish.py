"""Editions and shells become files in the site folder. Nothing else writes there."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas import pages
from atlas.graph.edition import Edition, Ref
from atlas.maps import assets, interactive, outlines
from atlas.model.registers import Removal
from atlas.pages import redirect
from atlas.pages import tombstone as removed_pages
from atlas.pages.map_embed import script_path
from atlas.pages.page import Maps, Page, PageContext, SiteInfo
from atlas.site import linked_data, shell
from atlas.site.cards.renderer import CardRenderer
from atlas.site.exports import explore, page_attachments, sitemap, tables
from atlas.site.shell import Shell

PAGE_DEPTH = 2
"""Every stamped page lies two folders below its language's root, as its shell does."""

REMOVED = shell.token("section")
"""The section of the shell for records that were taken out, whichever section they stood in."""

Progress = Callable[[str, int], None]
"""Called with what is being written, and how many files of it were written since the last call."""


@dataclass(frozen=True)
class Site:
    """Where the site goes, and what its pages are made with.

    `edit_urls` gives the address at which a record is edited, by its address in the site
    ("cooperations/genk-x"). Without `cards` the pages have no share cards. `removed` are the
    records that were taken out.
    """

    folder: Path
    info: SiteInfo
    edit_urls: Mapping[str, str]
    shells: Mapping[tuple[str, str], Shell]
    outlines: Mapping[str, Any]
    cards: CardRenderer | None
    removed: Sequence[Removal] = ()


def publish(
    site: Site,
    editions: Sequence[Edition],
    maps: Maps,
    hand_written: Iterable[str],
    progress: Progress,
) -> dict[str, list[str]]:
    """Write every page, map and list of addresses; return the addresses of all pages, from the
    site's root, by the code of their language.

    `hand_written` are the addresses, relative to a language's root, of the pages that the host
    has built itself. Raises KeyError where a section has no shell.
    """
    paths: list[str] = sorted(hand_written)
    former = _former(editions[0])
    for edition in editions:
        context = PageContext(edition, PAGE_DEPTH, maps, site.info)
        for page in pages.every(context):
            folder = site.folder / edition.language.prefix / page.path
            _write(folder / "index.html", _stamp(site, edition, page))
            if edition is editions[0]:
                paths.append(page.path)
            for path in former.get(page.path, ()):
                leading = redirect.page(context, Ref(page.id, page.title, page.path))
                _write(
                    site.folder / edition.language.prefix / path / "index.html", leading.encode()
                )
            progress(edition.language.code, 1)
        for page in removed_pages.pages(context, site.removed):
            folder = site.folder / edition.language.prefix / page.path
            _write(folder / "index.html", _stamp_removed(site, edition, page))
        for path, text in (
            *page_attachments.citations(context),
            *page_attachments.all_feeds(context),
        ):
            _write(site.folder / edition.language.prefix / path, text.encode())
            progress("feeds and citations", 1)
    for path, content in _map_files(site, maps):
        _write(site.folder / path, content)
        progress("maps", 1)
    for path, content in tables.files(editions[0].atlas):
        _write(site.folder / path, content)
        progress("tables", 1)
    for path, content in _cards(site, editions, maps):
        _write(site.folder / path, content)
        progress("share cards", 1)
    for path, text in explore.files(editions):
        _write(site.folder / path, text.encode())
    _sitemap(site, editions, paths)
    return {one.language.code: [one.language.prefix + path for path in paths] for one in editions}


def _stamp(site: Site, edition: Edition, page: Page) -> bytes:
    shell = site.shells[edition.language.code, page.section]
    return shell.stamp(
        title=page.title.text,
        heading=page.title.__html__(),
        description=page.description,
        address=page.id,
        edit=site.edit_urls.get(f"{page.section}/{page.id}", ""),
        body=page.body + linked_data.of(edition, site.info.url, page.section, page.id),
    ).encode()


def _cards(site: Site, editions: Sequence[Edition], maps: Maps) -> Iterator[tuple[str, bytes]]:
    if site.cards:
        contexts = [PageContext(edition, PAGE_DEPTH, maps, site.info) for edition in editions]
        yield from site.cards.files(contexts)


def _stamp_removed(site: Site, edition: Edition, page: Page) -> bytes:
    return (
        site.shells[edition.language.code, REMOVED]
        .stamp(
            title=page.title.text,
            heading=page.title.__html__(),
            description=page.description,
            section=page.section,
            address=page.id,
            edit="",
            body=page.body,
        )
        .encode()
    )


def _map_files(site: Site, maps: Maps) -> Iterator[tuple[str, bytes]]:
    yield from assets.files(site.outlines)
    bounds = outlines.bounds(site.outlines)
    for scene in maps.scenes.values():
        yield script_path(scene), interactive.script(scene, bounds).encode()
    for path, text in maps.still.files():
        yield path, text.encode()


def _former(edition: Edition) -> dict[str, list[str]]:
    """The former addresses of every record that was renamed, by its present one."""
    records = edition.atlas.records
    return {
        f"{kind.SECTION}/{id_}/": [f"{kind.SECTION}/{former}/" for former in record.previous_ids]
        for kind in pages.KINDS
        for id_, record in getattr(records, kind.SECTION, {}).items()
        if record.previous_ids
    }


def _sitemap(site: Site, editions: Sequence[Edition], paths: Sequence[str]) -> None:
    languages = [(edition.language.code, edition.language.prefix) for edition in editions]
    for name, text in sitemap.files(site.info.url, languages, paths):
        _write(site.folder / name, text.encode())
        _write(site.folder / f"{name}.gz", gzip.compress(text.encode(), mtime=0))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
