"""The files of the API that are made with the pages of a unit, once for all languages."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.relate import Atlas
from atlas.model import Part
from atlas.model.plain_values import make_plain
from atlas.pages import api_addresses, listed_section
from atlas.pages.page import PageContext
from atlas.site.api import files, tables
from atlas.site.columns import write_json
from atlas.site.units import Unit

TIES = "listed-ties"
"""The kind of the files of a country's listed ties, which come with its further pages."""


def of_unit(context: PageContext, unit: Unit) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file of a unit: the JSON of its record,
    and a table of the cooperations if it lists some. A town has two records, and one page."""
    kind, id_ = unit
    if kind == listed_section.SECTION:
        kind = TIES
    elif kind not in api_addresses.SECTIONS:
        return
    yield from _of_record(context, kind, id_)
    town = context.edition.atlas.town_of.get(id_) if kind == "actors" else None
    if town is not None:
        yield from _of_record(context, "places", town)


def _of_record(context: PageContext, kind: str, id_: str) -> Iterator[tuple[str, bytes]]:
    yield api_addresses.address(kind, id_), write(files.make(context, kind, id_))
    if kind in api_addresses.TABLED:
        found = api_addresses.find_cooperations(context.edition.atlas, kind, id_)
        if found:
            yield api_addresses.address(kind, id_, "csv"), tables.write(context, found)


def write(value: Part) -> bytes:
    """A file of the API."""
    return write_json(make_plain(value))


def find_unit(atlas: Atlas, path: str) -> Unit | None:
    """The unit with whose pages the file at a path from the root of the site would be made."""
    kind, _, name = path.removeprefix(f"{api_addresses.FOLDER}/").partition("/")
    id_ = name.rpartition(".")[0]
    if not path.startswith(f"{api_addresses.FOLDER}/") or not id_:
        return None
    if kind in {"countries", TIES}:
        return Unit(listed_section.SECTION if kind == TIES else kind, id_.upper())
    if kind == "places" and id_ in atlas.authority_of:
        return Unit("actors", atlas.authority_of[id_])
    return Unit(kind, id_) if kind in api_addresses.SECTIONS else None
