"""Any file of the site, made when it is asked for, to the byte as a build makes it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from atlas import pages
from atlas.pages import tombstone
from atlas.pages.page import PageContext
from atlas.site import compaction, page_attachments, scene_files, shell, stylesheets
from atlas.site.api import unit_files
from atlas.site.build import Build
from atlas.site.exports import EXPORTERS
from atlas.site.frames import Frames, HandWrittenPage
from atlas.site.settings import ROOT
from atlas.site.units import FURTHER, Unit, pages_of

INDEX = "index.html"

_NOT_MADE = {"share cards", "sitemap"}
"""Exports that nobody looks at in a preview, and that would have it make every page."""

_ASSETS = "assets/"


class Renderer:
    """Makes the files of one state of the records, in frames whose files lie in a folder.

    `kept` has maps drawn for pages of this and earlier states, by path; `homes` which export has
    files in which folder, as far as that is known.
    """

    def __init__(
        self,
        build: Build,
        frames: Frames,
        folder: Path,
        kept: MutableMapping[str, bytes],
        homes: MutableMapping[str, str],
    ) -> None:
        self._build, self._folder = build, folder.resolve()
        self._site, self._stamper = build.contents(frames), build.stamper(frames)
        self._hand_written = {self._path_of(page): page for page in frames.pages}
        self._kept, self._homes = kept, homes
        self._ids: dict[str, dict[str, str]] = {}
        self._exported: dict[str, bytes] = {}
        self._done: set[str] = set(_NOT_MADE)
        self._lock = threading.Lock()

    def _path_of(self, page: HandWrittenPage) -> str:
        return f"{self._build.language(page.language).prefix}{page.address}{INDEX}"

    def make(self, path: str) -> bytes | None:
        """The content of the file at a path from the root of the site; None if there is none."""
        with self._lock:
            for find in (
                self._fill,
                self._read,
                self._find_page,
                self._find_tombstone,
                self._find_data,
            ):
                found = find(path)
                self._kept.update(scene_files.take(self._site))
                backgrounds = self._site.maps.still.take_backgrounds()
                self._kept.update((name, text.encode()) for name, text in backgrounds)
                if found is not None:
                    return found
            return self._kept.get(path) or self._export(path)

    def _fill(self, path: str) -> bytes | None:
        page = self._hand_written.get(path)
        return self._build.fill(page).encode() if page else None

    def _read(self, path: str) -> bytes | None:
        """A file of the host's; one of `overrides/` as it is now."""
        if path.endswith(INDEX):
            return None
        if path == stylesheets.SHEET:
            return compaction.shorten(path, stylesheets.read(ROOT / "overrides").encode())
        for folder in (ROOT / "overrides" if path.startswith(_ASSETS) else None, self._folder):
            file = (folder / path).resolve() if folder else None
            if folder and file and file.is_relative_to(folder) and file.is_file():
                return compaction.shorten(path, file.read_bytes())
        return None

    def _find_page(self, path: str) -> bytes | None:
        """A page made from records, or what lies beside it."""
        for context, section, name, file in self._places(path):
            for unit in self._units(context, section, name):
                if file != INDEX:
                    beside = page_attachments.files(context, unit.kind, unit.id)
                    found = dict(beside).get(f"{section}/{name}/{file}")
                    return None if found is None else found.encode()
                for page in pages_of(context, unit):
                    if (page.section, page.id) == (section, name):
                        return self._stamper.stamp(context, page, section)
        return None

    def _find_tombstone(self, path: str) -> bytes | None:
        for context, section, name, file in self._places(path):
            if file == INDEX:
                for page in tombstone.pages(context, self._build.removed):
                    if (page.section, page.id) == (section, name):
                        return self._stamper.stamp(context, page, shell.REMOVED)
        return None

    def _find_data(self, path: str) -> bytes | None:
        """What the API has of a page."""
        context = self._site.contexts[0]
        unit = unit_files.find_unit(self._site.atlas, path)
        if unit is None or unit.id.lower() not in self._ids_of(context, unit.kind):
            return None
        return dict(unit_files.of_unit(context, unit)).get(path)

    def _places(self, path: str) -> Iterator[tuple[PageContext, str, str, str]]:
        """The context, section, name and file that a path may mean; a file may lie in a folder."""
        for context in self._site.contexts:
            prefix = context.edition.language.prefix
            parts = path.removeprefix(prefix).split("/", 2)
            if path.startswith(prefix) and len(parts) == 3:
                section, name, file = parts
                yield context, section, name, file

    def _units(self, context: PageContext, section: str, name: str) -> Iterator[Unit]:
        """The units that may have the page of this name."""
        ids = self._ids_of(context, section)
        if section == "places" and (authority := self._site.atlas.authority_of.get(name)):
            yield Unit("actors", authority)
        for id_ in dict.fromkeys((name, name.rpartition("-")[0])):
            if id_ in ids:
                yield Unit(section, ids[id_])
        if name.startswith("page-"):
            yield Unit(FURTHER, section)

    def _ids_of(self, context: PageContext, section: str) -> dict[str, str]:
        if section not in self._ids:
            kinds = (kind for kind in pages.KINDS if section == kind.SECTION)
            self._ids[section] = {id_.lower(): id_ for kind in kinds for id_ in kind.ids(context)}
        return self._ids[section]

    def _export(self, path: str) -> bytes | None:
        """A file of an export, which is then made whole."""
        home = self._homes.get(path.rpartition("/")[0])
        names = (
            ["redirects"]
            if path.endswith(INDEX)
            else sorted(EXPORTERS, key=lambda name: name != home)
        )
        for name in names:
            if path in self._exported:
                break
            if name not in self._done:
                self._done.add(name)
                for one, content in EXPORTERS[name](self._site):
                    self._exported[one] = content
                    self._homes.setdefault(one.rpartition("/")[0], name)
        return self._exported.get(path)
