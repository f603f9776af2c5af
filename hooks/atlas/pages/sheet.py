"""What a page has for paper alone: its address as a QR code, and what its ties rest on."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence

import segno
from markupsafe import Markup

from atlas.model import Source
from atlas.pages.page import PageContext

MOST_SOURCES = 8
"""Sources that a sheet names, those that most of its ties rest on first."""

_MASK = 0
"""The pattern laid over every code. ISO/IEC 18004 (§7.8) chooses the best of eight, which takes
four times as long; a telephone reads each of them."""


def sheet(
    context: PageContext, path: str, cooperations: Sequence[str], pairs: Iterable[str] = ()
) -> Markup:
    """The code of the page at `path` (under its language's root) and the sources of its
    cooperations and listed pairs; screens show neither."""
    cited = _list_sources(context, cooperations, pairs)
    return context.render(
        "sheet.html",
        code=draw_code(context.address(path)),
        sources=cited[:MOST_SOURCES],
        more=max(0, len(cited) - MOST_SOURCES),
    )


def draw_code(address: str) -> str:
    """The QR code of an address, without a margin, as a picture in a `data:` address.

    As PNG, of a pixel for each module, it takes a fifth of the bytes that it takes as SVG, and it
    is printed without a script and without another file to fetch.
    """
    return _encode(address).png_data_uri(scale=1, border=0)


def draw_code_svg(address: str) -> bytes:
    """The same as a file of its own, which is sharp at any size."""
    drawn = io.BytesIO()
    _encode(address).save(drawn, kind="svg", border=0, xmldecl=False, nl=False)
    return drawn.getvalue()


def _encode(address: str) -> segno.QRCode:
    return segno.make(address, error="l", boost_error=False, micro=False, mask=_MASK)


def _list_sources(
    context: PageContext, cooperations: Sequence[str], pairs: Iterable[str]
) -> list[Source]:
    """The sources of cooperations, those of most of them first, and then the registers."""
    atlas = context.edition.atlas
    records, listed = atlas.records, atlas.listed.pairs
    counted = Counter(
        id_
        for one in cooperations
        for id_ in dict.fromkeys(cited.source for cited in records.cooperations[one].sources)
    )
    first = sorted(counted, key=lambda id_: (-counted[id_], id_))
    registers = sorted({tie.source for id_ in pairs for tie in listed[id_].ties} - counted.keys())
    return [records.sources[id_] for id_ in (*first, *registers)]
