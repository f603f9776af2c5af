"""The page of an actor: what it is, where, its members, its ties."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages import collection
from atlas.pages.cooperation_table import partner
from atlas.pages.page import Page, PageContext

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
    return collection.page(
        context,
        SECTION,
        id_,
        name,
        context._("Cooperations of {actor} across borders.").format(actor=name.text),
        scene=f"actor-{id_}",
        cooperations=edition.atlas.by_actor.get(id_, ()),
        interactive=False,
        lead=context.render("actor.html", record=record, who=partner(context, id_)),
        after=context.render("cited.html", sources=record.sources),
    )
