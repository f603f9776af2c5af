"""The page Explore, and a page for each form and each decade: ways through all cooperations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.relate import decade_of
from atlas.graph.scene import Scene
from atlas.maps import legend
from atlas.model.vocabulary import FORMS, Form
from atlas.pages import collection, country, goal
from atlas.pages.cooperation_table import form_label
from atlas.pages.page import Page, PageContext, by_name, described

SECTION = "explore"
AT_ONCE = 50
"""Rows that the page Explore shows before it is asked for more."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a page of cooperations, and how many there are."""

    ref: Ref
    count: int


@dataclass(frozen=True, slots=True)
class _Group:
    """The cooperations of one form or one decade.

    `name` is the link to their page, `title` its heading; `caption` says of a list what is in it.
    """

    id: str
    name: str
    title: str
    caption: str
    lead: str
    cooperations: tuple[str, ...]


def pages(context: PageContext) -> Iterator[Page]:
    """One page for each form that occurs, and one for each decade."""
    for group in (*_forms(context), *_decades(context)):
        yield _page(context, group)


def front(context: PageContext) -> Markup:
    """The filter, its texts in a template for the script, and all lists as plain links."""
    counted = context.edition.language.counted("{n} cooperation", "{n} cooperations")
    return context.render(
        "explore.html",
        counted=counted,
        at_once=AT_ONCE,
        facets=[
            ("country", context._("Country")),
            ("theme", context._("Theme")),
            ("goal", context._("Goal")),
            ("form", context._("Form")),
            ("status", context._("Status")),
            ("decade", context._("Decade of the start")),
            ("partner", context._("Type of partner")),
        ],
        legend=_legend(context),
        lists=_lists(context),
    )


def _lists(context: PageContext) -> list[tuple[str, list[Way]]]:
    """Every way in, under its heading; none that leads nowhere."""
    atlas = context.edition.atlas
    themes = sorted(map(context.edition.theme, atlas.by_theme), key=by_name)
    goals = sorted(atlas.by_goal, key=int)
    return [
        (
            context._("Countries"),
            [
                Way(ref, len(atlas.by_country[ref.id]))
                for ref in country.refs(context)
                if ref.id in atlas.by_country
            ],
        ),
        (context._("Themes"), [Way(ref, len(atlas.by_theme[ref.id])) for ref in themes]),
        (
            context._("Goals"),
            [Way(goal.ref(context, int(one)), len(atlas.by_goal[one])) for one in goals],
        ),
        (context._("Form"), [_way(context, group) for group in _forms(context)]),
        (context._("Decade of the start"), [_way(context, group) for group in _decades(context)]),
    ]


def _way(context: PageContext, group: _Group) -> Way:
    ref = Ref(group.id, context.edition.own(group.name), f"{SECTION}/{group.id}/")
    return Way(ref, len(group.cooperations))


def _forms(context: PageContext) -> list[_Group]:
    """The forms that occur, in their own order."""
    found: dict[Form, list[str]] = defaultdict(list)
    for id_, record in context.edition.atlas.records.cooperations.items():
        found[record.form].append(id_)
    return [
        _Group(
            form.value,
            name := context._(FORMS[form].label),
            name,
            context._("Cooperations: {name}").format(name=name),
            context._(FORMS[form].definition),
            tuple(found[form]),
        )
        for form in Form
        if form in found
    ]


def _decades(context: PageContext) -> list[_Group]:
    """The decades in which cooperations began, then those without a recorded start."""
    found: dict[int | None, list[str]] = defaultdict(list)
    for id_, record in context.edition.atlas.records.cooperations.items():
        found[decade_of(record)].append(id_)
    groups = [
        _Group(
            f"{decade}s",
            context._("{decade}s").format(decade=decade),
            title := context._("Cooperations begun in the {decade}s").format(decade=decade),
            title,
            "",
            tuple(found[decade]),
        )
        for decade in sorted(decade for decade in found if decade is not None)
    ]
    if None in found:
        name = context._("start not recorded")
        title = context._("Cooperations without a recorded start")
        groups.append(_Group("undated", name, title, title, "", tuple(found[None])))
    return groups


def _page(context: PageContext, group: _Group) -> Page:
    return Page(
        SECTION,
        group.id,
        context.edition.own(group.title),
        described(f"{group.caption}. {group.lead}"),
        collection.body(
            context,
            path=f"{SECTION}/{group.id}/",
            name=f"explore-{group.id}",
            title=group.caption,
            cooperations=group.cooperations,
            interactive=False,
            lead=Markup('<p class="atlas-lead">{}</p>').format(group.lead) if group.lead else "",
        ),
    )


def _legend(context: PageContext) -> list[tuple[Markup, list[str]]]:
    """The lines of the map: each sample with the names of the forms that are drawn so."""
    ties = tuple(tie for each in context.edition.atlas.ties.values() for tie in each)
    return [
        (entry.sample, [form_label(context, form).label for form in entry.forms])
        for entry in legend.entries(Scene(SECTION, (), ties, ()))
    ]
