"""Registers: what others list, as an import has brought it in, and nobody here has checked.

What a register is and whence it comes, its source says: the record of the same id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from pydantic import Field

from atlas.model.edtf_date import EdtfDate
from atlas.model.parts import Part, several
from atlas.model.records import Record
from atlas.model.scalars import Edtf, Id, Line, PlaceId, Sha256, SourceId, Url, Whole
from atlas.model.vocabulary import Form
from atlas.model.vocabulary.registers import Licence, Points, Query, Refusal, StatedBy


class Input(Part):
    """A file that an import has read."""

    file: Line = Field(description="Its name.")
    sha256: Sha256 = Field(description="SHA-256 of what it held.")
    rows: Whole = Field(description="How many rows it had.")


class Counts(Part):
    """What came of the rows that were read."""

    rows: Whole = Field(description="Rows that were read.")
    ties: Whole = Field(description="Ties in the tables.")
    places: Whole = Field(description="Places that they join.")
    merged: Whole = Field(description="Rows that say the same as others.")
    both: Whole = Field(description="Ties that both sides state.")
    refused: Whole = Field(description="Rows that say what could not be taken over.")
    asked: Whole = Field(description="Questions that wait for an answer.")


class Register(Part):
    """How a list of ties was brought in: `register.yml`, which an import writes."""

    id: Id
    licence: Licence = Field(description="The licence of the list, as SPDX calls it.")
    as_of: Edtf = Field(description="When the list was taken.")
    points: Points = Field(description="Where its points come from.")
    form: Form | None = Field(None, description="The form of its ties, where no row says it.")
    query: Line | None = Field(None, description="The file with the query that asks for it.")
    columns: dict[Line, Line] = Field({}, description="The heading that each was read under.")
    input: list[Input] = several("The files that the last import read.")
    counts: Counts = Field(description="What came of the rows.")
    tables: dict[Line, Sha256] = Field({}, description="SHA-256 of each table, as it was written.")


@dataclass(frozen=True, slots=True)
class Unsettled:
    """How much of a register imports left out, by reason; and how many questions are open."""

    refused: Mapping[Refusal, int] = field(default_factory=dict)
    asked: Mapping[Query, int] = field(default_factory=dict)


class ListedTie(Record):
    """A tie that a register lists: two places, and who says so. Nobody here has checked it.

    Its id is its register's and its pair's: `wikidata/bocholt-be-bocholt-de`. It has no title and
    no summary, and whether it is alive nobody knows; `as_of` is when the register last listed it.
    """

    folder: ClassVar[str] = "ties"

    id: Line
    source: SourceId = Field(description="The register that lists it.")
    pair: Id = Field(description="Its two places; ties of one pair are one tie with witnesses.")
    a: PlaceId = Field(description="The place whose id comes first.")
    b: PlaceId = Field(description="The other place.")
    form: Form | None = Field(None, description="What kind of tie it is, if the register says so.")
    form_as_stated: Line | None = Field(None, description="The register's word for it.")
    start: Edtf | None = Field(None, description="When it began, as the register says.")
    end: Edtf | None = Field(None, description="When it ended, as the register says.")
    start_as_stated: Line | None = Field(
        None, description="All that the register says of its beginning, where that is not one year."
    )
    stated_by: StatedBy = Field(description="Who says that it is there.")
    as_of: Edtf = Field(description="When the register last listed it.")
    reference_url: Url | None = Field(None, description="What the register rests on.")
    locator: Line | None = Field(None, description="Where in the register it stands.")


def find_form(ties: Iterable[ListedTie]) -> Form | None:
    """The kind of tie, as the first register says that says one of a pair."""
    return next((tie.form for tie in ties if tie.form), None)


def find_start(ties: Iterable[ListedTie]) -> EdtfDate | None:
    """The earliest beginning that a register gives of a pair."""
    starts = (tie.start for tie in ties if tie.start)
    return min(starts, key=lambda date: (date.first, date.last), default=None)


def find_end(ties: Iterable[ListedTie]) -> EdtfDate | None:
    """When the tie ended, as the first register says that says one of a pair."""
    return next((tie.end for tie in ties if tie.end), None)
