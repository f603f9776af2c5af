"""The page of one cooperation: everything its record says, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.edition import Quote, Ref, Text
from atlas.model import Cooperation, Party
from atlas.pages import facts, sourced, trust
from atlas.pages.mapped import picture_of, unpinned
from atlas.pages.page import Desk, Page, by_name, described
from atlas.pages.ties import Partner, form_label, partner
from atlas.vocabulary import RELATIONS, ROLES, Role, Translation

SECTION = "cooperations"


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party: who, in which roles, since when, named how."""

    who: Partner
    roles: str
    span: str
    quote: Quote | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another cooperation, and how it bears on this one."""

    label: str
    ref: Ref
    note: Text | None = None


def pages(desk: Desk) -> Iterator[Page]:
    """One page per cooperation."""
    for id_ in desk.edition.atlas.records.cooperations:
        yield page(desk, id_)


def page(desk: Desk, id_: str) -> Page:
    """The page of the cooperation `id_`."""
    edition = desk.edition
    record = edition.atlas.records.cooperations[id_]
    title, summary = edition.text(record.title), edition.text(record.summary)
    scene = edition.atlas.scene(f"cooperation-{id_}", [id_], [])
    body = desk.render(
        "cooperation.html",
        form=form_label(desk, record.form),
        form_quotes=[edition.quote(one) for one in record.form_as_stated],
        title_quote=record.title_as_stated and edition.quote(record.title_as_stated),
        notices=_notices(desk, record),
        summary=summary,
        parties=[_party(desk, party) for party in record.parties],
        parties_open=record.parties_open,
        funders=_funders(desk, record),
        themes=[edition.theme(theme) for theme in record.themes],
        countries=sorted(
            (edition.country(code) for code in edition.atlas.countries_of[id_]), key=by_name
        ),
        facts=facts.of(desk, record),
        lists=facts.lists(desk, record),
        map=picture_of(desk, scene, title.text),
        unpinned=unpinned(desk, [id_]),
        whole=[edition.cooperation(record.part_of)] if record.part_of else [],
        parts_of=[edition.cooperation(part) for part in edition.atlas.parts.get(id_, ())],
        related=_related(desk, id_, record),
        claims=sourced.claims(desk, record),
        notes=sourced.notes(desk, record.notes),
        sources=sourced.citations(desk, record.sources),
        unrecorded=facts.unrecorded(desk, record),
        trust=trust.footer(
            desk, f"{SECTION}/{id_}/", title.text, [id_], key=f"{SECTION}/{id_}", cited=True
        ),
    )
    return Page(SECTION, id_, title, described(summary.text), body)


def _notices(desk: Desk, record: Cooperation) -> list[str]:
    """What a reader must know of the language of these texts."""
    edition, code = desk.edition, desk.edition.language.code
    notices = []
    if record.translations.get(code) is Translation.MACHINE:
        notices.append(
            desk._("The texts of this page were translated by machine and await a human check.")
        )
    if any(edition.text(texts).foreign for texts in facts.every_text(record)):
        notices.append(
            desk._("Some texts are not available in this language yet; the original is shown.")
        )
    return notices


def _party(desk: Desk, party: Party) -> PartyView:
    edition = desk.edition
    roles = edition.language.listing(desk._(ROLES[role].label) for role in party.roles)
    return PartyView(
        who=partner(desk, party.actor),
        roles=roles,
        span=edition.span(party.since, party.until),
        quote=edition.quote(party.as_stated) if party.as_stated else None,
        note=edition.text(party.note) if party.note else None,
    )


def _funders(desk: Desk, record: Cooperation) -> list[Ref]:
    return [desk.edition.actor(p.actor) for p in record.parties if Role.FUNDING in p.roles]


def _related(desk: Desk, id_: str, record: Cooperation) -> list[RelatedView]:
    edition = desk.edition
    own = [
        RelatedView(
            desk._(RELATIONS[link.relation][0]),
            edition.cooperation(link.cooperation),
            edition.text(link.note) if link.note else None,
        )
        for link in record.related
    ]
    stated = {(link.relation, link.cooperation) for link in record.related}
    return own + [
        RelatedView(desk._(RELATIONS[relation][1]), edition.cooperation(other))
        for relation, other in edition.atlas.pointed_at.get(id_, ())
        if (relation, other) not in stated
    ]
