"""Atlases with registers, for tests of what pages say of listed ties."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from atlas.checks import load
from atlas.graph.relate import Atlas, relate
from atlas.model import ListedTie, Place, Records, Source
from atlas.model.registers import Register
from tests.frozen_records import REGISTERS

_SOURCE = {"title": {"lang": "fr", "text": "La liste"}, "language": "fr"}
_COUNTS = dict.fromkeys(("rows", "ties", "places", "merged", "both", "refused", "asked"), 0)
_REGISTER = {"licence": "CC0-1.0", "as_of": "2020", "points": "source", "counts": _COUNTS}


@cache
def frozen() -> Atlas:
    """The frozen records with two registers."""
    return relate(load.read(REGISTERS).records)


def place(id_: str, name: str = "", **fields: object) -> Place:
    """A place that a register knows; the end of its id says its country."""
    country = id_.rpartition("-")[2].upper()
    known = {"names": {"en": name or id_.title()}, "type": "unspecified", "countries": [country]}
    return Place.model_validate({"id": id_, **known, **fields})


def tie(a: str, b: str, **fields: object) -> ListedTie:
    """A tie that the register `list` lists."""
    known = {"source": "list", "a": a, "b": b, "stated_by": "both", "as_of": "2020"}
    return ListedTie.model_validate(
        {"id": f"list/{a}-{b}", "pair": f"{a}-{b}", **known, "form": "twinning", **fields}
    )


def atlas(places: Iterable[Place], ties: Iterable[ListedTie], title: str = "La liste") -> Atlas:
    """These places and ties, of one register in French."""
    source = Source.model_validate(
        {"id": "list", **_SOURCE, "title": {"lang": "fr", "text": title}}
    )
    known = {one.id: one for one in places}
    return relate(
        Records(
            cooperations={},
            actors={},
            places=known,
            sources={"list": source},
            themes={},
            ties={one.id: one for one in ties},
            listed_places=frozenset(known),
            registers={"list": Register.model_validate({"id": "list", **_REGISTER})},
        )
    )


def many(count: int) -> Atlas:
    """So many ties of towns in Belgium, from all over the alphabet, with one in Estonia."""
    names = [f"{chr(ord('A') + at % 26)}{at:04}" for at in range(count)]
    towns = [place(f"{name.lower()}-be", name) for name in names]
    ties = [tie(town.id, "turi-ee") for town in towns]
    return atlas([*towns, place("turi-ee", "Türi")], ties)
