"""Checked records, related: who works with whom, where, on what. It cannot fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from atlas.graph import breadth, listed, lives
from atlas.graph.breadth import Breadth
from atlas.graph.country_pairs import Pairs, find_pairs
from atlas.graph.leaving import Leaving, find_leaving
from atlas.graph.lines import draw_ties, pins_of_actor, pins_of_cooperation
from atlas.graph.listed import Listed
from atlas.graph.lives import Lives
from atlas.graph.parties import (
    Index,
    actor_countries,
    actors_of,
    all_places_of_actor,
    ancestors,
    countries_beside,
    index,
    places_of_actor,
)
from atlas.graph.scene import ListedLine, Pin, Scene, Tie
from atlas.graph.towns import find_authorities
from atlas.model import (
    KINDS,
    Cooperation,
    Place,
    Record,
    Records,
    Source,
    iso_codes,
)
from atlas.model.fields import referring_fields
from atlas.model.vocabulary import Relation, State
from atlas.model.walk import parts


@dataclass(frozen=True, slots=True)
class Atlas:
    """The records and every way through them.

    Each index maps a code or id to the ids of its cooperations, in the order of the ids. A
    territory's cooperations stand under its state too; a place's under the places it lies in.
    `by_source` does so for the records of each folder that name the source anywhere.
    `pins_of_actor` are the places with a point that stand for an actor: its territory's, else its
    seat. `pins_of` are those at which a cooperation is drawn. `authority_of` has for a place the
    actor that stands for it alone, and `town_of` the other way round: the two have one page.
    `pairs_of` are the pairs of countries that a cooperation brings together, and `left` says who
    has left it, where somebody has. `places_in` are the places of a country. `lives` says which
    places and actors are no more, `breadth` what is shown of cooperations with many parties;
    `listed` is what registers list.
    """

    records: Records
    by_country: Index
    by_place: Index
    by_actor: Index
    by_theme: Index
    by_goal: Index
    countries_of: Index
    pairs_of: Mapping[str, Pairs]
    left: Mapping[str, Leaving]
    places_of: Index
    pins_of_actor: Index
    pins_of: Index
    ties: Mapping[str, tuple[Tie, ...]]
    parts: Index
    pointed_at: Mapping[str, tuple[tuple[Relation, str], ...]]
    children: Index
    actors_at: Index
    places_in: Index
    by_source: Mapping[str, Index]
    authority_of: Mapping[str, str]
    town_of: Mapping[str, str]
    lives: Lives
    breadth: Breadth
    listed: Listed

    def scene(
        self,
        name: str,
        cooperations: Iterable[str],
        countries: Iterable[str],
        listed: Iterable[str] = (),
        about: AbstractSet[str] | None = None,
    ) -> Scene:
        """The map of these cooperations and `listed` pairs. The given countries, which the page is
        about, are shown whole; the partners' are shaded with them. On a page `about` some places
        wide cooperations show their part alone."""
        at: dict[str, list[str]] = defaultdict(list)
        listed_at: dict[str, list[str]] = defaultdict(list)
        lines: list[ListedLine] = []
        ties: list[Tie] = []
        states: dict[str, State] = {}
        focus = tuple(countries)
        shaded = set(focus)
        for one in sorted(cooperations):
            pinned: Iterable[str] = self.pins_of[one]
            drawn: Iterable[Tie] = self.ties[one]
            if about is not None and self.breadth.is_wide(one):
                pinned, drawn = self.breadth.part_of_map(one, about)
            ties += drawn
            shaded.update(self.countries_of[one])
            for place in pinned:
                at[place].append(one)
        for id_ in sorted(listed):
            pair = self.listed.pairs[id_]
            ends = [place for place in (pair.a, pair.b) if self.records.places[place].coordinates]
            for place in ends:
                listed_at[place].append(id_)
            for place in (pair.a, pair.b):
                shaded.update(self.records.places[place].countries)
            states[id_] = pair.state
            if len(ends) == 2:
                lines.append(ListedLine(id_, pair.a, pair.b, pair.state))
        pins = tuple(
            self._pin(place, at[place], listed_at[place], states)
            for place in sorted({*at, *listed_at})
        )
        return Scene(name, pins, tuple(ties), tuple(sorted(shaded)), focus, tuple(lines))

    def state_at(self, cooperation: str, place: str) -> State:
        """How a cooperation stands at one of its places: over, where all have left it."""
        gone = self.left.get(cooperation)
        if gone and place in gone.places:
            return State.ENDED
        return self.records.cooperations[cooperation].status.code.state

    def within(self, place: str) -> set[str]:
        """A place and all that lie in it, however deep."""
        found, left = {place}, [place]
        while left:
            inner = {*self.children.get(left.pop(), ())} - found
            found |= inner
            left += inner
        return found

    def places_of_countries(self, codes: Iterable[str]) -> set[str]:
        """The places of these countries."""
        return {place for code in codes for place in self.places_in.get(code, ())}

    def _pin(
        self,
        place: str,
        cooperations: Sequence[str],
        listed: Sequence[str],
        states: Mapping[str, State],
    ) -> Pin:
        """The pin of a place; `states` are those of the listed pairs."""
        point = self.records.places[place].coordinates
        assert point is not None, "only places with a point are pinned"
        is_gone = place in self.lives.ended[Place.folder]
        stand = [(one, self.state_at(one, place)) for one in cooperations]
        stand += [(one, states[one]) for one in listed]
        others = tuple((one, state) for one, state in stand if state is not State.ONGOING)
        at = point.lat, point.lon
        return Pin(place, *at, tuple(cooperations), tuple(listed), is_gone, others)


def relate(records: Records) -> Atlas:
    """Work out every index once, in one pass over the records."""
    cooperations = records.cooperations.items()
    countries_of = {id_: tuple(sorted(_countries(records, one))) for id_, one in cooperations}
    places_of = {id_: tuple(sorted(_places(records, one))) for id_, one in cooperations}
    pins = {id_: pins_of_actor(records, actor) for id_, actor in records.actors.items()}
    pins_of = {id_: pins_of_cooperation(records, pins, one) for id_, one in cooperations}
    ties = {id_: tuple(draw_ties(pins, id_, one)) for id_, one in cooperations}
    authority_of = find_authorities(records)
    return Atlas(
        records=records,
        by_country=index(
            (wider, id_)
            for id_, codes in countries_of.items()
            for wider in iso_codes.with_states(codes)
        ),
        by_place=index((place, id_) for id_, places in places_of.items() for place in places),
        by_actor=index((actor, id_) for id_, one in cooperations for actor in actors_of(one)),
        by_theme=index((theme, id_) for id_, one in cooperations for theme in one.theme_ids),
        by_goal=index(
            (str(goal), id_) for id_, one in cooperations for goal in {g.goal for g in one.goals}
        ),
        countries_of=countries_of,
        pairs_of={id_: find_pairs(records, one) for id_, one in cooperations},
        left={id_: gone for id_, one in cooperations if (gone := find_leaving(records, one))},
        places_of=places_of,
        pins_of_actor=pins,
        pins_of=pins_of,
        ties=ties,
        parts=index((one.part_of, id_) for id_, one in cooperations if one.part_of),
        pointed_at=index(
            (link.cooperation, (link.relation, id_))
            for id_, one in cooperations
            for link in one.related
        ),
        children=index(
            (place.part_of, id_) for id_, place in records.places.items() if place.part_of
        ),
        actors_at=index(
            (place, id_)
            for id_, actor in records.actors.items()
            for place in all_places_of_actor(actor)
        ),
        places_in=index(
            (code, id_) for id_, place in records.places.items() for code in place.countries
        ),
        by_source={
            kind.folder: index(
                (source, id_)
                for id_, record in getattr(records, kind.folder).items()
                for source in _named_sources(record)
            )
            for kind in KINDS
        },
        authority_of=authority_of,
        town_of={actor: place for place, actor in authority_of.items()},
        lives=lives.relate(records, authority_of),
        breadth=breadth.measure(records.cooperations, pins_of, ties),
        listed=listed.relate(records),
    )


def _named_sources(record: Record) -> set[str]:
    """The sources that any part of a record rests on."""
    named = (
        getattr(part, name)
        for _, part in parts(record)
        for name in referring_fields(type(part), Source.folder)
    )
    return {source for source in named if source}


def _countries(records: Records, one: Cooperation) -> set[str]:
    of_parties = (actor_countries(records, party.actor) for party in one.parties)
    return countries_beside(records, one).union(*of_parties)


def _places(records: Records, one: Cooperation) -> set[str]:
    near = set(one.locations)
    for party in one.parties:
        near.update(places_of_actor(records.actors[party.actor]))
    return {wider for place in near for wider in ancestors(records.places, place)}
