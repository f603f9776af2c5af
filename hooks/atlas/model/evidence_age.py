"""When evidence is old: by the form of a cooperation, and by its age (`Form.evidence_years`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from atlas.model.cooperation import Claim, Cooperation
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import Rank, State


def find_evidence(record: Cooperation, today: date | None) -> Iterator[Claim]:
    """The claims that are evidence: those that the record does not turn down. What one says of a
    day to come is none `today`."""
    for claim in record.claims:
        is_to_come = claim.as_of and today and claim.as_of.first > today
        if claim.rank is not Rank.DEPRECATED and not is_to_come:
            yield claim


def latest_evidence(record: Cooperation, today: date | None) -> EdtfDate | None:
    """The date of the newest evidence for a cooperation: of its status, or of a claim."""
    return find_newest([record.status.as_of, *(one.as_of for one in find_evidence(record, today))])


def find_newest(dates: Iterable[EdtfDate | None]) -> EdtfDate | None:
    """The date that reaches latest, of those that are known."""
    known = (one for one in dates if one)
    return max(known, key=lambda one: (one.last, one.first), default=None)


def is_old(record: Cooperation, today: date | None) -> bool:
    """Whether the newest evidence is older than the form allows for; without a day, never.

    What has ended does not age, and neither does a form that is over once it was held.
    """
    years, latest = record.form.evidence_years, latest_evidence(record, today)
    if not (today and years and latest) or record.status.code.state is State.ENDED:
        return False
    last = latest.last
    return (today.year - years, today.month, today.day) > (last.year, last.month, last.day)
