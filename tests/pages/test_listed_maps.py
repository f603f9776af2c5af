"""What the maps of pages say of registers' ties: apart from cooperations, in every language."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.relate import Atlas
from atlas.graph.scene import Pin, Scene
from atlas.maps import interactive
from atlas.pages import map_texts
from atlas.pages.map_embed import draw_map, draw_picture
from tests.frozen_records import REGISTERS
from tests.pages.conftest import NewContext

NOTE = re.compile(r'<p class="atlas-map-note">(.*?)</p>')
DESCRIPTION = re.compile(r"<desc[^>]*>(.*?)</desc>")


@cache
def atlas() -> Atlas:
    return relate.relate(load.read(REGISTERS).records)


def belgium() -> Scene:
    related = atlas()
    pairs = related.listed.by_country["BE"]
    return related.scene("country-be", related.by_country["BE"], ["BE"], pairs)


def listed_alone() -> Scene:
    """The pairs of Houffalize, which no cooperation names."""
    return atlas().scene("place-x", (), (), atlas().listed.by_place["houffalize-be"])


def texts(context_of: NewContext, language: str, scene: Scene) -> dict[str, Any]:
    edition = context_of(language, atlas()).edition
    found: dict[str, Any] = json.loads(map_texts.write(scene, edition))
    return found


def name_of(texts: dict[str, Any], scene: Scene, place: str) -> Any:
    return texts["names"][interactive.places(scene).index(place)]


# The names that a map fetches


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_map_of_many_fetches_the_names_that_the_page_of_another_holds(
    context_of: NewContext, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    context, scene = context_of(language, atlas()), belgium()
    held = re.findall(
        r"<template>(.*?)</template>", draw_map(context, scene, "BE", tabled=()), re.S
    )
    assert context.maps.take_names() == []
    monkeypatch.setattr("atlas.pages.map_embed.NAMES_HELD", 0)
    html = draw_map(context, scene, "BE", tabled=())
    (file, names), *others = context.maps.take_names()
    assert f' data-names="{context.root}{file}"' in html
    assert [json.loads(names).strip()] == [text.strip() for text in held]
    assert 'data-place="tangier"' in names.replace('\\"', '"')
    assert others == []
    assert "<template>" not in html


# The file of a map that moves


def test_places_are_named_in_the_language_of_the_page_or_marked(context_of: NewContext) -> None:
    scene = belgium()
    assert name_of(texts(context_of, "fr", scene), scene, "antwerp-be") == "Anvers"
    assert name_of(texts(context_of, "ar", scene), scene, "antwerp-be") == "أنتويرب"
    assert name_of(texts(context_of, "en", scene), scene, "aalst-be") == "Aalst"
    assert name_of(texts(context_of, "nl", scene), scene, "aalst-be") == ["Aalst", "en", ""]


def test_a_place_for_which_an_authority_stands_leads_to_its_page(context_of: NewContext) -> None:
    edition = context_of("nl").edition
    town = "saint-josse-ten-noode"
    assert edition.atlas.authority_of[town] == town
    scene = Scene("some", (Pin(town, 50.85, 4.37, ()),), (), ())
    found = json.loads(map_texts.write(scene, edition))
    assert found["names"] == [["Sint-Joost-ten-Node", "", "actors/saint-josse-ten-noode/"]]


def test_every_pair_has_the_id_of_its_row_and_who_lists_it(context_of: NewContext) -> None:
    scene = belgium()
    found = texts(context_of, "en", scene)
    assert found["pairs"] == interactive.pairs(scene)
    said = {
        pair: found["said"][number]
        for pair, number in zip(found["pairs"], found["by"], strict=True)
    }
    assert set(said) == set(atlas().listed.by_country["BE"])
    single = said["houffalize-be-turi-ee"]
    assert single.startswith("Listed by ")
    assert "May 2017" in single
    assert single.endswith(", not checked")
    several = {id_ for id_, pair in atlas().listed.pairs.items() if len(pair.ties) > 1}
    assert several & set(said)
    for pair in several & set(said):
        assert said[pair].count("(") == 2
    assert len(found["said"]) == len(set(found["said"]))


def test_where_all_are_listed_by_one_it_is_said_once(context_of: NewContext) -> None:
    scene = atlas().scene("place-x", (), (), atlas().listed.by_place["aalst-be"])
    found = texts(context_of, "fr", scene)
    assert found["said"] == ["Recensé par Wikidata (mai 2017), non vérifié"]
    assert "by" not in found


# Pages


def test_a_map_counts_both_tiers_apart_and_names_its_file(context_of: NewContext) -> None:
    context = context_of("en", atlas())
    html = draw_map(context, belgium(), "Belgium", tabled=atlas().by_country["BE"])
    assert 'data-count-other="{n} cooperations"' in html
    assert 'data-listed-other="{n} listed ties"' in html
    assert 'data-listed="../../assets/maps/scenes/country-be.en.json"' in html
    assert 'data-base="../../"' in html
    assert html.count("atlas-listed-switch") == 1
    alone = {pin.place for pin in belgium().pins if not pin.cooperations}
    assert alone
    assert not alone & set(re.findall(r'data-place="([^"]*)"', html))


def test_a_map_without_listed_ties_has_no_switch_for_them(context_of: NewContext) -> None:
    scene = atlas().scene("country-be", atlas().by_country["BE"], ["BE"])
    html = draw_map(context_of("en", atlas()), scene, "Belgium", tabled=())
    assert "atlas-map" in html
    assert "listed" not in html


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Listed, not checked: 2 listed ties; on the map: Blaj, Houffalize and Türi."),
        (
            "nl",
            "Vermeld, niet gecontroleerd: 2 vermelde banden; op de kaart: Blaj, Houffalize "
            "en Türi.",
        ),
        (
            "fr",
            "Recensés, non vérifiés\u00a0: 2 liens recensés\u00a0; sur la carte\u00a0: Blaj, "
            "Houffalize et Türi.",
        ),
        ("ar", "مدرج ولم يُتحقق منه: رابطان مدرجان؛ على الخريطة: Blaj وHouffalize وتوري."),
    ],
)
def test_a_picture_of_listed_ties_alone_describes_them(
    context_of: NewContext, language: str, said: str
) -> None:
    html = draw_picture(context_of(language, atlas()), listed_alone(), "Houffalize")
    assert DESCRIPTION.findall(html) == [said]
    assert "atlas-listed-switch" not in html  # nothing would be left
    assert "atlas-form-listed" in html


def test_a_picture_of_both_describes_each_in_a_sentence(context_of: NewContext) -> None:
    html = draw_picture(context_of("en", atlas()), belgium(), "Belgium")
    (said,) = DESCRIPTION.findall(html)
    researched, listed = said.split(" Listed, not checked: ")
    assert researched.startswith("Shown on the map: ")
    assert "Houffalize" not in researched
    assert "Saint-Josse" in researched
    count = len(atlas().listed.by_country["BE"])
    assert listed.startswith(f"{count} listed ties; on the map: ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "{n} of 9 listed ties can be drawn as a line."),
        ("nl", "{n} van de 9 vermelde banden kunnen als lijn worden getekend."),
        ("fr", "{n} liens recensés sur 9 peuvent être tracés par une ligne."),
        ("ar", "يمكن رسم {n} روابط مدرجة من أصل 9 كخطوط."),
    ],
)
def test_what_cannot_be_drawn_is_counted_for_each_tier(
    context_of: NewContext, language: str, said: str
) -> None:
    scene = belgium()
    lines = len(scene.listed)
    assert 2 < lines < 9
    context = context_of(language, atlas())
    total = len({tie.cooperation for tie in scene.ties})
    for html in (
        draw_picture(context, scene, "Some", total=total, pairs=9),
        draw_map(context, scene, "Some", tabled=(), total=total, pairs=9),
    ):
        assert NOTE.findall(html) == [said.format(n=lines)]


def test_all_drawn_is_not_said(context_of: NewContext) -> None:
    scene = replace(belgium(), ties=())
    html = draw_picture(context_of("en", atlas()), scene, "Some", pairs=len(scene.listed))
    assert NOTE.findall(html) == []
