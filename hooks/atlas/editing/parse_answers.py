"""How an answer is understood, in a form or a terminal; ValueError with a message if it is not."""

from __future__ import annotations

import re
from collections.abc import Collection

from atlas.editing.drafts.planned_dates import read_moment
from atlas.files import forbidden_characters
from atlas.files.ids import wrong_with_id
from atlas.i18n import languages
from atlas.i18n.messages import Message, Month, msg, msg_plural, sequence
from atlas.lookup import countries, date_parser, finder, moment_parser
from atlas.lookup.moment_parser import Edge
from atlas.model import iso_codes
from atlas.model.edtf_date import EdtfDate
from atlas.model.kinds import PROSE, URL, ValueKind
from atlas.model.parts import Between
from atlas.model.scalars import LONGEST_LINE, LONGEST_PROSE, LONGEST_URL

_SCHEMES = ("https://", "http://")
_SEPARATORS = re.compile(r"[\n,;،؛]")
_LINK = re.compile(r"\[[^]]*\]\(([^()\s]+)\)")
_AROUND = " \t<>\"'“”‘’«»\u00a0\u200e\u200f"
_SCHEME = re.compile(r"(https?)\s*[:;]?\s*/{1,3}(?=\w)", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
_COUNTRY_BEHIND = (
    re.compile(r"(?P<name>[^()\[\]]+?)\s*[(\[]\s*(?P<country>[^()\[\]]+?)\s*[)\]]\.?"),
    re.compile(r"(?P<name>[^,،]+?)\s*[,،]\s*(?P<country>[^\s,،][^,،]{2,}(?:,[^,،]+)?)"),
)
"""A name with its country in brackets, or behind a comma. Two letters there may be a part's."""


def parse_dates(text: str, latest: int | None = None) -> list[str]:
    """The dates that `text` may mean, as records write them; nothing for nothing.

    A year of two digits is the last of them up to `latest`; without that, nothing is made of it.
    """
    if not text:
        return []
    try:
        return [str(EdtfDate.parse(text))]
    except ValueError as error:
        if found := date_parser.parse(text, latest=latest):
            return found
        raise ValueError(
            _explain_date(text, date_parser.find_overrun_month(text, latest))
        ) from error


def parse_moments(text: str, edge: Edge, latest: int | None = None) -> list[str]:
    """The moments that `text` may mean of a beginning or an end, as records write them:
    {latest: 1990} for before 1990."""
    try:
        return parse_dates(text, latest)
    except ValueError:
        found = [text] if is_moment(text) else moment_parser.parse(text, edge, latest)
        if not found:
            raise
        return found


def is_moment(text: str) -> bool:
    """Whether it is a moment that is no single date, as records write it."""
    written = read_moment(text)
    try:
        return isinstance(written, dict) and bool(Between.model_validate(written))
    except ValueError:
        return False


def parse_countries(text: str) -> list[str]:
    """The codes of the countries that `text` may mean."""
    found = finder.find_countries(text)
    if not found:
        raise ValueError(
            msg(
                'no country is called "{text}"; try its name in another language, or its two '
                "letters.",
                text=text,
            )
        )
    return found


def parse_languages(text: str) -> list[str]:
    """The tags of the languages that `text` may mean."""
    found = finder.find_languages(text)
    if found:
        return found
    try:
        return [iso_codes.language(text)]
    except ValueError as error:
        raise ValueError(
            msg(
                'no language is called "{text}"; try its name in another language, or its two '
                "letters.",
                text=text,
            )
        ) from error


def split_items(text: str) -> list[str]:
    """The items of a list: one on each line, or with commas between them."""
    return [item for part in _SEPARATORS.split(text) if (item := part.strip())]


def complete_address(text: str) -> str:
    """A web address as it is typed and pasted, in full: `www.leuven.be` with https:// before it.

    What is no address stays as it is.
    """
    bare = text.strip(_AROUND)
    if link := _LINK.fullmatch(bare):
        bare = link[1]
    bare = bare.rstrip(".,;")
    if found := _SCHEME.match(bare):
        return f"{found[1].lower()}://{bare[found.end() :]}"
    return f"{_SCHEMES[0]}{bare}" if _HOST.fullmatch(bare) else text


def split_country(text: str) -> tuple[str, str]:
    """A name, and the code of the country that stands behind it: `Leuven (Belgium)`.

    The whole text and "" where no country stands there, or nobody can tell which one.
    """
    for pattern in _COUNTRY_BEHIND:
        if found := pattern.fullmatch(text.strip()):
            codes = countries.resolve(found["country"]).codes
            if len(codes) == 1:
                return found["name"], codes[0]
    return text, ""


def parse_text(text: str, kinds: Collection[ValueKind]) -> str:
    """A line, a paragraph or an address, if it is one that a record may hold."""
    longest = LONGEST_PROSE if PROSE in kinds else LONGEST_LINE
    if URL in kinds and (len(kinds) == 1 or is_full_address(text)):
        text = complete_address(text)
        if text and (not is_full_address(text) or " " in text):
            raise ValueError(msg("write it in full, with https:// in front."))
        longest = LONGEST_URL
    if len(text) > longest:
        raise ValueError(
            msg_plural(
                "that is {number} character; {most} are the most.",
                "that is {number} characters; {most} are the most.",
                len(text),
                most=longest,
            )
        )
    for fault in forbidden_characters.find_refused(text):
        raise ValueError(sequence(fault.message, fault.hint))
    if text and not any(map(str.isalnum, text)):
        raise ValueError(msg('"{text}" holds no letter; here words are wanted.', text=text))
    return text


def parse_new_id(text: str, taken: Collection[str]) -> str:
    """An id that no record has."""
    if wrong := wrong_with_id(text):
        raise ValueError(sequence(*wrong))
    if text in taken:
        raise ValueError(msg('the id "{id}" is taken; choose another.', id=text))
    return text


def is_full_address(text: str) -> bool:
    """Whether it begins as a web address does."""
    return text.startswith(_SCHEMES)


def _explain_date(text: str, short_month: str) -> Message:
    """Why a text is no date: perhaps it names a day that its month is too short for."""
    if not short_month:
        return msg('"{text}" is not understood as a date; write it like one of these.', text=text)
    name = Month(short_month, languages.ENGLISH.date(EdtfDate.parse(short_month)))
    return msg('"{text}": there is no such day in {month}.', text=text, month=name)
