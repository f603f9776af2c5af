"""The body of each hand-written front: the home page and the index of every section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.facets import DECADE, FORM, THEME
from atlas.model.vocabulary import FORMS, GOALS, N_, Form
from atlas.pages import (
    compare,
    country,
    coverage,
    explore,
    goal,
    overview,
    pagination,
    reference,
    search_form,
    stats,
)
from atlas.pages.cooperation_table import newest_first, partner, table
from atlas.pages.map_embed import map_of
from atlas.pages.page import Page, PageContext, by_name
from atlas.pages.pagination import ListEntry


@dataclass(frozen=True, slots=True)
class SectionIndex:
    """A section whose front lists everything in it, page by page.

    `ids` gives all ids in the order of the list, `render` the HTML of some of them.
    """

    title: str
    ids: Callable[[PageContext], list[str]]
    render: pagination.Renderer


@dataclass(frozen=True, slots=True)
class FormView:
    """A form of cooperation with its definition."""

    id: str
    label: str
    definition: str


def home(context: PageContext) -> Markup:
    """The whole atlas on one map, its figures, the ways in."""
    atlas = context.edition.atlas
    cooperations = tuple(atlas.records.cooperations)
    scene = atlas.scene("home", cooperations, ())
    return context.render(
        "home.html",
        map=map_of(context, scene, context._("All cooperations of the atlas"), listed=()),
        cooperations=len(cooperations),
        countries=len({code for codes in atlas.countries_of.values() for code in codes}),
        actors=len(atlas.records.actors),
        places=len(atlas.records.places),
        country_entries=_country_entries(context),
        figures=[
            (context._("By form"), stats.by_rank(context, FORM, cooperations)),
            (context._("By theme"), stats.by_frequency(context, THEME, cooperations)),
            (context._("By decade of the start"), stats.by_rank(context, DECADE, cooperations)),
        ],
    )


def front(context: PageContext, section: str) -> Markup:
    """What stands on the front of a section."""
    listed = SECTIONS[section]
    return pagination.first(context, section, listed.ids(context), listed.render)


def further(context: PageContext) -> Iterator[Page]:
    """The further pages of every list that is too long for its front."""
    for section, listed in SECTIONS.items():
        title = context._(listed.title)
        yield from pagination.rest(context, section, title, listed.ids(context), listed.render)


def forms(context: PageContext) -> Markup:
    """The definitions of the forms of cooperation, for the page About."""
    views = [
        FormView(form.value, context._(FORMS[form].label), context._(FORMS[form].definition))
        for form in Form
    ]
    return context.render("forms.html", forms=views)


def _cooperations(context: PageContext) -> list[str]:
    return newest_first(context, context.edition.atlas.records.cooperations)


def _cooperation_table(context: PageContext, ids: Sequence[str]) -> Markup:
    return table(context, ids, context._("Cooperations, the newest first"))


def _named(ids: Sequence[str], ref: Callable[[str], Ref]) -> list[str]:
    return [one.id for one in sorted(map(ref, ids), key=by_name)]


def _actor_entries(context: PageContext, ids: Sequence[str]) -> Markup:
    atlas = context.edition.atlas
    found = []
    for id_ in ids:
        who = partner(context, id_)
        count = len(atlas.by_actor.get(id_, ()))
        found.append(ListEntry(who.ref, who.countries, count))
    return pagination.entries(context, found)


def _place_entries(context: PageContext, ids: Sequence[str]) -> Markup:
    edition, atlas = context.edition, context.edition.atlas
    return pagination.entries(
        context,
        [
            ListEntry(
                edition.place(id_),
                tuple(map(edition.country, atlas.records.places[id_].countries)),
                len(atlas.by_place.get(id_, ())),
            )
            for id_ in ids
        ],
    )


def _theme_entries(context: PageContext, ids: Sequence[str]) -> Markup:
    edition, atlas = context.edition, context.edition.atlas
    return pagination.entries(
        context,
        [
            ListEntry(
                edition.theme(id_),
                (),
                len(atlas.by_theme.get(id_, ())),
                edition.text(atlas.records.themes[id_].description),
            )
            for id_ in ids
        ],
    )


def _goal_entries(context: PageContext, ids: Sequence[str]) -> Markup:
    """The goals in their order; those that no cooperation is linked to, together behind the rest.

    All goals are listed, whatever the records say: most lines would count none.
    """
    by_goal = context.edition.atlas.by_goal
    counted = [(goal.ref(context, int(id_)), len(by_goal.get(id_, ()))) for id_ in ids]
    linked = [ListEntry(ref, (), count) for ref, count in counted if count]
    others = [ListEntry(ref, (), None) for ref, count in counted if not count]
    return context.render(
        "goals.html",
        linked=pagination.entries(context, linked) if linked else "",
        others=pagination.entries(context, others) if others else "",
    )


def _country_entries(context: PageContext, ids: Sequence[str] | None = None) -> Markup:
    by_country = context.edition.atlas.by_country
    refs = country.refs(context) if ids is None else [context.edition.country(id_) for id_ in ids]
    return pagination.entries(
        context, [ListEntry(ref, (), len(by_country.get(ref.id, ()))) for ref in refs]
    )


SECTIONS: dict[str, SectionIndex] = {
    "cooperations": SectionIndex(N_("Cooperations"), _cooperations, _cooperation_table),
    "countries": SectionIndex(
        N_("Countries"), lambda context: [ref.id for ref in country.refs(context)], _country_entries
    ),
    "themes": SectionIndex(
        N_("Themes"),
        lambda context: _named([*context.edition.atlas.records.themes], context.edition.theme),
        _theme_entries,
    ),
    "goals": SectionIndex(N_("Goals"), lambda _: [str(one) for one in GOALS], _goal_entries),
    "places": SectionIndex(
        N_("Places"),
        lambda context: _named([*context.edition.atlas.records.places], context.edition.place),
        _place_entries,
    ),
    "actors": SectionIndex(
        N_("Actors"),
        lambda context: _named([*context.edition.atlas.records.actors], context.edition.actor),
        _actor_entries,
    ),
}
"""Every section of the site that is made from records, in the order of the navigation."""

FILLINGS: dict[str, Callable[[PageContext], Markup]] = {
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
