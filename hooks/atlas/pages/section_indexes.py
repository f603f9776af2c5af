"""The body of each hand-written front: the index of every section, and the pages between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from atlas.files.ids import further_page
from atlas.graph.beginnings import newest_first
from atlas.graph.edition import Edition, Ref
from atlas.graph.parties import Index
from atlas.graph.tally import find_left
from atlas.model.vocabulary import GOALS, N_, Form
from atlas.pages import (
    changes,
    compare,
    country,
    coverage,
    data_index,
    explore,
    home,
    licences,
    match,
    notices,
    overview,
    pagination,
    reference,
    report_forms,
    search_form,
    source,
    tallies,
)
from atlas.pages.cooperation_table import partner, table
from atlas.pages.page import Page, PageContext, sort_by_name
from atlas.pages.pagination import ListEntry, PagedList


@dataclass(frozen=True, slots=True)
class SectionIndex:
    """A section whose front lists everything in it, page by page.

    `ids` gives all ids in the order of the list, `render` the HTML of some of them, and `length` is
    how many stand on a page. `ref` gives the link whose name orders them, if a name does.
    """

    title: str
    ids: Callable[[PageContext], list[str]]
    render: pagination.Renderer
    length: int = pagination.LENGTH
    ref: Callable[[Edition, str], Ref] | None = None


def front(context: PageContext, section: str) -> Markup:
    """What stands on the front of a section."""
    return _paged(context, section).page(context, 1)


def cooperations(context: PageContext) -> Markup:
    """The list of all cooperations, with what filters it."""
    return explore.front(context, front(context, "cooperations"))


def further(context: PageContext, section: str) -> Iterator[Page]:
    """The further pages of the list of a section, if it is too long for its front:
    /<section>/page-2/ and so on."""
    paged = _paged(context, section)
    for number in paged.further:
        name = pagination.number_title(context, context._(SECTIONS[section].title), number)
        title = context.edition.own(name)
        body = paged.page(context, number)
        yield Page(section, further_page(number), title, name, body, is_further=True)


def _paged(context: PageContext, section: str) -> PagedList:
    """The list of everything in a section."""
    index = SECTIONS[section]

    def address(number: int) -> str:
        return f"{section}/{further_page(number)}/" if number > 1 else f"{section}/"

    def name(id_: str) -> str:
        return index.ref(context.edition, id_).name.text if index.ref else ""

    return PagedList(
        ids=index.ids(context),
        render=index.render,
        address=address,
        length=index.length,
        names=name if index.ref else None,
    )


def forms(context: PageContext) -> Markup:
    """The definitions of the forms of cooperation, for the page About."""
    definitions = [(form, context._(form.definition), form.evidence_years) for form in Form]
    return context.render("forms.html", definitions=definitions)


def _newest_first(context: PageContext) -> list[str]:
    records = context.edition.atlas.records
    return newest_first(records, records.cooperations)


def _country_codes(context: PageContext) -> list[str]:
    return [ref.id for ref in country.refs(context)]


def _by_name(section: str) -> Callable[[PageContext], list[str]]:
    """All records of a section, in the order of their names."""

    def ids(context: PageContext) -> list[str]:
        records = getattr(context.edition.atlas.records, section)
        refs = (context.edition.record(section, id_) for id_ in records)
        return [ref.id for ref in sort_by_name(refs)]

    return ids


def _table(context: PageContext, ids: Sequence[str]) -> Markup:
    return table(context, ids, context._("Cooperations, the newest first"))


def _list(entry: Callable[[PageContext, str], ListEntry]) -> pagination.Renderer:
    """A list of the entries that `entry` makes."""
    return lambda context, ids: pagination.entries(context, [entry(context, id_) for id_ in ids])


def _listed(edition: Edition, index: Index, id_: str) -> str:
    """The listed ties of an entry, in words; nothing of none."""
    ids = index.get(id_, ())
    return tallies.count_listed(edition, ids) if ids else ""


def _counted(edition: Edition, index: Index, id_: str, listed: str = "", kind: str = "") -> str:
    """The cooperations of an entry, in words; nothing of one that has `listed` ties alone. A
    partner's `kind` is that of `find_left`."""
    ids = index.get(id_, ())
    if listed and not ids:
        return ""
    return tallies.count(edition, ids, find_left(edition.atlas, kind, id_, ids))


