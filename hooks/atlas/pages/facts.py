"""The facts of a cooperation, each under its label, and what is not recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from atlas.edition import Quote, Ref, Text
from atlas.model import Agreement, Budget, Cooperation, GoalLink, OfficeHolder
from atlas.pages.page import Desk
from atlas.vocabulary import GOALS, N_, STATUSES, AssignedBy, BudgetPer

_DATES = {
    "actual_start": N_("Start"),
    "actual_end": N_("End"),
    "planned_start": N_("Planned start"),
    "planned_end": N_("Planned end"),
}
_PER = {
    BudgetPer.TOTAL: N_("in total"),
    BudgetPer.PARTNERSHIP: N_("per partnership"),
    BudgetPer.YEAR: N_("per year"),
}
_ASSIGNED = {
    AssignedBy.SOURCE: N_("chosen by the source"),
    AssignedBy.EDITOR: N_("assigned by the editors"),
}
_LISTS = {
    "objectives": N_("Objectives"),
    "activities": N_("Activities"),
    "methods": N_("Methods"),
    "results": N_("Results"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line under a fact: a main text, what qualifies it, the words of the source."""

    main: object
    details: tuple[object, ...] = ()
    quote: Quote | None = None
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its lines."""

    label: str
    lines: list[Line]


def of(desk: Desk, record: Cooperation) -> list[Fact]:
    """Every fact that is recorded, in reading order."""
    found = [
        Fact(desk._("Dates"), _dates(desk, record)),
        Fact(desk._("Agreements"), [_agreement(desk, record, one) for one in record.agreements]),
        Fact(desk._("Status"), [_status(desk, record)]),
        Fact(
            desk._("Fields of action, as stated"),
            [Line(desk.edition.quote(one)) for one in record.domains_as_stated],
        ),
        Fact(desk._("Sustainable Development Goals"), [_goal(desk, one) for one in record.goals]),
        Fact(desk._("OECD DAC sectors"), _sectors(desk, record)),
        Fact(desk._("Budget"), [_budget(desk, record, one) for one in record.budget]),
        Fact(
            desk._("Takes place in"),
            [Line(place.name, ref=place) for place in map(desk.edition.place, record.locations)],
        ),
        Fact(
            desk._("Office-holders"), [_holder(desk, record, one) for one in record.office_holders]
        ),
    ]
    return [fact for fact in found if fact.lines]


def lists(desk: Desk, record: Cooperation) -> list[tuple[str, list[Text]]]:
    """Objectives, activities, methods and results: label and items, the empty left out."""
    return [
        (desk._(label), [desk.edition.text(item) for item in getattr(record, name)])
        for name, label in _LISTS.items()
        if getattr(record, name)
    ]


def unrecorded(desk: Desk, record: Cooperation) -> list[str]:
    """The names of facts of which the sources say nothing."""
    absent = {
        desk._("dates"): not record.dates and not any(a.signed for a in record.agreements),
        desk._("themes"): not record.themes,
        desk._("date of the status"): record.status.as_of is None,
        desk._("budget"): not record.budget,
        desk._("results"): not record.results,
        desk._("Sustainable Development Goals"): not record.goals,
    }
    return [name for name, is_absent in absent.items() if is_absent]


def every_text(record: Cooperation) -> Iterator[Mapping[str, str]]:
    """Every translated text that the record must have in each language."""
    yield record.title
    yield record.summary
    for name in _LISTS:
        yield from getattr(record, name)


def _dates(desk: Desk, record: Cooperation) -> list[Line]:
    dates = record.dates
    if dates is None:
        return []
    lines = [
        Line(desk.edition.moment(value), (desk._(label),))
        for name, label in _DATES.items()
        if (value := getattr(dates, name))
    ]
    if dates.as_stated:
        lines.append(Line(desk._("as stated"), quote=desk.edition.quote(dates.as_stated)))
    return lines


def _agreement(desk: Desk, record: Cooperation, agreement: Agreement) -> Line:
    edition = desk.edition
    details: list[object] = []
    if agreement.signed:
        details.append(
            desk._("signed %(date)s") % {"date": edition.language.moment(agreement.signed)}
        )
    if agreement.signed_at:
        place = edition.place(agreement.signed_at)
        link = Markup('<a href="{}{}">{}</a>').format(desk.base, place.path, place.name)
        details.append(Markup("{}").format(desk._("in %(place)s")) % {"place": link})
    quote = edition.quote(agreement.as_stated) if agreement.as_stated else None
    details += _mark(desk, record, agreement.source)
    return Line(edition.text(agreement.instrument), tuple(details), quote)


def _status(desk: Desk, record: Cooperation) -> Line:
    status = record.status
    as_of = desk.edition.moment(status.as_of) if status.as_of else desk._("no date of evidence")
    return Line(
        desk._(STATUSES[status.code].label),
        (as_of, desk.edition.text(status.evidence), *_mark(desk, record, status.source)),
    )


def _mark(desk: Desk, record: Cooperation, source: str | None) -> list[object]:
    """A link to the source of one fact, by its number in the list at the foot of the page.

    A record with one source needs none: everything in it rests on that one.
    """
    cited = [citation.source for citation in record.sources]
    if source not in cited or len(cited) == 1:
        return []
    text = desk._("source %(number)s") % {"number": cited.index(source) + 1}
    return [Markup('<a href="#source-{}">{}</a>').format(source, text)]


def _goal(desk: Desk, link: GoalLink) -> Line:
    name = desk.edition.own(f"{link.goal}. {desk._(GOALS[link.goal])}")
    details = [link.target] if link.target else []
    ref = Ref(str(link.goal), name, f"goals/{link.goal}/")
    return Line(name, (*details, desk._(_ASSIGNED[link.assigned_by])), ref=ref)


def _sectors(desk: Desk, record: Cooperation) -> list[Line]:
    """Each code, and behind the last of a kind who assigned them."""
    lines = []
    for assigned_by, label in _ASSIGNED.items():
        links = [link for link in record.dac_sectors if link.assigned_by is assigned_by]
        for link in links:
            details = (desk._(label),) if link is links[-1] else ()
            lines.append(Line(desk.edition.sector(link.code), details))
    return lines


def _budget(desk: Desk, record: Cooperation, budget: Budget) -> Line:
    amount = desk.edition.language.money(budget.amount, budget.currency)
    if budget.approximate:
        amount = desk._("about %(amount)s") % {"amount": amount}
    details: list[object] = [desk._(_PER[budget.per])]
    if budget.note:
        details.append(desk.edition.text(budget.note))
    details += _mark(desk, record, budget.source)
    quote = desk.edition.quote(budget.as_stated) if budget.as_stated else None
    return Line(amount, tuple(details), quote)


def _holder(desk: Desk, record: Cooperation, holder: OfficeHolder) -> Line:
    edition = desk.edition
    actor = edition.actor(holder.actor)
    link = Markup('<a href="{}{}">{}</a>').format(desk.base, actor.path, actor.name)
    details: list[object] = [edition.text(holder.office), link]
    if holder.acted:
        details.append(edition.text(holder.acted))
    details += _mark(desk, record, holder.source)
    return Line(holder.name, tuple(details))
