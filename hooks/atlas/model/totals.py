"""How much there is of what the atlas gathers, as others count it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from atlas.model import iso_codes, kinds
from atlas.model.parts import Part
from atlas.model.scalars import Edtf, SourceId, Truth, Whole


class Total(Part):
    """How many ties there are in a country or in Europe, as others count and publish it."""

    where: Annotated[str, AfterValidator(iso_codes.country_or_europe), kinds.COUNTRY] = Field(
        description="A country (ISO 3166-1), or 150 for Europe (UN M49)."
    )
    ties: Whole = Field(description="How many ties they count.")
    approximate: Truth = Field(False, description="If they say about how many.")
    as_of: Edtf | None = Field(None, description="The date of the count, where they give one.")
    source: SourceId = Field(description="The source that says so.")

    @property
    def key(self) -> tuple[str, ...]:
        """By what the list is sorted, and in what no two entries are alike."""
        return (self.where,)
