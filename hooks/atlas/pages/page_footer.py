"""What stands at the end of every page: how old its evidence is, how to cite it and to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from atlas import citation
from atlas.edition import Date
from atlas.edtf_date import EdtfDate
from atlas.forms.questions import CORRECTION
from atlas.history import Change
from atlas.model import Cooperation
from atlas.pages.page import Desk


@dataclass(frozen=True, slots=True)
class Evidence:
    """How old the evidence for some cooperations is: from when to when, how many bear no date,
    and the day on which the one that waited longest was held against its sources."""

    oldest: Date | None
    newest: Date | None
    undated: int
    verified: Date


def footer(
    desk: Desk,
    path: str,
    title: str,
    cooperations: Sequence[str],
    *,
    key: str = "",
    cited: bool = False,
    feeds: bool = False,
) -> Markup:
    """The end of the page at `path` (under its language's root).

    `key` is the record it is made from ("places/genk"), or "" where it is made from many; `cited`
    says that citation files lie beside the page, `feeds` that feeds do.
    """
    records = [desk.edition.atlas.records.cooperations[id_] for id_ in cooperations]
    keys = [key] if key else [f"cooperations/{id_}" for id_ in cooperations]
    changes = [desk.project.changes[one] for one in keys if one in desk.project.changes]
    cited_page, version = cited_as(desk, path, title, records)
    return desk.render(
        "trust.html",
        evidence=_evidence(desk, records) if records else None,
        changed=desk.edition.day(max(c.when for c in changes).date()) if changes else None,
        contributors=_contributors(changes) if key else [],
        citation=citation.in_words(
            cited_page, desk._(citation.CONTRIBUTORS), version, desk.edition.language.comma
        ),
        cited=cited,
        feeds=feeds,
        address=desk.address(path),
        report=report_url(desk, path, title, key),
    )


def cited_as(
    desk: Desk, path: str, title: str, records: Iterable[Cooperation]
) -> tuple[citation.Cited, str]:
    """What a citation of the page is made of, and the day of its version in words."""
    verified = [record.review.last_verified for record in records]
    day = max(verified) if verified else None
    cited = citation.Cited(
        id=path.strip("/").replace("/", "-") or "atlas",
        title=title,
        site=desk.project.names[desk.edition.language.code],
        url=desk.address(path),
        language=desk.edition.language.code,
        version=day,
    )
    return cited, desk.edition.day(day).text if day else ""


def report_url(desk: Desk, path: str, title: str, key: str) -> str:
    """The address of an issue form that names the page and its record already."""
    language = desk.edition.language
    query = {
        "template": CORRECTION.file(language.code),
        "title": f"{language.gettext(CORRECTION.title)}{key or path.strip('/')}",
        "page": desk.address(path),
    }
    if key:
        query["record"] = f"data/{key}.yml"
    return f"{desk.project.repository}/issues/new?{urlencode(query)}"


def _evidence(desk: Desk, records: Sequence[Cooperation]) -> Evidence:
    dated = sorted(
        (record.status.as_of for record in records if record.status.as_of), key=_first_day
    )
    return Evidence(
        oldest=desk.edition.moment(dated[0]) if dated else None,
        newest=desk.edition.moment(dated[-1]) if dated else None,
        undated=len(records) - len(dated),
        verified=desk.edition.day(min(record.review.last_verified for record in records)),
    )


def _first_day(moment: EdtfDate) -> date:
    return moment.first


def _contributors(changes: Iterable[Change]) -> list[str]:
    return list(dict.fromkeys(name for change in changes for name in change.contributors))
