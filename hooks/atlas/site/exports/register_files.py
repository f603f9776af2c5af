"""Registers as JSON Lines: what each says of itself, and the places that it alone knows.

With these, the records and the ties that they list, `atlas import records` makes the same atlas in
an empty folder. What imports keep for those who bring lists in is not in them: what was refused,
and what was asked and answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from atlas.model.plain_values import make_plain
from atlas.model.vocabulary import Tier
from atlas.pages.data_files import JSON_LINES
from atlas.pages.offered_files import LISTED_PLACES, REGISTERS
from atlas.site.contents import SiteContents
from atlas.site.dataset import record_lines


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file; none if there is no register.

    A register is an object with the fields of its `register.yml`, but for the digests of tables; a
    place one with the fields of a place's record, its register and the word `listed` as its tier.
    """
    records = site.atlas.records
    if not records.registers:
        return
    registers = (
        {"folder": "registers", "id": id_, **_without(make_plain(one), "tables")}
        for id_, one in records.registers.items()
    )
    places = (
        {"folder": "places", "id": id_, "tier": Tier.LISTED, "register": one.sources[0].source}
        | make_plain(one)
        for id_, one in records.places.items()
        if id_ in records.listed_places
    )
    yield REGISTERS.path(JSON_LINES), "".join(map(record_lines.line, registers)).encode()
    yield LISTED_PLACES.path(JSON_LINES), "".join(map(record_lines.line, places)).encode()


def _without(fields: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}
