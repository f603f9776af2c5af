"""Pages and exports become files in the site folder. Nothing else writes there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from atlas.model.ledgers import Removal
from atlas.pages import tombstone
from atlas.pages.page import Page, PageContext
from atlas.site import shell, unit_supply, units
from atlas.site.addresses import Addresses
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from atlas.site.progress import Advance
from atlas.site.stamper import Stamper
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_store import UnitStore


def publish(
    folder: Path,
    site: SiteContents,
    addresses: Addresses,
    stamper: Stamper,
    removed: Sequence[Removal],
    hand_written: Iterable[str],
    advance: Advance,
    store: UnitStore,
    workers: int = 1,
) -> list[str]:
    """Write every page and every export into the folder; return the addresses of all pages, under
    the root of their language.

    `removed` are the records that were taken out, `hand_written` the addresses of the pages that
    the host has built itself. What `store` has kept of units that would be the same is not made
    anew, the rest by so many `workers` at most. Raises AddressError before it would write where
    something else is.
    """
    paths = dict.fromkeys(sorted(hand_written))  # a set that keeps its order
    written = _Folder(folder, addresses, store)
    builder = UnitBuilder(site, stamper)
    every = units.every_unit(site.contexts[0])
    for unit in unit_supply.complete(every, builder, store, workers):
        for path, digest in unit.files.items():
            written.link(path, digest)
        for path, digest in unit.shared.items():
            written.link(path, digest, is_shared=True)
        paths.update(dict.fromkeys(unit.addresses))
        advance(f"units of {unit.unit.kind}")
    store.save(builder.readings)
    for context in site.contexts:
        for page in tombstone.pages(context, removed):
            written.write(_file(context, page), stamper.stamp(context, page, shell.REMOVED))
    contents = replace(site, addresses=list(paths))
    for name, files in EXPORTERS.items():
        for path, content in files(contents):
            written.write(path, content)
            advance(f"files of {name}")
    for path, text in site.maps.still.take_backgrounds():
        written.write(path, text.encode(), is_shared=True)
    return list(paths)


class _Folder:
    """The site's folder, in which each address is taken once."""

    def __init__(self, folder: Path, addresses: Addresses, store: UnitStore) -> None:
        self._folder, self._addresses, self._store = folder, addresses, store
        self._shared: set[str] = set()

    def write(self, path: str, content: bytes, *, is_shared: bool = False) -> None:
        """Write a file; one that is shared only once."""
        if file := self._take(path, is_shared=is_shared):
            file.write_bytes(content)

    def link(self, path: str, digest: str, *, is_shared: bool = False) -> None:
        """Put a file there that the store has."""
        if file := self._take(path, is_shared=is_shared):
            self._store.link(digest, file)

    def _take(self, path: str, *, is_shared: bool) -> Path | None:
        if is_shared and path in self._shared:
            return None
        self._addresses.take(path)
        if is_shared:
            self._shared.add(path)
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


def _file(context: PageContext, page: Page) -> str:
    return f"{context.edition.language.prefix}{page.path}index.html"
