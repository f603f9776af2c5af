"""MkDocs events, one call each: the only file that imports MkDocs.

MkDocs renders the hand-written pages and, per language and section, one shell; the engine in
`atlas` reads the records first, fills the fronts while they render, and stamps every other page
into its shell at the end of the last pass (mkdocs-static-i18n builds once per language).
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT / "hooks") not in sys.path:
    sys.path.insert(0, str(ROOT / "hooks"))

from atlas import (
    checks,
    history,
    languages,
    policy,
    progress,
    publish,
    reader,
    relate,
    report,
    search,
    shell,
)
from atlas.edition import Edition
from atlas.exports import linked_data
from atlas.maps.static import StaticMaps
from atlas.pages import KINDS, fronts, search_form
from atlas.pages.page import Desk, Maps, Project

log = get_plugin_logger("atlas")

DATA = Path(os.environ.get("ATLAS_DATA") or ROOT / "data").absolute()
"""The folder of the records."""

FILLING = re.compile(r"<p>\{\{ ([\w-]+) \}\}</p>")
"""A paragraph of a hand-written page that the engine fills: `{{ cooperations }}`."""

FEEDS = frozenset({"countries", "themes"})
"""The sections whose pages each have a feed, beside the home page."""

EDITABLE = frozenset({"cooperations", "actors", "places", "themes"})
"""The sections whose pages each stand for one file that can be edited."""

_state: _Build
_searchable = True


class _Build:
    """What one build knows, from the records to the shells; begun anew by every outermost pass."""

    def __init__(self, config: MkDocsConfig) -> None:
        documents, problems = reader.read(DATA)
        outlines = reader.outlines(DATA)
        records, found = checks.check(documents, outlines)
        problems = sorted([*problems, *found])
        for line in report.lines(problems, os.environ) if problems else ():
            print(line, file=sys.stderr)
        if any(problem.severity == "error" for problem in problems):
            raise Abort("The records are not in order; nothing was built.")
        listed = _i18n(config).config.languages
        try:
            self.languages = languages.of(
                (one.locale for one in listed if one.build),
                next(one.locale for one in listed if one.default),
            )
        except languages.UnknownLanguageError as error:
            raise Abort(f"mkdocs.yml lists a language that is not ready: {error}") from error
        atlas = relate.relate(records)
        self.outlines = outlines
        self.editions = {one.code: Edition(atlas, one, self.languages) for one in self.languages}
        self.maps = Maps(StaticMaps(outlines))
        self.shells: dict[tuple[str, str], shell.Shell] = {}
        self.hand_written: set[str] = set()
        self.unlisted: set[str] = set()
        self._desks: dict[tuple[str, int], Desk] = {}
        changes = history.of(DATA)
        self.project = Project(
            url=config.site_url or "",
            names={one.locale: one.site_name or config.site_name for one in listed},
            repository=config.extra["repository"],
            changes={
                f"{one.folder}/{one.id}": changes[one.file]
                for one in documents
                if one.file in changes
            },
        )
        source = (config.edit_uri or "").removesuffix("docs/")
        self.edit_urls = {f"{one.folder}/{one.id}": f"{source}{one.file}" for one in documents}

    def desk(self, page: Page, config: MkDocsConfig) -> Desk:
        """The desk for a hand-written page, at its depth below its language's root."""
        language = _language(page.file)
        depth = page.file.src_uri.count("/") - (page.file.name == "index")
        if (language, depth) not in self._desks:
            self._desks[language, depth] = Desk(
                self.editions[language], depth, self.maps, self.project
            )
        return self._desks[language, depth]


