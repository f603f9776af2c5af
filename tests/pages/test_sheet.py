"""What a page has for paper alone."""

from __future__ import annotations

import base64
import re
import struct
import zlib

import pytest
import segno

from atlas.pages import sheet
from tests.pages.conftest import NewContext, listed_atlas

ADDRESS = "https://example.org/ar/places/saint-josse-ten-noode/"


def modules(address: str) -> list[list[bool]]:
    """The dark modules of a PNG of one bit for each (PNG, third edition, §7 to §11)."""
    content = base64.b64decode(address.removeprefix("data:image/png;base64,"))
    width, height, depth, colours = struct.unpack(">IIBB", content[16:26])
    assert (depth, colours) == (1, 0)
    data, at = b"", 8
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        if content[at + 4 : at + 8] == b"IDAT":
            data += content[at + 8 : at + 8 + length]
        at += 12 + length
    rows, bytes_in_row = zlib.decompress(data), (width + 7) // 8
    lines = [rows[row * (bytes_in_row + 1) :][: bytes_in_row + 1] for row in range(height)]
    assert {line[0] for line in lines} == {0}, "no line is filtered"
    return [
        [not line[1 + column // 8] >> (7 - column % 8) & 1 for column in range(width)]
        for line in lines
    ]


def test_a_code_is_the_picture_of_its_address() -> None:
    code = segno.make(ADDRESS, error="l", boost_error=False, micro=False, mask=0)
    drawn = modules(sheet.draw_code(ADDRESS))
    assert drawn == [[bool(module) for module in row] for row in code.matrix]


def test_a_code_weighs_little() -> None:
    assert len(sheet.draw_code(ADDRESS)) < 420
    assert len(sheet.draw_code_svg(ADDRESS)) > 4 * len(sheet.draw_code(ADDRESS))


@pytest.mark.parametrize(("code", "path"), [("en", "actors/x/"), ("ar", "ar/actors/x/")])
def test_the_code_of_a_sheet_leads_to_the_page_in_its_language(
    context_of: NewContext, code: str, path: str
) -> None:
    drawn = sheet.sheet(context_of(code), "actors/x/", [])
    assert f'src="{sheet.draw_code(f"https://example.org/{path}")}"' in drawn


def test_a_sheet_names_sources_with_their_addresses_those_of_most_ties_first(
    context_of: NewContext,
) -> None:
    context = context_of(atlas=listed_atlas())
    atlas = context.edition.atlas
    drawn = sheet.sheet(context, "x/", [*atlas.records.cooperations], [*atlas.listed.pairs])
    named = re.findall(r"<q[^>]*>(.*?)</q>", drawn)
    assert named == ["Our towns", "List assembly", "Wikidata"]
    assert "&lt;https://www.wikidata.org/&gt;" in drawn


def test_of_many_sources_a_sheet_says_how_many_more_there_are(context_of: NewContext) -> None:
    context = context_of()
    every = [*context.edition.atlas.records.cooperations]
    cited = {
        one.source
        for each in context.edition.atlas.records.cooperations.values()
        for one in each.sources
    }
    drawn = sheet.sheet(context, "x/", every)
    assert drawn.count("<q") == sheet.MOST_SOURCES
    assert f"And {len(cited) - sheet.MOST_SOURCES} more." in drawn
