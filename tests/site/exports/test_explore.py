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
from atlas.site.exports import explore, explore_facts, explore_map, explore_rows
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
def site() -> SiteContents:
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
    return SiteContents(contexts, OUTLINES)


@pytest.fixture(scope="module")
def files(site: SiteContents) -> dict[str, str]:
    made = (module.files(site) for module in (explore, explore_rows, explore_map, explore_facts))
    return {path: content.decode() for found in made for path, content in found}


def read(files: dict[str, str], name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(files[f"assets/explore/{name}.json"])
    return content


@pytest.fixture(scope="module")
def filters(files: dict[str, str]) -> dict[str, Any]:
    return read(files, "filters")


@pytest.fixture(scope="module")
def rows(files: dict[str, str]) -> dict[str, Any]:
    return read(files, "rows-fr-0")


def values(filters: dict[str, Any], facet: str) -> dict[str, list[str]]:
    """The values of a facet by the cooperation's id."""
    column = filters["facets"][facet]
    of = column["of"] or [0] * filters["count"]
    named = ([column["values"][at] for at in column["occurs"][each]] for each in of)
    return dict(zip(IDS, named, strict=True))


IDS = ["late", "early", "alone"]
"""In the order of the list."""


def test_what_all_need_stands_once_and_texts_once_for_each_language(
    files: dict[str, str],
) -> None:
    alike = ("filters", "names", "map")
    apart = ("{}", "titles-{}", "rows-{}-0", "places-{}", "facts-{}")
    names = {*alike, *(name.format(code) for name in apart for code in ("en", "fr"))}
    assert {*files} == {f"assets/explore/{name}.json" for name in names}


def test_the_newest_stand_first_and_the_undated_last(rows: dict[str, Any]) -> None:
    assert rows["ids"] == IDS
    assert rows["starts"] == ["2014-12/2015-02", "1998-05", ""]


def test_rows_come_some_at_a_time(monkeypatch: pytest.MonkeyPatch, site: SiteContents) -> None:
    monkeypatch.setattr(explore_rows, "A_FILE", 2)
    written = {path: json.loads(text)["ids"] for path, text in explore_rows.files(site)}
    assert written == {
        f"assets/explore/rows-{code}-{at}.json": ids
        for code in ("en", "fr")
        for at, ids in enumerate([IDS[:2], IDS[2:]])
    }
    context = site.contexts[0]
    assert explore_rows.rows(site.table, context, ["alone"])["actors"]["ids"] == ["dale"]


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
    filters: dict[str, Any], facet: str, late: list[str], early: list[str], alone: list[str]
) -> None:
    assert values(filters, facet) == {"late": late, "early": early, "alone": alone}


def test_values_stand_in_the_order_of_numbers_and_of_closed_lists(filters: dict[str, Any]) -> None:
    assert filters["facets"]["decade"]["values"] == ["1990", "2010", "undated"]
    assert filters["facets"]["form"]["values"] == ["twinning", "network"]


def test_pins_and_ties_lead_to_the_points_of_places(files: dict[str, str]) -> None:
    records = read(files, "map")
    assert records["places"] == {
        "ids": ["dale", "isle"],
        "paths": ["actors/dale/", "places/isle/"],
        "lon": [4.3, -61.5],
        "lat": [50.85, 16.2],
    }
    assert records["pins"] == [[0, 1], [0, 1], [0]]
    assert records["ties"] == [[0, 1], [0, 1], []]


def test_parties_lead_to_the_actors_and_their_countries(
    filters: dict[str, Any], rows: dict[str, Any], files: dict[str, str]
) -> None:
    assert rows["actors"]["ids"] == ["dale", "isle"]
    everybody = [[1, 0], [0, 1], [0]]
    assert rows["parties"] == everybody
    assert rows["more"] == {}
    assert read(files, "names")["parties"] == read(files, "facts-fr")["parties"] == everybody
    codes = filters["facets"]["country"]["values"]
    assert [[codes[at] for at in each] for each in rows["actors"]["countries"]] == [
        ["BE"],
        ["GP"],
    ]


def test_texts_stand_in_the_order_of_the_records_and_foreign_ones_are_marked(
    files: dict[str, str], rows: dict[str, Any]
) -> None:
    assert rows["titles"] == ["TARD", ["EARLY", "en"], ["ALONE", "en"]]
    assert rows["since"][1:] == ["mai 1998", ""]
    assert "décembre 2014" in rows["since"][0]
    assert read(files, "titles-fr")["titles"][1:] == ["EARLY mai 1998", "ALONE "]
    assert rows["actors"]["names"] == ["Ville de Dale", "Ville de Isle"]
    assert rows["places"] == {
        "ids": ["dale", "isle"],
        "names": [["Dale", "en"], ["Isle", "en"]],
        "paths": ["actors/dale/", "places/isle/"],
    }
    assert read(files, "places-fr")["names"] == [["Dale", "en"], ["Isle", "en"]]
    texts = read(files, "fr")
    assert texts["labels"]["country"] == ["Belgique", "France", "Guadeloupe"]
    assert texts["labels"]["theme"] == ["Santé"]
    assert texts["labels"]["decade"] == ["années 1990", "années 2010", "décennie inconnue"]


def test_a_saved_table_says_what_a_status_rests_on_and_what_is_not_recorded(
    files: dict[str, str],
) -> None:
    facts = read(files, "facts-fr")
    assert facts["ids"] == IDS
    assert facts["actors"] == {"ids": ["dale", "isle"], "names": ["Ville de Dale", "Ville de Isle"]}
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
    files: dict[str, str], rows: dict[str, Any]
) -> None:
    texts = read(files, "fr")
    assert rows["standing"] == ["Clôturée", "Clôturée", "Clôturée"]
    assert rows["earlier"] == ["", "", ""]
    assert rows["evidence"] == [["décembre 2020"], [], []]
    chosen = texts["phrases"]["chosen"]
    assert (chosen["one"], chosen["other"]) == ("{n} choisi", "{n} choisis")
    assert texts["phrases"]["form"].endswith("&title=Nouvelle+coopération+:+")
    assert texts["phrases"]["facets"]["form"] == "Type"
