"""The page of one cooperation: everything its record says, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from atlas.graph import lines
from atlas.graph.beginnings import start_of
from atlas.graph.lines import Lineless
from atlas.model import Cooperation
from atlas.model.vocabulary import N_, RELATIONS, Role
from atlas.pages import facts, long_list, notices, page_footer, status, witnesses
from atlas.pages.cooperation_table import partner
from atlas.pages.map_embed import draw_picture, find_unpinned
from atlas.pages.page import Page, PageContext, describe, sort_by_name

SECTION = "cooperations"


def ids(context: PageContext) -> Iterable[str]:
    """The id of every cooperation: each has one page."""
    return context.edition.atlas.records.cooperations


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the cooperation `id_`."""
    yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the cooperation `id_`."""
    edition, atlas = context.edition, context.edition.atlas
    record = atlas.records.cooperations[id_]
    title, summary = edition.text(record.title), edition.text(record.summary)
    scene = atlas.scene(f"cooperation-{id_}", [id_], [])
    parties = [(party, partner(context, party.actor)) for party in record.parties]
    named, more = atlas.breadth.name_parties(id_)
    body = context.render(
        "cooperation.html",
        record=record,
        notices=notices.of_prose(context, record, facts.every_text(record)),
        summary=summary,
        notes=notices.list_notes(record),
        parties=parties,
        successors=_successors(record),
        groups=long_list.group_by_country(context, parties, lambda each: each[0].actor),
        named=[partner(context, actor) for actor in named],
        more=more,
        left=atlas.left[id_].actors if id_ in atlas.left else {},
        funders=[edition.actor(p.actor) for p in record.parties if Role.FUNDING in p.roles],
        since=edition.start(record),
        is_begun=start_of(record) is not None,
        status=status.describe_status(context, record),
        later=status.point_to_later(context, record),
        countries=sort_by_name(map(edition.country, atlas.countries_of[id_])),
        lists=facts.lists(context, record),
        map=draw_picture(context, scene, title.text),
        lineless=_explain_no_line(context, id_),
        unpinned=find_unpinned(context, [id_]),
        most_open=long_list.LONGEST,
        parts_of=atlas.parts.get(id_, ()),
        related=list(_related(context, id_, record)),
        witnesses=witnesses.witnesses(context, id_),
        unrecorded=facts.list_unrecorded(context, record),
        trust=page_footer.footer(context, SECTION, id_, title.text, [id_]),
        **facts.labels(context, record),
    )
    return Page(SECTION, id_, title, describe(summary.text), body)


def _successors(record: Cooperation) -> Mapping[str, list[str]]:
    """By actor those who took its place."""
    found: dict[str, list[str]] = defaultdict(list)
    for party in record.parties:
        if party.succeeds:
            found[party.succeeds].append(party.actor)
    return found


_NO_LINE = {
    Lineless.BESIDE: N_(
        "No line is drawn: by their roles, sides and dates, its partners stand beside one another."
    ),
    Lineless.CROWD: N_(
        "No lines are drawn: so many partners would be joined, each to each, that they stand"
        " beside one another."
    ),
    Lineless.ELSEWHERE: N_(
        "No line is drawn: the partners that it ties are not recorded at two places on the map."
    ),
    Lineless.TOGETHER: N_("No line is drawn: its partners are not at two of these places."),
}


def _explain_no_line(context: PageContext, id_: str) -> str:
    """Why no line joins the places on the map; nothing where one does, or nothing could."""
    atlas = context.edition.atlas
    why = (
        None
        if atlas.ties[id_]
        else lines.explain(atlas.records.cooperations[id_], atlas.pins_of_actor, atlas.pins_of[id_])
    )
    return context._(_NO_LINE[why]) if why else ""


def _related(
    context: PageContext, id_: str, record: Cooperation
) -> Iterator[tuple[str, str, dict[str, str] | None]]:
    """How each other cooperation bears on this one, its id, and a note."""
    for link in record.related:
        yield context._(RELATIONS[link.relation][0]), link.cooperation, link.note
    stated = {(link.relation, link.cooperation) for link in record.related}
    for relation, other in context.edition.atlas.pointed_at.get(id_, ()):
        if (relation, other) not in stated:
            yield context._(RELATIONS[relation][1]), other, None
