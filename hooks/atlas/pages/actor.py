"""The page of an actor: what it is, where, its members, its ties."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.model import Actor, Member
from atlas.model.vocabulary import ACTOR_KINDS, ACTOR_TYPES
from atlas.pages import collection, names, sources
from atlas.pages.cooperation_table import partner
from atlas.pages.page import Page, PageContext, describe

SECTION = "actors"


def pages(context: PageContext) -> Iterator[Page]:
    """One page per actor."""
    for id_ in context.edition.atlas.records.actors:
        yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the actor `id_`."""
    edition = context.edition
    record = edition.atlas.records.actors[id_]
    name = edition.actor(id_).name
    lead = context.render(
        "actor.html",
        type=context._(ACTOR_TYPES[record.type].label),
        kind=context._(ACTOR_KINDS[record.kind].label) if record.kind else "",
        who=partner(context, id_),
        seat=edition.place(record.seat) if record.seat else None,
        part_of=edition.actor(record.part_of) if record.part_of else None,
        acronyms=record.acronyms,
        names=names.of(context, record.names, record.names_as_stated),
        members=[_member(context, member) for member in record.members],
        member_counts=_member_counts(context, record),
        website=record.website,
        wikidata=record.wikidata,
        notes=sources.notes(context, record.notes),
    )
    after = context.render("cited.html", sources=sources.citations(context, record.sources))
    return Page(
        SECTION,
        id_,
        name,
        describe(context._("Cooperations of {actor} across borders.").format(actor=name.text)),
        collection.body(
            context,
            path=f"{SECTION}/{id_}/",
            key=f"{SECTION}/{id_}",
            name=f"actor-{id_}",
            title=context._("Cooperations: {name}").format(name=name.text),
            cooperations=edition.atlas.by_actor.get(id_, ()),
            interactive=False,
            lead=lead,
            after=after,
        ),
    )


def _member(context: PageContext, member: Member) -> tuple[object, str]:
    return context.edition.actor(member.actor), context.edition.span(member.since, member.until)


def _member_counts(
    context: PageContext, record: Actor
) -> list[tuple[str, object, sources.SourceView]]:
    edition = context.edition
    return [
        (
            edition.language.number(count.value),
            edition.moment(count.as_of) if count.as_of else "",
            sources.source(context, count.source),
        )
        for count in record.member_counts
    ]
