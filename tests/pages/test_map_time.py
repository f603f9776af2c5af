"""A map says in words how its ties stand, and offers what is of now where there is more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from atlas.graph.relate import Atlas, relate
from atlas.model import Cooperation, Place
from atlas.pages.map_embed import draw_map, draw_picture
from atlas.site.columns import Table
from atlas.site.exports import explore_map
from tests.pages import small_atlas
from tests.pages.conftest import NewContext

ENDED = {"code": "closed", "evidence": {"en": "none"}}
PLANNED = {"code": "pipeline", "evidence": {"en": "none"}}


POINTS = {"hill": (50.8, 4.4), "dale": (35.8, -5.8), "moor": (34.0, -2.0), "weir": (39.8, 30.5)}


def on_map(*cooperations: Cooperation) -> Atlas:
    """The small atlas, whose towns have a point."""
    records = small_atlas.atlas(*cooperations).records
    places = {id_: pinned(place) for id_, place in records.places.items()}
    return relate(replace(records, places=places))


def pinned(place: Place) -> Place:
    lat, lon = POINTS[place.id]
    point = {"lat": str(lat), "lon": str(lon), "exactness": "exact", "source": "s"}
    return Place.model_validate({**place.model_dump(), "coordinates": point})


def atlas(*statuses: Mapping[str, object]) -> Atlas:
    towns = ("dale-town", "moor-town", "weir-town")
    return on_map(
        *(
            small_atlas.cooperation(f"c{at}", "hill-town", towns[at % 3], status=status)
            for at, status in enumerate(statuses)
        )
    )


def drawn(context_of: NewContext, language: str, one: Atlas) -> tuple[str, str]:
    """The map of all cooperations that moves, and the one that does not."""
    context = context_of(language, one)
    ids = tuple(one.records.cooperations)
    scene = one.scene("some", ids, [])
    return draw_map(context, scene, "Map", tabled=ids), draw_picture(context, scene, "Map")


UNKNOWN = {"code": "unknown", "evidence": {"en": "none"}}
MIXED = atlas(UNKNOWN, ENDED, ENDED, PLANNED)


@pytest.mark.parametrize(
    ("language", "ever", "now", "hidden"),
    [
        ("en", "4 cooperations", "1 cooperation", "Not shown: 1 planned, 2 ended"),
        ("nl", "4 samenwerkingen", "1 samenwerking", "Niet getoond: 1 "),
        ("fr", "4 coopérations", "1 coopération", "Non affichées\u00a0: 1 "),
        ("ar", "4 علاقات تعاون", "علاقة تعاون واحدة", "غير معروض: "),
    ],
)
def test_what_is_left_out_is_said_with_a_number(
    context_of: NewContext, language: str, ever: str, now: str, hidden: str
) -> None:
    for page in drawn(context_of, language, MIXED):
        choices = re.findall(r'class="atlas-time" .* value="(\w+)".*<small>(.*)</small>', page)
        assert choices == [("ever", ever), ("now", now)]
        (note,) = re.findall(r'atlas-not-now">(.*)</p>', page)
        assert note.startswith(hidden)
        assert re.search(r'value="ever" checked', page)


@pytest.mark.parametrize("one", [atlas(UNKNOWN, UNKNOWN), atlas(ENDED, ENDED)])
def test_nothing_is_chosen_where_there_is_no_choice(context_of: NewContext, one: Atlas) -> None:
    for page in drawn(context_of, "en", one):
        assert "atlas-time" not in page
        assert "atlas-map-time.js" not in page


def test_the_legend_and_the_description_say_how_ties_stand(context_of: NewContext) -> None:
    for page in drawn(context_of, "en", MIXED):
        legend = re.search(r'<ul class="atlas-legend">.*?</ul>', page, re.DOTALL)
        assert legend
        for label in ("Not known to have ended", "Planned", "Ended", "nothing goes on here any"):
            assert label in legend[0]
        assert "Suspended" not in legend[0]
        assert "Of the cooperations: 1 planned, 2 ended.</desc>" in page
    moved, _ = drawn(context_of, "en", MIXED)
    assert ' data-state-planned="Planned" data-state-ended="Ended"' in moved
    for page in drawn(context_of, "en", atlas(UNKNOWN)):
        assert "Not known to have ended" not in page
        assert "atlas-state" not in page
        assert "Of the cooperations" not in page


def test_the_list_s_script_knows_where_somebody_has_left(context_of: NewContext) -> None:
    parties = [
        {"actor": "hill-town", "roles": ["partner"]},
        {"actor": "dale-town", "roles": ["partner"], "until": "2014"},
        {"actor": "moor-town", "roles": ["partner"]},
    ]
    one = on_map(
        small_atlas.cooperation("c", parties=parties),
        small_atlas.cooperation("d", parties=parties, status=ENDED),
    )
    table = Table(one)
    found = explore_map.columns(table, context_of("en", one).edition)
    left = {
        table.ids[at]: [found["places"]["ids"][place] for place in places]
        for at, places in found["left"].items()
    }
    assert left == {"c": ["dale"]}
