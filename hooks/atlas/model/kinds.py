"""What a single value may be called, what is said of one that is none, and how one is written.

The scalar types of `scalars` carry these kinds; messages, schema and reference page read them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from atlas.model.vocabulary.word import N_, S_


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ValueKind:
    """A kind of single value, such as a web address.

    `label` is what pages call it. `refusal` and `hint` are templates of messages to editors:
    {found} says what stands there instead, `args` fill the others, in any language alike.
    `by_code` has other ones, for errors with a code that says more.
    `description` explains a field that has none of its own. If `is_bare_number`, other tools than
    ours may take a value without quotes for a number.
    """

    label: str
    refusal: str
    hint: str
    args: Mapping[str, str] = field(default_factory=dict)
    by_code: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    description: str = ""
    examples: Sequence[str | int | float] = ()
    is_bare_number: bool = False

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The schema of the values, with what the kind knows of them. What is published is what was
        read: there a text is a text."""
        schema = handler(core)
        if self.description:
            schema["description"] = self.description
        if self.examples:
            schema["examples"] = list(self.examples)
        if self.is_bare_number and handler.mode == "validation":
            schema["type"] = ["string", "number"]
        return schema


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Says of an id that it is one of the records in `folder`; pages call it `label`."""

    folder: str
    label: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The schema of an id, and the folder that it leads to."""
        return {**handler(core), "x-refers-to": self.folder}


@dataclass(frozen=True, slots=True)
class Identifies:
    """Says of an id in a list of others that no two records of a kind have it; but for those of
    other types, where it `is_shared_by_types`: a town may be a region as well."""

    is_shared_by_types: bool = False


@dataclass(frozen=True, slots=True)
class ProperNames:
    """Says of texts per language that they are what somebody is called there: the names of a town
    in its languages are no translations of one another."""


@dataclass(frozen=True, slots=True)
class OfQuotation:
    """Says of texts per language that they are what the quotation beside them says in it."""


