"""The body of each hand-written front: the home page and the index of every section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from atlas.edition import Ref
from atlas.pages import (
    compare,
    country,
    coverage,
    explore,
    figures,
    goal,
    listing,
    overview,
    reference,
    search_form,
)
from atlas.pages.listing import Entry
from atlas.pages.mapped import map_of
from atlas.pages.page import Desk, Page, by_name
from atlas.pages.ties import newest_first, partner, table
from atlas.vocabulary import FORMS, GOALS, N_, Form


@dataclass(frozen=True, slots=True)
class Listed:
    """A section whose front lists everything in it, page by page.

    `ids` gives all ids in the order of the list, `render` the HTML of some of them.
    """

    title: str
    ids: Callable[[Desk], list[str]]
    render: listing.Renderer


@dataclass(frozen=True, slots=True)
class FormView:
    """A form of cooperation with its definition."""

    id: str
    label: str
    definition: str


def home(desk: Desk) -> Markup:
    """The whole atlas on one map, its figures, the ways in."""
    atlas = desk.edition.atlas
    cooperations = tuple(atlas.records.cooperations)
    scene = atlas.scene("home", cooperations, ())
    return desk.render(
        "home.html",
        map=map_of(desk, scene, desk._("All cooperations of the atlas"), listed=()),
        cooperations=len(cooperations),
        countries=len({code for codes in atlas.countries_of.values() for code in codes}),
        actors=len(atlas.records.actors),
        places=len(atlas.records.places),
        country_entries=_country_entries(desk),
        figures=[
            (desk._("By form"), figures.by_form(desk, cooperations)),
            (desk._("By theme"), figures.by_theme(desk, cooperations)),
            (desk._("By decade of the start"), figures.by_decade(desk, cooperations)),
        ],
    )


def front(desk: Desk, section: str) -> Markup:
    """What stands on the front of a section."""
    listed = SECTIONS[section]
    return listing.first(desk, section, listed.ids(desk), listed.render)


def further(desk: Desk) -> Iterator[Page]:
    """The further pages of every list that is too long for its front."""
    for section, listed in SECTIONS.items():
        title = desk._(listed.title)
        yield from listing.rest(desk, section, title, listed.ids(desk), listed.render)


def forms(desk: Desk) -> Markup:
    """The definitions of the forms of cooperation, for the page About."""
    views = [
        FormView(form.value, desk._(FORMS[form].label), desk._(FORMS[form].definition))
        for form in Form
    ]
    return desk.render("forms.html", forms=views)


def _cooperations(desk: Desk) -> list[str]:
    return newest_first(desk, desk.edition.atlas.records.cooperations)


def _cooperation_table(desk: Desk, ids: Sequence[str]) -> Markup:
    return table(desk, ids, desk._("Cooperations, the newest first"))


def _named(ids: Sequence[str], ref: Callable[[str], Ref]) -> list[str]:
    return [one.id for one in sorted(map(ref, ids), key=by_name)]


def _actor_entries(desk: Desk, ids: Sequence[str]) -> Markup:
    atlas = desk.edition.atlas
    found = []
    for id_ in ids:
        who = partner(desk, id_)
        count = len(atlas.by_actor.get(id_, ()))
        found.append(Entry(who.ref, who.countries, count))
    return listing.entries(desk, found)


def _place_entries(desk: Desk, ids: Sequence[str]) -> Markup:
    edition, atlas = desk.edition, desk.edition.atlas
    return listing.entries(
        desk,
        [
            Entry(
                edition.place(id_),
                tuple(map(edition.country, atlas.records.places[id_].countries)),
                len(atlas.by_place.get(id_, ())),
            )
            for id_ in ids
        ],
    )


def _theme_entries(desk: Desk, ids: Sequence[str]) -> Markup:
    edition, atlas = desk.edition, desk.edition.atlas
    return listing.entries(
        desk,
        [
            Entry(
                edition.theme(id_),
                (),
                len(atlas.by_theme.get(id_, ())),
                edition.text(atlas.records.themes[id_].description),
            )
            for id_ in ids
        ],
    )


def _goal_entries(desk: Desk, ids: Sequence[str]) -> Markup:
    """The goals in their order; those that no cooperation is linked to, together behind the rest.

    All goals are listed, whatever the records say: most lines would count none.
    """
    by_goal = desk.edition.atlas.by_goal
    counted = [(goal.ref(desk, int(id_)), len(by_goal.get(id_, ()))) for id_ in ids]
    linked = [Entry(ref, (), count) for ref, count in counted if count]
    others = [Entry(ref, (), None) for ref, count in counted if not count]
    return desk.render(
        "goals.html",
        linked=listing.entries(desk, linked) if linked else "",
        others=listing.entries(desk, others) if others else "",
    )


def _country_entries(desk: Desk, ids: Sequence[str] | None = None) -> Markup:
    by_country = desk.edition.atlas.by_country
    refs = country.refs(desk) if ids is None else [desk.edition.country(id_) for id_ in ids]
    return listing.entries(desk, [Entry(ref, (), len(by_country.get(ref.id, ()))) for ref in refs])


SECTIONS: dict[str, Listed] = {
    "cooperations": Listed(N_("Cooperations"), _cooperations, _cooperation_table),
    "countries": Listed(
        N_("Countries"), lambda desk: [ref.id for ref in country.refs(desk)], _country_entries
    ),
    "themes": Listed(
        N_("Themes"),
        lambda desk: _named([*desk.edition.atlas.records.themes], desk.edition.theme),
        _theme_entries,
    ),
    "goals": Listed(N_("Goals"), lambda _: [str(one) for one in GOALS], _goal_entries),
    "places": Listed(
        N_("Places"),
        lambda desk: _named([*desk.edition.atlas.records.places], desk.edition.place),
        _place_entries,
    ),
    "actors": Listed(
        N_("Actors"),
        lambda desk: _named([*desk.edition.atlas.records.actors], desk.edition.actor),
        _actor_entries,
    ),
}
"""Every section of the site that is made from records, in the order of the navigation."""

FILLINGS: dict[str, Callable[[Desk], Markup]] = {
    "home": home,
    "forms": forms,
    "explore": explore.front,
    "coverage": coverage.body,
    "search": search_form.body,
    "overview": overview.body,
    "compare": compare.body,
    "reference": reference.body,
    **{section: partial(front, section=section) for section in SECTIONS},
}
"""What a hand-written page may leave open: a paragraph `{{ name }}` is filled by its function."""
