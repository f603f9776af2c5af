"""Makes all files of a unit, in every language at once: a map is drawn once for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from atlas.graph.delta import Delta
from atlas.graph.watched import Memory, Question, Readings
from atlas.maps.static import StaticMaps
from atlas.pages import search_record
from atlas.pages.page import Maps, PageContext
from atlas.pages.search_record import SearchRecord
from atlas.site import hand_written, page_attachments, scene_files
from atlas.site.api import unit_files
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS
from atlas.site.stamper import Stamper
from atlas.site.units import EXPORT, Unit, pages_of


@dataclass
class BuiltUnit:
    """The files of a unit by their path from the root of the site.

    `shared` are files that other units may have too, the same to the byte. `addresses` are those
    of its pages under the root of their language; `searched` has by language and address what the
    search index is to hold. `asked` is all that was asked of the atlas.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    shared: dict[str, bytes] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    searched: list[tuple[str, str, SearchRecord]] = field(default_factory=list)
    asked: set[Question] = field(default_factory=set)


class UnitBuilder:
    """Makes units of what is in a site."""

    def __init__(self, site: SiteContents, stamper: Stamper) -> None:
        self.readings = Readings()
        self._site = watch(site, self.readings)
        self._stamper = replace(
            stamper, edit_urls=self.readings.watch(stamper.edit_urls, "edit_urls")
        )

    def build(self, unit: Unit) -> BuiltUnit:
        """All files of a unit."""
        built = BuiltUnit()
        with self.readings.apart() as asked:
            if unit.kind == EXPORT:
                # A copy has worked out nothing yet, so that this unit asks for all that it shows.
                built.files.update(EXPORTERS[unit.id](replace(self._site)))
            elif unit.kind == hand_written.KIND:
                self._add_hand_written(built, unit.id)
            else:
                self._add_pages(built, unit)
            built.files.update(scene_files.take(self._site))
        built.asked = asked
        backgrounds = self._site.maps.still.take_backgrounds()
        built.shared.update((path, text.encode()) for path, text in backgrounds)
        return built

    def _add_hand_written(self, built: BuiltUnit, address: str) -> None:
        built.addresses = [address]
        for context in self._site.contexts:
            language = context.edition.language
            page = self._site.hand_written.get(f"{language.code}/{address}")
            if page is None:
                continue
            path = f"{language.prefix}{address}"
            built.files[f"{path}index.html"] = hand_written.fill(page, context).encode()
            if page.listed:
                record = hand_written.search_record_of(page)
                built.searched.append((language.code, path, record))

    def _add_pages(self, built: BuiltUnit, unit: Unit) -> None:
        for context in self._site.contexts:
            self._add_pages_in(context, built, unit)
            attached = page_attachments.files(context, unit.kind, unit.id)
            prefix = context.edition.language.prefix
            built.files.update((f"{prefix}{path}", text.encode()) for path, text in attached)
        built.files.update(unit_files.of_unit(self._site.contexts[0], unit))

    def _add_pages_in(self, context: PageContext, built: BuiltUnit, unit: Unit) -> None:
        language, addresses = context.edition.language, []
        for page in pages_of(context, unit):
            html = self._stamper.stamp(context, page, page.section)
            built.files[f"{language.prefix}{page.path}index.html"] = html
            addresses.append(page.path)
            if not page.is_further:
                record = search_record.of_page(context, page)
                built.searched.append((language.code, language.prefix + page.path, record))
        built.addresses = addresses


def watch(site: SiteContents, readings: Readings) -> SiteContents:
    """What answers as `site` does, and has `readings` note what of its records is asked for. Its
    maps are its own."""
    maps, atlas = Maps(StaticMaps(site.outlines)), readings.watch(site.atlas, "atlas")
    shared = Memory(readings)
    info = replace(
        site.info,
        changes=readings.watch(site.info.changes, "changes"),
        committers=readings.watch(site.info.committers, "committers"),
        revisions=readings.watch(site.info.revisions, "revisions"),
        delta=_watch_delta(site.info.delta, readings),
    )
    return replace(
        site,
        hand_written=readings.watch(site.hand_written, "hand-written pages"),
        removed=readings.watch(site.removed, "removed"),
        contexts=[
            PageContext(
                context.edition.watched(atlas, readings),
                context.depth,
                maps,
                info,
                shared,
            )
            for context in site.contexts
        ],
    )


def _watch_delta(delta: Delta | None, readings: Readings) -> Delta | None:
    """What changed, each record by itself: the version before is told by the key of the store."""
    if delta is None:
        return None
    return replace(delta, changes=readings.watch(delta.changes, "delta"))
