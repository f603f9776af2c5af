"""The facts of a cooperation, each under its label, and what is not recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from atlas.graph.edition import Quote, Ref, Text
from atlas.model import Agreement, Budget, Cooperation, GoalLink, OfficeHolder
from atlas.model.vocabulary import GOALS, N_, STATUSES, AssignedBy, BudgetPer
from atlas.pages.page import PageContext

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
class FactLine:
    """One line under a fact: a main text, what qualifies it, the words of the source."""

    main: object
    details: tuple[object, ...] = ()
    quote: Quote | None = None
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its lines."""

    label: str
    lines: list[FactLine]


def recorded(context: PageContext, record: Cooperation) -> list[Fact]:
    """Every fact that is recorded, in reading order."""
    found = [
        Fact(context._("Dates"), _dates(context, record)),
        Fact(
            context._("Agreements"), [_agreement(context, record, one) for one in record.agreements]
        ),
        Fact(context._("Status"), [_status(context, record)]),
        Fact(
            context._("Fields of action, as stated"),
            [FactLine(context.edition.quote(one)) for one in record.domains_as_stated],
        ),
        Fact(
            context._("Sustainable Development Goals"),
            [_goal(context, one) for one in record.goals],
        ),
        Fact(context._("OECD DAC sectors"), _sectors(context, record)),
        Fact(context._("Budget"), [_budget(context, record, one) for one in record.budget]),
        Fact(
            context._("Takes place in"),
            [
                FactLine(place.name, ref=place)
                for place in map(context.edition.place, record.locations)
            ],
        ),
        Fact(
            context._("Office-holders"),
            [_holder(context, record, one) for one in record.office_holders],
        ),
    ]
    return [fact for fact in found if fact.lines]


def lists(context: PageContext, record: Cooperation) -> list[tuple[str, list[Text]]]:
    """Objectives, activities, methods and results: label and items, the empty left out."""
    return [
        (context._(label), [context.edition.text(item) for item in getattr(record, name)])
        for name, label in _LISTS.items()
        if getattr(record, name)
    ]


def unrecorded(context: PageContext, record: Cooperation) -> list[str]:
    """The names of facts of which the sources say nothing."""
    absent = {
        context._("dates"): not record.dates and not any(a.signed for a in record.agreements),
        context._("themes"): not record.themes,
        context._("date of the status"): record.status.as_of is None,
        context._("budget"): not record.budget,
        context._("results"): not record.results,
        context._("Sustainable Development Goals"): not record.goals,
    }
    return [name for name, is_absent in absent.items() if is_absent]


def every_text(record: Cooperation) -> Iterator[Mapping[str, str]]:
    """Every translated text that the record must have in each language."""
    yield record.title
    yield record.summary
    for name in _LISTS:
        yield from getattr(record, name)


def _dates(context: PageContext, record: Cooperation) -> list[FactLine]:
    dates = record.dates
    if dates is None:
        return []
    lines = [
        FactLine(context.edition.moment(value), (context._(label),))
        for name, label in _DATES.items()
        if (value := getattr(dates, name))
    ]
    if dates.as_stated:
        lines.append(FactLine(context._("as stated"), quote=context.edition.quote(dates.as_stated)))
    return lines


def _agreement(context: PageContext, record: Cooperation, agreement: Agreement) -> FactLine:
    edition = context.edition
    details: list[object] = []
    if agreement.signed:
        details.append(
            context._("signed {date}").format(date=edition.language.moment(agreement.signed))
        )
    if agreement.signed_at:
        place = edition.place(agreement.signed_at)
        link = Markup('<a href="{}{}">{}</a>').format(context.base, place.path, place.name)
        details.append(escape(context._("in {place}")).format(place=link))
    quote = edition.quote(agreement.as_stated) if agreement.as_stated else None
    details += _mark(context, record, agreement.source)
    return FactLine(edition.text(agreement.instrument), tuple(details), quote)


def _status(context: PageContext, record: Cooperation) -> FactLine:
    status = record.status
    as_of = (
        context.edition.moment(status.as_of) if status.as_of else context._("no date of evidence")
    )
    return FactLine(
        context._(STATUSES[status.code].label),
        (as_of, context.edition.text(status.evidence), *_mark(context, record, status.source)),
    )


def _mark(context: PageContext, record: Cooperation, source: str | None) -> list[object]:
    """A link to the source of one fact, by its number in the list at the foot of the page.

    A record with one source needs none: everything in it rests on that one.
    """
    cited = [citation.source for citation in record.sources]
    if source not in cited or len(cited) == 1:
        return []
    text = context._("source {number}").format(number=cited.index(source) + 1)
    return [Markup('<a href="#source-{}">{}</a>').format(source, text)]


def _goal(context: PageContext, link: GoalLink) -> FactLine:
    name = context.edition.own(f"{link.goal}. {context._(GOALS[link.goal])}")
    details = [link.target] if link.target else []
    ref = Ref(str(link.goal), name, f"goals/{link.goal}/")
    return FactLine(name, (*details, context._(_ASSIGNED[link.assigned_by])), ref=ref)


def _sectors(context: PageContext, record: Cooperation) -> list[FactLine]:
    """Each code, and behind the last of a kind who assigned them."""
    lines = []
    for assigned_by, label in _ASSIGNED.items():
        links = [link for link in record.dac_sectors if link.assigned_by is assigned_by]
        for link in links:
            details = (context._(label),) if link is links[-1] else ()
            lines.append(FactLine(context.edition.sector(link.code), details))
    return lines


def _budget(context: PageContext, record: Cooperation, budget: Budget) -> FactLine:
    amount = context.edition.language.money(budget.amount, budget.currency)
    if budget.approximate:
        amount = context._("about {amount}").format(amount=amount)
    details: list[object] = [context._(_PER[budget.per])]
    if budget.note:
        details.append(context.edition.text(budget.note))
    details += _mark(context, record, budget.source)
    quote = context.edition.quote(budget.as_stated) if budget.as_stated else None
    return FactLine(amount, tuple(details), quote)


def _holder(context: PageContext, record: Cooperation, holder: OfficeHolder) -> FactLine:
    edition = context.edition
    actor = edition.actor(holder.actor)
    link = Markup('<a href="{}{}">{}</a>').format(context.base, actor.path, actor.name)
    details: list[object] = [edition.text(holder.office), link]
    if holder.acted:
        details.append(edition.text(holder.acted))
    details += _mark(context, record, holder.source)
    return FactLine(holder.name, tuple(details))
