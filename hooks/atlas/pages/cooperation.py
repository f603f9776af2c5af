"""The page of one cooperation: everything its record says, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.graph.edition import Quote, Ref, Text
from atlas.model import Cooperation, Party
from atlas.model.vocabulary import RELATIONS, ROLES, Role, Translation
from atlas.pages import facts, page_footer, sources
from atlas.pages.cooperation_table import Partner, form_label, partner
from atlas.pages.map_embed import picture_of, unpinned
from atlas.pages.page import Page, PageContext, by_name, describe

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


def pages(context: PageContext) -> Iterator[Page]:
    """One page per cooperation."""
    for id_ in context.edition.atlas.records.cooperations:
        yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the cooperation `id_`."""
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    title, summary = edition.text(record.title), edition.text(record.summary)
    scene = edition.atlas.scene(f"cooperation-{id_}", [id_], [])
    body = context.render(
        "cooperation.html",
        form=form_label(context, record.form),
        form_quotes=[edition.quote(one) for one in record.form_as_stated],
        title_quote=record.title_as_stated and edition.quote(record.title_as_stated),
        notices=_notices(context, record),
        summary=summary,
        parties=[_party(context, party) for party in record.parties],
        parties_open=record.parties_open,
        funders=_funders(context, record),
        themes=[edition.theme(theme) for theme in record.themes],
        countries=sorted(
            (edition.country(code) for code in edition.atlas.countries_of[id_]), key=by_name
        ),
        facts=facts.recorded(context, record),
        lists=facts.lists(context, record),
        map=picture_of(context, scene, title.text),
        unpinned=unpinned(context, [id_]),
        whole=[edition.cooperation(record.part_of)] if record.part_of else [],
        parts_of=[edition.cooperation(part) for part in edition.atlas.parts.get(id_, ())],
        related=_related(context, id_, record),
        claims=sources.claims(context, record),
        notes=sources.notes(context, record.notes),
        sources=sources.citations(context, record.sources),
        unrecorded=facts.unrecorded(context, record),
        trust=page_footer.footer(
            context, f"{SECTION}/{id_}/", title.text, [id_], key=f"{SECTION}/{id_}", cited=True
        ),
    )
    return Page(SECTION, id_, title, describe(summary.text), body)


def _notices(context: PageContext, record: Cooperation) -> list[str]:
    """What a reader must know of the language of these texts."""
    edition, code = context.edition, context.edition.language.code
    notices = []
    if record.translations.get(code) is Translation.MACHINE:
        notices.append(
            context._("The texts of this page were translated by machine and await a human check.")
        )
    if any(edition.text(texts).foreign for texts in facts.every_text(record)):
        notices.append(
            context._("Some texts are not available in this language yet; the original is shown.")
        )
    return notices


def _party(context: PageContext, party: Party) -> PartyView:
    edition = context.edition
    roles = edition.language.listing(context._(ROLES[role].label) for role in party.roles)
    return PartyView(
        who=partner(context, party.actor),
        roles=roles,
        span=edition.span(party.since, party.until),
        quote=edition.quote(party.as_stated) if party.as_stated else None,
        note=edition.text(party.note) if party.note else None,
    )


def _funders(context: PageContext, record: Cooperation) -> list[Ref]:
    return [context.edition.actor(p.actor) for p in record.parties if Role.FUNDING in p.roles]


def _related(context: PageContext, id_: str, record: Cooperation) -> list[RelatedView]:
    edition = context.edition
    own = [
        RelatedView(
            context._(RELATIONS[link.relation][0]),
            edition.cooperation(link.cooperation),
            edition.text(link.note) if link.note else None,
        )
        for link in record.related
    ]
    stated = {(link.relation, link.cooperation) for link in record.related}
    return own + [
        RelatedView(context._(RELATIONS[relation][1]), edition.cooperation(other))
        for relation, other in edition.atlas.pointed_at.get(id_, ())
        if (relation, other) not in stated
    ]
