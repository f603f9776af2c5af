"""What rows say of a pair of places, put together, and as the row of their tie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

from pydantic import TypeAdapter, ValidationError

from atlas.checks.rules.addresses import is_public, strip_tracking
from atlas.files.register_tables import JOINT
from atlas.i18n.normalize import normalize_name
from atlas.imports.claims import is_fit
from atlas.imports.dates import date_key, normalize_date, read_date
from atlas.imports.listed_rows import ListedRow
from atlas.imports.spellings import clean
from atlas.lookup import aliases
from atlas.lookup.name_index import index_names
from atlas.model.scalars import LONGEST_LINE, Url
from atlas.model.vocabulary import Form
from atlas.model.vocabulary.registers import StatedBy

Pair = tuple[str, str]
"""The ids of two places, in their order."""

_ADDRESS = TypeAdapter(Url)
_FORMS = {str(form): rank for rank, form in enumerate(Form)}
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PairStatements:
    """All that rows say of a pair, as of one date; each field holds what it may be.

    `starts` and `ends` are dates as records write them, and what cannot be read as one. `stated`
    are the sides that state the tie (`a`, `b`), `first` those that rows name first where the list
    does not tell who states it.
    """

    as_of: str
    forms: frozenset[str] = _NONE
    words: frozenset[str] = _NONE
    starts: frozenset[str] = _NONE
    ends: frozenset[str] = _NONE
    urls: frozenset[str] = _NONE
    locators: frozenset[str] = _NONE
    stated: frozenset[str] = _NONE
    first: frozenset[str] = _NONE

    def unite(self, other: PairStatements) -> PairStatements:
        """What both say: of one date all of it, else what the later one says in each field.

        Who states the tie is only added to: a later import may have read one side's list alone.
        """
        before, after = sorted((self, other), key=lambda said: date_key(said.as_of))
        is_one_date = date_key(before.as_of) == date_key(after.as_of)
        united = {}
        for each in fields(self)[1:]:
            old, new = getattr(before, each.name), getattr(after, each.name)
            adds = is_one_date or not new or each.name in {"stated", "first"}
            united[each.name] = old | new if adds else new
        return PairStatements(after.as_of, **united)


def read_row(row: ListedRow, as_of: str) -> PairStatements:
    """What a row says, of the pair whose first place is its `a`.

    An end that is before the start is none.
    """
    form = clean(row.form)
    start, end = (normalize_date(clean(text)) for text in (row.start, row.end))
    begun, ended = read_date(start), read_date(end)
    is_in_order = ended is not None and (begun is None or begun.first <= ended.last)
    return PairStatements(
        as_of,
        _gather(_find_form(form)),
        _gather("" if form in _FORMS else form),
        _gather(start),
        _gather(end if is_in_order else ""),
        _gather(_read_address(row.reference_url)),
        _gather(clean(row.locator)),
        _gather("a" if row.is_stated else ""),
        _gather("" if row.is_stated else "a"),
    )


def _read_address(text: str) -> str:
    """A web address that records may have; nothing if it is none."""
    with suppress(ValidationError):
        url = strip_tracking(_ADDRESS.validate_python(text))
        return url if is_public(url) else ""
    return ""


@lru_cache(maxsize=4096)
def _gather(*texts: str) -> frozenset[str]:
    """The texts that say anything and may stand in a record; the same set for the same texts."""
    return frozenset(text for text in texts if text and is_fit(text))


@cache
def _find_form(word: str) -> str:
    """The form that goes by a word in some language, if just one does."""
    found = index_names(aliases.words, Form).exact(normalize_name(word))
    return found[0] if len(found) == 1 else ""


def read_cells(cells: Mapping[str, str], first: Iterable[str], form: str) -> PairStatements:
    """What the row of a tie in a table says; `form` is what rows have that say none."""
    is_given = cells["form"] == form and not cells["form_as_stated"]
    stated_by = cells["stated_by"]
    return PairStatements(
        cells["as_of"],
        _gather("" if is_given else cells["form"]),
        _gather(*cells["form_as_stated"].split(JOINT)),
        _gather(cells["start"], *cells["start_as_stated"].split(JOINT)),
        _gather(cells["end"]),
        _gather(cells["reference_url"]),
        _gather(*cells["locator"].split(JOINT)),
        _gather(*("ab" if stated_by == StatedBy.BOTH else {stated_by} & {"a", "b"})),
        _gather(*first),
    )


def turn(said: PairStatements) -> PairStatements:
    """The same of the pair the other way round."""
    other = {"a": "b", "b": "a"}
    return replace(
        said,
        stated=frozenset(other[side] for side in said.stated),
        first=frozenset(other[side] for side in said.first),
    )


def write_cells(
    said: PairStatements, id_: str, pair: Pair, form: str, placeholders: Iterable[str]
) -> dict[str, str]:
    """The row of a tie.

    A start that is one of `placeholders`, or later than the list, is only kept as stated.
    """
    dates = {text: date for text in said.starts if (date := read_date(text))}
    placeholders = set(placeholders)
    listed, _ = date_key(said.as_of)
    sure = {
        text: date
        for text, date in dates.items()
        if text not in placeholders and date.first.isoformat() <= listed
    }
    start = min(sure, key=lambda text: (sure[text].first, text), default="")
    ends = sorted(filter(read_date, said.ends))
    first_form = min(said.forms, key=lambda one: _FORMS.get(one, len(_FORMS)), default="")
    words = {*said.words, *(said.forms - {first_form})}
    cells = {
        "id": id_,
        "a": pair[0],
        "b": pair[1],
        "form": first_form or ("" if words else form),
        "form_as_stated": _join(words),
        "start": start,
        "end": ends[-1] if ends else "",
        "start_as_stated": "" if said.starts <= {start} else _join(said.starts),
        "stated_by": _stated_by(said),
        "as_of": said.as_of,
        "reference_url": min(said.urls, default=""),
        "locator": _join(said.locators),
    }
    return {column: text for column, text in cells.items() if text}


def _stated_by(said: PairStatements) -> str:
    if len(said.stated) == 1:
        return str(StatedBy(min(said.stated)))
    is_both = len(said.stated) > 1 or len(said.first) > 1
    return str(StatedBy.BOTH if is_both else StatedBy.REGISTER)


def _join(texts: Iterable[str]) -> str:
    """The texts in a cell, as many as a line may hold."""
    joined = ""
    for text in sorted(texts):
        longer = f"{joined}{JOINT}{text}" if joined else text
        joined = longer if len(longer) <= LONGEST_LINE else joined
    return joined
