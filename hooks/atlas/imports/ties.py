"""Rows that speak of the same pair of places, as one tie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from atlas.files.register_tables import JOINT
from atlas.i18n.normalize import normalize_name
from atlas.imports.claims import is_fit
from atlas.imports.dates import normalize_date, read_date
from atlas.imports.rows import ListedRow
from atlas.imports.spellings import clean
from atlas.lookup import aliases
from atlas.lookup.name_index import index_names
from atlas.model.edtf_date import EdtfDate
from atlas.model.scalars import LONGEST_LINE, LONGEST_URL
from atlas.model.vocabulary import Form
from atlas.model.vocabulary.registers import StatedBy

Pair = tuple[str, str]
"""The ids of two places, in their order."""

_URL = re.compile(r"https?://[^\s/?#@\"'<>\\`]+(?:[/?#][^\s\"'<>\\`]*)?")
_FORMS = {str(form): rank for rank, form in enumerate(Form)}


@dataclass
class PairStatements:
    """All that rows say of a pair, as of one date; each field a set of what it may be.

    `starts` and `ends` are as read_date gives them. `stated` are the sides that state the tie
    (`a`, `b`), `first` those that rows name first where the list does not tell who states it.
    """

    as_of: str
    forms: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    locators: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)

    def unite(self, other: PairStatements) -> None:
        """Take over what `other` says: of one date all of it, else the later one's in each field.

        Who states the tie is only added to: a later import may have read one side's list alone.
        """
        mine, theirs = date_key(self.as_of), date_key(other.as_of)
        for each in fields(self)[1:]:
            own, others = getattr(self, each.name), getattr(other, each.name)
            if mine == theirs or each.name in {"stated", "first"}:
                own |= others
            elif theirs > mine and others:
                setattr(self, each.name, set(others))
        self.as_of = max(self.as_of, other.as_of, key=date_key)


def date_key(text: str) -> tuple[str, str]:
    """Sorts dates by the last day they may mean."""
    return EdtfDate.parse(text).last.isoformat(), text


def read_row(row: ListedRow, as_of: str) -> PairStatements:
    """What a row says, of the pair whose first place is its `a`."""
    words = {text for text in [clean(row.form)] if text and is_fit(text)}
    url = row.reference_url
    locators = {text for text in [clean(row.locator)] if text and is_fit(text)}
    return PairStatements(
        as_of,
        {form for word in words if (form := _find_form(word))},
        {word for word in words if word not in _FORMS},
        {text for text in [normalize_date(clean(row.start))] if text and is_fit(text)},
        {text for text in [normalize_date(clean(row.end))] if read_date(text)},
        {url} if _URL.fullmatch(url) and len(url) <= LONGEST_URL and is_fit(url) else set(),
        locators,
        {"a"} if row.is_stated else set(),
        set() if row.is_stated else {"a"},
    )


def _find_form(word: str) -> str:
    """The form that goes by a word in some language, if just one does."""
    found = index_names(aliases.words, Form).exact(normalize_name(word))
    return found[0] if len(found) == 1 else ""


def read_cells(cells: Mapping[str, str], first: Iterable[str], form: str) -> PairStatements:
    """What the row of a tie in a table says; `form` is what rows have that say none."""
    is_given = cells["form"] == form and not cells["form_as_stated"]
    stated_by = cells["stated_by"]
    starts = cells["start_as_stated"].split(JOINT) if cells["start_as_stated"] else []
    return PairStatements(
        cells["as_of"],
        set() if is_given else {cells["form"]} - {""},
        set(cells["form_as_stated"].split(JOINT)) - {""},
        {cells["start"], *starts} - {""},
        {cells["end"]} - {""},
        {cells["reference_url"]} - {""},
        set(cells["locator"].split(JOINT)) - {""},
        {"a", "b"} if stated_by == StatedBy.BOTH else {stated_by} & {"a", "b"},
        set(first),
    )


def turn(said: PairStatements) -> PairStatements:
    """The same of the pair the other way round."""
    other = {"a": "b", "b": "a"}
    return replace(
        said,
        stated={other[side] for side in said.stated},
        first={other[side] for side in said.first},
    )


def write_cells(
    said: PairStatements, id_: str, pair: Pair, form: str, placeholders: Iterable[str]
) -> dict[str, str]:
    """The row of a tie. A start that is one of `placeholders` is only kept as stated."""
    dates = {text: date for text in said.starts if (date := read_date(text))}
    placeholders = set(placeholders)
    sure = {text: date for text, date in dates.items() if text not in placeholders}
    start = min(sure, key=lambda text: (sure[text].first, text), default="")
    ends = sorted(filter(read_date, said.ends))
    first_form = min(said.forms, key=lambda one: _FORMS.get(one, len(_FORMS)), default="")
    words = {*said.words, *(said.forms - {first_form})}
    return {
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
