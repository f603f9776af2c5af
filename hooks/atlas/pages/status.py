"""The status of a cooperation as a reader needs it: of when it is, how long ago that was, and
whether there is later evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from atlas.graph.edition import Date, Edition
from atlas.model import Between, Claim, Cooperation, Moment
from atlas.model.edtf_date import EdtfDate
from atlas.model.evidence_age import find_evidence, find_newest, is_old, latest_evidence
from atlas.model.vocabulary import ClaimField, State, Status, Word
from atlas.pages.page import PageContext


def describe_status(context: PageContext, record: Cooperation) -> Markup:
    """«Listed as active in December 2020 (6 years ago)»."""
    edition, gettext = context.edition, context.edition.language.gettext
    label, as_of = name_status(context, record), record.status.as_of
    age = describe_age(context, record)
    aged = Markup(' <span class="atlas-age">({})</span>').format(age) if age else Markup("")
    if as_of is None:
        text = gettext("{status}, no date of evidence")
        return Markup(text).format(status=label) + aged  # noqa: S704 - of our catalogues
    certain = "" if as_of.qualifier else as_of.text
    is_listed = record.status.code is Status.IMPLEMENTATION and not as_of.qualifier
    text = gettext("{status} in {date}") if is_listed else gettext("{status}, as of {date}")
    date_read = Date(edition.language.date(month_of(as_of)), certain)
    said = Markup(text).format(status=label, date=date_read)  # noqa: S704 - of our catalogues
    return said + aged


def describe_age(context: PageContext, record: Cooperation) -> str:
    """«6 years ago», the age of the evidence for the status; where all evidence is old
    (`evidence_age`), «6 years ago: nothing newer is known», or «last evidence 2014, 12 years ago:
    nothing newer is known» of what a claim says. Nothing of what has ended, which does not age."""
    as_of, today = record.status.as_of, context.site.today
    if record.status.code.state is State.ENDED:
        return ""
    latest = latest_evidence(record, today) if is_old(record, today) else None
    if latest is None:
        return _years_ago(context, as_of)
    ago = _years_ago(context, latest)
    if latest == as_of:
        return context._("{ago}: nothing newer is known").format(ago=ago)
    return context._("last evidence {date}, {ago}: nothing newer is known").format(
        date=context.edition.language.date(month_of(latest)), ago=ago
    )


def _years_ago(context: PageContext, when: EdtfDate | None) -> str:
    years = count_years(when, context.site.today) if when else 0
    return context.edition.language.years_ago(years) if years else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a cooperation stands, for a row of a table: its state, the words for it, and what is said
    beside them of the evidence."""

    state: State
    said: str
    beside: list[str]


def describe_standing(
    context: PageContext, record: Cooperation, left: Moment | None = None
) -> Standing:
    """«Ended: 2015», «Suspended, since 2022», «Planned», or as whom it is listed; «Left: 2014» on
    the page of somebody who `left` then. Beside it the date of the evidence and its age."""
    edition, code = context.edition, record.status.code
    as_of, age = record.status.as_of, describe_age(context, record)
    beside = [edition.moment(as_of).text] if as_of else []
    said = [name_status(context, record)]
    if left:
        said.insert(0, context._("Left: {date}").format(date=edition.language.moment(left)))
    elif age:
        beside.append(age)
    return Standing(State.ENDED if left else code.state, " · ".join(said), beside)


def say_ended(edition: Edition, end: Moment, ended: Word = State.ENDED) -> str:
    """«Ended in 2015»."""
    text = edition.language.gettext("{status} {when}")
    return text.format(status=edition.label(ended), when=edition.language.when(end))


def name_status(context: PageContext, record: Cooperation) -> str:
    """«Suspended since 2 March 2022», «Closed in 2015», or what its status is called alone."""
    edition, code, since = context.edition, record.status.code, record.status.since
    label, end = edition.label(code), record.dates.actual_end if record.dates else None
    if code.state is State.ENDED and end:
        return say_ended(edition, end, code)
    if code.state is not State.PAUSED or since is None:
        return label
    if isinstance(since, Between):
        return edition.language.comma.join((label, edition.span(since, None)))
    is_day = since.precision == "day"
    text = context._("{status} since {day}") if is_day else context._("{status} since {date}")
    said = edition.language.date(since)
    return text.format(status=label, day=said, date=said)


def count_years(since: EdtfDate, today: date | None) -> int:
    """How many years ago a date was, to the nearest by months; 0 if that is less than a whole one,
    or no day is `today`.

    Days are left out of it, so that a page changes with the months and not with every build.
    """
    if today is None:
        return 0
    months = 12 * (today.year - since.first.year)
    if since.precision != "year":
        months += today.month - since.first.month
    return 0 if 0 <= months < 12 else (months + 6) // 12


def month_of(when: EdtfDate) -> EdtfDate:
    """The month of a date, or its year if no month is known."""
    shortened = "-".join(when.text.rstrip("~?%").split("-")[:2])
    return EdtfDate.parse(shortened + when.qualifier)


def find_later(record: Cooperation, today: date | None) -> list[Claim]:
    """The claims that may say more of where the cooperation stands than its status does: all
    evidence of a later time, and that of other sources on the status that bears no date."""
    seen = record.status.as_of
    return [
        claim
        for claim in find_evidence(record, today)
        if (claim.as_of and seen and claim.as_of.first > seen.last)
        or (
            claim.field is ClaimField.STATUS
            and not (claim.as_of and seen)
            and _is_other(claim, record)
        )
    ]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to a claim on the same page."""

    text: str
    anchor: str


def point_to_later(context: PageContext, record: Cooperation) -> Pointer | None:
    """«Later evidence: 2022», or that another source speaks of the status; nothing if none does."""
    later = find_later(record, context.site.today)
    if not later:
        return None
    newest = find_newest(one.as_of for one in later)
    claim = next(one for one in later if one.as_of == newest)
    text = context._("What another source says of it")
    if claim.as_of:
        latest = context.edition.language.date(month_of(claim.as_of))
        text = context._("Later evidence: {date}").format(date=latest)
    return Pointer(text, f"claim-{record.claims.index(claim) + 1}")


def _is_other(claim: Claim, record: Cooperation) -> bool:
    return claim.source != record.status.source
