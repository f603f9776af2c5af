"""Which cooperations are activities, and which of them IATI has no way to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.graph.relate import Atlas
from atlas.model import Cooperation, Moment
from atlas.model.vocabulary import Form, Role

DATE_TYPES = {"planned_start": "1", "actual_start": "2", "planned_end": "3", "actual_end": "4"}
"""IATI's ActivityDateType for each of a cooperation's dates."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids of the cooperations that are written, and of those that would be but for what nobody
    knows: a start (the standard wants one, planned or actual), a status of IATI's list (a tie that
    is dormant, or of which nothing is known, has none there)."""

    written: tuple[str, ...]
    undated: tuple[str, ...]
    unplaced: tuple[str, ...]


def select(atlas: Atlas) -> Selection:
    """Every cooperation with money in it, and every programme with all its parts."""
    written, undated, unplaced = [], [], []
    for id_, record in atlas.records.cooperations.items():
        if not _is_funded(record) and not _is_of_programme(atlas, id_):
            continue
        if not any(type_ in "12" for type_, _ in dates(record)):
            undated.append(id_)
        elif not record.status.code.code:
            unplaced.append(id_)
        else:
            written.append(id_)
    return Selection(tuple(written), tuple(undated), tuple(unplaced))


def dates(record: Cooperation) -> Iterator[tuple[str, Moment]]:
    """Type and moment of each date that the record has."""
    for name, type_ in DATE_TYPES.items():
        moment = getattr(record.dates, name, None)
        if moment is not None:
            yield type_, moment


def _is_funded(record: Cooperation) -> bool:
    """Whether money is in it, or somebody who gives some."""
    is_given = any(Role.FUNDING in party.roles for party in record.parties)
    return bool(record.budget or record.transactions or is_given)


def _is_of_programme(atlas: Atlas, id_: str) -> bool:
    """Whether it is a programme, or part of one, however far."""
    seen: set[str] = set()
    current: str | None = id_
    while current is not None and current not in seen:
        seen.add(current)
        record = atlas.records.cooperations[current]
        if record.form is Form.PROGRAMME:
            return True
        current = record.part_of
    return False
