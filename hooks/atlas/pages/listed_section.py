"""What registers list of a place or a country: the part of its page that says so, and the further
pages of a country's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.model import iso_codes
from atlas.pages import listed_table, offered_files, opening, pagination
from atlas.pages.data_files import CSV, JSON_LINES, LISTED_TIES
from atlas.pages.page import Page, PageContext, sort_by_name
from atlas.pages.pagination import PagedList

SECTION = "listed"
"""The section of the further pages of countries: `listed/be-2/` follows `countries/be/`."""

AT_ONCE = 50
"""Ties on one page of a country's, the first of which stands on the country's own."""

EVERYTHING = tuple(map(LISTED_TIES.path, (CSV, JSON_LINES)))
"""Where the table of all listed ties lies, from the root of the site: as CSV and as JSON Lines."""


@dataclass(frozen=True, slots=True)
class ListedSection:
    """The listed `pairs` of what a page is about, the sentence that counts them and their table.

    `left_out` are so many that the table has not, and `first` so many that it has where the others
    follow on further pages; `files` are the countries whose ties there are to take home, each with
    its own, and `everything` is the table of all, where the page leads there.
    """

    pairs: Sequence[str] = ()
    sentence: Markup = field(default=Markup(""))
    table: Markup = field(default=Markup(""))
    left_out: int = 0
    first: int = 0
    files: Sequence[tuple[Ref, str]] = ()
    everything: Sequence[str] = ()


NOTHING = ListedSection()
"""What stands on a page of which no register lists anything."""


def of_place(context: PageContext, place: str) -> ListedSection:
    """What registers list of a place and of those in it."""
    sides = listed_table.sides_of_place(context, place)
    if not sides:
        return NOTHING
    record = context.edition.atlas.records.places[place]
    pairs = [side.pair for side in sides]
    return ListedSection(
        pairs=[pair.id for pair in pairs],
        sentence=opening.summarise_listed(context, pairs, record.countries),
        table=listed_table.of_place(
            context, place, sides, _caption(context, context.edition.place(place))
        ),
        left_out=max(0, len(sides) - listed_table.MOST_ROWS),
        files=_files(context, record.countries),
    )


def of_country(context: PageContext, code: str) -> ListedSection:
    """What registers list of a country and its territories: all pairs, and the first page of
    them."""
    paged, sides = _list(context, code)
    if not sides:
        return NOTHING
    pairs = [side.pair for side in sides]
    return ListedSection(
        pairs=[pair.id for pair in pairs],
        sentence=opening.summarise_listed(context, pairs, _own(code)),
        table=paged.page(context, 1),
        first=AT_ONCE if len(pairs) > AT_ONCE else 0,
        files=_files(context, [code]),
        everything=EVERYTHING,
    )


def ids(context: PageContext) -> Iterable[str]:
    """The code of every country of which registers list anything."""
    return context.edition.atlas.listed.by_country


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The further pages of the country with the code `id_`, if registers list much of it."""
    edition = context.edition
    paged, _ = _list(context, id_)
    country = edition.country(id_)
    for number in paged.further:
        name = pagination.number_title(context, _caption(context, country), number)
        body = context.render(
            "listed_further.html",
            country=country,
            table=paged.page(context, number),
            files=_files(context, [id_]),
            everything=(),
        )
        yield Page(
            SECTION, f"{id_.lower()}-{number}", edition.own(name), name, body, is_further=True
        )


def _list(context: PageContext, code: str) -> tuple[PagedList, list[listed_table.Side]]:
    """The listed ties of a country, cut into pages, and all of them."""
    sides = listed_table.sides_of_countries(context, code, _own(code))
    by_id = {side.pair.id: side for side in sides}
    country = context.edition.country(code)
    paged = PagedList(
        ids=[*by_id],
        render=lambda context, ids: listed_table.of_country(
            context,
            [by_id[id_] for id_ in ids],
            _caption(context, country),
            whole=len(ids) == len(by_id),
        ),
        address=lambda number: (
            f"{SECTION}/{code.lower()}-{number}/" if number > 1 else country.path
        ),
        fragment="#listed",
        length=AT_ONCE,
        names=lambda id_: listed_table.name(context, by_id[id_]),
        table=True,
    )
    return paged, sides


def _own(code: str) -> frozenset[str]:
    """A country and its territories."""
    return frozenset({code, *(one for one, state in iso_codes.STATES.items() if state == code)})


def _caption(context: PageContext, ref: Ref) -> str:
    return context._("Listed ties: {name}").format(name=ref.name.text)


def _files(context: PageContext, codes: Sequence[str]) -> list[tuple[Ref, str]]:
    """The countries whose listed ties can be taken home, each with its file."""
    refs = sort_by_name(map(context.edition.country, codes))
    return [(ref, offered_files.of_country(ref.id)) for ref in refs]
