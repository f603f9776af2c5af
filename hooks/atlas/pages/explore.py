"""The page Explore, and a page for each form and each decade: ways through all cooperations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from atlas.graph import facets
from atlas.graph.edition import Ref
from atlas.graph.facets import DECADE, FORM
from atlas.graph.scene import Scene
from atlas.model.vocabulary import Form
from atlas.pages import collection
from atlas.pages.map_embed import explain_lines
from atlas.pages.page import Page, PageContext

SECTION = "explore"
AT_ONCE = 50
"""Rows that the page Explore shows before it is asked for more."""


def pages(context: PageContext) -> Iterator[Page]:
    """One page for each form that occurs, and one for each decade."""
    edition = context.edition
    for form, ids in FORM.groups(edition).items():
        name, definition = FORM.name(edition, form).text, context._(Form(form).definition)
        caption = context._("Cooperations: {name}").format(name=name)
        lead = Markup('<p class="atlas-lead">{}</p>').format(definition)
        yield _page(context, FORM.path(form), name, f"{caption}. {definition}", ids, lead=lead)
    for decade, ids in DECADE.groups(edition).items():
        if decade == DECADE.unrecorded:
            title = context._("Cooperations without a recorded start")
        else:
            title = context._("Cooperations begun in the {decade}s").format(decade=decade)
        yield _page(context, DECADE.path(decade), title, f"{title}. ", ids, caption=title)


def front(context: PageContext) -> Markup:
    """The filter, its texts in a template for the script, and all lists as plain links."""
    edition = context.edition
    ties = tuple(tie for each in edition.atlas.ties.values() for tie in each)
    return context.render(
        "explore.html",
        counted=edition.language.counted("{n} cooperation", "{n} cooperations"),
        at_once=AT_ONCE,
        facets=[(facet.id, context._(facet.label), facet.rank is None) for facet in facets.FACETS],
        legend=explain_lines(context, Scene(SECTION, (), ties, ())),
        lists=_lists(context),
    )


def _lists(context: PageContext) -> list[tuple[str, list[tuple[Ref, int]]]]:
    """Every way in and how many cooperations it leads to, under its heading; none that leads
    nowhere."""
    edition = context.edition
    return [
        (
            context._(facet.heading),
            [
                (Ref(value, facet.name(edition, value), facet.path(value)), len(ids))
                for value, ids in facet.groups(edition).items()
            ],
        )
        for facet in facets.FACETS
        if facet.heading
    ]


def _page(
    context: PageContext,
    path: str,
    title: str,
    description: str,
    cooperations: Sequence[str],
    *,
    caption: str = "",
    lead: Markup | str = "",
) -> Page:
    """The page of one form or decade at this address."""
    id_ = path.split("/")[1]
    return collection.page(
        context,
        SECTION,
        id_,
        context.edition.own(title),
        description,
        scene=f"{SECTION}-{id_}",
        cooperations=cooperations,
        caption=caption,
        interactive=False,
        lead=lead,
    )
