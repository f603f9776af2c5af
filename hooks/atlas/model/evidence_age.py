"""When evidence is old: by the form of a cooperation, and by its age (`Form.evidence_years`)."""

from __future__ import annotations

from datetime import date

from atlas.model.cooperation import Cooperation
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import Rank, State


def latest_evidence(record: Cooperation, today: date | None = None) -> EdtfDate | None:
    """The date of the newest evidence for a cooperation: of its status, or of a claim that the
    record does not turn down. What a claim says of a day to come is no evidence `today`."""
    claimed = (one.as_of for one in record.claims if one.rank is not Rank.DEPRECATED)
    dates = [one for one in claimed if one and not (today and one.first > today)]
    if record.status.as_of:
        dates.append(record.status.as_of)
    return max(dates, key=lambda one: (one.last, one.first), default=None)


def is_old(record: Cooperation, today: date | None) -> bool:
    """Whether the newest evidence is older than the form allows for; without a day, never.

    What has ended does not age, and neither does a form that is over once it was held.
    """
    years, latest = record.form.evidence_years, latest_evidence(record, today)
    if not (today and years and latest) or record.status.code.state is State.ENDED:
        return False
    last = latest.last
    return (today.year - years, today.month, today.day) > (last.year, last.month, last.day)
