"""What the filters of the list work on: every cooperation once as numbers, the names by which it is
found, and the texts per language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from atlas.graph import facets
from atlas.graph.beginnings import start_of
from atlas.graph.edition import Edition
from atlas.graph.parties import actor_countries
from atlas.graph.relate import Atlas
from atlas.graph.tally import wholes_of
from atlas.model import Between, Cooperation, EarlierForm, Moment
from atlas.model.vocabulary import AssignedBy, Form, State
from atlas.pages import explore, facts, status
from atlas.pages.cooperation_table import sort_date
from atlas.pages.page import PageContext
from atlas.pages.search_names import names_of_country, names_of_form, spell
from atlas.site.columns import Table, number, write_json, write_text
from atlas.site.contents import SiteContents

FOLDER = "assets/explore"
"""Where the files lie, from the root of the site."""

_DECIMALS = 4
"""Of coordinates: about 11 m."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: records.json, names.json, which is
    fetched when something is typed, and for each language <language>.json and, fetched when a table
    is saved, facts-<language>.json."""
    table = Table(site.atlas)
    yield f"{FOLDER}/records.json", write_json(records(table, site.editions[0]))
    yield f"{FOLDER}/names.json", write_json(names(table, site.editions))
    for context in site.contexts:
        code = context.edition.language.code
        content = texts(table, context) | {"phrases": explore.script_texts(context)}
        yield f"{FOLDER}/{code}.json", write_json(content)
        yield f"{FOLDER}/facts-{code}.json", write_json(list_facts(table, context))


def records(table: Table, edition: Edition) -> dict[str, Any]:
    """The cooperations, the newest first, a column for each thing that is known of them.

    - `ids`, `since` (EDTF dates, "" where none is recorded), `days` (ISO 8601, to sort by what a
      table says).
    - `facets`: for each its `values`, and for each cooperation `of`, the values' places in them.
    - `wholes`: for each cooperation the places in `ids` of what it is a part of, the nearest first.
    - `parties`: for each cooperation the places in `actors` of those who take part; `foremost`: by
      the numbers of those with many, whom of these a list names.
    - `actors`: their `ids`, `countries` (places in the values of the facet `country`) and
      `places` that they stand for (places in `places`).
    - `pins`: for each cooperation places in `places`; `ties`: two of them for each line. `left`:
      by the place of a cooperation in `ids` those of its places whose actors have all left, though
      it has not ended.
    - `places`: `ids`, `paths` of their pages under the root of a language, `lon` and `lat` (WGS 84
      degrees; null where none is recorded).
    """
    atlas = table.atlas
    place_at, actor_at = number(table.places), number(table.actors)
    at = number(table.ids)
    named = {one: atlas.breadth.name_parties(id_) for one, id_ in enumerate(table.ids)}
    country_at = number(table.values[facets.COUNTRY.id])
    points = [atlas.records.places[id_].coordinates for id_ in table.places]
    return {
        "ids": table.ids,
        "since": [_edtf(start_of(atlas.records.cooperations[id_])) for id_ in table.ids],
        "days": [sort_date(atlas.records.cooperations[id_]) for id_ in table.ids],
        "facets": {
            facet.id: {"values": table.values[facet.id], "of": table.column(facet)}
            for facet in facets.in_use(atlas)
        },
        "wholes": [
            [at[whole] for whole in wholes_of(atlas, id_) if whole in at] for id_ in table.ids
        ],
        "parties": [[actor_at[actor] for actor in table.parties(id_)] for id_ in table.ids],
        "foremost": {
            one: [actor_at[actor] for actor in actors]
            for one, (actors, more) in named.items()
            if more
        },
        "actors": {
            "ids": table.actors,
            "countries": [
                sorted(country_at[code] for code in actor_countries(atlas.records, id_))
                for id_ in table.actors
            ],
            "places": [[place_at[place] for place in table.places_of(id_)] for id_ in table.actors],
        },
        "pins": [[place_at[place] for place in atlas.pins_of[id_]] for id_ in table.ids],
        "ties": [
            [place_at[end] for tie in atlas.ties[id_] for end in (tie.a, tie.b)]
            for id_ in table.ids
        ],
        "left": {
            str(at): [place_at[place] for place in left]
            for at, id_ in enumerate(table.ids)
            if (left := _places_left(atlas, id_))
        },
        "places": {
            "ids": table.places,
            "paths": [edition.place(id_).path for id_ in table.places],
            "lon": [round(point.lon, _DECIMALS) if point else None for point in points],
            "lat": [round(point.lat, _DECIMALS) if point else None for point in points],
        },
    }


def texts(table: Table, context: PageContext) -> dict[str, Any]:
    """The texts of one language, each list in the order of its ids in `records`: `standing` and
    `evidence` are what a row says of the status, and beside it; `earlier` names the forms it had.

    A text that is not in this language is a list of the text and its own language's code.
    """
    atlas, edition = table.atlas, context.edition
    standing = [status.stand(context, atlas.records.cooperations[id_]) for id_ in table.ids]
    starts = (edition.start(atlas.records.cooperations[id_]) for id_ in table.ids)
    return {
        "titles": [write_text(edition.cooperation(id_).name) for id_ in table.ids],
        "since": [start.text if start else "" for start in starts],
        "standing": [one.said for one in standing],
        "evidence": [one.beside for one in standing],
        "earlier": [
            facts.name_earlier_forms(context, atlas.records.cooperations[id_]) for id_ in table.ids
        ],
        "actors": [write_text(edition.actor(id_).name) for id_ in table.actors],
        "places": [write_text(edition.place(id_).name) for id_ in table.places],
        "labels": {
            facet.id: [write_text(facet.name(edition, value)) for value in table.values[facet.id]]
            for facet in facets.in_use(atlas)
        },
    }


def list_facts(table: Table, context: PageContext) -> dict[str, Any]:
    """What only a saved table says of the cooperations, a column for each thing; dates in EDTF.

    `since` is when it was suspended or became dormant, and `reason` why it is, or why it ended;
    `left` names who left and when, `succeeded` who left and who took its place. `sources` of a
    cooperation are places in the list `sources`: title and address.
    """
    records = context.edition.atlas.records
    of = [records.cooperations[id_] for id_ in table.ids]
    sources = sorted({cited.source for record in of for cited in record.sources})
    at = number(sources)
    return {
        "columns": {
            "as_of": [_edtf(record.status.as_of) for record in of],
            "evidence": [context.edition.text(record.status.evidence).text for record in of],
            "signed": ["; ".join(_edtf(a.signed) for a in r.agreements if a.signed) for r in of],
            "decided": ["; ".join(_edtf(a.decided) for a in r.agreements if a.decided) for r in of],
            "earlier_forms": ["; ".join(map(_earlier_form, r.earlier_forms)) for r in of],
            "since": [_edtf(record.status.since) for record in of],
            "reason": [_reason(context, record) for record in of],
            "left": [
                "; ".join(f"{p.actor} {_edtf(p.until)}" for p in r.parties if p.until) for r in of
            ],
            "succeeded": [
                "; ".join(f"{p.succeeds} {p.actor}" for p in r.parties if p.succeeds) for r in of
            ],
            "end": [_edtf(record.dates.actual_end if record.dates else None) for record in of],
            "themes_of_sources": [
                [one.theme for one in record.theme_links if one.assigned_by is AssignedBy.SOURCE]
                for record in of
            ],
            "sources": [[at[cited.source] for cited in record.sources] for record in of],
            "not_recorded": [facts.list_unrecorded(context, record) for record in of],
        },
        "sources": [
            {"title": records.sources[id_].title.text, "url": records.sources[id_].url or ""}
            for id_ in sources
        ],
    }


def names(table: Table, editions: Sequence[Edition]) -> dict[str, Any]:
    """The spelt words by which cooperations are found, in all languages, with a blank between.

    - `own`: for each cooperation those of its title in a source and of where it takes place.
    - `actors`: those of each actor and of its places, in the order of `records`.
    - `facets`: those of each value of the facets by which somebody searches in words.
    """
    atlas = table.atlas
    languages = [edition.language for edition in editions]
    of_value: dict[str, Callable[[str], Iterable[str]]] = {
        facets.COUNTRY.id: lambda code: names_of_country(languages, code),
        facets.THEME.id: lambda id_: atlas.records.themes[id_].names.values(),
        facets.FORM.id: lambda form: names_of_form(editions, Form(form)),
    }
    return {
        "own": [spell(table.own_names(id_)) for id_ in table.ids],
        "actors": [spell(table.names_of_actor(id_)) for id_ in table.actors],
        "facets": {
            facet: [spell(called(value)) for value in table.values[facet]]
            for facet, called in of_value.items()
        },
    }


def _earlier_form(one: EarlierForm) -> str:
    """«friendship 1998/2005»; EDTF's ".." stands for an end that is not recorded."""
    if not one.since and not one.until:
        return str(one.form)
    return f"{one.form} {_edtf(one.since) or '..'}/{_edtf(one.until) or '..'}"


def _reason(context: PageContext, record: Cooperation) -> str:
    reason = record.status.reason
    return " ".join(context.edition.text(reason).text.split()) if reason else ""


def _places_left(atlas: Atlas, id_: str) -> list[str]:
    if atlas.records.cooperations[id_].status.code.state is State.ENDED:
        return []
    return [place for place in atlas.pins_of[id_] if atlas.state_at(id_, place) is State.ENDED]


def _edtf(moment: Moment | None) -> str:
    """The moment in EDTF: what lies between two dates as an interval, an open end as `..`."""
    if moment is None:
        return ""
    if isinstance(moment, Between):
        return "/".join(end.text if end else ".." for end in (moment.earliest, moment.latest))
    return moment.text