ID = ValueKind(
    label=N_("the id of a record"),
    refusal=S_("{found}; expected an id."),
    hint=S_("Use small letters a to z, digits and single hyphens."),
    description="Small letters a to z, digits and single hyphens; at most 64 characters.",
    examples=("hill-and-dale",),
)
LINE = ValueKind(
    label=N_("one line of text"),
    refusal=S_("{found}; expected one line of text."),
    hint=S_("Write it on one line."),
    is_bare_number=True,
)
PROSE = ValueKind(
    label=N_("a text"),
    refusal=S_("{found}; expected text."),
    hint=S_("Write a text, or delete the line if it may be left out."),
)
LANGUAGE = ValueKind(
    label=N_("a language tag"),
    refusal=S_("{found}, not a language tag."),
    hint=S_("Use a tag such as {en}, {nl}, {fr}, {ar} or {bg}."),
    args={tag: tag for tag in ("en", "nl", "fr", "ar", "bg")},
    description="A BCP 47 language tag, such as en, nl, fr, ar or bg.",
    examples=("en", "nl", "fr", "ar", "bg"),
)
COUNTRY = ValueKind(
    label=N_("a country code"),
    refusal=S_("{found}, not an {standard} country code."),
    hint=S_("Use two capitals of {standard}, such as {one}, {other} or {third}."),
    args={
        "standard": "ISO 3166-1",
        "one": "BE",
        "other": "MA",
        "third": "CD",
        "type": "multilateral",
    },
    by_code={
        "many_countries": (
            S_("{found}, a body of many countries."),
            S_("Make it an actor of the type {type}, which needs no country, or name the country."),
        )
    },
    description="An ISO 3166-1 alpha-2 code in capitals, such as BE, MA or CD.",
    examples=("BE", "MA", "CD"),
)
CURRENCY = ValueKind(
    label=N_("a currency code"),
    refusal=S_("{found}, not an {standard} currency code."),
    hint=S_("Use three capitals of {standard}, such as {example}."),
    args={"standard": "ISO 4217", "example": "EUR"},
    examples=("EUR",),
)
URL = ValueKind(
    label=N_("a web address"),
    refusal=S_("{found}; expected a web address."),
    hint=S_("Write it in full, with {sign} in front."),
    args={"sign": "https://"},
    description="A web address that begins with http:// or https://.",
    examples=("https://example.org/page",),
)
ADDRESS = ValueKind(
    label=N_("a web address or a host"),
    refusal=S_("{found}; expected a web address or a host."),
    hint=S_("Write {address}, or {host} for all its pages."),
    args={"address": "https://example.org/page", "host": "example.org"},
    examples=("https://example.org/page", "example.org"),
)
DATE = ValueKind(
    label=N_("a year, a month or a day"),
    refusal=S_("{found}, not a date."),
    hint=S_("Write {year}, {month} or {day}; a {about} behind it means about, a {unsure} unsure."),
    args={
        "year": "2014",
        "month": "2018-03",
        "day": "2019-05-07",
        "about": "~",
        "unsure": "?",
        "first": "01",
        "last": "12",
    },
    by_code={
        "not_a_month": (
            S_("{found}, not a month."),
            S_("Months run from {first} to {last}."),
        ),
        "not_a_calendar_day": (
            S_("{found}, not a day of the calendar."),
            S_("Check the number of the month and the day."),
        ),
    },
    description="A year, a month or a day: 2014, 2018-03 or 2019-05-07; ~ about, ? unsure.",
    examples=("2014", "2018-03", "2019-05-07"),
)
DAY = ValueKind(
    label=N_("a day"),
    refusal=S_("{found}, not a day."),
    hint=S_("Write it as {example}."),
    args={"example": "2019-05-07"},
    description="A day, such as 2019-05-07.",
    examples=("2019-05-07",),
)
WHOLE = ValueKind(
    label=N_("a whole number"),
    refusal=S_("{found}; expected a whole number."),
    hint=S_("Write digits only."),
)
DEGREES = ValueKind(
    label=N_("degrees, with decimals"),
    refusal=S_("{found}; expected a number."),
    hint=S_("Write digits only, with a point for decimals."),
    examples=(50.85,),
)
AMOUNT = ValueKind(
    label=N_("an amount in digits only"),
    refusal=S_("{found}; expected an amount in digits only."),
    hint=S_("Write {one}, not {other} or {third}."),
    args={"one": "35000", "other": "35.000", "third": "35 000"},
    examples=("35000",),
    is_bare_number=True,
)
PERCENT = ValueKind(
    label=N_("a share in percent"),
    refusal=S_("{found}; expected a share in percent."),
    hint=S_("Write {one} or {other}, without a sign behind it."),
    args={"one": "80", "other": "12.5"},
    examples=("80", "12.5"),
    is_bare_number=True,
)
YEAR = ValueKind(
    label=N_("a year"),
    refusal=S_("{found}; expected a year."),
    hint=S_("Write four digits, such as {example}."),
    args={"example": "2021"},
    examples=(2021,),
)
GOAL = ValueKind(
    label=N_("the number of a goal"),
    refusal=S_("{found}; expected a whole number."),
    hint=S_("Write digits only."),
    by_code={
        "int_parsing_size": (
            S_("{found}; expected a whole number."),
            S_("Write fewer digits."),
        )
    },
    examples=(3, 11),
)
TARGET = ValueKind(
    label=N_("the number of a target"),
    refusal=S_("{found}; expected the number of a target."),
    hint=S_("Write a number such as {example}."),
    args={"example": "3.8"},
    examples=("3.8",),
    is_bare_number=True,
)
SECTOR = ValueKind(
    label=N_("a code of five digits"),
    refusal=S_("{found}; expected a code of five digits."),
    hint=S_("Write a code such as {example}."),
    args={"example": "12220"},
    examples=("12220",),
    is_bare_number=True,
)
SIDE = ValueKind(
    label=N_("one small letter"),
    refusal=S_("{found}; expected one small letter."),
    hint=S_("Write {one}, {other} and so on."),
    args={"one": "a", "other": "b"},
    examples=("a", "b"),
)
SHA256 = ValueKind(
    label=N_("64 hexadecimal digits"),
    refusal=S_("{found}; expected 64 hexadecimal digits."),
    hint=S_("Copy what {command} prints."),
    args={"command": "sha256sum"},
    is_bare_number=True,
)
FINGERPRINT = ValueKind(
    label=N_("eight hexadecimal digits"),
    refusal=S_("{found}; expected eight hexadecimal digits."),
    hint=S_("Delete the line; {command} writes it."),
    args={"command": ".venv/bin/atlas translations --done"},
    is_bare_number=True,
)
WIKIDATA = ValueKind(
    label=N_("a Wikidata id"),
    refusal=S_("{found}; expected a {name} id."),
    hint=S_("Write an id such as {example}."),
    args={"name": "Wikidata", "example": "Q240"},
    examples=("Q240",),
)
SUBDIVISION = ValueKind(
    label=N_("an ISO 3166-2 code"),
    refusal=S_("{found}; expected an {standard} code."),
    hint=S_("Write a code such as {example}."),
    args={"standard": "ISO 3166-2", "example": "BE-BRU"},
    examples=("BE-BRU",),
)
TRUTH = ValueKind(
    label=N_("true or false"),
    refusal=S_("{found}; expected {one} or {other}."),
    hint=S_("Write {one} or {other}."),
    args={"one": "true", "other": "false"},
)
