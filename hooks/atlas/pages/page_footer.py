"""What stands at the end of every page: how old its evidence is, how to cite it and to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from atlas.editing.forms.issue_forms import CORRECTION
from atlas.model import Cooperation
from atlas.model.evidence_age import find_newest, latest_evidence
from atlas.pages import api_addresses, citation, record_history, status, subscriptions
from atlas.pages.page import PageContext


def footer(
    context: PageContext, section: str, id_: str, title: str, cooperations: Sequence[str]
) -> Markup:
    """The end of a page; `title` is what it is cited by, `id_` is "" for that
    of a whole section."""
    edition, atlas = context.edition, context.edition.atlas
    path = f"{section}/{id_}/" if id_ else f"{section}/"
    is_record = id_ in getattr(atlas.records, section, ())
    records = [atlas.records.cooperations[one] for one in cooperations]
    keys = [f"{section}/{id_}"] if is_record else [f"cooperations/{one}" for one in cooperations]
    changes = [context.site.changes[key] for key in keys if key in context.site.changes]
    cited = _cite(context, path, title, records, _find_release(context, section, id_, is_record))
    site = context.site
    committers = site.committers.get(f"{section}/{id_}", ()) if is_record else ()
    credited = citation.credit(committers, site.editors, context.author)
    named = [one for one in credited if one != context.author]
    version = edition.day(cited.version).text if cited.version else ""
    if cited.edition:
        named_version = context._("version {version} of {day}")
        version = named_version.format(version=cited.edition, day=version)
    return context.render(
        "page_footer.html",
        evidence=_evidence(context, records) if records else None,
        changed=edition.day(max(changes).date()) if changes else None,
        editors=edition.language.listing(named) if named else "",
        citation=citation.in_words(
            cited, edition.language.listing(credited), version, edition.language.comma
        ),
        authors="\n".join(cited.authors),
        version=cited.version.isoformat() if cited.version else "",
        release=cited.edition,
        history=record_history.find(context, section, id_) if is_record else None,
        card=section in context.site.card_sections,
        is_one=section == "cooperations",
        beside=subscriptions.find(context, section, id_),
        files=api_addresses.list_files(atlas, section, id_),
        address=context.address(path),
        report=report_url(context, path, is_record=is_record),
    )


def _find_release(context: PageContext, section: str, id_: str, is_record: bool) -> tuple[str, str]:
    """The released version that a page is cited by and its day, if that said just the same."""
    return record_history.name_version(context, section, id_) if is_record else ("", "")


def _cite(
    context: PageContext,
    path: str,
    title: str,
    records: Iterable[Cooperation],
    release: tuple[str, str],
) -> citation.Cited:
    """What a citation of the page at `path` (under its language's root) is made of; `release` is
    the version that it names, with its day."""
    site, (version, day) = context.site, release
    verified = max((record.review.last_verified for record in records), default=None)
    return citation.Cited(
        authors=citation.credit(
            site.committers.get(path.strip("/"), ()), site.editors, site.author
        ),
        title=title,
        site=site.names[context.edition.language.code],
        url=context.address(path),
        version=date.fromisoformat(day) if version else verified,
        edition=version,
    )


def report_url(context: PageContext, path: str, *, is_record: bool) -> str:
    """The address of an issue form that names the page and its record already."""
    name = path.strip("/")
    listed = context.edition.atlas.records.listed_places
    has_file = is_record and name.removeprefix("places/") not in listed
    answers = {"page": context.address(path)} | ({"record": f"data/{name}.yml"} if has_file else {})
    return CORRECTION.address(context.site.repository, context.edition.language, name, **answers)


def _evidence(context: PageContext, records: Sequence[Cooperation]) -> dict[str, object]:
    """How old the evidence for some cooperations is: from when to when, how long ago the latest
    was, how many bear no date, and the day on which the one that waited longest was checked
    against its sources."""
    today, moment = context.site.today, context.edition.moment
    dates = [latest for one in records if (latest := latest_evidence(one, today))]
    newest = find_newest(dates)
    years = status.count_years(newest, today) if newest else 0
    return {
        "oldest": moment(min(dates, key=lambda date: date.first)) if dates else None,
        "newest": moment(newest) if newest else None,
        "age": context.edition.language.years_ago(years) if years else "",
        "undated": len(records) - len(dates),
        "verified": context.edition.day(min(one.review.last_verified for one in records)),
    }
