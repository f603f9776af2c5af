"""The table of cooperations that stands on every list page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Date, Ref
from atlas.graph.relate import actor_countries, places_of_actor, start_or_plan_of, year_of
from atlas.model import Between, Cooperation
from atlas.model.vocabulary import FORMS, STATUSES, Form
from atlas.pages.page import PageContext, by_name


@dataclass(frozen=True, slots=True)
class FormLabel:
    """A form of cooperation: its id, and its name in the page's language."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Partner:
    """An actor in a table: the actor, its places, its countries."""

    ref: Ref
    places: tuple[Ref, ...]
    countries: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CooperationRow:
    """What the table shows of a cooperation. `sort_date` is an ISO 8601 day, or ""."""

    id: str
    path: str
    name: object
    form: FormLabel
    actors: tuple[Partner, ...]
    since: Date | None
    sort_date: str
    status: str
    status_as_of: Date | None


def form_label(context: PageContext, form: Form) -> FormLabel:
    """The form's id and its name in the page's language."""
    return FormLabel(form.value, context._(FORMS[form].label))


def partner(context: PageContext, actor: str) -> Partner:
    """An actor with the places and countries that locate it.

    A country of the same name as a place (Martinique) is not said twice.
    """
    edition = context.edition
    record = edition.atlas.records.actors[actor]
    where = sorted(map(edition.place, places_of_actor(record)), key=by_name)
    said = {ref.name.text for ref in where}
    countries = sorted(
        map(edition.country, actor_countries(edition.atlas.records, actor)), key=by_name
    )
    return Partner(
        edition.actor(actor),
        tuple(where),
        tuple(ref for ref in countries if ref.name.text not in said),
    )


def rows(context: PageContext, cooperations: Iterable[str]) -> list[Markup]:
    """The rows of these cooperations, each rendered once for all pages of the context."""
    for id_ in (id_ for id_ in cooperations if id_ not in context.rows):
        context.rows[id_] = _row(context, id_)
    return [context.rows[id_] for id_ in cooperations]


def table(context: PageContext, cooperations: Sequence[str], caption: str) -> Markup:
    """A sortable table of cooperations, in the order given; nothing for none."""
    if not cooperations:
        return Markup("")
    return context.render("table.html", rows=rows(context, cooperations), caption=caption)


def newest_first(context: PageContext, cooperations: Iterable[str]) -> list[str]:
    """Order cooperations by their start, the latest first and the undated last, then by id."""
    records = context.edition.atlas.records.cooperations
    return sorted(
        cooperations, key=lambda id_: (-(year_of(start_or_plan_of(records[id_])) or 0), id_)
    )


def _row(context: PageContext, id_: str) -> Markup:
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    ref = edition.cooperation(id_)
    status = record.status
    row = CooperationRow(
        id=id_,
        path=ref.path,
        name=ref.name,
        form=form_label(context, record.form),
        actors=tuple(
            partner(context, actor) for actor in dict.fromkeys(p.actor for p in record.parties)
        ),
        since=edition.start(record),
        sort_date=sort_date(record),
        status=context._(STATUSES[status.code].label),
        status_as_of=edition.moment(status.as_of) if status.as_of else None,
    )
    return context.render("row.html", tie=row)


def sort_date(record: Cooperation) -> str:
    """The first day of a cooperation's start, or of its planned one, in ISO 8601; or ""."""
    since = start_or_plan_of(record)
    if since is None:
        return ""
    return (since.earliest if isinstance(since, Between) else since).first.isoformat()
