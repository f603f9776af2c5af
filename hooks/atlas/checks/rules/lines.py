"""Can the lines of a cooperation be drawn on its map, and if it has none, is that meant?"""

from __future__ import annotations

from collections.abc import Iterator

from atlas.checks.context import CheckContext
from atlas.checks.rule import in_context
from atlas.graph import lines
from atlas.graph.lines import Lineless
from atlas.graph.parties import opposite_parties
from atlas.i18n.messages import Message, msg, msg_plural
from atlas.i18n.problem import Problem
from atlas.model import Cooperation, Records
from atlas.model.vocabulary import Role, ties

_MOST_LINES = 5_000

_WITHOUT_A_TIE = frozenset({Role.MEMBER, Role.NETWORK, Role.PARTICIPANT, Role.CHAIR})
"""Roles which say that somebody belongs to a body or takes part, and has no tie of its own."""

_TOLD: dict[Lineless, tuple[Message, Message]] = {
    Lineless.BESIDE: (
        msg("no line joins the parties on the map: by their roles, sides and dates none are tied."),
        msg(
            "Give two that work together roles that tie them, such as {partner}, {lead}, or"
            " {provider} and {beneficiary}, and different sides: CONTRIBUTING.md says which tie.",
            **{
                str(role): str(role)
                for role in (Role.PARTNER, Role.LEAD, Role.PROVIDER, Role.BENEFICIARY)
            },
        ),
    ),
    Lineless.CROWD: (
        msg("no line joins the parties on the map: so many would be joined, each to each."),
        msg(
            "Give the one that the others work with the role {lead}, those of one side the same"
            " letter, or all of them the role {member}.",
            lead=str(Role.LEAD),
            member=str(Role.MEMBER),
        ),
    ),
}


@in_context
def ties_can_be_drawn(context: CheckContext) -> Iterator[Problem]:
    """The lines between the parties of a cooperation can be drawn on its map."""
    actors = context.known.actors
    places = {id_: len(actor.territory) or 1 for id_, actor in actors.items()}
    for cooperation in context.records.cooperations.values():
        most = sum(places.get(party.actor, 0) for party in cooperation.parties) ** 2 / 2
        if most <= _MOST_LINES:
            continue
        drawn = sum(
            places.get(left.actor, 0) * places.get(right.actor, 0)
            for left, right in opposite_parties(cooperation)
        )
        if drawn > _MOST_LINES:
            message = msg_plural(
                "the parties are joined by {number} line; expected at most {most}.",
                "the parties are joined by {number} lines; expected at most {most}.",
                drawn,
                most=_MOST_LINES,
            )
            hint = msg(
                "Give the parties of one side the same letter, or members the role {role}.",
                role="member",
            )
            yield context.problem(cooperation, ("parties",), message, hint)


@in_context
def lines_join_two_places(context: CheckContext) -> Iterator[Problem]:
    """A cooperation between two places on the map draws a line, unless its roles say of no tie."""
    for cooperation in context.records.cooperations.values():
        if not (_has_ends(cooperation) and _is_known(context.known, cooperation)):
            continue
        told = _TOLD.get(why) if (why := _explain(context.known, cooperation)) else None
        if told:
            yield context.problem(cooperation, ("parties",), *told, "warning")


def _explain(records: Records, one: Cooperation) -> Lineless | None:
    """Why it draws no line, if that is not meant."""
    pins = {
        party.actor: lines.pins_of_actor(records, records.actors[party.actor])
        for party in one.parties
    }
    if any(lines.draw_ties(pins, one.id, one)):
        return None
    why = lines.explain(one, pins, ())
    placed = [party for party in one.parties if pins[party.actor]]
    if why is Lineless.BESIDE and all(
        not ties(party.roles) and _WITHOUT_A_TIE.intersection(party.roles) for party in placed
    ):
        return None
    return why


def _has_ends(one: Cooperation) -> bool:
    """Whether all parties are known, and as many may be tied as its form needs: another rule says
    where they are not."""
    tying = [party for party in one.parties if ties(party.roles)]
    actors = {party.actor for party in tying}
    ends = actors - {party.actor for party in tying if party.succeeds in actors}
    return not one.parties_open and (len(ends) > 1 or not one.form.two_ended)


def _is_known(records: Records, one: Cooperation) -> bool:
    """Whether all that it names is there: else another rule says so."""
    actors = [records.actors.get(party.actor) for party in one.parties]
    return all(
        actor is not None
        and records.places.keys() >= {*actor.territory, *filter(None, [actor.seat])}
        for actor in actors
    )
