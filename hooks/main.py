"""MkDocs events, one call each: the only file that imports MkDocs.

MkDocs renders frames: the hand-written pages and, per language and section, one shell. They know
nothing of the records, and are stored for builds without MkDocs (`atlas.site.make`). At the end of
the last pass (mkdocs-static-i18n builds once per language) `atlas.site.build`, which read the
records first, makes the site of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT / "hooks") not in sys.path:
    sys.path.insert(0, str(ROOT / "hooks"))

from atlas.files import disk_errors, garbage_collection
from atlas.files.ids import make_printable
from atlas.i18n import languages
from atlas.i18n.languages import UnknownLanguageError
from atlas.maps import assets
from atlas.pages import KINDS, RECORD_SECTIONS, csp, page_links
from atlas.site import (
    compaction,
    frame_store,
    frames,
    mkdocs_log,
    mkdocs_settings,
    settings,
    shell,
    site_folder,
    stylesheets,
    theme_styles,
    versions,
)
from atlas.site.build import Build, BuildError
from atlas.site.config import SiteConfig
from atlas.site.frame import Frame
from atlas.site.frames import Frames, FramesError, HandWrittenPage
from atlas.site.mkdocs_log import Warnings
from atlas.site.mkdocs_settings import SettingsError
from atlas.site.settings import Settings
from atlas.site.site_folder import SiteFolderError
from atlas.site.theme_styles import ThemeError
from atlas.site.versions import VersionError

log = get_plugin_logger("atlas")

UNUSED = ("assets/javascripts/bundle.", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's scripts, which the atlas has no use for: of the theme it takes the looks alone."""

_REFUSALS = (BuildError, FramesError, SettingsError, SiteFolderError, ThemeError, VersionError)
"""What keeps a site from being built, each with a text that says why."""

_settings: Settings
_config: SiteConfig
_frame: Frame
_build: Build | None = None
_shells: dict[tuple[str, str], str] = {}
_pages: list[HandWrittenPage] = []
_key = ""
_warnings: Warnings


def on_startup(command: str, dirty: bool) -> None:
    """Let everybody read what is built, and quiet what says nothing to those who build."""
    global _settings, _warnings
    _settings = settings.read(os.environ)
    _warnings = mkdocs_log.listen()
    site_folder.allow_reading()


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read and check the records before anything is touched; choose the languages to build."""
    global _config, _frame, _build, _key
    if _i18n(config).building:
        return
    config.edit_uri = f"{config.extra['repository']}/edit/main/docs/"
    garbage_collection.put_off()
    _shells.clear()
    _pages.clear()
    listed = _i18n(config).config.languages
    with _abort_if_it_fails():
        mkdocs_settings.choose_languages(listed, _settings.languages)
        _config = mkdocs_settings.read(config, listed, _settings.cards)
        _key, _warnings.any = _frames_key(config), False
        _frame = Frame(_config, languages.load(_config.locales, _config.root))
        _build = None
        if _settings.with_records:
            _build = Build.read(_settings.data, _config, versions.read(_settings))
        site_folder.require_replaceable(site_folder.find(Path(config.site_dir)))
        mkdocs_settings.require_pages(Path(config.docs_dir), [one.code for one in _frame.languages])


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add a shell per language and section, before the i18n plugin sorts files by language; leave
    out the theme's scripts."""
    for file in [one for one in files if one.src_uri.startswith(UNUSED)]:
        files.remove(file)
    for language in _frame.languages:
        for section in (*(kind.SECTION for kind in KINDS), shell.REMOVED):
            path = f"{language.code}/{section}/{shell.token('address')}.md"
            places = config.docs_dir, config.site_dir, config.use_directory_urls
            files.append(File(path, *places, inclusion=InclusionLevel.NOT_IN_NAV))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A shell's source."""
    return shell.source(page.file.src_uri.split("/")[1]) if _is_shell(page.file) else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a hand-written page the site's name and address, and the repository's."""
    markdown = markdown.replace("{{ site_name }}", config.site_name)
    markdown = markdown.replace("{{ site_url }}", config.site_url or "")
    return markdown.replace("{{ repository }}", config.extra["repository"])


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hold a hand-written page's gaps against what the engine can fill in; give the home page the
    one for the whole atlas."""
    if _is_shell(page.file):
        return html
    with _abort_if_it_fails(f"{page.file.src_uri}: "):
        frames.require_known(html)
    return html if _address(page) else html + frames.gap(frames.CATALOGUE)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Name the page's translations, its share card, and what stands around it; give a shell its
    slots for the edit link and for links in the head."""
    code, section = page.file.src_uri.split("/")[:2]
    frame = _frame
    context["translations"] = frame.translations(code, page.url)
    context.update(frame.layout(code, page.url, whole=page.meta.get("frame") != "short"))
    context["card"] = frame.card_address(code, section if _is_shell(page.file) else "", page.url)
    context["links"] = page_links.of_front(section)
    if _is_shell(page.file):
        context["links"] = shell.token("links")
        page.edit_url = shell.token("edit") if section in RECORD_SECTIONS else None
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The page for what is missing speaks every language; its frame speaks that of the root."""
    context.update(_frame.layout())
    context["missing"] = _frame.missing_page()
    return context


