"""What is said of the facts of a cooperation (facts.html), and what is not recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from atlas.graph.edition import Ref
from atlas.model import Agreement, Cooperation, Statement
from atlas.model.vocabulary import N_, AssignedBy
from atlas.pages import money
from atlas.pages.page import PageContext

_DATES = {
    "actual_start": N_("Start"),
    "actual_end": N_("End"),
    "planned_start": N_("Planned start"),
    "planned_end": N_("Planned end"),
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


def labels(context: PageContext, record: Cooperation) -> dict[str, object]:
    """What the template of the facts needs beside the record: its dates under their labels, and
    what is said of money, themes, goals and sectors."""
    return {
        "dates": [
            (context._(label), value)
            for name, label in _DATES.items()
            if (value := getattr(record.dates, name, None))
        ],
        "money": money.describe(context, record),
        "themes": theme_choices(context, record),
        "decided_and_signed": _part_agreements(context, record),
        "quotations": quotations(context, record),
        "targets": [link.target for link in record.goals if link.target],
        "assigned": {by: context._(label) for by, label in _ASSIGNED.items()},
    }


def theme_choices(context: PageContext, record: Cooperation) -> list[tuple[str, list[Ref]]]:
    """The themes behind who chose them: those of the source, then those of the editors."""
    chosen = {by: [x for x in record.theme_links if x.assigned_by is by] for by in _ASSIGNED}
    return [
        (context._(_ASSIGNED[by]), [context.edition.theme(link.theme) for link in links])
        for by, links in chosen.items()
        if links
    ]


def name_earlier_forms(context: PageContext, record: Cooperation) -> str:
    """«before: friendship», beside the form it has now; nothing if it had no other."""
    labels = [context.edition.label(one.form) for one in record.earlier_forms]
    forms = context.edition.language.listing(labels)
    return context._("before: {forms}").format(forms=forms) if labels else ""


def quotations(context: PageContext, record: Cooperation) -> list[tuple[str, list[Statement]]]:
    """What the sources say in their own words, behind what it is about; the empty left out."""
    stated: dict[str, list[Statement | None]] = {
        context._("Title, as stated"): [record.title_as_stated],
        context._("Type, as stated"): [
            *record.form_as_stated,
            *(one.as_stated for one in record.earlier_forms),
        ],
        context._("Partners, as stated"): [party.as_stated for party in record.parties],
        context._("Dates, as stated"): [record.dates.as_stated] if record.dates else [],
        context._("Agreements, as stated"): [one.as_stated for one in record.agreements],
        context._("Fields of action, as stated"): [*record.domains_as_stated],
        context._("Budget, as stated"): [one.as_stated for one in record.budget],
        context._("Transactions, as stated"): [one.as_stated for one in record.transactions],
    }
    found = ((label, [one for one in each if one]) for label, each in stated.items())
    return [(label, statements) for label, statements in found if statements]


def _part_agreements(
    context: PageContext, record: Cooperation
) -> list[tuple[str, list[Agreement]]]:
    """What was decided alone, and what was signed or may have been, each under its label."""
    decided = [one for one in record.agreements if one.decided and not one.signed]
    signed = [one for one in record.agreements if one.signed or not one.decided]
    parted = ((context._("Decisions"), decided), (context._("Agreements"), signed))
    return [(label, agreements) for label, agreements in parted if agreements]


def lists(
    context: PageContext, record: Cooperation
) -> list[tuple[str, Sequence[Mapping[str, str]]]]:
    """Objectives, activities, methods and results: label and items, the empty left out."""
    return [
        (context._(label), items)
        for name, label in _LISTS.items()
        if (items := getattr(record, name))
    ]


def list_unrecorded(context: PageContext, record: Cooperation) -> list[str]:
    """The names of facts of which the sources say nothing."""
    absent = {
        context._("dates"): not record.dates
        and not any(one.since or one.until for one in record.earlier_forms)
        and not any(one.signed or one.decided for one in record.agreements),
        context._("themes"): not record.themes,
        context._("date of the status"): record.status.as_of is None,
        context._("budget"): not (record.budget or record.transactions),
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
