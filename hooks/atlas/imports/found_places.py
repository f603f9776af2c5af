"""The place that each end of a row is, by its id, old or new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from atlas.files.register_tables import JOINT
from atlas.imports import new_ids, place_rows
from atlas.imports.claims import Claim
from atlas.imports.existing import Existing
from atlas.imports.judged_rows import JudgedRows, list_rows
from atlas.imports.listed_rows import ListedRow
from atlas.imports.questions import NO, YES, Question
from atlas.imports.towns import TownFinder
from atlas.model.vocabulary.registers import Query


@dataclass
class FoundPlaces:
    """`ids` of the places that claims speak of, all `claims` by those ids, and questions.

    `renamed` are ids of places that people said are others, and what those are called.
    """

    ids: dict[Claim, str] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    renamed: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)


def find_places(judged: JudgedRows, existing: Existing) -> FoundPlaces:
    """Find the place of every end, and ask where it is not sure."""
    finder = TownFinder((claim for _, *ends in judged.rows for claim in ends), existing.known)
    towns = finder.list_towns()
    names = {town: place_rows.choose_name(town.claims) for town in towns}
    ids = new_ids.name_towns(names, existing.known, existing.taken)
    same = [one for one in existing.questions if one.kind == Query.SAME_PLACE]
    found = FoundPlaces(renamed=_join(same, existing))
    for town, id_ in ids.items():
        id_ = found.renamed.get(id_, id_)
        found.claims[id_].extend(town.claims)
        found.ids.update(dict.fromkeys(town.claims, id_))
    rows_of: defaultdict[Claim, list[ListedRow]] = defaultdict(list)
    for row, *ends in judged.rows:
        for claim in ends:
            rows_of[claim].append(row)
    for one, other in finder.find_questions(existing.id):
        rows = [row for town in (one, other) for claim in town.claims for row in rows_of[claim]]
        pair = (ids.get(town) or (town.known.id if town.known else "") for town in (one, other))
        found.questions.append(_ask(sorted(pair), rows))
    return found


def _ask(pair: Sequence[str], rows: Sequence[ListedRow]) -> Question:
    first = min(rows, key=lambda row: (row.file, row.row))
    of_file = list_rows(row for row in rows if row.file == first.file)
    return Question(Query.SAME_PLACE, first.file, of_file, JOINT.join(pair), NO)


def _join(answered: Iterable[Question], existing: Existing) -> dict[str, str]:
    """For places that people said are others, in answers or as former ids of records, what those
    are called: a record's id before a row's, and one that is known before one that would be new."""
    known = {one.id for one in existing.known}
    renamed = dict(existing.former)
    for question in answered:
        if question.decision != YES:
            continue
        pair = (renamed.get(id_, id_) for id_ in question.what.split(JOINT))
        kept, *others = sorted(
            pair, key=lambda id_: (id_ not in existing.taken, id_ not in known, id_)
        )
        for other in {*others} - {kept}:
            renamed.update({id_: kept for id_, name in renamed.items() if name == other})
            renamed[other] = kept
    return renamed
