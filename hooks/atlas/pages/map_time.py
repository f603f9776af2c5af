"""What is said beside a map of time: how its ties stand, and the choice of what to see of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.scene import Scene
from atlas.maps import legend_of_time
from atlas.maps.legend_of_time import StateCounts
from atlas.model.vocabulary import NOW, State
from atlas.pages.page import PageContext
from atlas.pages.tallies import COUNTED_STATES


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is `ever` and `now`, counted in words, and what `now` leaves out."""

    ever: str
    now: str
    hidden: str


@dataclass(frozen=True, slots=True)
class MapTime:
    """The legend's entries for each state that is on the map, with a sample; a sample of places
    where nothing goes on; and the choice, if there is one. `labels` are those of the states."""

    entries: list[tuple[Markup, str]]
    places: Markup
    choice: Choice | None
    labels: dict[str, str]


def explain_time(
    context: PageContext, scene: Scene, others: Iterable[State] = (), *, is_chosen: bool = True
) -> MapTime:
    """All that stands beside a map of a scene, to which `others` may come later. What to see is
    chosen here (`is_chosen`) or elsewhere."""
    label = context.edition.label
    entries = legend_of_time.entries(scene, others)
    choice = _choice(context, scene) if is_chosen else None
    return MapTime(
        [(sample, label(state)) for state, sample in entries],
        legend_of_time.past_places(scene),
        choice,
        {state: label(state) for state, _ in entries if state is not State.ONGOING},
    )


def say_states(context: PageContext, counted: StateCounts, states: Iterable[State]) -> str:
    """How many stand in each of the states: "2 planned, 5 ended"; of none, nothing."""
    counts = [
        context.edition.ngettext(*COUNTED_STATES[state], counted.states[state])
        for state in states
        if counted.states[state]
    ]
    return context.edition.language.comma.join(counts)


def _choice(context: PageContext, scene: Scene) -> Choice | None:
    """None where all or nothing is of now."""
    tallies = legend_of_time.count_cooperations(scene), legend_of_time.count_listed(scene)
    both = tallies[0] + tallies[1]
    if both.now in (0, both.ever):
        return None
    past = [state for state in State if state not in NOW]
    hidden = context._("Not shown: {states}")
    return Choice(
        _count(context, *(tally.ever for tally in tallies)),
        _count(context, *(tally.now for tally in tallies)),
        hidden.format(states=say_states(context, both, past)),
    )


def _count(context: PageContext, cooperations: int, listed: int) -> str:
    counted = context.edition.ngettext
    found = []
    if cooperations or not listed:
        found.append(counted("{n} cooperation", "{n} cooperations", cooperations))
    if listed:
        found.append(counted("{n} listed tie", "{n} listed ties", listed))
    return context.edition.language.comma.join(found)
