"""The page of an actor: its ties, and what it is. A town and its authority share one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.parties import ancestors
from atlas.graph.tally import find_left
from atlas.model import Place
from atlas.pages import collection, listed_section, lives, long_list, notices, opening
from atlas.pages.cooperation_table import partner
from atlas.pages.page import Page, PageContext, sort_by_name

SECTION = "actors"


def ids(context: PageContext) -> Iterable[str]:
    """The id of every actor: each has one page."""
    return context.edition.atlas.records.actors


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the actor `id_`."""
    yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the actor `id_`, and of the place that it stands for alone."""
    edition, atlas = context.edition, context.edition.atlas
    record = atlas.records.actors[id_]
    name, who = edition.actor(id_).name, partner(context, id_)
    town = atlas.town_of.get(id_)
    place = atlas.records.places[town] if town else None
    cooperations = atlas.by_actor.get(id_, ())
    here = [] if town is None else sorted({*atlas.by_place.get(town, ())} - {*cooperations})
    subjects = [(SECTION, id_), *([(Place.folder, town)] if town else [])]
    cited = {one.source: one for one in [*record.sources, *(place.sources if place else ())]}
    return collection.page(
        context,
        SECTION,
        id_,
        name,
        context._("Cooperations of {actor} across borders.").format(actor=name.text),
        scene=f"actor-{id_}",
        cooperations=cooperations,
        own=id_,
        here=here,
        about={*atlas.pins_of_actor[id_], *([town] if town else [])},
        compare=f"compare/?a=place:{town}" if town else f"compare/?a=actor:{id_}",
        interactive=False,
        lead=context.render(
            "actor.html",
            record=record,
            who=who,
            turns=lives.describe(context, *subjects),
            within=_within(context, town) if town else [],
        ),
        opening=opening.summarise(
            context,
            cooperations,
            [ref.id for ref in who.all_countries],
            find_left(atlas, SECTION, id_, cooperations),
        ),
        listed=listed_section.of_place(context, town) if town else listed_section.NOTHING,
        details=context.render(
            "actor_details.html",
            record=record,
            place=place,
            members=long_list.group_by_country(context, record.members, lambda one: one.actor),
            notices=notices.of_remarks(context, record, *([place] if place else [])),
            notes=notices.list_notes(record, *([place] if place else [])),
            contains=sort_by_name(map(edition.place, atlas.children.get(town, ()))) if town else [],
            actors=[
                ref
                for ref in sort_by_name(map(edition.actor, atlas.actors_at.get(town or "", ())))
                if ref.id != id_
            ],
        ),
        after=context.render("cited.html", sources=list(cited.values())),
    )


def _within(context: PageContext, place: str) -> list[object]:
    """Links to the places that a place lies in, the nearest first."""
    edition = context.edition
    return [
        edition.place(one) for one in ancestors(edition.atlas.records.places, place) if one != place
    ]
