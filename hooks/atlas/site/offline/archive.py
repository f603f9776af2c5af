"""The archive of a built site: which of its files a copy has, and in which form.

The same site makes the same bytes: files stand in a fixed order and bear no time and no owner.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Collection, Iterator
from html import unescape
from importlib.resources import files
from pathlib import Path

from atlas.i18n.languages import Language
from atlas.i18n.messages import Message, msg
from atlas.site.offline import front, scripts
from atlas.site.offline.name_list import NameList
from atlas.site.offline.page_rewriter import PAGE, PageRewriter

_LEFT_OUT = re.compile(
    r"(?:.*/)?(?:card\.png|feed\.atom|feed\.json|embed/index\.html|sitemap[^/]*)"
    r"|404\.html|robots\.txt|\.nojekyll|pagefind/.*|assets/match/.*"
)
"""What is of no use without a server: for those who share, follow or embed, or for machines."""

_READ = re.compile(
    r"assets/(?:compare|explore|listed|maps|search)/.*\.(?:json|txt|svg)"
    r"|assets/data/headings-\w+\.json"
)
"""Files that scripts read, which a copy has as scripts."""

_IMAGES = "assets/maps/images/"
_STORED = frozenset({".png", ".parquet", ".gz", ".woff2", ".webp"})
_MODE = 0o100644 << 16
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""No file in an archive is older (APPNOTE.TXT of PKWARE, 4.4.6)."""

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LANGUAGE = re.compile(r'<li><a href="([^"]*)" hreflang="([^"]+)"')
_HTML = re.compile(r'<html lang="([^"]+)"')
_MATCHING = re.compile(r'<div class="atlas-match" .*?</template>', re.DOTALL)
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)


class OfflineError(Exception):
    """A folder holds no site of which a copy could be made; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def write(site: Path, archive: Path) -> None:
    """Write the archive of a built site.

    Raises OfflineError if the folder holds no site, ScriptError for a script that is of no known
    form, UnknownLanguageError and OSError. What lies at `archive` is replaced when all is written;
    where that is within the site, it is no part of it.
    """
    part = archive.with_name(f"{archive.name}.part")
    try:
        with zipfile.ZipFile(part, "w") as packed:
            for path, content in _list_files(site, {archive.resolve(), part.resolve()}):
                _pack(packed, path, content)
        part.replace(archive)
    finally:
        part.unlink(missing_ok=True)


def _list_files(site: Path, apart: Collection[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of the archive, with their paths in it, in its order; those `apart`, which are
    whole paths, are not the site's."""
    home = _read(site / PAGE)
    address, title = _CANONICAL.search(home), _TITLE.search(home)
    if not address or not title:
        raise OfflineError(msg("{file} is not the first page of an atlas.", file=str(site / PAGE)))
    languages = _find_languages(home)
    name = unescape(title[1])
    web = unescape(address[1])
    yield front.README, front.write_readme(name, web, languages).encode()
    yield PAGE, front.write_page(name, languages).encode()
    for client in sorted(files("atlas.site.offline").joinpath("client").iterdir(), key=str):
        yield f"{front.SITE}assets/javascripts/{client.name}", client.read_bytes()
    kept = frozenset(_keep(site.resolve(), apart))
    rewriter = PageRewriter(web, kept)
    lists = {one.page: one for one in (NameList(language) for language in languages)}
    by_prefix = {one.language.prefix: one for one in lists.values()}
    for path in sorted(kept - lists.keys()):
        if path.endswith(".html"):
            html = _read(site / path)
            first = f"{path.split('/')[0]}/"
            by_prefix.get(first, by_prefix[""]).add(path, html)
            html = _MATCHING.sub("<div>", rewriter.rewrite(path, html))
            yield f"{front.SITE}{path}", html.encode()
        else:
            yield from _convert(site, path)
    for path in sorted(kept & lists.keys()):
        html = rewriter.rewrite(path, _read(site / path))
        yield f"{front.SITE}{path}", lists[path].put_into(html).encode()
        yield f"{front.SITE}{path}.js", scripts.hold(_MAIN.sub("", html)).encode()


def _read(file: Path) -> str:
    """Raises OfflineError if there is none, or if it is no text in UTF-8."""
    try:
        return file.read_bytes().decode()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise OfflineError(msg("there is no {file}.", file=str(file))) from error
    except UnicodeDecodeError as error:
        message = msg("{file} is not written in {encoding}.", file=str(file), encoding="UTF-8")
        raise OfflineError(message) from error


def _find_languages(home: str) -> list[Language]:
    """The languages of the site, that of its first page first."""
    links = {code: unescape(link) for link, code in _LANGUAGE.findall(home)}
    html = _HTML.search(home)
    first = html[1] if html else "en"
    others = [Language(code, link) for code, link in links.items() if code != first]
    return [Language(first, ""), *others]


def _keep(site: Path, apart: Collection[Path]) -> Iterator[str]:
    """The paths of the files of a site that its copy has."""
    for folder, _, names in os.walk(site):
        for name in names:
            file = Path(folder, name)
            path = file.relative_to(site).as_posix()
            if file not in apart and not _LEFT_OUT.fullmatch(path):
                yield path


def _convert(site: Path, path: str) -> Iterator[tuple[str, bytes]]:
    """A file that is no page, in the form that it has in the archive."""
    at = f"{front.SITE}{path}"
    folder, _, name = path.rpartition("/")
    if _READ.fullmatch(path) and not path.startswith(_IMAGES):
        yield f"{at}.js", scripts.hold(_read(site / path)).encode()
    elif folder == "assets/javascripts" and name.endswith(".js"):
        if name not in scripts.LEFT_OUT:
            yield at, scripts.convert(name, _read(site / path)).encode()
    else:
        yield at, (site / path).read_bytes()


def _pack(packed: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _MOMENT)
    entry.create_system = 3  # Unix, whichever system packs it
    entry.external_attr = _MODE
    is_packed = Path(path).suffix in _STORED
    packed.writestr(entry, content, zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED, 6)
