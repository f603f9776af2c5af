"""Which records the home page shows: cooperations of different kinds, and names to search for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from atlas.graph.edition import Ref
from atlas.graph.parties import Index
from atlas.graph.relate import Atlas
from atlas.model import Cooperation
from atlas.model.vocabulary import Form, FormGroup, State
from atlas.pages.page import PageContext
from atlas.pages.status import find_later


def _is_tie_with_later_evidence(record: Cooperation) -> bool:
    return record.form.two_ended and any(claim.as_of for claim in find_later(record, None))


def _has_ended(record: Cooperation) -> bool:
    return record.status.code.state is State.ENDED


def _is_of_many(record: Cooperation) -> bool:
    return record.form is Form.PROGRAMME or record.form.group is FormGroup.NETWORK


RANGE: tuple[Callable[[Cooperation], bool], ...] = (
    _is_tie_with_later_evidence,
    _has_ended,
    _is_of_many,
)
"""What one example each is to show. Where no record does, another takes its place."""


def choose_cooperations(atlas: Atlas) -> list[str]:
    """Cooperations that show the range of the atlas, one for each of `RANGE`.

    Each is of another form than those before it if one is; then one whose evidence bears a date,
    one that shares few countries with them, one of the latest evidence.
    """
    chosen: list[str] = []
    for fits in RANGE:
        candidates = atlas.records.cooperations.keys() - {*chosen}
        if candidates:
            chosen.append(min(candidates, key=lambda id_: _rank(atlas, id_, chosen, fits)))
    return chosen


def _rank(
    atlas: Atlas, id_: str, chosen: list[str], fits: Callable[[Cooperation], bool]
) -> tuple[object, ...]:
    records = atlas.records.cooperations
    record, as_of = records[id_], records[id_].status.as_of
    shown = {code for one in chosen for code in atlas.countries_of[one]}
    return (
        not fits(record),
        record.form in {records[one].form for one in chosen},
        as_of is None,
        len(shown.intersection(atlas.countries_of[id_])),
        -as_of.last.toordinal() if as_of else 0,
        id_,
    )


def choose_names(context: PageContext) -> list[Ref]:
    """What somebody might look for: the two towns with the most cooperations, of two countries, a
    theme, and a country of neither town."""
    edition, atlas = context.edition, context.edition.atlas
    towns: list[str] = []
    countries: set[str] = set()
    for place in _rank_by_count(atlas.by_place, atlas.authority_of):
        here = atlas.records.places[place].countries
        if len(towns) < 2 and countries.isdisjoint(here):
            towns.append(place)
            countries.update(here)
    themes = _rank_by_count(atlas.by_theme, atlas.by_theme)
    others = _rank_by_count(atlas.by_country, atlas.by_country.keys() - countries)
    return [
        *map(edition.place, towns),
        *map(edition.theme, themes[:1]),
        *map(edition.country, others[:1]),
    ]


def _rank_by_count(index: Index, ids: Iterable[str]) -> list[str]:
    """Those of the ids that have cooperations: with the most first, then the shortest."""
    counted = {id_: len(index.get(id_, ())) for id_ in ids}
    return sorted(
        (id_ for id_, count in counted.items() if count),
        key=lambda id_: (-counted[id_], len(id_), id_),
    )
