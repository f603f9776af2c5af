"""Which of the files that other systems take over a site has, and on which terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from markupsafe import Markup

from atlas.model.registers import Register
from atlas.model.vocabulary.registers import Licence
from atlas.pages import offered_files, offered_index
from atlas.pages.data_files import DataSet
from atlas.pages.page import PageContext
from atlas.site.dataset.licences import list_licences
from atlas.site.iati.selection import select
from atlas.site.wikidata import tables
from atlas.site.wikidata.statements import FREE


def fill(context: PageContext) -> Markup:
    """What the page Data says of them."""
    found = [(one, list_terms(context, one)) for one in present(context)]
    return offered_index.body(context, found)


def present(context: PageContext) -> Sequence[DataSet]:
    """Those that a build of this site writes, in their order: the same in every language."""
    return context.remember_for_all("offered", "", partial(_find, context))


def _find(context: PageContext) -> Sequence[DataSet]:
    atlas, site = context.edition.atlas, context.site
    written = {data for data, _, rows in tables.find(atlas, site.url) if any(True for _ in rows)}
    absent = {data for data, has_some in _CONDITIONS.items() if not has_some(context)}
    absent |= {one for one in _OF_WIKIDATA if one not in written}
    return [one for one in offered_files.OFFERED if one not in absent]


def list_terms(context: PageContext, one: DataSet) -> Sequence[Licence]:
    """The licences of what a file holds: Wikidata is offered of registers what is as free as it."""
    registers: dict[str, Register] = dict(context.edition.atlas.records.registers)
    if one in _OF_WIKIDATA:
        registers = {id_: it for id_, it in registers.items() if it.licence in FREE}
    return list_licences(one.tiers, registers)


_OF_WIKIDATA = (
    *(offered_files.STATEMENTS, offered_files.LISTED_STATEMENTS, offered_files.MISMATCHES),
    *(offered_files.NAMES, offered_files.LISTED_NAMES),
)


def _has_registers(context: PageContext) -> bool:
    return bool(context.edition.atlas.records.registers)


def _has_ties(context: PageContext) -> bool:
    return bool(context.edition.atlas.listed.pairs)


_CONDITIONS: dict[DataSet, Callable[[PageContext], bool]] = {
    offered_files.IATI: lambda context: bool(select(context.edition.atlas).written),
    offered_files.REGISTERS: _has_registers,
    offered_files.LISTED_PLACES: _has_registers,
    offered_files.OF_COUNTRY: _has_ties,
    offered_files.DELTA: lambda context: context.site.delta is not None,
}
"""When there are those that not every site has, but for what Wikidata is offered."""
