"""What a map cannot draw is said with it, in words and numbers of the page's language."""

from __future__ import annotations

import re

import pytest

from atlas.graph.scene import Pin, Scene, Tie
from atlas.pages import actor, country
from atlas.pages.map_embed import draw_map, draw_picture
from tests.pages.conftest import NewContext

NOTE = re.compile(r'<p class="atlas-map-note">(.*?)</p>')
TOWNS = ("tangier", "eskisehir", "kardzhali")


def scene(lines: int) -> Scene:
    """So many cooperations that are lines, and one between two places at the same point."""
    here, *there = (
        Pin("saint-josse-ten-noode", 50.85, 4.37, ()),
        *(Pin(town, 35.0 + at, 10.0 * at, ()) for at, town in enumerate(TOWNS)),
    )
    ties = [
        Tie(f"line-{at}", "twinning", here.place, there[at % len(TOWNS)].place)
        for at in range(lines)
    ]
    return Scene("some", (here, *there), (*ties, *ties[:1]), ("BE",))


SAID = [
    ("en", 0, 1, "The cooperation cannot be drawn as a line: see the list."),
    ("en", 0, 5, "None of the 5 records can be drawn as a line: see the list."),
    ("en", 1, 5, "1 of 5 records can be drawn as a line: the list has the others."),
    ("en", 3, 1500, "3 of 1,500 records can be drawn as a line: the list has the others."),
    (
        "nl",
        1,
        5,
        "1 van de 5 fiches kan als lijn worden getekend: de lijst bevat de andere.",
    ),
    (
        "nl",
        2,
        5,
        "2 van de 5 fiches kunnen als lijn worden getekend: de lijst bevat de andere.",
    ),
    (
        "fr",
        1,
        5,
        "1 fiche sur 5 peut être tracée par une ligne\u00a0: la liste contient les autres.",
    ),
    (
        "fr",
        2,
        5,
        "2 fiches sur 5 peuvent être tracées par une ligne\u00a0: la liste contient les autres.",
    ),
    ("ar", 2, 5, "يمكن رسم بطاقتين (2 من أصل 5) كخطين: بقيتها في القائمة."),
    ("ar", 3, 11, "يمكن رسم 3 بطاقات من أصل 11 كخطوط: بقيتها في القائمة."),
    ("ar", 0, 2, "لا يمكن رسم أي من البطاقتين كخط: انظر القائمة."),
]


@pytest.mark.parametrize(("language", "lines", "total", "said"), SAID)
def test_a_map_says_how_many_of_the_cooperations_are_lines_on_it(
    context_of: NewContext, language: str, lines: int, total: int, said: str
) -> None:
    context = context_of(language)
    for html in (
        draw_picture(context, scene(lines), "Some", total=total),
        draw_map(context, scene(lines), "Some", tabled=(), total=total),
    ):
        assert NOTE.findall(html) == [said]


@pytest.mark.parametrize("total", [0, 3])
def test_a_map_that_draws_all_says_nothing_of_it(context_of: NewContext, total: int) -> None:
    assert NOTE.findall(draw_picture(context_of(), scene(3), "Some", total=total)) == []


def test_it_is_counted_on_the_page_of_a_town_and_of_a_country(context_of: NewContext) -> None:
    context = context_of()
    town = NOTE.findall(actor.page(context, "saint-josse-ten-noode").body)
    belgium = NOTE.findall(country.page(context, "BE").body)
    assert town == ["8 of 14 records can be drawn as a line: the list has the others."]
    assert belgium == ["8 of 21 records can be drawn as a line: the list has the others."]
