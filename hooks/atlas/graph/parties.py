"""Who takes part in a cooperation, where they are, and who stands opposite whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations_with_replacement, islice, product
from typing import Any, TypeVar

from atlas.model import Actor, Cooperation, Party, Place, Records, first_day, last_day
from atlas.model.vocabulary import ActorType, Role, State, Tying, is_tied, ties

Index = Mapping[str, tuple[str, ...]]

TIES_PER_PARTY = 10
"""So many ties a cooperation has at most for each party that may be tied: all of a star, however
large, and all between each two of 21. Beyond that its parties stand beside one another: nobody says
of two among sixty that they have a tie, and lines each to each would grow with the square."""

_Value = TypeVar("_Value", bound=Any)


def index(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    """What belongs to each key, each once and sorted, in the order of the keys."""
    found: dict[str, set[_Value]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: tuple(sorted(values)) for key, values in sorted(found.items())}


def actors_of(record: Cooperation) -> list[str]:
    """Who takes part, each once, in the record's order."""
    return list(dict.fromkeys(party.actor for party in record.parties))


def actor_countries(records: Records, actor: str) -> set[str]:
    """The countries an actor belongs to: those of its places, and those it states.

    The seat of a body of many countries, such as the European Union, makes it none of its host's.
    """
    record = records.actors[actor]
    is_of_many = record.type is ActorType.MULTILATERAL
    places = record.territory if is_of_many else all_places_of_actor(record)
    return set(record.countries).union(*(records.places[place].countries for place in places))


def countries_beside(records: Records, record: Cooperation) -> set[str]:
    """The countries that a cooperation concerns or takes place in, apart from its parties'."""
    return {*record.countries}.union(*(records.places[p].countries for p in record.locations))


def places_of_actor(record: Actor) -> list[str]:
    """The places an actor stands for: its territory, else, but for a body of many countries, its
    seat."""
    if record.territory or record.seat is None or record.type is ActorType.MULTILATERAL:
        return record.territory
    return [record.seat]


def all_places_of_actor(record: Actor) -> set[str]:
    """Its territory and its seat."""
    return {*record.territory, *([record.seat] if record.seat else [])}


def ancestors(places: Mapping[str, Place], place: str) -> Iterator[str]:
    """The place and every place it lies in, the nearest first."""
    current: str | None = place
    while current is not None:
        yield current
        current = places[current].part_of


def predecessors(record: Cooperation, actor: str) -> list[str]:
    """Whose place an actor took in a cooperation, as a source says."""
    return [one.succeeds for one in record.parties if one.actor == actor and one.succeeds]


def successors(record: Cooperation, actor: str) -> list[str]:
    """Who took the place of an actor in a cooperation, as a source says."""
    return [one.actor for one in record.parties if one.succeeds == actor]


def order_by_weight(record: Cooperation) -> list[str]:
    """Who takes part, those first whose role few have: the body of a network before its members.
    Last come those who do no more than to give money."""
    having = Counter(role for party in record.parties for role in party.roles)
    weight: dict[str, tuple[bool, int]] = {}
    for party in record.parties:
        own = set(party.roles) == {Role.FUNDING}, min(having[role] for role in party.roles)
        weight[party.actor] = min(own, weight.get(party.actor, own))
    return sorted(weight, key=weight.__getitem__)


def opposite_parties(record: Cooperation) -> list[tuple[Party, Party]]:
    """Every two parties that the cooperation ties, in the record's order: on different sides, at
    the same time, in roles that tie (`vocabulary.is_tied`); none of a crowd (`is_crowd`)."""
    found = _find_tied(record)
    if len(found) > _most_tied(record):
        return []
    return [(record.parties[left], record.parties[right]) for left, right in sorted(found)]


def is_crowd(record: Cooperation) -> bool:
    """Whether so many parties would be tied, each to each, that no two of them are."""
    return len(_find_tied(record)) > _most_tied(record)


def state_of_tie(record: Cooperation, left: Party, right: Party) -> State:
    """How the tie of two parties stands: it has ended if one of the two has left."""
    return State.ENDED if left.until or right.until else record.status.code.state


def _most_tied(record: Cooperation) -> int:
    if len(record.parties) <= 2 * TIES_PER_PARTY + 1:
        return len(record.parties) ** 2  # so few are no crowd
    return TIES_PER_PARTY * sum(1 for party in record.parties if ties(party.roles))


def _find_tied(record: Cooperation) -> list[tuple[int, int]]:
    """The places in `parties` of every two that are tied; of a crowd, as many as show it."""
    return list(islice(_tied(record), _most_tied(record) + 1))


def _tied(record: Cooperation) -> Iterator[tuple[int, int]]:
    """The places in `parties` of every two that are tied.

    Looks only at parties that may be: of hundreds with one lead, at the lead with each.
    """
    parties, sides = record.parties, _sides(record)
    alike: dict[frozenset[Tying], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, party in enumerate(parties):
        if tying := ties(party.roles):
            alike[tying][sides[party.actor]].append(at)
    is_led = any(Tying.LEADS in tying for tying in alike)
    for one, other in combinations_with_replacement(alike, 2):
        if not is_tied(one, other, is_led):
            continue
        for side, here in alike[one].items():
            opposite = (there for facing, there in alike[other].items() if facing != side)
            for left, right in product(here, chain.from_iterable(opposite)):
                is_new = left < right or one != other
                if is_new and _met(parties[left], parties[right]):
                    yield min(left, right), max(left, right)


def _met(left: Party, right: Party) -> bool:
    """Whether both may have taken part at the same time."""
    if not left.until and not right.until:
        return True
    pairs = ((left.until, right.since), (right.until, left.since))
    known = ((last_day(until), first_day(since)) for until, since in pairs)
    return all(left >= joined for left, joined in known if left and joined)


def _sides(record: Cooperation) -> dict[str, str]:
    """The side of each actor: the one it states, else that of whom it succeeds, else its own."""
    sides = {party.actor: party.side for party in record.parties if party.side}
    succeeded = {party.actor: party.succeeds for party in record.parties if party.succeeds}
    for party in record.parties:
        origin, seen = party.actor, {party.actor}
        while origin not in sides and succeeded.get(origin, origin) not in seen:
            origin = succeeded[origin]
            seen.add(origin)
        sides[party.actor] = sides.get(origin, origin)
    return sides
