"""Units for a site or for a share of one: what was kept of them, and the rest made anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from atlas.site import hand_written, unit_workers, units
from atlas.site.contents import SiteContents
from atlas.site.exports import EXPORTERS, OF_PAGES
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_store import KeptUnit, UnitStore
from atlas.site.units import EXPORT, Unit


def every_unit(site: SiteContents) -> list[Unit]:
    """Every unit of a site, those first that take longest."""
    exports = [Unit(EXPORT, name) for name in EXPORTERS if name not in OF_PAGES]
    pages = hand_written.units(site.hand_written), units.every_unit(site.contexts[0])
    return [*exports, *itertools.chain(*pages)]


def complete(
    wanted: Sequence[Unit], builder: UnitBuilder, store: UnitStore, workers: int
) -> Iterator[KeptUnit]:
    """All units that are wanted, in their order; those that the store lacks are made, by several
    workers if there are many, and kept. Each counts to the store's present build.

    Raises what making one raises, and WorkerError where a worker was ended.
    """
    kept = store.find(wanted, builder.readings)
    lacking = [unit for unit in wanted if unit not in kept]
    made = unit_workers.build(lacking, builder, store, workers)
    for unit in wanted:
        found = kept.get(unit) or next(made)
        store.add(found)
        yield found
