"""A page says whose its cooperations are, where one partner has so many that it must be known."""

from __future__ import annotations

import re

import pytest

from atlas.pages import concentration, country, coverage, home, theme
from tests.pages.conftest import NewContext
from tests.pages.small_atlas import atlas, cooperation

HILL, DALE, MOOR, WEIR = "hill-town", "dale-town", "moor-town", "weir-town"


def _said(context_of: NewContext, *parties: tuple[str, ...], language: str = "en") -> str:
    """What is said of cooperations of these parties, without its links."""
    records = [cooperation(f"c{at}", *each) for at, each in enumerate(parties)]
    context = context_of(language, atlas(*records))
    said = concentration.describe(context, [one.id for one in records])
    return re.sub(r"</?a[^>]*>", "", str(said))


@pytest.mark.parametrize(
    ("parties", "sentence"),
    [
        ([], ""),
        ([(HILL, DALE)], ""),
        ([(HILL, DALE), (MOOR, WEIR)], ""),
        (
            [(HILL, DALE), (HILL, MOOR), (WEIR, DALE)],
            "Dale and Hill each take part in 2 of 3 cooperations.",
        ),
        (
            [(HILL, DALE), (HILL, MOOR), (HILL, WEIR)],
            "3 of 3 cooperations come from one municipality: Hill.",
        ),
        (
            [(HILL, "league"), (DALE, "league"), (MOOR, "union")],
            "One organisation takes part in 2 of 3 cooperations: The League.",
        ),
        (
            [(HILL, DALE, MOOR, WEIR)] * 2,
            "4 partners each take part in 2 of 2 cooperations.",
        ),
        ([(HILL, DALE, MOOR)] * 2, "Dale, Hill and Moor each take part in 2 of 2 cooperations."),
        ([(HILL, HILL), (DALE, MOOR)], ""),
    ],
)
def test_who_stands_out_is_named(
    context_of: NewContext, parties: list[tuple[str, ...]], sentence: str
) -> None:
    assert _said(context_of, *parties) == sentence


def test_a_partner_in_less_than_a_fifth_stands_out_from_nobody(context_of: NewContext) -> None:
    each = ["league", "union", "forum", DALE, MOOR, WEIR]
    records = [
        cooperation("one", HILL),
        cooperation("two", HILL),
        *(cooperation(f"c{at}", actor) for at, actor in enumerate([*each, DALE, MOOR, WEIR])),
    ]
    context = context_of("en", atlas(*records))
    ids = [one.id for one in records]
    assert concentration.describe(context, ids) == ""
    assert "2 of 10" in concentration.describe(context, [one for one in ids if one != "c8"])


SENTENCES = {
    "en": "9 of 16 cooperations come from one municipality: ",
    "nl": "9 van de 16 samenwerkingen komen van één gemeente: ",
    "fr": "9 des 16 coopérations viennent d’une seule commune\u00a0: ",
    "ar": "9 من أصل 16 من علاقات التعاون مصدرها بلدية واحدة: ",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_home_and_what_is_missing_say_it_of_all(
    context_of: NewContext, language: str, sentence: str
) -> None:
    link = f'{sentence}<a href="../../actors/saint-josse-ten-noode/">'
    context = context_of(language)
    assert link in home.body(context)
    assert link in coverage.body(context)


def test_a_country_says_it_of_its_own(context_of: NewContext) -> None:
    page = country.page(context_of("en"), "BE")
    assert "9 of 11 cooperations come from one municipality: <a" in page.body
    assert "<a" not in page.description
    assert "9 of 11" not in country.page(context_of("en"), "BG").body


def test_a_theme_says_it_of_its_own_and_leads_to_what_is_missing(context_of: NewContext) -> None:
    html = str(theme.page(context_of("en"), "health").body)
    assert "4 of 4 cooperations come from one municipality: <a" in html
    assert 'href="../../coverage/#by-theme"' in html
