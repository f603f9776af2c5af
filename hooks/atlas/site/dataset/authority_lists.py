"""Addresses in the lists of others that DCAT-AP asks for: those of the Publications Office of the
European Union, and IANA's of media types."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.model import iso_codes
from atlas.pages.data_files import CSV, GEOJSON, Format
from atlas.site.dataset.linked_graph import Ref

_OFFICE = "http://publications.europa.eu/resource/authority"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"

SUBJECTS = {
    Ref(f"{_OFFICE}/data-theme/INTR"): "International issues",
    Ref(f"{_OFFICE}/data-theme/REGI"): "Regions and cities",
}
"""What the data are about, in the list «Data theme», each with what it is called there."""

_FILE_TYPES = {CSV: "CSV", GEOJSON: "GEOJSON"}
"""Formats that the list «File type» has."""

_BIBLIOGRAPHIC = frozenset(
    (
        *("alb", "arm", "baq", "bur", "chi", "cze", "dut", "fre", "geo", "ger"),
        *("gre", "ice", "mac", "mao", "may", "per", "rum", "slo", "tib", "wel"),
    )
)
"""The codes of ISO 639-2 that libraries use; all others use those of terminology."""

_NOT_LISTED = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR", "XKK"})
"""Codes that went from ISO 3166-1 into ISO 3166-3, and what CLDR alone calls Kosovo."""


def languages(codes: Iterable[str]) -> list[Ref]:
    """The languages with these codes of two letters, as far as they are listed."""
    known = iso_codes.languages_three_letters()
    found = (sorted({*known.get(code, ())} - _BIBLIOGRAPHIC)[:1] for code in codes)
    return [Ref(f"{_OFFICE}/language/{code.upper()}") for [code] in filter(None, found)]


def countries(codes: Iterable[str]) -> list[Ref]:
    """The countries with these codes of two letters, as far as they are listed."""
    known = iso_codes.three_letters()
    found = (three for code in codes for three in known.get(code, ()) if three.isalpha())
    return [Ref(f"{_OFFICE}/country/{code}") for code in found if code not in _NOT_LISTED]


def media_type(format_: Format) -> Ref | None:
    """The media type of a format; None if it is not registered."""
    name = format_.media_type
    return None if "/x-" in name else Ref(f"{_MEDIA_TYPES}/{name}")


def file_type(format_: Format) -> Ref | None:
    """The file type of a format; None if it is not listed."""
    name = _FILE_TYPES.get(format_)
    return Ref(f"{_OFFICE}/file-type/{name}") if name else None
