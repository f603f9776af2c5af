"""A book as PDF, read by pypdf."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from atlas.pages import book
from atlas.pages.book import Book
from atlas.site import typesetter
from tests.conftest import ROOT
from tests.pages.conftest import _context, listed_atlas

PAGE = '<!doctype html><html lang="en"><title>T</title><body><h1>Hill</h1>{}</body></html>'


@cache
def made(language: str) -> PdfReader:
    """The book of Belgium, of three cooperations and seven listed pairs."""
    bound = book.make(_context(language, listed_atlas()), "BE")
    return PdfReader(io.BytesIO(typesetter.typeset(bound)))


def words(pdf: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def outline(pdf: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, text and page, from 1, of each entry."""

    def walk(entries: list[Any], depth: int) -> list[tuple[int, str, int]]:
        found: list[tuple[int, str, int]] = []
        for one in entries:
            if isinstance(one, list):
                found += walk(one, depth + 1)
            else:
                number = pdf.get_destination_page_number(one)
                assert number is not None
                found.append((depth, one.title, number + 1))
        return found

    return walk(pdf.outline, 1)


def test_the_outline_has_each_part_and_each_chapter() -> None:
    entries = outline(made("en"))
    assert [title for depth, title, _ in entries if depth == 1] == [
        *("Belgium", "Contents", "Map", "Towns and organisations"),
        *("Researched cooperations", "Sources", "Licences"),
    ]
    assert "Houffalize" in {title for depth, title, _ in entries if depth == 2}


def test_the_contents_say_on_which_page_each_part_is() -> None:
    pdf = made("en")
    contents = " ".join(pdf.pages[1].extract_text().split())
    for depth, title, page in outline(pdf):
        if depth == 1 and title not in {"Belgium", "Contents"}:
            assert any(f"{title} {dots}" in contents for dots in (".", "…")), title
            assert pdf.pages[page - 1].extract_text().strip().endswith(str(page))
            assert f" {page}" in contents


def test_a_tie_is_told_by_its_tier() -> None:
    text = " ".join(words(made("en")).split())
    assert "Listed ties, not checked" in text
    assert "Researched cooperations" in text
    assert "Nobody here has checked them" in text
    assert 7 <= len(made("en").pages) <= 12


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pdf_says_what_it_is_and_in_which_language(language: str) -> None:
    pdf = made(language)
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Atlas: {'Belgium' if language == 'en' else 'بلجيكا'}"
    catalogue: Any = pdf.trailer["/Root"]
    assert catalogue["/Lang"] == language
    assert catalogue["/MarkInfo"]["/Marked"].value
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()


def elements(pdf: PdfReader) -> list[Any]:
    """The tagged elements of a PDF, each before what is in it."""

    def walk(element: Any) -> Iterator[Any]:
        for kid in [one.get_object() for one in element.get("/K", [])]:
            if isinstance(kid, dict) and "/S" in kid:
                yield kid
                yield from walk(kid)

    root: Any = pdf.trailer["/Root"]
    return [*walk(root["/StructTreeRoot"])]


def test_headings_of_tables_say_whether_they_are_of_a_column_or_a_row() -> None:
    headings = [one for one in elements(made("en")) if one["/S"] == "/TH"]
    assert {(one["/P"]["/P"]["/S"], one["/A"]["/Scope"]) for one in headings} == {
        ("/THead", "/Column"),
        ("/TBody", "/Row"),
    }


def test_lists_hold_items_and_items_stand_in_lists() -> None:
    found = [(one["/P"].get("/S"), one["/S"]) for one in elements(made("en"))]
    assert {tag for parent, tag in found if parent == "/L"} == {"/LI", "/L"}  # a list in a list
    assert {parent for parent, tag in found if tag == "/LI"} == {"/L"}


def test_arabic_is_joined_by_a_font_that_the_pdf_brings() -> None:
    resources: list[Any] = [page["/Resources"] for page in made("ar").pages]
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for each in resources
        for font in each.get("/Font", {}).values()
    }
    assert any("Plex-Sans-Arabic" in name for name in fonts), fonts
    assert all(name.startswith(("Noto", "IBM-Plex")) for name in fonts), fonts


def test_arabic_can_be_copied_and_searched_for() -> None:
    contents = made("ar").pages[1].extract_text()
    assert "المحتويات" in contents
    assert "المصادر" in contents


def test_the_same_book_gives_the_same_bytes() -> None:
    script = (
        "import sys; from atlas.pages.book import Book; from atlas.site import typesetter;"
        f"book = Book('https://a.example/', {PAGE!r}, {{}});"
        "sys.stdout.buffer.write(typesetter.typeset(book))"
    )
    other = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
    )
    assert other.stdout.startswith(b"%PDF-1.7")
    assert other.stdout == typesetter.typeset(Book("https://a.example/", PAGE, {}))


@pytest.mark.parametrize(
    "address",
    ["https://strange.example/a.svg", "file:///etc/hostname", "data:image/svg+xml,<svg/>"],
)
def test_nothing_but_the_book_s_own_pictures_is_fetched(address: str) -> None:
    strange = Book("https://a.example/", PAGE.format(f'<img src="{address}" alt="a">'), {})
    # WeasyPrint goes on at any Exception: what stops it is none.
    with pytest.raises(BaseException, match="Error fetching"):
        typesetter.typeset(strange)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError(name="weasyprint"), "weasyprint is not installed. Run:"),
        (ModuleNotFoundError(name="fontpkg_noto_sans"), "fontpkg_noto_sans is not installed."),
        (OSError("cannot load library 'libpango-1.0-0'\nat all"), "needs Pango, a library"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(name: str) -> None:
        raise error

    monkeypatch.setattr(typesetter, "import_module", fail)
    with pytest.raises(typesetter.TypesetterError, match=said):
        typesetter.typeset(Book("https://a.example/", PAGE, {}))


def test_fonts_of_the_machine_are_known_again_after_a_book() -> None:
    before = os.environ.get("FONTCONFIG_FILE")
    made("en")
    assert os.environ.get("FONTCONFIG_FILE") == before
