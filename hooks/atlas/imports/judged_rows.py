"""Rows of which both ends are towns in a country of today; the others, and why they are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from atlas.imports.claims import Claim, Judge, Judged, describe_end, is_fit
from atlas.imports.listed_rows import ListedRow
from atlas.imports.nearness import Point
from atlas.imports.questions import Question, Refused
from atlas.imports.spellings import clean, fold_name
from atlas.imports.towns import Known
from atlas.imports.wrong_columns import refuse_wrong_columns
from atlas.model.vocabulary.registers import Query, Refusal

_MOST_NAMES = 4
"""Names that one point may stand beside; more, and a geocoder gave it for want of a better one."""

_MOST_ROWS = 8
"""As many numbers of rows a question names."""


@dataclass
class JudgedRows:
    """Rows with the claims of both ends; rows that were `refused`, and what of the others was
    `left_out`; and questions."""

    rows: list[tuple[ListedRow, Claim, Claim]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    left_out: list[Refused] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def judge_rows(rows: Sequence[ListedRow], judge: Judge, known: Iterable[Known]) -> JudgedRows:
    """Look at both ends of every row.

    Raises InputError if a column holds what belongs to other towns.
    """
    judged = [(row, judge.judge(row.a), judge.judge(row.b)) for row in rows if not row.is_withdrawn]
    refuse_wrong_columns(judged)
    shared = _find_shared_points(judged, known)
    found = JudgedRows()
    found.refused = [refuse(row, Refusal.WITHDRAWN) for row in rows if row.is_withdrawn]
    unclear: defaultdict[str, list[tuple[ListedRow, Judged]]] = defaultdict(list)
    for row, a, b in judged:
        for end, of_end in ((row.a, a), (row.b, b)):
            if of_end.countries:
                unclear[describe_end(end)].append((row, of_end))
            if of_end.is_unreadable:
                found.left_out.append(refuse(row, Refusal.POINT_UNREADABLE))
            elif of_end.is_outside:
                found.left_out.append(refuse(row, Refusal.POINT_ELSEWHERE))
            elif of_end.claim and of_end.claim.listed_point in shared:
                found.left_out.append(refuse(row, Refusal.POINT_SHARED))
        if a.claim is None or b.claim is None:
            found.refused.append(refuse(row, a.refusal or b.refusal or Refusal.NAME_BLANK))
        else:
            found.rows.append((row, _unpin(a.claim, shared), _unpin(b.claim, shared)))
    found.questions = [_ask_country(what, asked) for what, asked in unclear.items()]
    return found


def refuse(row: ListedRow, reason: Refusal) -> Refused:
    """A row as it stands among those that were left out."""
    ends = (row.a.name, row.a.country, row.b.name, row.b.country)
    return Refused(row.file, str(row.row), str(reason), *map(_quote, ends))


def _quote(text: str) -> str:
    """What a cell says, as far as it may stand here: no line of more than a record's."""
    written = clean(text)
    return written if is_fit(written) else "…"


def _ask_country(what: str, asked: Sequence[tuple[ListedRow, Judged]]) -> Question:
    row, judged = asked[0]
    return Question(
        Query.COUNTRY,
        row.file,
        list_rows(row for row, _ in asked),
        what,
        " ".join(judged.countries),
    )


def list_rows(rows: Iterable[ListedRow]) -> str:
    """The numbers of the first few rows."""
    return " ".join(map(str, sorted({row.row for row in rows})[:_MOST_ROWS]))


def _find_shared_points(
    judged: Iterable[tuple[ListedRow, Judged, Judged]], known: Iterable[Known]
) -> set[Point]:
    """The points that stand beside more names than one place has."""
    names: defaultdict[Point, set[str]] = defaultdict(set)
    for _, *ends in judged:
        for end in ends:
            if end.claim and end.claim.listed_point:
                names[end.claim.listed_point].add(fold_name(end.claim.name))
    for place in known:
        if place.point is not None and place.point in names:
            names[place.point].add(fold_name(place.name))
    return {point for point, found in names.items() if len(found) > _MOST_NAMES}


def _unpin(claim: Claim, shared: set[Point]) -> Claim:
    """A claim without the point if it is one of those that many share."""
    is_shared = claim.listed_point in shared
    return replace(claim, point=None, listed_point=None) if is_shared else claim
