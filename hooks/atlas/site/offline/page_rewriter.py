"""A page of the site as a page in a folder: links lead to files, and scripts are classic ones."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from html import escape, unescape
from urllib.parse import unquote

from atlas.pages.csp import FORMS, FORMS_TO_FILES
from atlas.site.offline.scripts import LEFT_OUT, LOADER

PAGE = "index.html"

_PART = re.compile(
    r"<script\b(?P<script>[^>]*)>(?P<code>.*?)</script>"
    r"|<button\b(?P<button>[^>]*\bdata-file=[^>]*)>.*?</button>"
    r"|<(?P<tag>a|link|form|use|input|meta)\b(?P<rest>[^>]*)>",
    re.DOTALL,
)
_ADDRESS = re.compile(r'(?<=\s)(href|action|data-to)="([^"]*)"')
_REFRESH = re.compile(r'(content="\d+; url=)([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|$", re.IGNORECASE)
_KEYS = re.compile(r' aria-keyshortcuts="[^"]*"')
_DOCUMENT = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_FETCHED = re.compile(r'rel="(?:(modulepreload)|stylesheet|icon)"')
_FRAME = "atlas-frame.js"


class PageRewriter:
    """Rewrites pages of a site of which a copy has `kept` files.

    `address` is where the site is on the web: what the copy lacks is linked to there.
    """

    def __init__(self, address: str, kept: Collection[str]) -> None:
        self._address = address
        self._kept = kept

    def rewrite(self, path: str, html: str) -> str:
        """The page at a `path` of the site. What is no link or script stays byte for byte."""
        folder = posixpath.dirname(path)

        def lead(found: re.Match[str]) -> str:
            return f'{found[1]}="{escape(self._lead(folder, unescape(found[2])))}"'

        return _PART.sub(lambda part: self._put(folder, part, lead), html)

    def _put(self, folder: str, part: re.Match[str], lead: Callable[[re.Match[str]], str]) -> str:
        if part["button"] is not None:  # it would read a file that lies beside it, as a link does
            return ""
        if part["script"] is not None:
            return _put_script(part, lead)
        if part["tag"] == "use":
            return part[0].replace(" href=", " data-land=") if ".svg#" in part["rest"] else part[0]
        if part["tag"] == "link" and (kind := _FETCHED.search(part["rest"])):
            return "" if kind[1] else part[0]  # what was a module cannot be fetched ahead as one
        if part["tag"] == "meta":
            return _REFRESH.sub(
                lambda found: f'{found[1]}{escape(self._lead(folder, unescape(found[2])))}"',
                part[0].replace(FORMS, FORMS_TO_FILES),
            )
        return _KEYS.sub("", _ADDRESS.sub(lead, part[0]))

    def _lead(self, folder: str, link: str) -> str:
        """Where a link of a page in a folder leads to from there."""
        if _ELSEWHERE.match(link):
            return link
        document, rest = _DOCUMENT.fullmatch(link).groups()  # type: ignore[union-attr] # any text
        if not document:
            return link
        path = posixpath.normpath(posixpath.join(folder, unquote(document)))
        path = "" if path == "." else path
        if path in self._kept:
            return link
        page = posixpath.join(path, PAGE)
        if page in self._kept:
            return f"{document.rstrip('/')}/{PAGE}{rest}"
        ending = "/" if path and document.endswith(("/", ".")) else ""
        return f"{self._address}{path}{ending}{rest}" if not path.startswith("..") else link


def _put_script(part: re.Match[str], lead: Callable[[re.Match[str]], str]) -> str:
    """A script of a page; before the first of all the one that brings others."""
    source = re.search(r'\bsrc="([^"]*)"', part["script"])
    if not source:
        return part[0]
    folder, name = posixpath.split(source[1])
    if name in LEFT_OUT:
        return ""
    attributes = _ADDRESS.sub(lead, part["script"]).replace(' type="module"', " defer")
    script = f"<script{attributes}></script>"
    if name == _FRAME:
        return f'<script src="{folder}/{LOADER}"></script>\n{script}'
    return script
