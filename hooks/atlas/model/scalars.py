"""What a single value may be: an id, a line of text, a date, a country, an address."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from atlas.model import edtf_date, iso_codes, kinds
from atlas.model.edtf_date import EdtfDate
from atlas.model.kinds import Identifies, OfQuotation, ProperNames, RefersTo
from atlas.model.vocabulary.standards import GOALS
from atlas.model.vocabulary.word import N_

SLOT_TOKEN = "atlasslot"
"""The word by which page shells mark their slots; no text of a record may contain it."""

LONGEST_ID = 64
LONGEST_LINE = 300
LONGEST_PROSE = 5_000
LONGEST_URL = 2_000
"""Characters that a value of each kind has at most."""

FINGERPRINT_DIGITS = 8
ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)

Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$", max_length=LONGEST_ID), kinds.ID]
CooperationId = Annotated[Id, RefersTo("cooperations", N_("the id of a cooperation"))]
ActorId = Annotated[Id, RefersTo("actors", N_("the id of an actor"))]
PlaceId = Annotated[Id, RefersTo("places", N_("the id of a place"))]
SourceId = Annotated[Id, RefersTo("sources", N_("the id of a source"))]
ThemeId = Annotated[Id, RefersTo("themes", N_("the id of a theme"))]

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_LINE, pattern=r"^[^\n]*\S[^\n]*$"),
    kinds.LINE,
]
Prose = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_PROSE, pattern=r"\S"), kinds.PROSE
]
Language = Annotated[str, AfterValidator(iso_codes.language), kinds.LANGUAGE]
Country = Annotated[str, AfterValidator(iso_codes.country), kinds.COUNTRY]
Currency = Annotated[str, AfterValidator(iso_codes.currency), kinds.CURRENCY]
Texts = Annotated[
    dict[Language, Line], Field(min_length=1, description="One line of plain text per language.")
]
Names = Annotated[Texts, ProperNames()]
Gloss = Annotated[Texts, OfQuotation()]
Proses = Annotated[
    dict[Language, Prose],
    Field(min_length=1, description="Plain text per language; an empty line begins a paragraph."),
]
Url = Annotated[
    str,
    StringConstraints(
        max_length=LONGEST_URL, pattern=r"""^https?://[^\s/?#@"'<>\\`]+(?:[/?#][^\s"'<>\\`]*)?$"""
    ),
    kinds.URL,
]
Address = Annotated[
    str,
    StringConstraints(
        max_length=LONGEST_URL,
        pattern=r"""^(?:https?://[^\s"'<>\\`]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z0-9-]{2,})$""",
    ),
    kinds.ADDRESS,
]
Edtf = Annotated[
    EdtfDate,
    BeforeValidator(EdtfDate.coerce),
    WithJsonSchema({"type": ["string", "integer"]}, mode="validation"),
    WithJsonSchema({"type": "string", "pattern": f"^{edtf_date.PATTERN}$"}, mode="serialization"),
    kinds.DATE,
]


def _day(value: object) -> object:
    """Read what is written as a day; pydantic takes a bare number for seconds since 1970."""
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("not_a_day", "not a day")


def _written(pattern: str, otherwise: Literal["int_parsing", "float_parsing"]) -> BeforeValidator:
    """Passes on what is written as `pattern`, or is no text; says `otherwise` of the rest."""

    def validate(value: object) -> object:
        if isinstance(value, str) and re.fullmatch(pattern, value) is None:
            raise PydanticKnownError(otherwise)
        return value

    return BeforeValidator(validate)


_WHOLE = _written(r"0|-?[1-9][0-9]{0,14}", "int_parsing")
"""Digits alone: not 0123, 1_000, 1.0 or a number without end."""

_DECIMAL = _written(r"-?[0-9]{1,9}(\.[0-9]{1,15})?", "float_parsing")
"""Digits with decimals: not nan, inf, 1e1 or 1_0."""

Day = Annotated[date, BeforeValidator(_day), kinds.DAY]
Whole = Annotated[int, Field(ge=0), _WHOLE, kinds.WHOLE]
Degrees = Annotated[float, _DECIMAL, kinds.DEGREES]
Truth = Annotated[bool, kinds.TRUTH]
Amount = Annotated[
    str, StringConstraints(pattern=r"^[1-9][0-9]{0,14}(\.[0-9]{1,2})?$"), kinds.AMOUNT
]
Percent = Annotated[
    str,
    StringConstraints(pattern=r"^(?:100(?:\.0{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})?)$"),
    kinds.PERCENT,
]
Year = Annotated[int, Field(ge=1500, le=2200), _WHOLE, kinds.YEAR]
Goal = Annotated[int, Field(ge=min(GOALS), le=max(GOALS)), kinds.GOAL]
Target = Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.[0-9a-z]{1,2}$"), kinds.TARGET]
Sector = Annotated[str, StringConstraints(pattern=r"^\d{5}$"), kinds.SECTOR]
Side = Annotated[str, StringConstraints(pattern=r"^[a-z]$"), kinds.SIDE]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), kinds.SHA256]
Fingerprint = Annotated[
    str, StringConstraints(pattern=f"^[0-9a-f]{{{FINGERPRINT_DIGITS}}}$"), kinds.FINGERPRINT
]
WikidataId = Annotated[
    str, StringConstraints(pattern=r"^Q[1-9][0-9]*$"), kinds.WIKIDATA, Identifies()
]
GeonamesId = Annotated[Whole, Identifies()]
Subdivision = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$"),
    kinds.SUBDIVISION,
    Identifies(is_shared_by_types=True),
]


def is_id(text: str) -> bool:
    """Whether `text` may be the id of a record, by its letters."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None
