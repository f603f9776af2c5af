"""The files that the list is filtered by: columns that fit each other, texts in their order."""

from __future__ import annotations

import json
from typing import Any

import pytest

from atlas.graph.edition import Edition
from atlas.graph.relate import relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model import Actor, Cooperation, Place, Records, Source, Theme
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import explore
from tests.checks.minimal import OUTLINES

SOURCES = [{"source": "s"}]


def place(id_: str, country: str, lat: str, lon: str) -> Place:
    point = {"lat": lat, "lon": lon, "exactness": "exact", "source": "s"}
    return Place.model_validate(
        {
            "id": id_,
            "names": {"en": id_.title()},
            "type": "municipality",
            "countries": [country],
            "coordinates": point,
        }
    )


def actor(id_: str, type_: str) -> Actor:
    return Actor.model_validate(
        {
            "id": id_,
            "names": {"en": f"Town of {id_.title()}", "fr": f"Ville de {id_.title()}"},
            "type": type_,
            "territory": [id_],
            "sources": SOURCES,
        }
    )


def cooperation(id_: str, parties: list[str], **fields: Any) -> Cooperation:
    return Cooperation.model_validate(
        {
            "id": id_,
            "title": {"en": id_.upper()},
            "form": "twinning",
            "summary": {"en": "."},
            "parties": [{"actor": one, "roles": ["signatory"]} for one in parties],
            "status": {"code": "closed", "evidence": {"en": "."}},
            "sources": SOURCES,
            "review": {"last_verified": "2026-01-01"},
            **fields,
        }
    )


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """What is published for two languages and three cooperations, one of them of one party."""
    places = [place("dale", "BE", "50.84999", "4.3"), place("isle", "GP", "16.2", "-61.5")]
    actors = [actor("dale", "local-government"), actor("isle", "national-ngo")]
    theme = Theme.model_validate(
        {"id": "health", "names": {"en": "Health", "fr": "Santé"}, "description": {"en": "."}}
    )
    cooperations = [
        cooperation("alone", ["dale"], form="network"),
        cooperation(
            "early",
            ["dale", "isle"],
            dates={"actual_start": "1998-05"},
            themes=[{"theme": "health", "assigned_by": "source"}],
            goals=[{"goal": 11, "assigned_by": "editor"}, {"goal": 3, "assigned_by": "editor"}],
        ),
        cooperation(
            "late",
            ["isle", "dale"],
            dates={"actual_start": {"earliest": "2014-12", "latest": "2015-02"}},
            title={"en": "LATE", "fr": "TARD"},
            status={"code": "closed", "as_of": "2020-12", "evidence": {"en": "A report."}},
            agreements=[{"instrument": {"en": "Agreement"}, "signed": "2015-02-03"}],
        ),
    ]
    source = Source.model_validate(
        {
            "id": "s",
            "title": {"lang": "fr", "text": "Rapport"},
            "publisher": "Dale",
            "language": "fr",
            "url": "https://example.org/report",
        }
    )
    atlas = relate(
        Records(
            {one.id: one for one in cooperations},
            {one.id: one for one in actors},
            {one.id: one for one in places},
            {"s": source},
            {"health": theme},
        )
    )
    both = languages.load(["en", "fr"], "en")
    maps, info = Maps(StaticMaps(OUTLINES)), SiteInfo("", {}, "", {})
    contexts = [PageContext(Edition(atlas, one, both), 2, maps, info) for one in both]
    found = explore.files(SiteContents(contexts, OUTLINES))
    return {path: content.decode() for path, content in found}


@pytest.fixture(scope="module")
def records(files: dict[str, str]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files["assets/explore/records.json"])
    return read


def values(records: dict[str, Any], facet: str) -> dict[str, list[str]]:
    """The values of a facet by the cooperation's id."""
    column = records["facets"][facet]
    named = ([column["values"][at] for at in each] for each in column["of"])
    return dict(zip(records["ids"], named, strict=True))


def test_there_is_one_file_of_records_and_one_of_texts_for_each_language(
    files: dict[str, str],
) -> None:
    assert [*files] == [
        f"assets/explore/{name}.json"
        for name in ("records", "names", "en", "facts-en", "fr", "facts-fr")
    ]


def test_the_newest_stand_first_and_the_undated_last(records: dict[str, Any]) -> None:
    assert records["ids"] == ["late", "early", "alone"]
    assert records["since"] == ["2014-12/2015-02", "1998-05", ""]


