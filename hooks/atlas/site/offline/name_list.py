"""The list of all names, which stands on the page Search of a copy in place of the search."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from atlas.i18n.languages import Language
from atlas.i18n.normalize import sort_key
from atlas.model.vocabulary import N_
from atlas.site.offline.page_rewriter import PAGE

INSTEAD = N_("In this copy of the atlas, a list of all names stands in place of the search.")

_SECTIONS = ("cooperations", "countries", "themes", "places", "actors")
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_SPOKEN = re.compile(r'^<span( lang="[^"]*" dir="[^"]*")>')
_TAG = re.compile(r"<[^>]*>")
_SEARCH = re.compile(
    r'<div class="atlas-search" data-atlas-search-page>.*?'
    r'<ul class="atlas-search-lists">(?P<lists>.*?)</ul>\s*</div>',
    re.DOTALL,
)
_LABEL = re.compile(r'<label for="atlas-search-q">.*?</label>', re.DOTALL)
_LIST = re.compile(r'<a href="(?P<link>[^"]*?(?P<section>\w+)/index\.html)">(?P<label>.*?)</a>')
_SCRIPT = "atlas-offline-names.js"

Name = tuple[str, str, str]
"""What a name sorts by; the id of its page; the link's attributes and text as HTML."""


@dataclass
class NameList:
    """The names of the pages of a site in a language, by their sections."""

    language: Language
    _names: dict[str, list[Name]] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The path of the page on which the list stands."""
        return f"{self.language.prefix}search/{PAGE}"

    def add(self, path: str, html: str) -> None:
        """Take in what the page at a path is called, if it is the page of something that is."""
        parts = path.removeprefix(self.language.prefix).split("/")
        if len(parts) != 3 or parts[0] not in _SECTIONS or not path.endswith(f"/{PAGE}"):
            return
        heading = _HEADING.search(html)
        if not heading or 'id="main"' not in html or 'content="noindex' in html:
            return  # it moved, or was taken out
        spoken = _SPOKEN.match(heading[1])
        text = _TAG.sub("", heading[1])
        entry = f"{spoken[1] if spoken else ''}>{text}"
        self._names.setdefault(parts[0], []).append((sort_key(unescape(text)), parts[1], entry))

    def put_into(self, html: str) -> str:
        """The page Search with the list, its links led to files already."""
        label = _LABEL.search(html)
        return _SEARCH.sub(lambda found: self._write(found["lists"], label), html).replace(
            "</body>", f"{self._script()}</body>"
        )

    def _write(self, lists: str, label: re.Match[str] | None) -> str:
        field_label = label[0] if label else ""
        parts = "".join(self._write_section(one) for one in _LIST.finditer(lists))
        return (
            f'<p class="atlas-notice">{self.language.gettext(INSTEAD)}</p>\n'
            f'<form class="atlas-offline-names atlas-search" hidden>'
            f'<p class="atlas-search-field">{field_label}\n'
            '<input id="atlas-search-q" type="text" inputmode="search" autocomplete="off"'
            ' spellcheck="false" dir="auto"></p>\n<p><output dir="ltr"></output></p></form>\n'
            f'<div class="atlas-offline-list">\n{parts}</div>'
        )

    def _write_section(self, found: re.Match[str]) -> str:
        names = sorted(self._names.get(found["section"], ()))
        if not names:
            return ""
        folder = found["link"].removesuffix(PAGE)
        lines = "\n".join(
            f'<li><a href="{folder}{id_}/{PAGE}"{entry}</a>' for _, id_, entry in names
        )
        heading = f'<h2><a href="{found["link"]}">{found["label"]}</a></h2>'
        return f"<section>\n{heading}\n<ul>\n{lines}\n</ul>\n</section>\n"

    def _script(self) -> str:
        root = "../" * self.page.count("/")
        return f'<script src="{root}assets/javascripts/{_SCRIPT}" defer></script>\n'
