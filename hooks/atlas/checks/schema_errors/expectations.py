"""What values of a pattern or a standard are called, and how they are written."""

from __future__ import annotations

from atlas.i18n.messages import listing, msg
from atlas.i18n.problem import COMMAND
from atlas.model import KINDS

WRITE_DAY = msg("Write it as {example}.", example="2019-05-07")
_KINDS = {kind.folder: kind.__name__.lower() for kind in KINDS}

ID = "[a-z0-9]+(-"
"""What the pattern of an id has, and no other pattern."""

PATTERNS = (
    (
        "[a-z0-9-]{2,})",
        msg("expected a web address or a host"),
        msg(
            "Write {address}, or {host} for all its pages.",
            address="https://example.org/page",
            host="example.org",
        ),
    ),
    (
        "https?",
        msg("expected a web address"),
        msg("Write it in full, with {sign} in front.", sign="https://"),
    ),
    (
        "[1-9][0-9]{0,14}",
        msg("expected an amount in digits only"),
        msg("Write {one}, not {other} or {third}.", one="35000", other="35.000", third="35 000"),
    ),
    (
        r"\d{5}",
        msg("expected a code of five digits"),
        msg("Write a code such as {example}.", example="12220"),
    ),
    (
        "0-9a-f]{64}",
        msg("expected 64 hexadecimal digits"),
        msg("Copy what {command} prints.", command="sha256sum"),
    ),
    (
        "0-9a-f]{8}",
        msg("expected eight hexadecimal digits"),
        msg("Delete the line; {command} writes it.", command=f"{COMMAND} translations --done"),
    ),
    (
        "^Q",
        msg("expected a {name} id", name="Wikidata"),
        msg("Write an id such as {example}.", example="Q240"),
    ),
    (
        "[A-Z]{2}-",
        msg("expected an {standard} code", standard="ISO 3166-2"),
        msg("Write a code such as {example}.", example="BE-BRU"),
    ),
    (
        r"\.[0-9a-z]{1,2}",
        msg("expected the number of a target"),
        msg("Write a number such as {example}.", example="3.8"),
    ),
    (
        "^[a-z]$",
        msg("expected one small letter"),
        msg("Write {one}, {other} and so on.", one="a", other="b"),
    ),
    (r"[^\n]", msg("expected one line of text"), msg("Write it on one line.")),
    (r"\S", msg("expected text"), msg("Write a text, or delete the line if it may be left out.")),
)
"""A piece of each pattern of the model, what its values are called, and a hint; first fit wins."""

COUNTRY = "not an ISO 3166-1 country code"
CURRENCY = "not an ISO 4217 currency code"
LANGUAGE = "not a language tag"
DAY = "not a day"
LISTS = {
    "acronyms": "[VVSG]",
    "countries": "[BE, MA]",
    "dac_sectors": "[12220]",
    "goals": "[3, 11]",
    "previous_ids": "[hill-and-dale]",
}
"""What the lists of plain values hold that are neither ids of records nor words of the model."""

DATES = {"not a date", "not a month", "not a day of the calendar", DAY}
REFUSALS = {
    "not a day of the calendar": (
        msg("{found}, not a day of the calendar."),
        msg("Check the number of the month and the day."),
    ),
    "not a date": (
        msg("{found}, not a date."),
        msg(
            "Write {year}, {month} or {day}; a {about} behind it means about, a {unsure} unsure.",
            year="2014",
            month="2018-03",
            day="2019-05-07",
            about="~",
            unsure="?",
        ),
    ),
    DAY: (msg("{found}, not a day."), WRITE_DAY),
    "not a month": (
        msg("{found}, not a month."),
        msg("Months run from {first} to {last}.", first="01", last="12"),
    ),
    COUNTRY: (
        msg("{found}, not an {standard} country code.", standard="ISO 3166-1"),
        msg(
            "Use two capitals of {standard}, such as {one}, {other} or {third}.",
            standard="ISO 3166-1",
            one="BE",
            other="MA",
            third="CD",
        ),
    ),
    CURRENCY: (
        msg("{found}, not an {standard} currency code.", standard="ISO 4217"),
        msg(
            "Use three capitals of {standard}, such as {example}.",
            standard="ISO 4217",
            example="EUR",
        ),
    ),
    LANGUAGE: (
        msg("{found}, not a language tag."),
        msg(
            "Use a tag such as {examples} or {last}.",
            examples=listing(["en", "nl", "fr", "ar"]),
            last="bg",
        ),
    ),
}
"""What a validator raises (`iso`, `edtf_date`, `model`): a message with the gap {found}, a hint."""


def adding(folder: str) -> str:
    """The command that adds a record to `folder`, as an editor types it."""
    return f"{COMMAND} new {_KINDS[folder]}"
