"""Pages and exports become files in the site folder. Nothing else writes there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from atlas import pages
from atlas.model.ledgers import Removal
from atlas.pages import search_record, tombstone
from atlas.pages.heading import heading
from atlas.pages.page import Page, PageContext
from atlas.site import linked_data, search_index, shell
from atlas.site.addresses import Addresses
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from atlas.site.progress import Advance
from atlas.site.shell import Shell


@dataclass(frozen=True)
class Stamper:
    """Puts pages into their shells, which are kept by the code of their language and by section.

    `edit_urls` gives the address at which a record is edited, by its address in the site
    ("cooperations/genk-x").
    """

    shells: Mapping[tuple[str, str], Shell]
    edit_urls: Mapping[str, str]

    def stamp(self, context: PageContext, page: Page, section: str) -> bytes:
        """The page in the shell of a section. Raises KeyError where the section has none."""
        edition, key = context.edition, f"{page.section}/{page.id}"
        html = self.shells[edition.language.code, section].stamp(
            title=page.title.text,
            heading=heading(page.title),
            description=page.description,
            section=page.section,
            address=page.id,
            edit=self.edit_urls.get(key, ""),
            body=page.body
            + linked_data.page_script(edition, context.site.url, page.section, page.id),
        )
        return html.encode()


def publish(
    folder: Path,
    site: SiteContents,
    addresses: Addresses,
    stamper: Stamper,
    removed: Sequence[Removal],
    hand_written: Iterable[str],
    advance: Advance,
    *,
    searched: bool = False,
) -> list[str]:
    """Write every page and every export into the folder; return the addresses of all pages, under
    the root of their language.

    `removed` are the records that were taken out, `hand_written` the addresses of the pages that
    the host has built itself. If the site is `searched`, the record of each page is kept for its
    index. Raises AddressError before it would write where something else is.
    """
    paths = dict.fromkeys(sorted(hand_written))  # a set that keeps its order

    def write(path: str, content: bytes) -> None:
        addresses.take(path)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    for context in site.contexts:
        language = context.edition.language
        for page in pages.every_page(context):
            write(_file(context, page), stamper.stamp(context, page, page.section))
            paths[page.path] = None
            if searched and not page.is_further:
                record = search_record.of_page(context, page)
                search_index.add(folder, language.code, language.prefix + page.path, record)
            advance(f"pages in {language.code}")
        for page in tombstone.pages(context, removed):
            write(_file(context, page), stamper.stamp(context, page, shell.REMOVED))
    contents = replace(site, addresses=list(paths))
    for name, files in EXPORTERS.items():
        for path, content in files(contents):
            write(path, content)
            advance(f"files of {name}")
    return list(paths)


def _file(context: PageContext, page: Page) -> str:
    return f"{context.edition.language.prefix}{page.path}index.html"