def _country(context: PageContext, code: str) -> ListEntry:
    edition, atlas = context.edition, context.edition.atlas
    listed = _listed(edition, atlas.listed.by_country, code)
    counted = _counted(edition, atlas.by_country, code, listed, "countries")
    return ListEntry(edition.country(code), [], counted, listed)


def _actor(context: PageContext, id_: str) -> ListEntry:
    who, atlas = partner(context, id_), context.edition.atlas
    listed = _listed(context.edition, atlas.listed.by_place, atlas.town_of.get(id_, ""))
    counted = _counted(context.edition, atlas.by_actor, id_, listed, "actors")
    return ListEntry(who.ref, who.countries, counted, listed)


def _place(context: PageContext, id_: str) -> ListEntry:
    edition, atlas = context.edition, context.edition.atlas
    countries = list(map(edition.country, atlas.records.places[id_].countries))
    listed = _listed(edition, atlas.listed.by_place, id_)
    counted = _counted(edition, atlas.by_place, id_, listed, "places")
    return ListEntry(edition.place(id_), countries, counted, listed)


def _theme(context: PageContext, id_: str) -> ListEntry:
    edition, atlas = context.edition, context.edition.atlas
    description = edition.text(atlas.records.themes[id_].description)
    counted = _counted(edition, atlas.by_theme, id_)
    return ListEntry(edition.theme(id_), [], counted, text=description)


def _themes(context: PageContext, ids: Sequence[str]) -> Markup:
    """The themes with what they are, and whether a machine translated that."""
    records = context.edition.atlas.records.themes
    shown = ((records[id_], [records[id_].description]) for id_ in ids)
    said = notices.of_several(context, shown, notices.AMONG_OTHERS)
    return context.render("notices.html", notices=said) + _list(_theme)(context, ids)


def _source(context: PageContext, id_: str) -> ListEntry:
    edition, atlas = context.edition, context.edition.atlas
    about = source.describe_source(context, atlas.records.sources[id_])
    listed = _listed(edition, atlas.listed.by_register, id_)
    counted = _counted(edition, atlas.by_source["cooperations"], id_, listed)
    return ListEntry(edition.source(id_), [], counted, listed, edition.own(about))


def _goals(context: PageContext, ids: Sequence[str]) -> Markup:
    """The goals in their order; those that no cooperation is linked to, in a line behind the rest.

    All goals are named, whatever the records say: most lines would count none.
    """
    edition, by_goal = context.edition, context.edition.atlas.by_goal
    linked = [
        ListEntry(edition.goal(int(id_)), [], _counted(edition, by_goal, id_))
        for id_ in ids
        if id_ in by_goal
    ]
    return context.render(
        "goals.html",
        linked=pagination.entries(context, linked) if linked else "",
        others=[edition.goal(int(id_)) for id_ in ids if id_ not in by_goal],
    )


SECTIONS: dict[str, SectionIndex] = {
    "cooperations": SectionIndex(N_("Cooperations"), _newest_first, _table, explore.AT_ONCE),
    "countries": SectionIndex(
        N_("Countries"), _country_codes, _list(_country), ref=Edition.country
    ),
    "themes": SectionIndex(N_("Themes"), _by_name("themes"), _themes),
    "goals": SectionIndex(N_("Goals"), lambda _: list(map(str, GOALS)), _goals),
    "places": SectionIndex(N_("Places"), _by_name("places"), _list(_place), ref=Edition.place),
    "actors": SectionIndex(
        N_("Organisations"), _by_name("actors"), _list(_actor), ref=Edition.actor
    ),
    "sources": SectionIndex(N_("Sources"), _by_name("sources"), _list(_source), ref=Edition.source),
}
"""Every section of the site that is made from records, in the order of the navigation."""

FILLINGS: dict[str, Callable[[PageContext], Markup]] = {
    "home": home.body,
    "forms": forms,
    "coverage": coverage.body,
    "changes": changes.body,
    "data-files": data_index.body,
    "search": search_form.body,
    "overview": overview.body,
    "compare": compare.body,
    "match": match.body,
    "reference": reference.body,
    "licences": licences.body,
    "report-forms": report_forms.body,
    **{section: partial(front, section=section) for section in SECTIONS},
    "cooperations": cooperations,
}
"""What a hand-written page may leave open: a paragraph `{{ name }}` is filled by its function."""
