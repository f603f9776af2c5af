"""The page of an actor: what it is, where, its members, its ties."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.model import Actor, Member
from atlas.pages import collection, names, sourced
from atlas.pages.page import Desk, Page, described
from atlas.pages.ties import partner
from atlas.vocabulary import ACTOR_KINDS, ACTOR_TYPES

SECTION = "actors"


def pages(desk: Desk) -> Iterator[Page]:
    """One page per actor."""
    for id_ in desk.edition.atlas.records.actors:
        yield page(desk, id_)


def page(desk: Desk, id_: str) -> Page:
    """The page of the actor `id_`."""
    edition = desk.edition
    record = edition.atlas.records.actors[id_]
    name = edition.actor(id_).name
    lead = desk.render(
        "actor.html",
        type=desk._(ACTOR_TYPES[record.type].label),
        kind=desk._(ACTOR_KINDS[record.kind].label) if record.kind else "",
        who=partner(desk, id_),
        seat=edition.place(record.seat) if record.seat else None,
        part_of=edition.actor(record.part_of) if record.part_of else None,
        acronyms=record.acronyms,
        names=names.of(desk, record.names, record.names_as_stated),
        members=[_member(desk, member) for member in record.members],
        member_counts=_member_counts(desk, record),
        website=record.website,
        wikidata=record.wikidata,
        notes=sourced.notes(desk, record.notes),
    )
    after = desk.render("cited.html", sources=sourced.citations(desk, record.sources))
    return Page(
        SECTION,
        id_,
        name,
        described(desk._("Cooperations of %(actor)s across borders.") % {"actor": name.text}),
        collection.body(
            desk,
            path=f"{SECTION}/{id_}/",
            key=f"{SECTION}/{id_}",
            name=f"actor-{id_}",
            title=desk._("Cooperations: %(name)s") % {"name": name.text},
            cooperations=edition.atlas.by_actor.get(id_, ()),
            interactive=False,
            lead=lead,
            after=after,
        ),
    )


def _member(desk: Desk, member: Member) -> tuple[object, str]:
    return desk.edition.actor(member.actor), desk.edition.span(member.since, member.until)


def _member_counts(desk: Desk, record: Actor) -> list[tuple[str, object, sourced.SourceView]]:
    edition = desk.edition
    return [
        (
            edition.language.number(count.value),
            edition.moment(count.as_of) if count.as_of else "",
            sourced.source(desk, count.source),
        )
        for count in record.member_counts
    ]
