"""The money in an activity: budgets by period, and what was promised, paid or spent."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date, timedelta

from atlas.model import Transaction
from atlas.model.edtf_date import EdtfDate
from atlas.model.money import of_periods, period
from atlas.model.vocabulary import ActorType, TransactionType
from atlas.site.contents import SiteContents
from atlas.site.iati.elements import add, add_organisation, add_texts, is_day, iso, narrate, say

_INDICATIVE = "1"
"""In IATI's BudgetStatus: an estimate that binds nobody. That one is more, no record says."""

_LONGEST = timedelta(days=366)


def add_budgets(activity: ET.Element, site: SiteContents, id_: str) -> None:
    """Each budget for a period of known ends of at most a year: the standard has no others.

    What is given for the whole, or for each partnership, stands in the atlas's own tables alone; it
    is not divided into years that nobody has told.
    """
    for one in of_periods(site.atlas.records.cooperations[id_].budget):
        first, last = period(one) or (None, None)
        if first is None or last is None or last - first >= _LONGEST:
            continue
        node = add(activity, "budget", status=_INDICATIVE)
        add(node, "period-start", iso_date=iso(first))
        add(node, "period-end", iso_date=iso(last))
        _add_value(node, one.amount, one.currency, one.value_date or first)


def add_transactions(activity: ET.Element, site: SiteContents, id_: str) -> None:
    """Each transaction, of the first day that it may be of; a month or a year is said in words."""
    for one in site.atlas.records.cooperations[id_].transactions:
        node = add(activity, "transaction")
        add(node, "transaction-type", code=one.type.code)
        add(node, "transaction-date", iso_date=iso(one.date.first))
        _add_value(node, one.amount, one.currency, one.value_date or one.date)
        if described := _describe(site, one):
            add_texts(node, "description", described)
        # Of one who is not named the standard assumes that it is the reporting organisation.
        is_incoming = one.type is TransactionType.INCOMING_FUNDS
        _add_side(node, site, "provider-org", one.provider, is_assumed=not is_incoming)
        _add_side(node, site, "receiver-org", one.receiver, is_assumed=is_incoming)


def _add_value(node: ET.Element, amount: str, currency: str, by: EdtfDate | date) -> None:
    """An amount, with the day by which it would be changed: the record's own, else the first day of
    the period or of the transaction, as in the standard's examples."""
    day = by.first if isinstance(by, EdtfDate) else by
    add(node, "value", currency=currency, value_date=iso(day)).text = amount


def _describe(site: SiteContents, one: Transaction) -> dict[str, str]:
    """What it was for, behind its date where that is no day."""
    notes: Iterable[tuple[str, str]] = (one.note or {}).items()
    if is_day(one.date):
        return dict(notes)
    editions = {edition.language.code: edition for edition in site.editions}
    said = {code: edition.moment(one.date).text for code, edition in editions.items()}
    described = {
        code: f"{said[code]}{editions[code].language.colon}{text}" if code in said else text
        for code, text in notes
    }
    return said | described


def _add_side(
    node: ET.Element, site: SiteContents, name: str, actor: str | None, *, is_assumed: bool
) -> None:
    if actor is not None:
        add_organisation(node, name, site.atlas.records.actors[actor])
    elif is_assumed:
        narrate(add(node, name), say(site, ActorType.UNKNOWN.label))
