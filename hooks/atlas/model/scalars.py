"""What a single value may be: an id, a line of text, a date, a country, an address."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticKnownError

from atlas.model import iso_codes
from atlas.model.edtf_date import EdtfDate

SLOT_TOKEN = "atlasslot"
"""The word by which page shells mark their slots; no text of a record may contain it."""

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64),
    Field(description="Small letters a to z, digits and single hyphens; at most 64 characters."),
]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*\S[^\n]*$")]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5_000, pattern=r"\S")]
Language = Annotated[
    str,
    AfterValidator(iso_codes.language),
    Field(description="A BCP 47 language tag, such as en, nl, fr, ar or bg."),
]
Country = Annotated[
    str,
    AfterValidator(iso_codes.country),
    Field(description="An ISO 3166-1 alpha-2 code in capitals, such as BE, MA or CD."),
]
Texts = Annotated[
    dict[Language, Line], Field(min_length=1, description="One line of plain text per language.")
]
Proses = Annotated[
    dict[Language, Prose],
    Field(min_length=1, description="Plain text per language; an empty line begins a paragraph."),
]
Url = Annotated[
    str,
    StringConstraints(
        max_length=2_000, pattern=r"^https?://[^\s/?#@\"'<>\\`]+(?:[/?#][^\s\"'<>\\`]*)?$"
    ),
    Field(description="A web address that begins with http:// or https://."),
]
Edtf = Annotated[
    EdtfDate,
    BeforeValidator(EdtfDate.of),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["2014", "2018-03", "2019-05-07"]}),
    Field(description="A year, a month or a day: 2014, 2018-03 or 2019-05-07; ~ about, ? unsure."),
]


def _day(value: object) -> object:
    """Pass on what is written as a day; a bare number would be taken for seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
        raise ValueError("not a day")
    return value


Day = Annotated[date, BeforeValidator(_day), Field(description="A day, such as 2019-05-07.")]


def _whole(value: object) -> object:
    """Pass on what is written in digits alone: not 0123, 1_000, 1.0 or a number without end."""
    if isinstance(value, str) and re.fullmatch(r"0|-?[1-9][0-9]{0,14}", value) is None:
        raise PydanticKnownError("int_parsing")
    return value


def _degrees(value: object) -> object:
    """Pass on what is written as degrees with decimals: not nan, inf, 1e1 or 1_0."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,15})?", value) is None:
        raise PydanticKnownError("float_parsing")
    return value


Whole = Annotated[int, Field(ge=0), BeforeValidator(_whole)]
Degrees = Annotated[float, BeforeValidator(_degrees)]
