"""One build of the site, from the records to the search index; its host asks it for each part.

The host renders pages and shells by a theme. It tells the build what it settled (`SiteConfig`),
asks it what stands around a page (`frame`), gives it every hand-written page to fill (`fill_page`)
and every shell (`add_shell`), and then lets it write the rest (`write`) and index the whole
(`index`).
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from atlas.checks import load
from atlas.checks.load import LoadedData
from atlas.files import atomic_write, git_history
from atlas.files.atomic_write import WriteError
from atlas.files.document import Document
from atlas.files.git_history import History
from atlas.files.outlines import OutlinesError
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.graph.watched import digest
from atlas.i18n import languages, report
from atlas.i18n.languages import Language
from atlas.maps.static import StaticMaps
from atlas.pages import search_record, section_indexes
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.pages.search_record import SearchRecord
from atlas.site import engine, linked_data, progress, search_index, stylesheets
from atlas.site.addresses import AddressError, Addresses
from atlas.site.cards import content
from atlas.site.cards.renderer import CardRenderer
from atlas.site.config import SiteConfig
from atlas.site.contents import PAGE_DEPTH, SiteContents
from atlas.site.frame import Frame
from atlas.site.publish import list_searched, publish
from atlas.site.shell import Shell
from atlas.site.stamper import Stamper
from atlas.site.unit_store import UnitStore
from atlas.site.unit_workers import WorkerError

_GAP = re.compile(r"<p>\{\{ ([\w-]+) \}\}</p>")
"""A paragraph of a hand-written page that the engine fills: `{{ cooperations }}`."""


class BuildError(Exception):
    """The site cannot be built; the text says why."""


class Build:
    """What is known while a site is built; each build begins anew."""

    def __init__(self, data: Path, config: SiteConfig) -> None:
        """Read and check the records in `data`, telling every problem on standard error.

        Raises BuildError if one of them is an error, or a language has no catalogue.
        """
        loaded, history = _load(data)
        atlas, documents = relate.relate(loaded.records), loaded.documents
        self._outlines, self._removed = loaded.outlines, loaded.ledgers.removed
        try:
            self.languages = languages.load(config.locales, config.root)
        except languages.UnknownLanguageError as error:
            raise BuildError(f"mkdocs.yml lists a language that is not ready: {error}") from error
        self._config = config
        self.frame = Frame(config, self.languages)
        self._editions = {one.code: Edition(atlas, one, self.languages) for one in self.languages}
        self._maps = Maps(StaticMaps(self._outlines))
        self._shells: dict[tuple[str, str], Shell] = {}
        self._contexts: dict[tuple[str, int], PageContext] = {}
        self._addresses = Addresses(self.languages, atlas, self._removed)
        self._hand_written: set[str] = set()
        self._search_records: dict[tuple[str, str], SearchRecord] = {}
        self._info = SiteInfo(
            url=config.url,
            names=config.names,
            repository=config.repository,
            author=config.author,
            authors=config.authors,
            changes=history.changes,
            committers=history.authors,
            editors=config.editors,
            today=_today(),
            card_sections=frozenset(content.SECTIONS if config.cards else ()),
        )
        self._edit_urls = {_key(one): f"{config.source}{one.file}" for one in documents}

    def language(self, code: str) -> Language:
        """The language of a code that is built."""
        return self._editions[code].language

    def fill_page(
        self, html: str, code: str, address: str, title: str, description: str, *, listed: bool
    ) -> str:
        """A hand-written page with what it leaves to the engine; the page is noted.

        `address` is the page's under the root of its language. One that is `listed` is searched.
        Raises BuildError where the page asks for what there is not, or has an address that is
        another's.
        """
        try:
            self._addresses.take(f"{self.language(code).prefix}{address}index.html")
        except AddressError as error:
            raise BuildError(str(error)) from error
        self._hand_written.add(address)
        if listed:
            self._search_records[code, address] = search_record.of_hand_written(
                title, description, _GAP.sub("", html)
            )

        def fill(gap: re.Match[str]) -> str:
            if gap[1] not in section_indexes.FILLINGS:
                raise BuildError(f"there is nothing called {{{{ {gap[1]} }}}} to fill in.")
            return section_indexes.FILLINGS[gap[1]](self._context(code, address.count("/")))

        html = _GAP.sub(fill, html)  # one pass: what a record says is never filled in itself
        if not address:
            html += str(linked_data.script(self._catalogue(code)))  # str: html is HTML already
        return html

    def add_shell(self, code: str, section: str, html: str) -> None:
        """Keep the shell of a section in a language. Raises shell.SlotError if it lacks a slot."""
        self._shells[code, section] = Shell(html)

    def write(self, folder: Path, cache: Path | None, *, searched: bool) -> dict[str, list[str]]:
        """Write all that comes from records; return every page's address by its language.

        If the site is `searched`, what its index is made of lies in the folder until `index`.
        `cache` is the folder that keeps between builds what need not be made again; None keeps
        nothing.
        Raises BuildError where two things would have one address.
        """
        site = SiteContents(
            contexts=[self._context(one.code, PAGE_DEPTH) for one in self.languages],
            outlines=self._outlines,
            cards=CardRenderer(self._config.cards, self._outlines, self._config.descriptions)
            if self._config.cards
            else None,
        )
        stylesheets.join(folder)
        stamper = Stamper(self._shells, self._edit_urls)
        with self._open_store(cache) as store:
            made = stamper, self._removed, self._hand_written
            try:
                with progress.show() as advance:
                    paths = publish(folder, site, self._addresses, *made, advance, store)
            except (AddressError, WorkerError) as error:
                raise BuildError(str(error)) from error
            if searched:
                for code, address, record in list_searched(store):
                    search_index.add(folder, code, address, record)
                for (code, address), record in self._search_records.items():
                    search_index.add(folder, code, self.language(code).prefix + address, record)
        return {one.code: [one.prefix + path for path in paths] for one in self.languages}

    @contextmanager
    def _open_store(self, cache: Path | None) -> Iterator[UnitStore]:
        """What is kept of units: between builds in `cache`, else while the block runs."""
        shells = [[*key, shell.html] for key, shell in sorted(self._shells.items())]
        month = f"{self._info.today:%Y-%m}"  # ages are told in months (evidence_age)
        key = digest(
            [engine.digest(), shells, replace(self._config, cards=None), month, self._outlines]
        )
        if cache:
            yield UnitStore(cache / "units", key)
            return
        with tempfile.TemporaryDirectory() as folder:
            yield UnitStore(Path(folder), key)

    def index(self, folder: Path) -> int:
        """Make the search index of the finished site; return how many pages are in it.

        Raises BuildError where one is missing.
        """
        try:
            return search_index.index(folder)
        except search_index.SearchError as error:
            raise BuildError(str(error)) from error

    def _context(self, code: str, depth: int) -> PageContext:
        """The context for pages so deep below the root of their language."""
        if (code, depth) not in self._contexts:
            self._contexts[code, depth] = PageContext(
                self._editions[code], depth, self._maps, self._info
            )
        return self._contexts[code, depth]

    def _catalogue(self, code: str) -> linked_data.Node:
        """The atlas as a catalogue, for the home page."""
        config = self._config
        return linked_data.catalogue(
            self._editions[code],
            config.url,
            config.names[code],
            config.descriptions[code],
            config.author,
        )


def _load(data: Path) -> tuple[LoadedData, History]:
    """What `data` holds and its history, after saying what is wrong with either.

    Raises BuildError if the records are in no order.
    """
    language = report.environment_language(os.environ)
    try:
        interrupted = atomic_write.settle_interrupted(data)
        loaded = load.read(data)
    except (OutlinesError, WriteError) as error:
        raise BuildError(str(error.args[0])) from error
    for message in interrupted.describe() if interrupted else ():
        print(report.render(message, language), file=sys.stderr)
    history = git_history.read(data, loaded.documents)
    problems = [*history.problems, *loaded.problems]
    for line in report.lines(problems, os.environ, language) if problems else ():
        print(line, file=sys.stderr)
    if not history.in_repository:
        print(report.render(git_history.NO_REPOSITORY, language), file=sys.stderr)
    if not loaded.are_sound:
        raise BuildError("The records are not in order; nothing was built.")
    return loaded, history


def _today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH's (reproducible-builds.org), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.date()


def _key(document: Document) -> str:
    """A record's address in the site: "cooperations/genk-x"."""
    return f"{document.folder}/{document.id}"
