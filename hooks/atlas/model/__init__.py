"""What a record is: the one schema, from which checks, editor help and documentation are made.

Every scalar reaches these models as the text the editor wrote (`reader` turns nothing into a
number or a date), so `NO` stays Norway, `2011` stays a year and `35.000` is never thirty-five.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from atlas.model.cooperation import (
    Agreement,
    Budget,
    Claim,
    Cooperation,
    Dates,
    EarlierForm,
    FunderShare,
    GoalLink,
    OfficeHolder,
    Party,
    SectorLink,
    StatusEvidence,
    ThemeLink,
    Transaction,
)
from atlas.model.parts import (
    Between,
    Citation,
    Moment,
    Note,
    Part,
    Statement,
    first_day,
    last_day,
    sort_day,
    write_edtf,
)
from atlas.model.records import (
    Actor,
    FormerName,
    Lifetime,
    Member,
    Place,
    PlaceCode,
    Record,
    Source,
    Theme,
)
from atlas.model.registers import ListedTie, Register, Unsettled
from atlas.model.scalars import SLOT_TOKEN, Day, Id, Line
from atlas.model.totals import Total

__all__ = (
    "Actor",
    "Agreement",
    "Between",
    "Budget",
    "Citation",
    "Claim",
    "Cooperation",
    "Dates",
    "Day",
    "EarlierForm",
    "FormerName",
    "FunderShare",
    "GoalLink",
    "Id",
    "KINDS",
    "Lifetime",
    "Line",
    "ListedTie",
    "MODELS",
    "MODELS_AND_ROWS",
    "Member",
    "Moment",
    "Note",
    "OfficeHolder",
    "Part",
    "Party",
    "PlaceCode",
    "Place",
    "Record",
    "Records",
    "Register",
    "SLOT_TOKEN",
    "SectorLink",
    "Source",
    "Statement",
    "StatusEvidence",
    "Theme",
    "ThemeLink",
    "Total",
    "Transaction",
    "first_day",
    "last_day",
    "sort_day",
    "write_edtf",
)

KINDS: tuple[type[Record], ...] = (Cooperation, Actor, Place, Source, Theme)
"""Every kind of record, in the order in which problems and pages speak of them."""

MODELS: dict[str, type[Record]] = {kind.folder: kind for kind in KINDS}
"""The model of the records in each folder."""

MODELS_AND_ROWS: dict[str, type[Record]] = {**MODELS, ListedTie.folder: ListedTie}
"""The same, with that of the ties in the tables of registers."""


@dataclass(frozen=True, slots=True)
class Records:
    """Every record that was read, by kind and id, in the order of the ids.

    `ties` are those that registers list; `listed_places` are known from a register alone, and
    stand among the `places`. `unsettled` is what imports into each register left open, `totals` are
    what others count.
    """

    cooperations: dict[str, Cooperation]
    actors: dict[str, Actor]
    places: dict[str, Place]
    sources: dict[str, Source]
    themes: dict[str, Theme]
    ties: dict[str, ListedTie] = field(default_factory=dict)
    listed_places: frozenset[str] = frozenset()
    registers: dict[str, Register] = field(default_factory=dict)
    unsettled: dict[str, Unsettled] = field(default_factory=dict)
    totals: tuple[Total, ...] = ()