def on_startup(command: str, dirty: bool) -> None:
    """Keep MkDocs from saying of every shell that it wrote no page for it; a live preview has no
    search, whose index would cost a second or more at every saving, unless it is asked for."""
    global _searchable
    _searchable = os.environ.get("ATLAS_SEARCH", "off" if command == "serve" else "on") != "off"
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: shell.token("address") not in record.getMessage()
    )


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Build again when a record changes, wherever the records lie."""
    server.watch(str(DATA))
    return server


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read and check the records before anything is touched; choose the languages to build."""
    global _state
    if not _i18n(config).building:
        _choose_languages(_i18n(config).config.languages)
        gc.set_threshold(reader.ALLOCATIONS)
        _state = _Build(config)


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add a shell per language and section, before the i18n plugin sorts files by language."""
    for language in _state.languages:
        for kind in KINDS:
            path = f"{language.code}/{kind.SECTION}/{shell.token('address')}.md"
            files.append(
                File(
                    path,
                    config.docs_dir,
                    config.site_dir,
                    config.use_directory_urls,
                    inclusion=InclusionLevel.NOT_IN_NAV,
                )
            )


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A shell's source: slots in the title, the description, the heading and the body."""
    if not _is_shell(page.file):
        return None
    return (
        f"---\ntitle: {shell.token('title')}\ndescription: {shell.token('description')}\n"
        "hide: [navigation, toc]\n---\n"
        f"<h1>{shell.token('heading')}</h1>\n\n<div>{shell.token('body')}</div>\n"
    )


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a hand-written page the repository's address, and no column for the navigation."""
    page.meta.setdefault("hide", ["navigation"])
    return markdown.replace("{{ repository }}", config.extra["repository"])


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill what a hand-written page leaves to the engine; note the page's address."""
    if _is_shell(page.file):
        return html
    language = _language(page.file)
    address = page.url.removeprefix(_state.editions[language].language.prefix)
    _state.hand_written.add(address)
    if page.meta.get("unlisted"):
        _state.unlisted.add(address)

    def filled(found: re.Match[str]) -> str:
        if found[1] not in fronts.FILLINGS:
            raise Abort(
                f"{page.file.src_uri}: there is nothing called {{{{ {found[1]} }}}} to fill in."
            )
        return fronts.FILLINGS[found[1]](_state.desk(page, config))

    html = FILLING.sub(filled, html)  # in one pass: what a record says is never filled in itself
    if page.file.src_uri == f"{language}/index.md":
        html += str(linked_data.script(_catalogue(language, config)))  # str: html is HTML already
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Name the page's translations, and the words of its search; give a shell its edit slot and
    its place in the navigation."""
    context["translations"] = _translations(page, config)
    context["search"] = search_form.words(_state.editions[_language(page.file)].language)
    section = page.file.src_uri.split("/")[1]
    context["feed"] = section == "index.md"
    if _is_shell(page.file):
        context["feed"] = section in FEEDS
        page.edit_url = shell.token("edit") if section in EDITABLE else None
        for item in nav.pages:
            item.active = item.file.src_uri.endswith(f"/{section}/index.md")
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The page for what is missing searches in the language of the site's root."""
    context["search"] = search_form.words(_state.languages[0])
    return context


@event_priority(-50)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its policy; keep a shell's HTML instead of writing it."""
    output = policy.with_policy(output, page.content or "")
    if not _is_shell(page.file):
        return output
    section = page.file.src_uri.split("/")[1]
    _state.shells[_language(page.file), section] = shell.Shell(output)
    return ""


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write the root's own page once, in the default language's pass, with its policy."""
    if _i18n(config).building or template_name == "sitemap.xml":
        return ""
    return policy.with_policy(output_content)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """When every language's shells are there, write all that comes from records."""
    if _i18n(config).building:
        return
    site = publish.Site(
        folder=Path(config.site_dir),
        project=_state.project,
        edit_urls=_state.edit_urls,
        shells=_state.shells,
        outlines=_state.outlines,
    )
    with progress.shown() as advance:
        addresses = publish.publish(
            site, list(_state.editions.values()), _state.maps, _state.hand_written, advance
        )
    log.info("Wrote %d pages", sum(map(len, addresses.values())))
    if _searchable:
        _index(site, addresses)


def _index(site: publish.Site, addresses: dict[str, list[str]]) -> None:
    """Make the search index; every page must be in it but those that say `unlisted: true`."""
    expected = {
        code: {
            address
            for address in of_language
            if address.removeprefix(_state.editions[code].language.prefix) not in _state.unlisted
        }
        for code, of_language in addresses.items()
    }
    try:
        count = search.index(site.folder, expected)
    except search.SearchError as error:
        raise Abort(str(error)) from error
    log.info("Indexed %d pages for the search", count)


def _i18n(config: MkDocsConfig) -> I18n:
    """The i18n plugin; it builds every language but the first inside its own on_post_build."""
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


def _choose_languages(all_languages: list[Any]) -> None:
    """Build the languages that ATLAS_LANGUAGES names; without the default one the first is root."""
    wanted = [code for code in os.environ.get("ATLAS_LANGUAGES", "").split(",") if code]
    if not wanted:
        return
    unknown = set(wanted) - {one.locale for one in all_languages}
    if unknown:
        raise Abort(f"ATLAS_LANGUAGES names languages the site has not: {', '.join(unknown)}")
    root = next((one.locale for one in all_languages if one.default), "")
    root = root if root in wanted else wanted[0]
    for one in all_languages:
        one.build, one.default = one.locale in wanted, one.locale == root
        one.link = "/" if one.default else f"/{one.locale}/"


def _catalogue(language: str, config: MkDocsConfig) -> linked_data.Node:
    """The atlas as a catalogue, for the home page."""
    return linked_data.catalogue(
        _state.editions[language],
        _state.project.url,
        _state.project.names[language],
        config.site_description or "",
    )


def _translations(page: Page, config: MkDocsConfig) -> list[dict[str, str]]:
    """The page in every language: code, name, address from the site's root, public address."""
    path = page.url.removeprefix(_state.editions[_language(page.file)].language.prefix)
    names = {one.locale: one.name for one in _i18n(config).config.languages}
    return [
        {
            "code": one.code,
            "name": names[one.code],
            "path": f"{one.prefix}{path}" or "./",
            "url": f"{config.site_url or ''}{one.prefix}{path}",
        }
        for one in _state.languages
    ]


def _is_shell(file: File) -> bool:
    return file.name == shell.token("address")


def _language(file: File) -> str:
    return file.src_uri.split("/")[0]
