"""The page Explore, and a page for each form and each decade: ways through all cooperations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph import facets
from atlas.graph.edition import Ref
from atlas.graph.facets import DECADE, FORM
from atlas.graph.scene import Scene
from atlas.maps import legend
from atlas.model.vocabulary import FORMS, Form
from atlas.pages import collection
from atlas.pages.cooperation_table import form_label
from atlas.pages.page import Page, PageContext, describe

SECTION = "explore"
AT_ONCE = 50
"""Rows that the page Explore shows before it is asked for more."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a page of cooperations, and how many there are."""

    ref: Ref
    count: int


def pages(context: PageContext) -> Iterator[Page]:
    """One page for each form that occurs, and one for each decade."""
    edition = context.edition
    for form, ids in FORM.groups(edition).items():
        name, definition = FORM.name(edition, form).text, context._(FORMS[Form(form)].definition)
        caption = context._("Cooperations: {name}").format(name=name)
        lead = Markup('<p class="atlas-lead">{}</p>').format(definition)
        description = f"{caption}. {definition}"
        yield _page(context, FORM.path(form), name, caption, description, ids, lead)
    for decade, ids in DECADE.groups(edition).items():
        if decade == DECADE.unrecorded:
            title = context._("Cooperations without a recorded start")
        else:
            title = context._("Cooperations begun in the {decade}s").format(decade=decade)
        yield _page(context, DECADE.path(decade), title, title, f"{title}. ", ids)


def front(context: PageContext) -> Markup:
    """The filter, its texts in a template for the script, and all lists as plain links."""
    counted = context.edition.language.counted("{n} cooperation", "{n} cooperations")
    return context.render(
        "explore.html",
        counted=counted,
        at_once=AT_ONCE,
        facets=[(facet.id, context._(facet.label), facet.rank is None) for facet in facets.FACETS],
        legend=_legend(context),
        lists=_lists(context),
    )


def _lists(context: PageContext) -> list[tuple[str, list[Way]]]:
    """Every way in, under its heading; none that leads nowhere."""
    edition = context.edition
    return [
        (
            context._(facet.heading),
            [
                Way(Ref(value, facet.name(edition, value), facet.path(value)), len(ids))
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
    caption: str,
    description: str,
    cooperations: Sequence[str],
    lead: str = "",
) -> Page:
    """The page of one form or decade at this address; `caption` says of its list what is in it."""
    id_ = path.split("/")[1]
    return Page(
        SECTION,
        id_,
        context.edition.own(title),
        describe(description),
        collection.body(
            context,
            path=path,
            name=f"{SECTION}-{id_}",
            title=caption,
            cooperations=cooperations,
            interactive=False,
            lead=lead,
        ),
    )


def _legend(context: PageContext) -> list[tuple[Markup, list[str]]]:
    """The lines of the map: each sample with the names of the forms that are drawn so."""
    ties = tuple(tie for each in context.edition.atlas.ties.values() for tie in each)
    return [
        (entry.sample, [form_label(context, form).label for form in entry.forms])
        for entry in legend.entries(Scene(SECTION, (), ties, ()))
    ]
