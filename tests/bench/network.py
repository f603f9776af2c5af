"""Writes one network of many towns beside generated records: whatever names all of its members on
the page of each grows with their square."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench import words
from tests.bench.ground import Ground

ID = "everybody"
"""The cooperation, and the body that it is."""

_SEED = 1985
_COUNTRIES = 40
_SOURCE = "gazetteer"
_PLACED = 0.9

Record = dict[str, Any]


def write(data: Path, members: int) -> None:
    """Write `members` towns and the network that they belong to; a tenth has no point.

    The same number gives the same files.
    """
    chance = Random(_SEED)  # noqa: S311 - the same every time is what is wanted here
    ground = Ground(chance, _COUNTRIES)
    towns = [f"member-{at}" for at in range(members)]
    for id_ in towns:
        names, country = words.name(chance), ground.country()
        _write(data, "places", id_, _place(chance, ground, names, country))
        _write(data, "actors", id_, _municipality(names, id_))
    _write(data, "actors", ID, _body(chance, towns))
    _write(data, "cooperations", ID, _cooperation(chance, towns))


def _write(data: Path, folder: str, id_: str, record: Record) -> None:
    text = yaml.dump(
        record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
    )
    (data / folder / f"{id_}.yml").write_text(text, encoding="utf-8")


def _place(chance: Random, ground: Ground, names: dict[str, str], country: str) -> Record:
    place: Record = {"names": names, "type": "municipality", "countries": [country]}
    if chance.random() < _PLACED:
        lon, lat = ground.point(country)
        point = {"lat": lat, "lon": lon, "exactness": "approximate", "source": _SOURCE}
        place["coordinates"] = point
    return place


def _municipality(names: dict[str, str], town: str) -> Record:
    return {
        "names": names,
        "type": "local-government",
        "kind": "municipality",
        "territory": [town],
        "sources": [{"source": _SOURCE}],
    }


def _body(chance: Random, towns: list[str]) -> Record:
    return {
        "names": words.name(chance),
        "type": "international-ngo",
        "kind": "network",
        "seat": towns[0],
        "members": [{"actor": id_} for id_ in towns],
        "sources": [{"source": _SOURCE}],
    }


def _cooperation(chance: Random, towns: list[str]) -> Record:
    parties = [{"actor": id_, "roles": ["member"]} for id_ in towns]
    return {
        "title": words.texts(chance, 6),
        "form": "network",
        "summary": words.texts(chance, 40),
        "parties": [{"actor": ID, "roles": ["network"]}, *parties],
        "dates": {"actual_start": "1985"},
        "status": {
            "code": "implementation",
            "as_of": "2025",
            "evidence": words.texts(chance, 8),
        },
        "sources": [{"source": _SOURCE}],
        "review": {"last_verified": "2026-11-01"},
        "translations": dict.fromkeys(words.LANGUAGES, "human"),
    }
