"""The parts of a build that make and keep units, in frames of slots alone and in two languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import KINDS
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site import hand_written, shell, unit_supply
from atlas.site.addresses import Addresses
from atlas.site.contents import PAGE_DEPTH, SiteContents
from atlas.site.frames import NAMES, HandWrittenPage, gap
from atlas.site.publish import publish
from atlas.site.stamper import Stamper
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_store import UnitStore
from tests.site_languages import DIRECTIONS

Made = tuple[dict[str, bytes], list[object]]
"""The files of a site, and what is searched in it."""

PAGES = [
    HandWrittenPage(
        file=f"docs/{code}/{name}.md",
        language=code,
        address=f"{name}/",
        title=name,
        description="",
        listed=True,
        prose=f"This is {name}.",
        html=f"<p>This is {name}.</p>{gap(name)}",
    )
    for code in DIRECTIONS
    for name in sorted(NAMES)
]
"""Hand-written pages, one with each gap."""


def make(
    data: Path,
    site: Path,
    store: Path,
    key: str = "",
    workers: int = 1,
    pages: Sequence[HandWrittenPage] = PAGES,
) -> Made:
    """Make the site of `data` with such hand-written pages."""
    contents, addresses, stamper = _read(data, pages)
    kept = UnitStore(store, key)
    publish(site, contents, addresses, stamper, [], lambda _: None, kept, workers)
    files = {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }
    return files, [
        found
        for context in contents.contexts
        for found in kept.list_searched(context.edition.language.code)
    ]


def keep_share(data: Path, store: Path, number: int, shares: int) -> None:
    """Keep a share of the units of `data`."""
    contents, _, stamper = _read(data, PAGES)
    builder, kept = UnitBuilder(contents, stamper), UnitStore(store, "")
    wanted = unit_supply.every_unit(contents)[number - 1 :: shares]
    assert [*unit_supply.complete(wanted, builder, kept, 1)]
    kept.save_share(number, builder.readings)


def _read(data: Path, pages: Sequence[HandWrittenPage]) -> tuple[SiteContents, Addresses, Stamper]:
    loaded = load.read(data)
    assert loaded.are_sound, loaded.problems
    atlas = relate.relate(loaded.records)
    spoken = languages.load(DIRECTIONS, DIRECTIONS[0])
    frame = shell.Shell(" ".join(map(shell.token, shell.SLOTS)))
    shells = {(one.code, kind.SECTION): frame for one in spoken for kind in KINDS}
    names = {one.code: "Atlas" for one in spoken}
    info = SiteInfo("https://atlas.example/", names, "", {}, descriptions=names)
    maps = Maps(StaticMaps(loaded.outlines))
    contexts = [PageContext(Edition(atlas, one, spoken), PAGE_DEPTH, maps, info) for one in spoken]
    urls = {
        f"{one.folder}/{one.id}": one.file for one in loaded.documents if one.folder is not None
    }
    addresses = Addresses(spoken, atlas, removed=[])
    contents = SiteContents(
        contexts,
        loaded.outlines,
        hand_written=hand_written.by_address(pages),
        removed={"/".join(one.key): one for one in loaded.ledgers.removed},
    )
    return contents, addresses, Stamper(shells, urls)
