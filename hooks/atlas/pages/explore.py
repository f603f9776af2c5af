"""The list of cooperations with its filters, and a page for each form and each decade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.editing.forms.issue_forms import NEW
from atlas.graph import facets
from atlas.graph.edition import Edition, Ref, Text
from atlas.graph.facets import DECADE, FORM, Facet
from atlas.maps import legend
from atlas.model.vocabulary import COUNTED_FORMS, Form, State
from atlas.pages import collection, search_form, tallies
from atlas.pages.map_embed import FEW, explain_lines, static_map
from atlas.pages.map_time import explain_time
from atlas.pages.page import Page, PageContext

SECTION = "explore"
"""The section of the pages of a form or a decade; its own address leads to the list."""

LIST = "cooperations"
"""The section whose front is the list."""

AT_ONCE = 50
"""Cooperations on a page of the list, which its script shows before it is asked for more."""

SCRIPTS = (
    *(f"atlas-explore-{part}" for part in ("boxes", "columns", "filter", "none", "places")),
    *(f"atlas-explore-{part}" for part in ("question", "records", "save", "table", "texts")),
    *("atlas-explore-tiers", "atlas-explore-words"),
    *("atlas-downloads", "atlas-csv", "atlas-fetch", "atlas-fold", "atlas-map-start"),
    "atlas-table",
)
"""What atlas-explore.js imports, and what that does, but for what waits for its occasion."""

TOGETHER, BOTH = "countries", "both"
"""What the address of the list has, and says, where all countries chosen are to take part."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value to choose: its name, and how many cooperations have it. What only listed ties have is
    not offered before these are there; of registers, listed ties are counted too."""

    id: str
    name: Text
    count: int
    is_listed_alone: bool


def ids(context: PageContext) -> Iterable[str]:
    """The name in its address of each form that occurs, and of each decade."""
    return [*_values(context, FORM), *_values(context, DECADE)]


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the form or the decade that has this name in its address."""
    form, decade = _values(context, FORM).get(id_), _values(context, DECADE).get(id_)
    if form:
        yield _page_of_form(context, *form)
    elif decade:
        yield _page_of_decade(context, *decade)


