"""Readers of others for every kind of file that the exports write: what each finds in a file."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import icalendar
import rispy
from citeproc.source.json import CiteProcJSON
from geojson_pydantic import Feature, FeatureCollection
from geojson_pydantic.geometries import Geometry
from pybtex.database import parse_string
from rdflib import Graph

from tests.hostile.formulas import formulas

SCHEMA = "https://schema.org"
PAGE = "https://atlas.example/ar/cooperations/a/"

_LATEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
"""What LaTeX sets for each command (LaTeX 2e, «Text symbols»)."""


def bibtex_titles(text: str) -> list[str]:
    """The titles in a BibTeX file, as LaTeX sets them."""
    return [
        from_latex(entry.fields["title"]) for entry in parse_string(text, "bibtex").entries.values()
    ]


def from_latex(value: str) -> str:
    """The text that LaTeX sets for a value of one group."""
    commands = re.compile("|".join(map(re.escape, _LATEX)))
    assert value.startswith("{")
    assert value.endswith("}")
    return commands.sub(lambda found: _LATEX[found[0]], value[1:-1])


def triples(node: Mapping[str, object], page: str = PAGE) -> Graph:
    """A node of JSON-LD on a `page` as RDF; its context is schema.org's, which is not fetched."""
    assert node["@context"] == SCHEMA
    text = json.dumps({**node, "@context": {"@vocab": f"{SCHEMA}/"}})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its own doing
        return Graph().parse(data=text, format="json-ld", publicID=page)


def csl_titles(text: str) -> list[str]:
    """The titles in a file of CSL-JSON."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it knows no "license"
        read = CiteProcJSON(json.loads(text))
    return ["".join(map(str, read[key].title)) for key in read]


def ris_titles(text: str) -> list[str]:
    """The titles in a RIS file."""
    return [entry["title"] for entry in rispy.loads(text)]


def _atom(file: Path) -> list[str]:
    feed = feedparser.parse(file.read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert all(entry.updated_parsed and entry.id for entry in feed.entries)
    return [entry.title for entry in feed.entries]


def _json_feed(file: Path) -> list[str]:
    feed = json.loads(file.read_text("utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    return [item["title"] for item in feed["items"]]


def _calendar(file: Path) -> list[str]:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    assert all(one.errors == [] for one in calendar.walk())
    assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))
    return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]


def _csv(file: Path) -> list[str]:
    text = file.read_bytes().decode()
    assert [*formulas(text)] == []
    return text.splitlines()


def _html(file: Path) -> list[str]:
    return re.findall(r"<title>(.*?)</title>", file.read_text("utf-8"), re.DOTALL)


def _json(file: Path) -> list[str]:
    return [*json.loads(file.read_text("utf-8"))]


def names_of_map(file: Path) -> str:
    """The HTML in a file of names that a map fetches."""
    html = json.loads(file.read_text("utf-8"))
    assert isinstance(html, str)
    return html


def _map_names(file: Path) -> list[str]:
    return re.findall(r"<a [^>]*>(.*?)</a>", names_of_map(file), re.DOTALL)


def _json_lines(file: Path) -> list[str]:
    lines = file.read_text("utf-8").removesuffix("\n").split("\n")
    return [json.loads(line)["id"] for line in lines]


def _xml(file: Path) -> list[str]:
    content = file.read_bytes()
    plain = gzip.decompress(content) if file.suffix == ".gz" else content
    return [node.tag for node in ET.fromstring(plain).iter()]  # noqa: S314 - our own output


def _iati(file: Path) -> list[str]:
    root = ET.parse(file).getroot()  # noqa: S314 - our own output
    return [one.text or "" for one in root.iterfind("iati-activity/title/narrative")]


def _geojson(file: Path) -> list[str]:
    features = (
        FeatureCollection[Feature[Geometry, dict[str, Any]]]
        .model_validate_json(file.read_bytes())
        .features
    )
    return [str(feature.id) for feature in features]


def _parquet(file: Path) -> list[str]:
    return duckdb.read_parquet(str(file)).columns


def names_in(file: Path) -> list[str]:
    """The names in a database of all tables."""
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [name for (name,) in database.execute("SELECT name FROM names")]


def _turtle(file: Path) -> list[str]:
    return [str(subject) for subject in Graph().parse(file).subjects()]


def _json_ld(file: Path) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its own doing
        return [str(subject) for subject in Graph().parse(file, format="json-ld").subjects()]


def _text(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


NAMES_OF_MAPS = "assets/maps/scenes/*.names.*.json"

READERS: Mapping[str, Callable[[Path], list[str]]] = {
    "*feed.atom": _atom,
    "*feed.json": _json_feed,
    "*calendar.ics": _calendar,
    "*.csv": _csv,
    "*.tsv": _csv,
    "assets/data/wikidata/quickstatements-*.txt": _text,
    "*.jsonl": _json_lines,
    "*.geojson": _geojson,
    "*.parquet": _parquet,
    "*.sqlite": names_in,
    "*.ttl": _turtle,
    "*.jsonld": _json_ld,
    "*.html": _html,
    "api/v1/*.json": _json,
    "assets/data/*.json": _json,
    "assets/explore/*.json": _json,
    "assets/compare/*.json": _json,
    "assets/match/*.json": _json,
    "assets/search/*.json": _json,
    "assets/listed/*.json": _json,
    "sitemap*.xml*": _xml,
    "assets/data/iati-activities.xml": _iati,
    "*.svg": _xml,
    "licences/*.txt": _text,
    "assets/search/names-*.txt": _text,
    # Tests in a browser run the scripts and read the styles; pictures are drawn by test_cards.
    "assets/maps/*.js": _text,
    "assets/maps/*.css": _text,
    "assets/stylesheets/*.css": _text,
    "assets/maps/scenes/*.js": _text,
    NAMES_OF_MAPS: _map_names,
    "assets/maps/images/*.png": lambda file: [file.name],
}
"""By the files' paths the first that fits."""


def reader(path: str) -> Callable[[Path], list[str]] | None:
    """Who reads the file at `path` in the site."""
    return next((read for pattern, read in READERS.items() if fnmatchcase(path, pattern)), None)


def files(site: Path) -> Iterator[str]:
    """The paths of all files of a site."""
    return (one.relative_to(site).as_posix() for one in sorted(site.rglob("*")) if one.is_file())
