"""What stands at the front of a copy: the way to a reader's language, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from atlas.i18n.languages import Language
from atlas.model.vocabulary import N_

SITE = "atlas/"
"""The folder of the site in the archive."""

README = "README.txt"

OPEN = N_(
    "This folder holds the whole atlas. Open index.html in a browser: neither a server nor a "
    "network is needed."
)
LACKING = N_(
    "Not in it are the search, in place of which a list of all names stands, the matching of a "
    "list, feeds, pictures for sharing and pages to embed. Those are on the web:"
)

_DOOR = "atlas-offline-door.js"
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"


def write_readme(title: str, address: str, languages: Sequence[Language]) -> str:
    """What to do with the folder, in all languages of the site."""
    parts = (
        f"{one.gettext(OPEN)}\n\n{one.gettext(LACKING)}\n{address}{one.prefix}\n"
        for one in languages
    )
    return f"{title}\n\n" + "\n\n".join(parts)


def write_page(title: str, languages: Sequence[Language]) -> str:
    """The page that a reader opens: links to all languages; a script follows the reader's."""
    lines = "\n".join(
        f'<li><a href="{SITE}{one.prefix}index.html" hreflang="{one.code}" lang="{one.code}"'
        f' dir="{one.direction}">{escape(one.language_name(one.code))}</a>'
        for one in languages
    )
    return (
        f'<!doctype html>\n<html lang="{languages[0].code}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="icon" href="{SITE}assets/images/mark.svg">\n'
        f"<main>\n<h1>{escape(title)}</h1>\n<ul>\n{lines}\n</ul>\n</main>\n"
        f'<script src="{SITE}assets/javascripts/{_DOOR}"></script>\n</html>\n'
    )
