"""What stands at the end of every page: how old its evidence is, how to cite it and to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from atlas.editing.forms.issue_forms import CORRECTION
from atlas.files.git_history import Change
from atlas.graph.edition import Date
from atlas.model import Cooperation
from atlas.model.edtf_date import EdtfDate
from atlas.pages import citation
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class Evidence:
    """How old the evidence for some cooperations is: from when to when, how many bear no date,
    and the day on which the one that waited longest was held against its sources."""

    oldest: Date | None
    newest: Date | None
    undated: int
    verified: Date


def footer(
    context: PageContext,
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
    records = [context.edition.atlas.records.cooperations[id_] for id_ in cooperations]
    keys = [key] if key else [f"cooperations/{id_}" for id_ in cooperations]
    changes = [context.site.changes[one] for one in keys if one in context.site.changes]
    cited_page, version = cited_as(context, path, title, records)
    return context.render(
        "page_footer.html",
        evidence=_evidence(context, records) if records else None,
        changed=context.edition.day(max(c.when for c in changes).date()) if changes else None,
        contributors=_contributors(changes) if key else [],
        citation=citation.in_words(
            cited_page, context.author, version, context.edition.language.comma
        ),
        cited=cited,
        feeds=feeds,
        address=context.address(path),
        report=report_url(context, path, title, key),
    )


def cited_as(
    context: PageContext, path: str, title: str, records: Iterable[Cooperation]
) -> tuple[citation.Cited, str]:
    """What a citation of the page is made of, and the day of its version in words."""
    verified = [record.review.last_verified for record in records]
    day = max(verified) if verified else None
    cited = citation.Cited(
        id=path.strip("/").replace("/", "-") or "atlas",
        author=context.site.author,
        title=title,
        site=context.site.names[context.edition.language.code],
        url=context.address(path),
        language=context.edition.language.code,
        version=day,
    )
    return cited, context.edition.day(day).text if day else ""


def report_url(context: PageContext, path: str, title: str, key: str) -> str:
    """The address of an issue form that names the page and its record already."""
    language = context.edition.language
    query = {
        "template": CORRECTION.file(language.code),
        "title": f"{language.gettext(CORRECTION.title)}{key or path.strip('/')}",
        "page": context.address(path),
    }
    if key:
        query["record"] = f"data/{key}.yml"
    return f"{context.site.repository}/issues/new?{urlencode(query)}"


def _evidence(context: PageContext, records: Sequence[Cooperation]) -> Evidence:
    dated = sorted(
        (record.status.as_of for record in records if record.status.as_of), key=_first_day
    )
    return Evidence(
        oldest=context.edition.moment(dated[0]) if dated else None,
        newest=context.edition.moment(dated[-1]) if dated else None,
        undated=len(records) - len(dated),
        verified=context.edition.day(min(record.review.last_verified for record in records)),
    )


def _first_day(moment: EdtfDate) -> date:
    return moment.first


def _contributors(changes: Iterable[Change]) -> list[str]:
    return list(dict.fromkeys(name for change in changes for name in change.contributors))
