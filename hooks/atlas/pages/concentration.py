"""Whose the cooperations are: whether one partner has so many of them that a reader must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.parties import actors_of
from atlas.graph.tally import tally
from atlas.model.vocabulary import ActorKind
from atlas.pages.page import PageContext, sort_by_name

LEAST_SHARE = 5
"""A partner in fewer than one of so many cooperations stands out from nobody."""

MOST_NAMES = 3
"""Partners with as many cooperations each that a sentence names; more are counted."""


def describe(context: PageContext, cooperations: Sequence[str]) -> Markup:
    """«14 of 27 cooperations come from one municipality: Saint-Josse-ten-Noode.», with a link.

    Partners that share the first place are named together. Nothing is said where nobody takes part
    in several cooperations, or in a fifth of them.
    """
    edition, records = context.edition, context.edition.atlas.records
    ids = tally(edition.atlas, cooperations).cooperations
    counted = Counter(actor for id_ in ids for actor in actors_of(records.cooperations[id_]))
    most = max(counted.values(), default=0)
    if most < 2 or most * LEAST_SHARE < len(ids):
        return Markup("")
    first = sorted(actor for actor, count in counted.items() if count == most)
    numbers = {
        "some": edition.language.number(most),
        "all": edition.language.number(len(ids)),
    }
    if len(first) > MOST_NAMES:
        several = edition.language.catalogue.ngettext(
            "{n} partner takes part in {some} of {all} cooperations.",
            "{n} partners each take part in {some} of {all} cooperations.",
            len(first),
        )
        return Markup(several).format(n=edition.language.number(len(first)), **numbers)  # noqa: S704 - of our catalogues
    return Markup(_choose_text(context, first)).format(  # noqa: S704 - of our catalogues
        **numbers, name=_join(context, first)
    )


def _choose_text(context: PageContext, first: Sequence[str]) -> str:
    if len(first) > 1:
        return context._("{name} each take part in {some} of {all} cooperations.")
    if context.edition.atlas.records.actors[first[0]].kind is ActorKind.MUNICIPALITY:
        return context._("{some} of {all} cooperations come from one municipality: {name}.")
    return context._("One organisation takes part in {some} of {all} cooperations: {name}.")


def _join(context: PageContext, actors: Sequence[str]) -> Markup:
    links = [
        Markup('<a href="{}{}">{}</a>').format(context.base, ref.path, ref.name)
        for ref in sort_by_name(_refer(context, actor) for actor in actors)
    ]
    listed = context.edition.language.listing(f"{{{at}}}" for at in range(len(links)))
    return Markup(listed).format(*links)  # noqa: S704 - of CLDR's patterns


def _refer(context: PageContext, actor: str) -> Ref:
    """A link to the page of an actor: by the name of the town, if it is one."""
    town = context.edition.atlas.town_of.get(actor)
    return context.edition.place(town) if town else context.edition.actor(actor)
