"""The query finds in statements of Wikidata's form what the reader of its answers makes rows of.

rdflib runs it. What Wikidata's service alone knows is left out: its hint, and its labels.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib

from atlas.imports import wikidata
from tests.conftest import ROOT

PREFIXES = {
    "wd": "http://www.wikidata.org/entity/",
    "wds": "http://www.wikidata.org/entity/statement/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "pqv": "http://www.wikidata.org/prop/qualifier/value/",
    "pr": "http://www.wikidata.org/prop/reference/",
    "prov": "http://www.w3.org/ns/prov#",
    "wikibase": "http://wikiba.se/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Those that the service knows: https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format."""

GRAPH = """
wd:Q31 wdt:P297 "BE" ; rdfs:label "Belgium"@en .
wd:Q191 wdt:P297 "EE" .
wd:Q142 wdt:P297 "FR" .
wd:Q28513 rdfs:label "Austria-Hungary"@en .

wd:Q1296 wdt:P17 wd:Q31 ; wdt:P625 "Point(3.73 51.05)"^^geo:wktLiteral ;
    rdfs:label "Ghent"@en, "Gent"@nl, "Gand"@fr, "غنت"@ar, "Gent"@de ;
    p:P190 wds:Q1296-aaaa, wds:Q1296-bbbb, wds:Q1296-dddd .
wd:Q1770 wdt:P17 wd:Q191 ; rdfs:label "Tallinn"@en ; p:P190 wds:q1770-cccc .
wd:Q90 wdt:P17 wd:Q142 ; rdfs:label "Paris"@en ; p:P190 wds:Q90-eeee .
wd:Q91 wdt:P17 wd:Q28513 ; rdfs:label "Elsewhere"@en .

wds:Q1296-aaaa ps:P190 wd:Q1770 ; wikibase:rank wikibase:NormalRank ;
    pqv:P580 [ wikibase:timeValue "1988-01-01T00:00:00Z"^^xsd:dateTime ;
               wikibase:timePrecision "9"^^xsd:integer ] ;
    pqv:P582 [ wikibase:timeValue "2022-03-01T00:00:00Z"^^xsd:dateTime ;
               wikibase:timePrecision "10"^^xsd:integer ] ;
    prov:wasDerivedFrom [ pr:P854 <https://stad.gent/tallinn> ] .
wds:Q1296-bbbb ps:P190 wd:Q90 ; wikibase:rank wikibase:DeprecatedRank .
wds:Q1296-dddd ps:P190 [] ; wikibase:rank wikibase:NormalRank .
wds:q1770-cccc ps:P190 wd:Q1296 ; wikibase:rank wikibase:PreferredRank .
wds:Q90-eeee ps:P190 wd:Q91 ; wikibase:rank wikibase:NormalRank .
"""


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the query for Belgium finds, in JSON."""
    graph = rdflib.Graph()
    graph.parse(
        data="".join(f"@prefix {name}: <{one}> .\n" for name, one in PREFIXES.items()) + GRAPH,
        format="turtle",
    )
    query = (ROOT / "data/registers/wikidata/query.rq").read_text("utf-8")
    query, hints = re.subn(r"^ *hint:.*$", "", query, flags=re.MULTILINE)
    query, services = re.subn(r"SERVICE wikibase:label \{.*?\}", "", query, flags=re.DOTALL)
    assert (hints, services) == (1, 1)
    found = graph.query(query.replace('"{country}"', '"BE"'), initNs=PREFIXES)
    file = tmp_path_factory.mktemp("query") / "BE.json"
    file.write_bytes(found.serialize(format="json") or b"")
    return file


def test_statements_of_both_sides_are_found_with_all_that_they_say(answer: Path) -> None:
    rows = {row.locator: row for row in wikidata.read(answer)}
    assert set(rows) == {"Q1296$aaaa", "Q1296$bbbb", "Q1296$dddd", "q1770$cccc"}
    ghent = rows["Q1296$aaaa"]
    assert (ghent.start, ghent.end) == ("1988", "2022-03")
    assert ghent.reference_url == "https://stad.gent/tallinn"
    assert dict(ghent.a.names) == {"ar": "غنت", "en": "Ghent", "fr": "Gand", "nl": "Gent"}
    assert (ghent.a.lat, ghent.a.lon, ghent.a.country) == ("51.05", "3.73", "BE")
    assert (ghent.b.wikidata, ghent.b.country, ghent.b.lat) == ("Q1770", "EE", "")
    tallinn = rows["q1770$cccc"]
    assert (tallinn.a.wikidata, tallinn.b.wikidata) == ("Q1770", "Q1296")


def test_what_is_marked_as_wrong_or_unknown_is_among_them(answer: Path) -> None:
    rows = {row.locator: row for row in wikidata.read(answer)}
    assert [id_ for id_, row in rows.items() if row.is_withdrawn] == ["Q1296$bbbb"]
    assert (rows["Q1296$dddd"].b.name, rows["Q1296$dddd"].b.wikidata) == ("", "")