@event_priority(-50)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its policy, and keep its HTML instead of writing it."""
    output = csp.add_policy(output)
    code, section = page.file.src_uri.split("/")[:2]
    if _is_shell(page.file):
        _shells[code, section] = shell.tighten(output)
    else:
        _pages.append(_hand_written(page, output))
    return ""


def _hand_written(page: Page, html: str) -> HandWrittenPage:
    listed = not page.meta.get("unlisted")
    return HandWrittenPage(
        file=page.file.src_uri,
        language=_language(page.file),
        address=_address(page),
        title=str(page.meta.get("title") or page.title),
        description=str(page.meta.get("description", "")),
        listed=listed,
        prose=frames.without_gaps(page.content or "") if listed else "",
        html=html,
    )


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write the root's own page once, in the default language's pass, with its policy."""
    if _i18n(config).building or template_name == "sitemap.xml":
        return ""
    return csp.add_policy(shell.tighten(output_content))


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """When every language's frames are there, store them, and write all that comes from records,
    and the index."""
    if _i18n(config).building:
        return
    folder, made = Path(config.site_dir), Frames(_config, _shells, _pages)
    with _abort_if_it_fails():
        stylesheets.join(folder)
        theme_styles.join(folder, assets.stylesheets())
        compaction.compact(folder)
    _store(made, config)
    if _build is None:
        return
    with _abort_if_it_fails():
        addresses = _build.write(
            folder,
            made,
            _settings.cache,
            _settings.workers,
        )
    log.info("Wrote %d pages", sum(map(len, addresses.values())))
    if _settings.with_search:
        with _abort_if_it_fails():
            log.info("Indexed %d pages for the search", _build.index(folder))


def _store(made: Frames, config: MkDocsConfig) -> None:
    """Keep the frames for other builds, if MkDocs warned of nothing and nobody changed meanwhile
    what they are made from; made for their own sake, put them where they are wanted."""
    folder = Path(config.site_dir)
    if not _settings.with_records and _settings.frames:
        frame_store.save(_settings.frames, made, folder)
    if config.strict and not _warnings.any and _key and _key == _frames_key(config):
        frame_store.save(frame_store.folder(_settings, _key), made, folder)


def on_build_error(error: Exception) -> None:
    """Say in a sentence what a disk refuses, whoever was reading or writing."""
    if isinstance(error, OSError):
        file = make_printable(str(error.filename or "The site"))
        raise Abort(f"{file}: {disk_errors.reason(error)}.") from error


@contextmanager
def _abort_if_it_fails(where: str = "") -> Iterator[None]:
    """Let MkDocs say why the site cannot be built, instead of showing where in the code."""
    try:
        yield
    except UnknownLanguageError as error:
        raise Abort(f"mkdocs.yml lists a language that is not ready: {error}") from error
    except _REFUSALS as error:
        raise Abort(f"{where}{error}") from error


def _frames_key(config: MkDocsConfig) -> str:
    """The key of the frames, or "" where MkDocs was told to read other files than usual ones."""
    theme = config.theme.custom_dir
    read = [Path(one).resolve() for one in (config.docs_dir, theme, config.config_file_path) if one]
    if read != [ROOT / "docs", ROOT / "overrides", ROOT / "mkdocs.yml"]:
        return ""
    return frame_store.key(_settings, os.environ)


def _i18n(config: MkDocsConfig) -> I18n:
    """The i18n plugin; it builds every language but the first inside its own on_post_build."""
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


def _is_shell(file: File) -> bool:
    return file.name == shell.token("address")


def _language(file: File) -> str:
    return file.src_uri.split("/")[0]


def _address(page: Page) -> str:
    """The address of a page under the root of its language."""
    return page.url.removeprefix(_frame.prefix(_language(page.file)))
