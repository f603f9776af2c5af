"""One build of the site, from the records to the search index.

Its host renders frames by a theme. Of these, or of stored ones, it writes the site (`write`) and
indexes the whole (`index`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from atlas.checks import load
from atlas.checks.load import LoadedData
from atlas.files import atomic_write, git_history, parsed_texts
from atlas.files.atomic_write import WriteError
from atlas.files.document import Document
from atlas.files.git_history import REVISED, History
from atlas.files.outlines import OutlinesError
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.graph.watched import digest
from atlas.i18n import languages, report
from atlas.i18n.languages import Language
from atlas.maps.static import StaticMaps
from atlas.model.redaction import redact
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.pages.search_record import SearchRecord
from atlas.site import engine, hand_written, progress, search_index
from atlas.site.addresses import AddressError, Addresses
from atlas.site.cards import content
from atlas.site.cards.renderer import CardRenderer
from atlas.site.config import SiteConfig
from atlas.site.contents import PAGE_DEPTH, SiteContents
from atlas.site.frames import Frames, HandWrittenPage
from atlas.site.publish import publish
from atlas.site.shell import Shell
from atlas.site.stamper import Stamper
from atlas.site.unit_store import UnitStore
from atlas.site.unit_workers import WorkerError
from atlas.site.versions import UNRELEASED, Versions


class BuildError(Exception):
    """The site cannot be built; the text says why."""


class Build:
    """What is known while a site is built; each build begins anew."""

    def __init__(
        self,
        loaded: LoadedData,
        history: History,
        config: SiteConfig,
        atlas: Atlas | None = None,
        still: StaticMaps | None = None,
        asked: Versions = UNRELEASED,
    ) -> None:
        """Take what is published, as a version that was `asked` for; `atlas` are the records of
        `loaded` related, and `still` draws on their outlines, where somebody has these already.

        Raises BuildError if a language has no catalogue.
        """
        atlas, documents = atlas or relate.relate(loaded.records), loaded.documents
        self._outlines, self.removed = loaded.outlines, loaded.ledgers.removed
        try:
            self.languages = languages.load(config.locales, config.root)
        except languages.UnknownLanguageError as error:
            raise BuildError(f"mkdocs.yml lists a language that is not ready: {error}") from error
        self._config = config
        self._editions = {one.code: Edition(atlas, one, self.languages) for one in self.languages}
        self._maps = Maps(still or StaticMaps(self._outlines))
        self._addresses = Addresses(self.languages, atlas, self.removed)
        self._info = SiteInfo(
            url=config.url,
            names=config.names,
            repository=config.repository,
            author=config.author,
            authors=config.authors,
            changes=history.changes,
            committers=history.authors,
            editors=config.editors,
            descriptions=config.descriptions,
            iati_organisation=config.iati_organisation,
            iati_type=config.iati_type,
            operator=config.operator,
            contact=config.contact,
            today=_today(),
            revisions=history.revisions,
            version=asked.version,
            version_day=asked.day,
            delta=asked.compare(loaded.records, self.removed),
            card_sections=frozenset(content.SECTIONS if config.cards else ()),
        )
        self._contexts = {
            code: PageContext(edition, PAGE_DEPTH, self._maps, self._info)
            for code, edition in self._editions.items()
        }
        self._edit_urls = {_key(one): f"{config.source}{one.file}" for one in documents}

    @classmethod
    def read(cls, data: Path, config: SiteConfig, asked: Versions = UNRELEASED) -> Build:
        """Read and check the records in `data`, telling every problem on standard error; of the
        version that was `asked` for.

        Raises BuildError if one of them is an error, or a language has no catalogue.
        """
        loaded, history = _load(data)
        if not asked.with_names:
            loaded = replace(loaded, records=redact(loaded.records))
        return cls(loaded, history, config, asked=asked)

    def language(self, code: str) -> Language:
        """The language of a code that is built."""
        return self._editions[code].language

    def write(
        self, folder: Path, frames: Frames, cache: Path, workers: int = 1
    ) -> dict[str, list[str]]:
        """Write all pages and all that comes from records into a folder that holds the host's own
        files; return every page's address by its language.

        `cache` is the folder that keeps between builds what need not be made again. No more than so
        many `workers` make pages at once.
        Raises BuildError where two things would have one address.
        """
        for page in frames.pages:
            self._require_reserved(page)
        made = self.contents(frames), self._addresses, self.stamper(frames), self.removed
        self._store = store = self.open_store(cache, frames)
        try:
            with progress.show() as advance:
                paths = publish(folder, *made, advance, store, workers)
        except (AddressError, WorkerError) as error:
            raise BuildError(str(error)) from error
        return {one.code: [one.prefix + path for path in paths] for one in self.languages}

    def contents(self, frames: Frames) -> SiteContents:
        """What is published in these frames."""
        config, outlines = self._config, self._outlines
        return SiteContents(
            contexts=[self._contexts[one.code] for one in self.languages],
            outlines=outlines,
            cards=CardRenderer(config.cards, outlines, config.descriptions)
            if config.cards
            else None,
            hand_written=hand_written.by_address(frames.pages),
            removed={"/".join(one.key): one for one in self.removed},
        )

    def stamper(self, frames: Frames) -> Stamper:
        """What puts pages into these frames."""
        shells = {key: Shell(html) for key, html in frames.shells.items()}
        return Stamper(shells, self._edit_urls)

    def open_store(self, cache: Path, frames: Frames) -> UnitStore:
        """What is kept of units: between builds in `cache`."""
        shells = [[*key, html] for key, html in sorted(frames.shells.items())]
        month = f"{self._info.today:%Y-%m}"  # ages are told in months (evidence_age)
        delta = self._info.delta
        versions = self._info.version, self._info.version_day, delta and (delta.version, delta.day)
        key = digest(
            [
                *(engine.digest(), shells, replace(self._config, cards=None), month),
                *(self._outlines, versions),
            ]
        )
        return UnitStore(cache / "units", key)

    def _require_reserved(self, page: HandWrittenPage) -> None:
        try:
            self._addresses.require_reserved(
                f"{self.language(page.language).prefix}{page.address}index.html"
            )
        except AddressError as error:
            raise BuildError(f"{page.file}: {error}") from error

    def fill(self, page: HandWrittenPage) -> str:
        """The HTML of a hand-written page, with what it leaves to the engine."""
        return hand_written.fill(page, self._contexts[page.language])

    def index(self, folder: Path) -> int:
        """Make the search index of the site that was written; return how many pages are in it.

        Raises BuildError where one is missing.
        """
        try:
            return search_index.index(
                folder, {one.code: self.list_searched(one) for one in self.languages}
            )
        except search_index.SearchError as error:
            raise BuildError(str(error)) from error

    def list_searched(self, language: Language) -> Iterator[tuple[str, SearchRecord]]:
        """Address and record of each page in a language that is searched."""
        return self._store.list_searched(language.code)


def _load(data: Path) -> tuple[LoadedData, History]:
    """What `data` holds and its history, after saying what is wrong with either.

    Raises BuildError if the records are in no order.
    """
    language = report.environment_language(os.environ)
    try:
        interrupted = atomic_write.settle_interrupted(data)
        loaded = load.read(data, texts=parsed_texts.of_project(data))
    except (OutlinesError, WriteError) as error:
        raise BuildError(str(error.args[0])) from error
    for message in interrupted.describe() if interrupted else ():
        print(report.render(message, language), file=sys.stderr)
    history = git_history.read(data, loaded.documents, revised=REVISED)
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
