"""One cooperation as an IATI activity: its elements in the order of the standard's schema."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator

from atlas.model import Cooperation, Moment, first_day, last_day
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import Role
from atlas.site import web_uri
from atlas.site.contents import SiteContents
from atlas.site.iati import identifiers, selection
from atlas.site.iati.documents import add_documents
from atlas.site.iati.elements import (
    LANG,
    add,
    add_organisation,
    add_texts,
    is_day,
    iso,
    join_lines,
    narrate,
)
from atlas.site.iati.money import add_budgets, add_transactions
from atlas.site.iati.places import add_places

_GENERAL, _OBJECTIVES, _OTHER = "1", "2", "4"
"""In IATI's DescriptionType."""

_ACCOUNTABLE, _IMPLEMENTING = Role.ACCOUNTABLE.code, Role.IMPLEMENTING.code

_NEAREST = {Role.LEAD: _ACCOUNTABLE, Role.CHAIR: _ACCOUNTABLE, Role.BENEFICIARY: ""}
"""IATI's OrganisationRole that comes nearest to a role of ours which is none of its four: who leads
answers for the outcome; who only receives takes no part; all others carry it out together."""

_DAC, _GOALS, _TARGETS, _OWN = "1", "2", "3", "99"
"""In IATI's SectorVocabulary the first, in its TagVocabulary the others."""


def make(site: SiteContents, id_: str, written: Collection[str]) -> ET.Element:
    """The activity of a cooperation; `written` are the ids of all that stand in the document.

    Office-holders stay out, and so does every address of people. There is no `default-flow-type`,
    as no record tells one.
    """
    context, records = site.contexts[0], site.atlas.records
    record = records.cooperations[id_]
    activity = ET.Element(
        "iati-activity",
        {
            LANG: next(iter(record.title)),
            "last-updated-datetime": context.changed_at(id_).isoformat(),
            "linked-data-uri": web_uri.encode(context.address(f"cooperations/{id_}/")),
        },
    )
    add(activity, "iati-identifier").text = identifiers.identify(site, id_)
    identifiers.add_reporter(activity, site)
    add_texts(activity, "title", record.title)
    _add_descriptions(activity, record)
    for actor, role in _find_roles(record):
        add_organisation(activity, "participating-org", records.actors[actor], role)
    identifiers.add_other_identifiers(activity, site, id_, record)
    add(activity, "activity-status", code=record.status.code.code)
    for type_, moment in selection.dates(record):
        _add_date(activity, site, type_, moment)
    add_places(activity, records, record)
    _add_subjects(activity, site, record)
    add_budgets(activity, site, id_)
    add_transactions(activity, site, id_)
    add_documents(activity, site, id_)
    identifiers.add_related(activity, site, id_, written)
    return activity


def _add_descriptions(activity: ET.Element, record: Cooperation) -> None:
    add_texts(activity, "description", record.summary, _GENERAL)
    if objectives := join_lines(record.objectives):
        add_texts(activity, "description", objectives, _OBJECTIVES)
    if others := join_lines([*record.activities, *record.results]):
        add_texts(activity, "description", others, _OTHER)


def _find_roles(record: Cooperation) -> Iterator[tuple[str, str]]:
    """Actor and role of each who takes part, for every role that it has.

    The standard wants one at least: where all only receive, they carry it out.
    """
    found = {
        (party.actor, code): None
        for party in record.parties
        for role in party.roles
        if (code := role.code or _NEAREST.get(role, _IMPLEMENTING))
    }
    yield from found or {(party.actor, _IMPLEMENTING): None for party in record.parties}


def _add_date(activity: ET.Element, site: SiteContents, type_: str, moment: Moment) -> None:
    """A date as the first day, of an end as the last, that it may be; in words too where it is no
    day for sure, as the standard advises (activity-date: «e.g. 2011Q1»)."""
    days = first_day(moment), last_day(moment)
    day = (days[0] or days[1]) if type_ in "12" else (days[1] or days[0])
    assert day is not None, "the model refuses a moment without both ends"
    node = add(activity, "activity-date", iso_date=iso(day), type=type_)
    if not isinstance(moment, EdtfDate) or not is_day(moment):
        narrate(node, {one.language.code: one.moment(moment).text for one in site.editions})


def _add_subjects(activity: ET.Element, site: SiteContents, record: Cooperation) -> None:
    """Sectors, which the standard has before tags; goals and their targets; the atlas's themes.

    Shares of sectors in percent are left out, since no record tells them.
    """
    for code in dict.fromkeys(one.code for one in record.dac_sectors):
        add(activity, "sector", vocabulary=_DAC, code=code)
    for goal in dict.fromkeys(str(one.goal) for one in record.goals):
        add(activity, "tag", vocabulary=_GOALS, code=goal)
    for target in dict.fromkeys(one.target for one in record.goals if one.target):
        add(activity, "tag", vocabulary=_TARGETS, code=target)
    uri = web_uri.encode(site.contexts[0].address("themes/"))
    for theme in dict.fromkeys(record.theme_ids):
        tag = add(activity, "tag", vocabulary=_OWN, vocabulary_uri=uri, code=theme)
        narrate(tag, site.atlas.records.themes[theme].names)