def _values(context: PageContext, facet: Facet) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Each value of a facet with its cooperations, by its name in the address of its page."""
    return context.remember(
        "values",
        facet.id,
        lambda: {
            facet.path(value).split("/")[1]: (value, cooperations)
            for value, cooperations in facet.groups(context.edition).items()
        },
    )


def _page_of_form(context: PageContext, form: str, cooperations: Sequence[str]) -> Page:
    name = FORM.name(context.edition, form).text
    definition = context._(Form(form).definition)
    caption = context._("Cooperations: {name}").format(name=name)
    lead = Markup('<p class="atlas-lead">{}</p>').format(definition)
    description = f"{caption}. {definition}"
    return _page(context, FORM.path(form), name, description, cooperations, lead=lead)


def _page_of_decade(context: PageContext, decade: str, cooperations: Sequence[str]) -> Page:
    if decade == DECADE.unrecorded:
        title = context._("Cooperations of which the decade of the start is not known")
    else:
        title = context._("Cooperations begun in the {decade}s").format(decade=decade)
    path = DECADE.path(decade)
    return _page(context, path, title, f"{title}. ", cooperations, caption=title)


def front(context: PageContext, listed: Markup) -> Markup:
    """The front of the section of cooperations: `listed`, the first page of its list, with the
    filters and the map that follow it, and all other lists as plain links."""
    edition = context.edition
    ids = tuple(edition.atlas.records.cooperations)
    scene = edition.atlas.scene(LIST, ids, ())
    title = context._("the cooperations found")
    return context.render(
        "explore.html",
        total=len(ids),
        counted=tallies.count_all(edition, ids),
        listed=listed,
        at_once=AT_ONCE,
        few=FEW,
        facets=[_filter(context, facet) for facet in facets.in_use(edition.atlas)],
        listed_ties=len(edition.atlas.listed.unresearched),
        both=BOTH,
        title=title,
        picture=static_map(context, scene, title),
        legend=explain_lines(context, scene),
        listed_sample=legend.listed_sample() if edition.atlas.listed.unresearched else "",
        rings=context.maps.still.marks_tiny_countries(scene),
        time=explain_time(context, scene, _states_listed(edition), is_chosen=False),
        missing=NEW.address(context.site.repository, edition.language),
        lists=_lists(context),
        scripts=SCRIPTS,
    )


def _states_listed(edition: Edition) -> set[State]:
    """How ties stand that the map may be asked to show as well."""
    return {edition.atlas.listed.pairs[id_].state for id_ in edition.atlas.listed.unresearched}


def script_texts(context: PageContext) -> dict[str, object]:
    """What the script says of what it finds; a phrase per plural category where it counts."""
    language, _ = context.edition.language, context._
    return {
        "facets": {facet.id: _(facet.label) for facet in facets.FACETS},
        "counted": language.counted("{n} cooperation", "{n} cooperations"),
        "states": {
            state.value: language.counted(*words) for state, words in tallies.COUNTED_STATES.items()
        },
        "with_states": _("{cooperations} ({states})"),
        "part_of": _("part of {title}"),
        "parts": language.counted("{n} part of them", "{n} parts of them"),
        "memberships": language.counted(*COUNTED_FORMS[Form.NETWORK_MEMBERSHIP]),
        "researched": language.counted("{n} researched cooperation", "{n} researched cooperations"),
        "listed": language.counted("{n} listed tie, not checked", "{n} listed ties, not checked"),
        "add_listed": _("Listed ties, not checked"),
        "researched_alone": _("Researched cooperations alone"),
        "not_checked": _("Listed, not checked"),
        "newest_first": _("Cooperations, the newest first"),
        "listed_last": _("Cooperations, the newest first, then listed ties, not checked"),
        "nothing_researched": _("No researched cooperation."),
        "failed_listed": _("The listed ties could not be loaded."),
        "chosen": language.counted("{n} chosen", "{n} chosen"),
        "and_more": language.counted("and {n} other partner", "and {n} other partners"),
        "more": _("Show {n} more"),
        "not_recorded": _("not recorded"),
        "comma": language.comma,
        "semicolon": _("; "),
        "quoted": _("“{words}”"),
        "named": _("{facet}: {values}"),
        "together": _("{values} (all of them)"),
        "both": _("both, or all of them"),
        "either": _("With any of the countries – {count}"),
        "remove": _("Remove {what}"),
        "no_filter": _("“{words}” in the address is no filter here."),
        "missing": _("“{words}” is not in the atlas yet."),
        "none": _("No cooperation has all of this: {what}."),
        "asked": _("You asked for {what}."),
        "without": _("Without {what} – {count}"),
        "near": _("Near in spelling:"),
        "search": _("Search the whole atlas for “{words}”"),
        "ask": _("Do you know of a cooperation? Tell us"),
        "form": NEW.address(context.site.repository, language, about=""),
        "common": search_form.COMMON.get(language.code, "").split(),
    }


def _filter(context: PageContext, facet: Facet) -> tuple[Facet, str, list[Value]]:
    """A facet, its label, and its values in the order of readers."""
    edition = context.edition
    researched = {value: len(ids) for value, ids in facet.groups(edition).items()}
    listed = facet.count_listed(edition.atlas)
    both = facet in facets.OF_REGISTERS
    values = [
        Value(
            value,
            facet.name(edition, value),
            researched.get(value, 0) + (listed[value] if both else 0),
            is_listed_alone=not both and value not in researched,
        )
        for value in facet.in_order(edition, {*researched, *listed})
    ]
    if not facet.rank:  # those that come later push no others aside
        values.sort(key=lambda value: value.is_listed_alone)
    return facet, context._(facet.label), values


def _lists(context: PageContext) -> list[tuple[str, list[tuple[Ref, str]]]]:
    """Every way in and how many cooperations it leads to, under its heading; none that leads
    nowhere."""
    edition = context.edition
    return [
        (
            context._(facet.heading),
            [
                (
                    Ref(value, facet.name(edition, value), facet.path(value)),
                    tallies.count(edition, ids),
                )
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
