"""Writes a data folder of generated records: valid, many, and the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench import listed, network, words
from tests.bench.cooperations import Towns, cooperation
from tests.bench.ground import Ground

FEWEST = 60
"""So many cooperations name every town, network, source and theme at least once."""

_SEED = 2014
_COUNTRIES = 60
_THEMES = 12
_RECORDS_PER_TOWN = 3
_RECORDS_PER_SOURCE = 20
_RECORDS_PER_NETWORK = 50
_GAZETTEER = "gazetteer"

Record = dict[str, Any]


def write(data: Path, records: int, ties: int = 0, members: int = 0) -> None:
    """Write `records` cooperations, and the actors, places, sources and themes they name; with
    them so many `ties` that a register lists, and a network of so many `members`.

    The same number gives the same files. Raises ValueError for fewer than FEWEST, and
    FileExistsError if `data` is there already.
    """
    if records < FEWEST:
        raise ValueError(f"at least {FEWEST} cooperations are needed")
    data.mkdir(parents=True)
    for folder in ("cooperations", "actors", "places", "sources", "themes"):
        (data / folder).mkdir()
    towns: dict[str, str] = {}
    for folder, id_, record in _records(records):
        if folder == "places" and record["type"] == "municipality":
            towns[id_] = record["countries"][0]
        text = yaml.dump(
            record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
        )
        (data / folder / f"{id_}.yml").write_text(text, encoding="utf-8")
    if ties:
        listed.write(data, ties, towns)
    if members:
        network.write(data, members)


def _records(count: int) -> Iterator[tuple[str, str, Record]]:
    """Folder, id and fields of every record."""
    chance = Random(_SEED)  # noqa: S311 - the same every time is what is wanted here
    ground = Ground(chance, _COUNTRIES)
    sources = [f"source-{at}" for at in range(count // _RECORDS_PER_SOURCE)]
    themes = [f"theme-{at}" for at in range(_THEMES)]
    for at, id_ in enumerate([_GAZETTEER, *sources]):
        yield "sources", id_, _source(chance, at)
    for id_ in themes:
        yield "themes", id_, _theme(chance, themes)
    regions: dict[str, str] = {}
    towns: list[str] = []
    for at in range(count // _RECORDS_PER_TOWN):
        names, country = words.name(chance), ground.country()
        towns.append(f"town-{at}")
        if country not in regions:
            regions[country] = f"region-{country.lower()}"
            yield "places", regions[country], _region(chance, country)
        yield "places", towns[-1], _town(chance, names, country, regions[country], ground)
        yield "actors", towns[-1], _municipality(chance, names, towns[-1], sources)
    networks = [f"network-{at}" for at in range(count // _RECORDS_PER_NETWORK)]
    for id_ in networks:
        yield "actors", id_, _network(chance, towns, sources)
    given = Towns(towns, networks, sources, themes)
    for at in range(count):
        yield "cooperations", f"cooperation-{at}", cooperation(chance, at, given)


def _source(chance: Random, at: int) -> Record:
    return {
        "title": {"lang": "en", "text": words.texts(chance, 6, ("en",))["en"].rstrip(".")},
        "publisher": words.name(chance)["en"],
        "language": "en",
        "url": f"https://www.example.org/documents/{at}",
        "published": str(chance.randint(1995, 2019)),
        "accessed": "2026-11-20",
    }


def _theme(chance: Random, themes: list[str]) -> Record:
    return {
        "names": words.name(chance),
        "description": words.texts(chance, 20),
        "dac_sectors": ["15112"],
        "goals": [chance.randint(1, 17)],
        "translations": dict.fromkeys(words.LANGUAGES, "human"),
    }


def _region(chance: Random, country: str) -> Record:
    return {"names": words.name(chance), "type": "region", "countries": [country]}


def _town(
    chance: Random, names: dict[str, str], country: str, region: str, ground: Ground
) -> Record:
    town: Record = {
        "names": names,
        "type": "municipality",
        "countries": [country],
        "part_of": region,
    }
    if chance.random() < 0.9:
        lon, lat = ground.point(country)
        point = {"lat": lat, "lon": lon, "exactness": "approximate", "source": _GAZETTEER}
        town["coordinates"] = point
    return town


def _municipality(chance: Random, names: dict[str, str], town: str, sources: list[str]) -> Record:
    return {
        "names": names,
        "type": "local-government",
        "kind": "municipality",
        "territory": [town],
        "sources": [{"source": chance.choice(sources)}],
    }


def _network(chance: Random, towns: list[str], sources: list[str]) -> Record:
    members = chance.sample(towns, min(len(towns), chance.randint(5, 30)))
    return {
        "names": words.name(chance),
        "type": "international-ngo",
        "kind": "network",
        "seat": chance.choice(towns),
        "members": [{"actor": id_, "since": str(chance.randint(1960, 2020))} for id_ in members],
        "sources": [{"source": chance.choice(sources)}],
    }
