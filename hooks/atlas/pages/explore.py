"""The page Explore, and a page for each form and each decade: ways through all cooperations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from atlas.edition import Ref
from atlas.maps import legend
from atlas.pages import collection, country, goal
from atlas.pages.page import Desk, Page, by_name, described
from atlas.pages.ties import form_label
from atlas.relate import decade_of
from atlas.scene import Scene
from atlas.vocabulary import FORMS, Form

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


def pages(desk: Desk) -> Iterator[Page]:
    """One page for each form that occurs, and one for each decade."""
    for group in (*_forms(desk), *_decades(desk)):
        yield _page(desk, group)


def front(desk: Desk) -> Markup:
    """The filter, its texts in a template for the script, and all lists as plain links."""
    counted = desk.edition.language.counted("%(num)s cooperation", "%(num)s cooperations")
    return desk.render(
        "explore.html",
        counted=counted,
        at_once=AT_ONCE,
        facets=[
            ("country", desk._("Country")),
            ("theme", desk._("Theme")),
            ("goal", desk._("Goal")),
            ("form", desk._("Form")),
            ("status", desk._("Status")),
            ("decade", desk._("Decade of the start")),
            ("partner", desk._("Type of partner")),
        ],
        legend=_legend(desk),
        lists=_lists(desk),
    )


def _lists(desk: Desk) -> list[tuple[str, list[Way]]]:
    """Every way in, under its heading; none that leads nowhere."""
    atlas = desk.edition.atlas
    themes = sorted(map(desk.edition.theme, atlas.by_theme), key=by_name)
    goals = sorted(atlas.by_goal, key=int)
    return [
        (
            desk._("Countries"),
            [
                Way(ref, len(atlas.by_country[ref.id]))
                for ref in country.refs(desk)
                if ref.id in atlas.by_country
            ],
        ),
        (desk._("Themes"), [Way(ref, len(atlas.by_theme[ref.id])) for ref in themes]),
        (
            desk._("Goals"),
            [Way(goal.ref(desk, int(one)), len(atlas.by_goal[one])) for one in goals],
        ),
        (desk._("Form"), [_way(desk, group) for group in _forms(desk)]),
        (desk._("Decade of the start"), [_way(desk, group) for group in _decades(desk)]),
    ]


def _way(desk: Desk, group: _Group) -> Way:
    ref = Ref(group.id, desk.edition.own(group.name), f"{SECTION}/{group.id}/")
    return Way(ref, len(group.cooperations))


def _forms(desk: Desk) -> list[_Group]:
    """The forms that occur, in their own order."""
    found: dict[Form, list[str]] = defaultdict(list)
    for id_, record in desk.edition.atlas.records.cooperations.items():
        found[record.form].append(id_)
    return [
        _Group(
            form.value,
            name := desk._(FORMS[form].label),
            name,
            desk._("Cooperations: %(name)s") % {"name": name},
            desk._(FORMS[form].definition),
            tuple(found[form]),
        )
        for form in Form
        if form in found
    ]


def _decades(desk: Desk) -> list[_Group]:
    """The decades in which cooperations began, then those without a recorded start."""
    found: dict[int | None, list[str]] = defaultdict(list)
    for id_, record in desk.edition.atlas.records.cooperations.items():
        found[decade_of(record)].append(id_)
    groups = [
        _Group(
            f"{decade}s",
            desk._("%(decade)ss") % {"decade": decade},
            title := desk._("Cooperations begun in the %(decade)ss") % {"decade": decade},
            title,
            "",
            tuple(found[decade]),
        )
        for decade in sorted(decade for decade in found if decade is not None)
    ]
    if None in found:
        name = desk._("start not recorded")
        title = desk._("Cooperations without a recorded start")
        groups.append(_Group("undated", name, title, title, "", tuple(found[None])))
    return groups


def _page(desk: Desk, group: _Group) -> Page:
    return Page(
        SECTION,
        group.id,
        desk.edition.own(group.title),
        described(f"{group.caption}. {group.lead}"),
        collection.body(
            desk,
            path=f"{SECTION}/{group.id}/",
            name=f"explore-{group.id}",
            title=group.caption,
            cooperations=group.cooperations,
            interactive=False,
            lead=Markup('<p class="atlas-lead">{}</p>').format(group.lead) if group.lead else "",
        ),
    )


def _legend(desk: Desk) -> list[tuple[Markup, list[str]]]:
    """The lines of the map: each sample with the names of the forms that are drawn so."""
    ties = tuple(tie for each in desk.edition.atlas.ties.values() for tie in each)
    return [
        (entry.sample, [form_label(desk, form).label for form in entry.forms])
        for entry in legend.entries(Scene(SECTION, (), ties, ()))
    ]
