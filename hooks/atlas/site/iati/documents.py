"""The documents that an activity rests on: its page in the atlas and its sources."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from atlas.model import Source
from atlas.site import web_uri
from atlas.site.contents import SiteContents
from atlas.site.iati.elements import add, add_texts, is_day, iso

_WEB_PAGE = "A12"
"""In IATI's DocumentCategory: a page of the web on the activity. What a source is more closely, no
record says."""

_HTML = "text/html"
_FORMATS: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What an address that ends so most likely answers with (IANA's media types); all others, a page.
The standard demands a format, and no record has one."""


def add_documents(activity: ET.Element, site: SiteContents, id_: str) -> None:
    """The cooperation's page in the atlas, and each source of it that has an address."""
    records, context = site.atlas.records, site.contexts[0]
    record = records.cooperations[id_]
    own = add(
        activity,
        "document-link",
        url=web_uri.encode(context.address(f"cooperations/{id_}/")),
        format=_HTML,
    )
    add_texts(own, "title", record.title)
    add(own, "category", code=_WEB_PAGE)
    add(own, "language", code=context.edition.language.code)
    for cited in dict.fromkeys(one.source for one in record.sources):
        _add_source(activity, records.sources[cited])


def _add_source(activity: ET.Element, source: Source) -> None:
    address = source.url or source.archive_url
    if address is None:
        return
    ending = PurePosixPath(urlsplit(address).path).suffix.lower()
    node = add(
        activity,
        "document-link",
        url=web_uri.encode(address),
        format=_FORMATS.get(ending, _HTML),
    )
    add_texts(node, "title", {source.title.lang: source.title.text})
    add(node, "category", code=_WEB_PAGE)
    language = source.language.partition("-")[0]
    if len(language) == 2:  # the standard knows the codes of ISO 639-1 alone
        add(node, "language", code=language)
    if source.published and is_day(source.published):
        add(node, "document-date", iso_date=iso(source.published.first))