@pytest.mark.parametrize(
    ("facet", "late", "early", "alone"),
    [
        ("country", ["BE", "FR", "GP"], ["BE", "FR", "GP"], ["BE"]),
        ("theme", [], ["health"], []),
        ("goal", [], ["3", "11"], []),
        ("form", ["twinning"], ["twinning"], ["network"]),
        ("status", ["closed"], ["closed"], ["closed"]),
        ("decade", ["2010"], ["1990"], ["undated"]),
        ("partner", *[["local-government", "national-ngo"]] * 2, ["unknown"]),
    ],
)
def test_every_cooperation_has_its_values_in_every_facet(
    records: dict[str, Any], facet: str, late: list[str], early: list[str], alone: list[str]
) -> None:
    assert values(records, facet) == {"late": late, "early": early, "alone": alone}


def test_values_stand_in_the_order_of_numbers_and_of_closed_lists(records: dict[str, Any]) -> None:
    assert records["facets"]["decade"]["values"] == ["1990", "2010", "undated"]
    assert records["facets"]["form"]["values"] == ["twinning", "network"]


def test_pins_and_ties_lead_to_the_points_of_places(records: dict[str, Any]) -> None:
    assert records["places"] == {
        "ids": ["dale", "isle"],
        "paths": ["actors/dale/", "places/isle/"],
        "lon": [4.3, -61.5],
        "lat": [50.85, 16.2],
    }
    assert records["pins"] == [[0, 1], [0, 1], [0]]
    assert records["ties"] == [[0, 1], [0, 1], []]


def test_parties_lead_to_the_actors_and_their_countries(records: dict[str, Any]) -> None:
    assert records["actors"]["ids"] == ["dale", "isle"]
    assert records["parties"] == [[1, 0], [0, 1], [0]]
    codes = records["facets"]["country"]["values"]
    assert [[codes[at] for at in each] for each in records["actors"]["countries"]] == [
        ["BE"],
        ["GP"],
    ]


def test_texts_stand_in_the_order_of_the_records_and_foreign_ones_are_marked(
    files: dict[str, str],
) -> None:
    texts = json.loads(files["assets/explore/fr.json"])
    assert texts["titles"] == ["TARD", ["EARLY", "en"], ["ALONE", "en"]]
    assert texts["since"][1:] == ["mai 1998", ""]
    assert "décembre 2014" in texts["since"][0]
    assert texts["actors"] == ["Ville de Dale", "Ville de Isle"]
    assert texts["places"] == [["Dale", "en"], ["Isle", "en"]]
    assert texts["labels"]["country"] == ["Belgique", "France", "Guadeloupe"]
    assert texts["labels"]["theme"] == ["Santé"]
    assert texts["labels"]["decade"] == ["années 1990", "années 2010", "décennie inconnue"]


def test_a_saved_table_says_what_a_status_rests_on_and_what_is_not_recorded(
    files: dict[str, str],
) -> None:
    facts = json.loads(files["assets/explore/facts-fr.json"])
    assert facts["columns"].pop("themes_of_sources") == [[], ["health"], []]
    late = {name: column[0] for name, column in facts["columns"].items()}
    assert late.pop("not_recorded")[0] == "thèmes"
    assert late == {
        "as_of": "2020-12",
        "evidence": "A report.",
        "signed": "2015-02-03",
        "decided": "",
        "earlier_forms": "",
        "since": "",
        "reason": "",
        "left": "",
        "succeeded": "",
        "end": "",
        "sources": [0],
    }
    assert facts["sources"] == [{"title": "Rapport", "url": "https://example.org/report"}]


def test_names_in_every_language_stand_in_the_order_of_the_records(files: dict[str, str]) -> None:
    names = json.loads(files["assets/explore/names.json"])
    assert names["own"] == ["", "", ""]
    assert names["actors"] == ["town of dale ville de", "town of isle ville de"]
    belgium, france, guadeloupe = (set(spelt.split()) for spelt in names["facets"]["country"])
    assert {"belgium", "belgique"} <= belgium
    assert {"france"} <= france
    assert {"guadeloupe"} <= guadeloupe
    assert names["facets"]["theme"] == ["health sante"]
    twinning, network = names["facets"]["form"]
    assert {"twinning", "jumelage"} <= set(twinning.split())
    assert {"network", "reseau"} <= set(network.split())


def test_the_date_of_a_status_is_in_words_and_phrases_count_as_the_language_does(
    files: dict[str, str],
) -> None:
    texts = json.loads(files["assets/explore/fr.json"])
    assert texts["standing"] == ["Clôturée", "Clôturée", "Clôturée"]
    assert texts["earlier"] == ["", "", ""]
    assert texts["evidence"] == [["décembre 2020"], [], []]
    chosen = texts["phrases"]["chosen"]
    assert (chosen["one"], chosen["other"]) == ("{n} choisi", "{n} choisis")
    assert texts["phrases"]["form"].endswith("&title=Nouvelle+coopération+:+")
    assert texts["phrases"]["facets"]["form"] == "Type"
