"""Pages and exports become files in the site folder. Nothing else writes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from atlas.model.ledgers import Removal
from atlas.pages import tombstone
from atlas.pages.page import Page, PageContext
from atlas.site import shell, unit_supply
from atlas.site.addresses import Addresses
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS, OF_PAGES
from atlas.site.progress import Advance
from atlas.site.stamper import Stamper
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_store import UnitStore
from atlas.site.units import EXPORT


def publish(
    folder: Path,
    site: SiteContents,
    addresses: Addresses,
    stamper: Stamper,
    removed: Sequence[Removal],
    advance: Advance,
    store: UnitStore,
    workers: int = 1,
) -> list[str]:
    """Write every page and every export into the folder; return the addresses of all pages, under
    the root of their language.

    `removed` are the records that were taken out. What `store` has kept of units that would be the
    same is not made anew, the rest by so many `workers` at most. Raises AddressError before it
    would write where something else is.
    """
    paths: dict[str, None] = {}  # a set that keeps its order
    written = _Folder(folder, addresses, store)
    builder = UnitBuilder(site, stamper)
    for unit in unit_supply.complete(unit_supply.every_unit(site), builder, store, workers):
        for path, digest in unit.files.items():
            written.link(path, digest)
        for path, digest in unit.shared.items():
            written.link(path, digest, is_shared=True)
        paths.update(dict.fromkeys(unit.addresses))
        kind, id_ = unit.unit
        advance(f"files of {id_}" if kind == EXPORT else f"units of {kind}")
    store.save(builder.readings)
    for context in site.contexts:
        for page in tombstone.pages(context, removed):
            written.write(_file(context, page), stamper.stamp(context, page, shell.REMOVED))
    contents = replace(site, addresses=list(paths))
    for name in sorted(OF_PAGES):
        for path, content in EXPORTERS[name](contents):
            written.write(path, content)
            advance(f"files of {name}")
    return list(paths)


class _Folder:
    """The site's folder, in which each address is taken once."""

    def __init__(self, folder: Path, addresses: Addresses, store: UnitStore) -> None:
        self._folder, self._addresses, self._store = folder, addresses, store
        self._shared: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Write a file."""
        if file := self._take(path):
            file.write_bytes(content)

    def link(self, path: str, digest: str, *, is_shared: bool = False) -> None:
        """Put a file there that the store has; one that is shared only once."""
        if file := self._take(path, is_shared=is_shared):
            self._store.link(digest, file)

    def _take(self, path: str, *, is_shared: bool = False) -> Path | None:
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
