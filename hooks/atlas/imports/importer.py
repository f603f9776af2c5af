"""Rows that others listed become a register: which towns, which ties, what is refused and asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from atlas.checks.borders import Borders
from atlas.imports import dates, place_ids, places, ties
from atlas.imports.claims import Judge
from atlas.imports.existing import Existing
from atlas.imports.judged_rows import JudgedRows, judge_rows, refuse
from atlas.imports.placed import Placed, place
from atlas.imports.questions import NO, YES, Question, Refused, renew
from atlas.imports.register import RegisterRows
from atlas.imports.rows import ListedRow
from atlas.imports.ties import Pair, PairStatements
from atlas.model.vocabulary.registers import Points, Query, Refusal


@dataclass(frozen=True)
class Settings:
    """What is said of all rows: when they were listed, and what those mean that say nothing."""

    as_of: str
    points: Points = Points.SOURCE
    form: str = ""


@dataclass
class Outcome:
    """What an import makes of rows: the register's `rows` anew, and what is to be told.

    `countries` are those of all places by id. `merged` are rows that say the same as others,
    `left_out` points that were not taken over, `gone` ties that are no longer listed.
    """

    rows: RegisterRows
    countries: dict[str, str]
    questions: list[Question]
    refused: list[Refused]
    left_out: list[Refused]
    merged: int
    gone: list[str]


def bring_in(
    rows: Sequence[ListedRow], existing: Existing, borders: Borders, settings: Settings
) -> Outcome:
    """What the register holds when these rows have been brought in.

    Raises InputError if a column cannot be what it is taken for.
    """
    judge = Judge(borders, settings.points, _answers(existing, Query.COUNTRY))
    judged = judge_rows(rows, judge, existing.known)
    placed = place(judged, existing)
    said = _read_ties(existing, placed.renamed, settings.form)
    listed, merged = _add_rows(said, judged, placed, existing, settings.as_of)
    ids = _name_pairs(said, existing, placed.renamed)
    years = _answers(existing, Query.YEAR)
    found = dates.find_placeholders(one.starts for one in said.values())
    placeholders = {*found, *(year for year, one in years.items() if one == YES)}
    placeholders -= {year for year, one in years.items() if one == NO}
    new = RegisterRows(_write_places(said, placed, existing, settings.as_of))
    for pair, one in said.items():
        id_ = ids[pair]
        new.ties[id_] = ties.write_cells(one, id_, pair, settings.form, placeholders)
        if not one.stated and len(one.first) == 1:
            new.first[id_] = min(one.first)
    asked = [*judged.questions, *placed.questions, *_ask_about_years(found, rows)]
    countries = {one.id: one.countries[0] for one in existing.known}
    return Outcome(
        new,
        countries | {id_: cells["country"] for id_, cells in new.places.items()},
        renew(existing.questions, asked),
        judged.refused,
        judged.left_out,
        merged,
        sorted(ids[pair] for pair in _find_gone(said, listed, settings.as_of)),
    )


def _answers(existing: Existing, kind: Query) -> dict[str, str]:
    """What people decided, by what they were asked."""
    return {
        one.what: one.decision for one in existing.questions if one.kind == kind and one.decision
    }


def _read_ties(
    existing: Existing, renamed: Mapping[str, str], form: str
) -> dict[Pair, PairStatements]:
    """What the register says of every pair, by the ids that its places have now."""
    found: dict[Pair, PairStatements] = {}
    for id_, cells in existing.rows.ties.items():
        first = [existing.rows.first[id_]] if id_ in existing.rows.first else []
        said = ties.read_cells(cells, first, form)
        _add(found, renamed.get(cells["a"], cells["a"]), renamed.get(cells["b"], cells["b"]), said)
    return found


def _add(found: dict[Pair, PairStatements], one: str, other: str, said: PairStatements) -> None:
    """Add what is `said` of a pair, unless both are the same place."""
    if one == other:
        return
    pair = min(one, other), max(one, other)
    turned = said if one < other else ties.turn(said)
    found.setdefault(pair, PairStatements(said.as_of)).unite(turned)


def _add_rows(
    said: dict[Pair, PairStatements],
    judged: JudgedRows,
    placed: Placed,
    existing: Existing,
    as_of: str,
) -> tuple[set[Pair], int]:
    """Add what rows say. Gives the pairs they speak of, and how many rows name one of them again.

    Rows of one place, or of one that was taken out, go to those that are refused.
    """
    listed: set[Pair] = set()
    taken = 0
    for row, a, b in judged.rows:
        one, other = placed.ids[a], placed.ids[b]
        if one == other:
            judged.refused.append(refuse(row, Refusal.SAME_PLACE))
        elif not existing.removed.isdisjoint((one, other)):
            judged.refused.append(refuse(row, Refusal.REMOVED))
        else:
            taken += 1
            listed.add((min(one, other), max(one, other)))
            _add(said, one, other, ties.read_row(row, as_of))
    return listed, taken - len(listed)


def _name_pairs(
    pairs: Iterable[Pair], existing: Existing, renamed: Mapping[str, str]
) -> dict[Pair, str]:
    """The id of every pair: the one it has, else one made of its places'."""
    known = {
        (cells["a"], cells["b"]): id_
        for id_, cells in existing.rows.ties.items()
        if renamed.keys().isdisjoint((cells["a"], cells["b"]))
    }
    return {pair: known.get(pair) or place_ids.name_pair(*pair) for pair in pairs}


def _write_places(
    pairs: Iterable[Pair], placed: Placed, existing: Existing, as_of: str
) -> dict[str, places.Cells]:
    """The rows of all places of pairs that have neither a record nor a row elsewhere."""
    elsewhere = {one.id for one in existing.known if one.register != existing.id}
    named = {id_ for pair in pairs for id_ in pair} - elsewhere
    dated: defaultdict[str, list[str]] = defaultdict(list)
    for cells in existing.rows.ties.values():
        for id_ in (cells["a"], cells["b"]):
            dated[id_].append(cells["as_of"])
    found: dict[str, places.Cells] = {}
    for id_ in sorted(named):
        before = existing.rows.places.get(id_)
        last = max(map(ties.date_key, dated[id_]), default=("", ""))
        is_newer = ties.date_key(as_of) > last
        found[id_] = places.write_cells(id_, placed.claims[id_], before, is_newer=is_newer)
    return found


def _ask_about_years(years: Iterable[str], rows: Sequence[ListedRow]) -> list[Question]:
    return [Question(Query.YEAR, rows[0].file, "", year, YES) for year in years]


def _find_gone(said: Mapping[Pair, PairStatements], listed: Set[Pair], as_of: str) -> list[Pair]:
    """Pairs that earlier imports found and this one did not, where it speaks of a side of theirs.

    An import may read the list of one country alone.
    """
    places_of_rows = {id_ for pair in listed for id_ in pair}
    return [
        pair
        for pair, one in said.items()
        if pair not in listed
        and not places_of_rows.isdisjoint(pair)
        and ties.date_key(one.as_of) < ties.date_key(as_of)
    ]
