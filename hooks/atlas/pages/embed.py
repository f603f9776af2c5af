"""A small page about a place, a country or a theme, for frames in the pages of others: its map, the
first of its ties of either tier, and the way to all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.beginnings import newest_first, start_of
from atlas.graph.edition import Ref, Text
from atlas.graph.listed import ListedPair
from atlas.graph.tally import find_left
from atlas.maps import legend
from atlas.maps.layout import shows_listed
from atlas.model import Moment
from atlas.pages import country, csp, embed_code, listed_table, listed_ties, opening, status
from atlas.pages.citation import LICENCE
from atlas.pages.listed_table import Side
from atlas.pages.map_embed import explain_lines, static_map
from atlas.pages.map_time import explain_time
from atlas.pages.page import PageContext, sort_by_name

DEPTH = 3
"""Folders that it lies below its language's root."""

MOST_ROWS = 10
"""Ties of each tier that it names; the page that it leads to has all."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an embed is about: its page, and the ties of either tier. `own` are the codes of its
    countries. Its map shows the countries `focus` whole, and of wide cooperations the part of the
    places that it is `about`, if it is about some."""

    section: str
    id: str
    ref: Ref
    cooperations: Sequence[str]
    pairs: Sequence[ListedPair] = ()
    own: Sequence[str] = ()
    focus: Sequence[str] = ()
    about: AbstractSet[str] | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A tie: what it leads to, the place from which it is seen if that is not the embed's own, and
    what is said of it."""

    path: str
    name: Text
    facts: list[str]
    here: Text | None = None


def pages(context: PageContext, section: str, id_: str) -> Iterator[tuple[str, str]]:
    """Address under the language's root and HTML of the embed that goes with a page, if one does.

    It lies at each id that its subject has or had: the sites of others go on naming the old one.
    """
    section, id_ = embed_code.find_subject(context, section, id_)
    if not id_:
        return
    html = str(_render(context.at(DEPTH), _describe(context, section, id_)))
    record = getattr(context.edition.atlas.records, section, {}).get(id_)
    for one in (id_.lower(), *(record.previous_ids if record else ())):
        yield f"{section}/{one}/{embed_code.FOLDER}/", html


def _describe(context: PageContext, section: str, id_: str) -> _Subject:
    edition, atlas = context.edition, context.edition.atlas
    if section == "themes":
        return _Subject(section, id_, edition.theme(id_), atlas.by_theme.get(id_, ()))
    if section == "countries":
        own = country.with_dependents(context, id_)
        return _Subject(
            section,
            id_,
            edition.country(id_),
            atlas.by_country.get(id_, ()),
            [atlas.listed.pairs[pair] for pair in atlas.listed.by_country.get(id_, ())],
            own=own,
            focus=own,
            about=atlas.places_of_countries(own),
        )
    return _Subject(
        section,
        id_,
        edition.place(id_),
        atlas.by_place.get(id_, ()),
        [atlas.listed.pairs[pair] for pair in atlas.listed.by_place.get(id_, ())],
        own=atlas.records.places[id_].countries,
        about=atlas.within(id_),
    )


def _render(context: PageContext, one: _Subject) -> Markup:
    atlas = context.edition.atlas
    left = find_left(atlas, one.section, one.id, one.cooperations)
    shown = newest_first(atlas.records, one.cooperations)[:MOST_ROWS]
    sides = _find_sides(context, one)
    return context.render(
        "embed.html",
        policy=csp.render(csp.EMBED),
        title=embed_code.entitle(context, one.ref.name.text),
        atlas=context.site.names[context.edition.language.code],
        address=context.address(one.ref.path),
        ref=one.ref,
        map=_draw_map(context, one),
        sentence=opening.summarise(context, one.cooperations, one.own, left),
        cooperations=[_describe_cooperation(context, id_, left) for id_ in shown],
        more=len(one.cooperations) - len(shown),
        listed_sentence=_summarise_listed(context, one),
        listed=[_describe_side(context, side, one.id) for side in sides[:MOST_ROWS]],
        more_listed=len(sides[MOST_ROWS:]),
        licences=_name_licences(context, one),
    )


def _summarise_listed(context: PageContext, one: _Subject) -> Markup:
    if not one.pairs:
        return Markup("")
    table = f"{context.base}{one.ref.path}#listed"
    return opening.summarise_listed(context, one.pairs, one.own, table)


def _find_sides(context: PageContext, one: _Subject) -> Sequence[Side]:
    """The listed ties to name: of a country with many none, as the first by name say nothing of
    it."""
    if one.section == "places":
        return listed_table.sides_of_place(context, one.id) if one.pairs else ()
    if not 0 < len(one.pairs) <= MOST_ROWS:
        return ()
    return listed_table.sides_of_countries(context, one.id, frozenset(one.own))


def _describe_cooperation(context: PageContext, id_: str, left: Mapping[str, Moment]) -> _Row:
    """«Twinning · since 2011 · Listed as active · December 2020»."""
    edition = context.edition
    record, ref = edition.atlas.records.cooperations[id_], edition.cooperation(id_)
    planned = edition.start(record)
    since = edition.span(start_of(record), None) or (planned.text if planned else "")
    standing = status.describe_standing(context, record, left.get(id_))
    facts = [edition.label(record.form), since, standing.said, *standing.beside]
    return _Row(ref.path, ref.name, [one for one in facts if one])


def _describe_side(context: PageContext, side: Side, own: str) -> _Row:
    """«Estonia · Twinning · since 1999»."""
    edition, pair, there = context.edition, side.pair, context.edition.place(side.there)
    codes = edition.atlas.records.places[side.there].countries
    countries = [ref.name.text for ref in sort_by_name(map(edition.country, codes))]
    ends = [tie.end for tie in pair.ties if tie.end]
    facts = [
        edition.language.comma.join(one for one in countries if not there.name.tells(one)),
        edition.label(pair.form) if pair.form else "",
        edition.span(pair.start, None),
        status.say_ended(edition, max(ends, key=lambda date: date.last)) if ends else "",
    ]
    here = edition.place(side.here).name if side.here != own else None
    return _Row(there.path, there.name, [one for one in facts if one], here)


def _name_licences(context: PageContext, one: _Subject) -> list[tuple[Ref | None, str]]:
    """The licences of what is shown: that of the atlas's own records, and of each register its own
    with the register, which goes without saying where there is one alone."""
    records = context.edition.atlas.records
    found: list[tuple[Ref | None, str]] = [
        (ref, records.registers[ref.id].licence.value)
        for ref, _ in listed_ties.registers_of(context, one.pairs)
    ]
    if one.cooperations or not found:
        return [(None, LICENCE), *found]
    return found if len(found) > 1 else [(None, licence) for _, licence in found]


def _draw_map(context: PageContext, one: _Subject) -> Markup:
    """The map of the page, with what its lines mean; nothing where none is shown."""
    if not embed_code.has_map(one.section, one.cooperations):
        return Markup("")
    pairs = [pair.id for pair in one.pairs]
    scene = context.edition.atlas.scene(
        embed_code.FOLDER, one.cooperations, one.focus, pairs, one.about
    )
    picture = static_map(context, scene, one.ref.name.text)
    if not picture:
        return Markup("")
    return context.render(
        "embed_map.html",
        picture=picture,
        legend=explain_lines(context, scene),
        rings=context.maps.still.marks_tiny_countries(scene),
        listed=legend.listed_sample() if shows_listed(scene) else "",
        time=explain_time(context, scene, is_chosen=False),
    )
