"""Cooperations with funding and programmes as activities of IATI 2.03, in one document."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from atlas.pages.offered_files import IATI
from atlas.site.contents import SiteContents
from atlas.site.iati import activity
from atlas.site.iati.selection import Selection, select

VERSION = "2.03"


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of the document; none without an activity, since
    the standard knows no empty ones.

    There is no document of organisations: activities name those who take part, and nothing else in
    the standard demands one.
    """
    selection = select(site.atlas)
    if not selection.written:
        return
    root = ET.Element("iati-activities", version=VERSION)
    for remark in _remark(site, selection):
        root.append(ET.Comment(f" {remark} "))
    written = frozenset(selection.written)
    root.extend(activity.make(site, id_, written) for id_ in selection.written)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    [xml] = IATI.formats
    yield IATI.path(xml), f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _remark(site: SiteContents, selection: Selection) -> Iterator[str]:
    """What the document lacks, for those who look into it. Ids hold nothing that ends a comment."""
    if not site.info.iati_organisation:
        yield (
            "The publisher has no IATI organisation identifier yet: reporting-org/@ref is empty,"
            " and identifiers begin with the address of the site. See mkdocs.yml, extra.iati."
        )
    if selection.undated:
        yield f"Left out, as no start is known: {', '.join(selection.undated)}."
    if selection.unplaced:
        yield f"Left out, as IATI has no such status: {', '.join(selection.unplaced)}."
