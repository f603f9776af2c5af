"""The home page: what the atlas is, how to find something in it, how much it holds and whose."""

from __future__ import annotations

import re

from markupsafe import Markup

from atlas.editing.forms.issue_forms import NEW
from atlas.graph.edition import Date, Ref, Text
from atlas.graph.facets import FORM
from atlas.graph.tally import find_left, tally
from atlas.pages import (
    concentration,
    country,
    examples,
    notices,
    search_form,
    stats,
    status,
    tallies,
)
from atlas.pages.map_embed import draw_map
from atlas.pages.page import PageContext, describe

MOST_CHANGES = 3
"""Cooperations that were changed last, of which the page tells."""

MOST_LETTERS = 400
"""Letters of an example's first sentence."""

_SENTENCE = re.compile(r".{40,}?[.!?؟](?=\s|$)", re.DOTALL)
"""A sentence of some length: the stop of an abbreviation comes earlier, as a rule."""


def body(context: PageContext) -> Markup:
    """Search, map, examples, numbers, countries, changes, and one chart."""
    atlas = context.edition.atlas
    records = atlas.records.cooperations
    cooperations = tuple(records)
    title = context._("All cooperations of the atlas")
    scene = atlas.scene("home", cooperations, ())
    chosen = examples.choose_cooperations(atlas)
    found = tally(atlas, cooperations)
    is_enough = len(found.cooperations) >= stats.FEWEST
    return context.render(
        "home.html",
        words=search_form.texts(context.edition.language),
        names=examples.choose_names(context),
        map=draw_map(context, scene, title, tabled=(), total=len(cooperations)),
        examples=[_example(context, id_) for id_ in chosen],
        notices=notices.of_several(
            context,
            ((records[id_], [records[id_].title, records[id_].summary]) for id_ in chosen),
            notices.AMONG_OTHERS,
        ),
        cooperations=tallies.count_cooperations(context.edition, found),
        beside=tallies.count_beside(context.edition, found),
        countries=_count_countries(context),
        places=len(atlas.records.places) - len(atlas.records.listed_places),
        actors=len(atlas.records.actors),
        others=_count_listed(context),
        whose=concentration.describe(context, cooperations),
        form=NEW.address(context.site.repository, context.edition.language),
        listed=_list_countries(context),
        changes=_list_changes(context),
        chart=stats.count(context, FORM, cooperations) if is_enough else [],
    )


def _example(context: PageContext, id_: str) -> dict[str, object]:
    """What a card says of a cooperation."""
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    return {
        "ref": edition.cooperation(id_),
        "form": record.form,
        "sentence": _first_sentence(edition.text(record.summary)),
        "status": status.describe_status(context, record),
        "later": status.point_to_later(context, record),
    }


def _first_sentence(text: Text) -> Text:
    found = _SENTENCE.match(text.text)
    return Text(
        describe(found[0] if found else text.text, MOST_LETTERS), text.language, text.foreign
    )


def _count_countries(context: PageContext) -> int:
    return len({code for codes in context.edition.atlas.countries_of.values() for code in codes})


def _count_listed(context: PageContext) -> list[tuple[str, str]]:
    """What registers list beside what is researched: how much of it, and where that is listed."""
    edition, listed = context.edition, context.edition.atlas.listed
    pairs = [listed.pairs[id_] for id_ in listed.unresearched]
    if not pairs:
        return []
    ends = {end for pair in pairs for end in (pair.a, pair.b)}
    return [
        ("countries/", tallies.count_listed(edition, listed.unresearched)),
        ("places/", edition.ngettext("{n} place", "{n} places", len(ends))),
    ]


def _list_countries(context: PageContext) -> list[tuple[Ref, str]]:
    """Every country of which more is known than registers list, and how many cooperations it
    has."""
    edition, by_country = context.edition, context.edition.atlas.by_country
    return [
        (ref, tallies.count(edition, ids, find_left(edition.atlas, country.SECTION, ref.id, ids)))
        for ref in country.researched(context)
        for ids in [by_country.get(ref.id, ())]
    ]


def _list_changes(context: PageContext) -> list[tuple[Ref, Date]]:
    """The cooperations that were changed last, and when; as the feed has them."""
    edition = context.edition
    records = edition.atlas.records.cooperations
    moments = {id_: context.changed_at(id_) for id_ in records}
    latest = sorted(moments, key=lambda id_: (-moments[id_].timestamp(), id_))[:MOST_CHANGES]
    return [(edition.cooperation(id_), edition.day(moments[id_].date())) for id_ in latest]
