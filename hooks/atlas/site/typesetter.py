"""A book is set in pages, as a PDF, by WeasyPrint.

It sees nothing of the machine and of the network: pictures come with the book, and fonts are those
of the pinned packages alone. The same book gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from atlas.i18n.messages import msg
from atlas.pages.book import Book

_LIGHT, _END, _ = (files("atlas.maps") / "colours.css").read_text("utf-8").partition("}")
_SHEET = _LIGHT + _END + (files("atlas.site") / "book.css").read_text("utf-8")
"""The colours of all pages in their light scheme, and what a book looks like."""
_GUIDE = "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"

_FONTS = ("fontpkg_noto_serif", "fontpkg_noto_sans", "fontpkg_ibm_plex_sans_arabic")
"""The packages of the fonts. That of Arabic has every letter whole: those of Noto set dots apart
from letters, and a PDF of them does not say which letters it shows."""

_FONTS_CHANGED = "0"
"""The date within the fonts of every book, in seconds since 1970 (reproducible-builds.org)."""


class TypesetterError(Exception):
    """Nothing can be printed here; its message says what is missing."""


def typeset(book: Book) -> bytes:
    """The PDF of a book: PDF/UA-1, with tags and an outline.

    Raises TypesetterError where WeasyPrint, or a library of the system that it needs, is missing.
    """
    weasyprint = _load()
    with _our_fonts_alone():
        pictures = {f"{book.address}{path}": svg for path, svg in book.pictures.items()}
        fetcher = _make_fetcher(weasyprint, pictures)
        fonts = import_module("weasyprint.text.fonts").FontConfiguration()
        html = weasyprint.HTML(string=book.html, base_url=book.address, url_fetcher=fetcher)
        css = weasyprint.CSS(string=_SHEET, url_fetcher=fetcher, font_config=fonts)
        pdf = html.write_pdf(
            stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1", finisher=_mend_tags
        )
    assert isinstance(pdf, bytes)
    return pdf


def _load() -> Any:
    try:
        weasyprint, *_ = map(import_module, ("weasyprint", *_FONTS))
    except ModuleNotFoundError as error:
        command = "uv pip install --group print"
        raise TypesetterError(
            msg(
                "{module} is not installed. Run: {command}", module=str(error.name), command=command
            )
        ) from error
    except OSError as error:
        raise TypesetterError(
            msg(
                "WeasyPrint needs Pango, a library of the system: {reason} How to install it:"
                " {address}",
                reason=str(error).splitlines()[0],
                address=_GUIDE,
            )
        ) from error
    return weasyprint


def _make_fetcher(weasyprint: Any, pictures: Mapping[str, bytes]) -> Any:
    """What gives WeasyPrint the pictures of a book, and refuses every other address."""
    response = import_module("weasyprint.urls").URLFetcherResponse

    class Pictures(weasyprint.URLFetcher):  # type: ignore[misc]  # WeasyPrint brings no types
        def fetch(self, url: str, headers: object = None) -> Any:
            # Whatever is asked for beside them is a KeyError, at which WeasyPrint stops.
            return response(url, pictures[url], {"Content-Type": "image/svg+xml"})

    return Pictures(fail_on_errors=True)


def _mend_tags(_: object, pdf: Any) -> None:
    """Say what WeasyPrint leaves out: whether the heading of a table is a column's or a row's, and
    that a group of terms and descriptions is an item of its list (ISO 32000-1, §14.8.4.3.3 and
    §14.8.5.7)."""
    objects = {one.reference: one for one in pdf.objects}
    for one in pdf.objects:
        tag = one.get("S") if isinstance(one, dict) else None
        if tag == "/TH":
            rows = objects[objects[one["P"]]["P"]]
            one["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"
        elif tag == "/Div" and objects[one["P"]]["S"] == "/L":
            one["S"] = "/LI"
            for item in [objects[kid] for kid in one["K"]]:
                item["S"] = "/NonStruct"


@contextmanager
def _our_fonts_alone() -> Iterator[None]:
    """Let fontconfig know the pinned fonts and no other, and date what is made of them as always:
    so a book is the same everywhere."""
    with TemporaryDirectory(prefix="atlas-fonts-") as folder:
        config = Path(folder) / "fonts.conf"
        folders = (f"<dir>{escape(str(files(one)))}</dir>" for one in _FONTS)
        cache = f"<cachedir>{escape(folder)}</cachedir>"
        config.write_text(f"<fontconfig>{''.join(folders)}{cache}</fontconfig>", "utf-8")
        wanted = {"FONTCONFIG_FILE": str(config), "SOURCE_DATE_EPOCH": _FONTS_CHANGED}
        before = {name: os.environ.get(name) for name in wanted}
        os.environ.update(wanted)
        try:
            yield
        finally:
            for name, value in before.items():
                del os.environ[name]
                if value is not None:
                    os.environ[name] = value
