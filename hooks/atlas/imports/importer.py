"""Rows that others listed become a register: which towns, which ties, what is refused and asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from atlas.checks.borders import Borders
from atlas.i18n.messages import Label, Message, msg, sequence
from atlas.imports import dates, pair_statements, place_rows
from atlas.imports.claims import Judge
from atlas.imports.existing import Existing
from atlas.imports.found_places import FoundPlaces, find_places
from atlas.imports.input_error import InputError
from atlas.imports.judged_rows import judge_rows
from atlas.imports.listed_pairs import ListedPairs
from atlas.imports.listed_rows import ListedRow
from atlas.imports.questions import NO, YES, Question, Refused, renew
from atlas.imports.register_rows import RegisterRows
from atlas.model.vocabulary.registers import Points, Query, Refusal


@dataclass(frozen=True)
class Settings:
    """What is said of all rows: when they were listed, and what those mean that say nothing."""

    as_of: str
    points: Points = Points.SOURCE
    form: str = ""


@dataclass
class ImportOutcome:
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
) -> ImportOutcome:
    """What the register holds when these rows have been brought in.

    Raises InputError if a column cannot be what it is taken for, or no row says enough.
    """
    judge = Judge(borders, settings.points, _answers(existing, Query.COUNTRY))
    judged = judge_rows(rows, judge, existing.known)
    places = find_places(judged, existing)
    pairs = ListedPairs(existing, places.renamed, settings.form)
    merged = pairs.add_rows(judged, places, settings.as_of)
    if not pairs.said:
        raise InputError(_describe_refusals(judged.refused))
    years = dates.find_placeholders(said.starts for said in pairs.said.values())
    answers = _answers(existing, Query.YEAR)
    placeholders = {year for year in {*years, *answers} if answers.get(year) != NO}
    written = {
        id_: pair_statements.write_cells(said, id_, pair, settings.form, placeholders)
        for pair, said in pairs.said.items()
        if (id_ := pairs.name(pair))
    }
    first = {
        pairs.name(pair): min(said.first)
        for pair, said in pairs.said.items()
        if not said.stated and len(said.first) == 1
    }
    new = RegisterRows(_write_places(pairs, places, existing, settings.as_of), written, first)
    asked = [*judged.questions, *places.questions]
    asked += [Question(Query.YEAR, rows[0].file, "", year, YES) for year in years]
    countries = {one.id: one.countries[0] for one in existing.known}
    return ImportOutcome(
        new,
        countries | {id_: cells["country"] for id_, cells in new.places.items()},
        renew(existing.questions, asked),
        judged.refused,
        judged.left_out,
        merged,
        pairs.find_gone(settings.as_of),
    )


def _describe_refusals(refused: Sequence[Refused]) -> Message:
    """That nothing is left of the rows, and why."""
    reasons = Counter(one.reason for one in refused)
    why = (
        msg("{reason} ({number})", reason=Label(Refusal(reason).label), number=number)
        for reason, number in reasons.most_common()
    )
    return msg("no row can be taken over: {reasons}", reasons=sequence(*why))


def _answers(existing: Existing, kind: Query) -> dict[str, str]:
    """What people decided, by what they were asked."""
    return {
        one.what: one.decision for one in existing.questions if one.kind == kind and one.decision
    }


def _write_places(
    pairs: ListedPairs, places: FoundPlaces, existing: Existing, as_of: str
) -> dict[str, place_rows.Cells]:
    """The rows of all places of pairs that have neither a record nor a row elsewhere."""
    elsewhere = {one.id for one in existing.known if one.register != existing.id}
    named = {id_ for pair in pairs.said for id_ in pair} - elsewhere
    dated: defaultdict[str, list[str]] = defaultdict(list)
    for cells in existing.rows.ties.values():
        for id_ in (cells["a"], cells["b"]):
            dated[id_].append(cells["as_of"])
    found: dict[str, place_rows.Cells] = {}
    for id_ in sorted(named):
        before = existing.rows.places.get(id_)
        last = max(map(dates.date_key, dated[id_]), default=("", ""))
        is_newer = dates.date_key(as_of) > last
        found[id_] = place_rows.write_cells(id_, places.claims[id_], before, is_newer=is_newer)
    return found
