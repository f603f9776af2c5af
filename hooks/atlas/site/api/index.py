"""The index of the API: what there is, how much of it, under which licence, and where."""

from __future__ import annotations

from atlas.graph.relate import Atlas
from atlas.model import MODELS
from atlas.model.vocabulary.registers import OWN_LICENCE
from atlas.pages import api_addresses
from atlas.pages.data_files import (
    DATA_PACKAGE,
    JSON_LD,
    JSON_LINES,
    LISTED_TIES,
    PACKAGE,
    PORTAL_ENTRY,
    RECORDS,
)
from atlas.pages.offered_files import IATI
from atlas.pages.page import PageContext
from atlas.site.api import schemas, shapes
from atlas.site.api.items import count, describe_register
from atlas.site.api.list_shapes import IndexFile, RegisterTotal, TotalCounts
from atlas.site.iati.selection import select


def make(context: PageContext) -> IndexFile:
    """The index of an atlas."""
    site, atlas = context.site, context.edition.atlas
    root = f"{site.url}{api_addresses.FOLDER}"
    code = context.edition.language.code
    return IndexFile(
        title=site.names[code],
        description=site.descriptions.get(code, ""),
        url=site.url,
        licence=OWN_LICENCE,
        licence_url=OWN_LICENCE.address,
        languages=[one.code for one in context.edition.languages],
        counts=_count(atlas),
        registers=[_total(atlas, id_) for id_ in atlas.records.registers],
        lists={kind: f"{root}/{kind}.json" for kind in api_addresses.SECTIONS},
        files={kind: f"{root}/{kind}/{{id}}.json" for kind in shapes.FILES},
        schemas={name: f"{site.url}{api_addresses.schema(name)}" for name in schemas.MODELS},
        links={
            "removed": f"{root}/removed.json",
            "openapi": f"{root}/openapi.json",
            "records": f"{site.url}{RECORDS.path(JSON_LINES)}",
            "datapackage": f"{site.url}{PACKAGE.path(DATA_PACKAGE)}",
            "dcat": f"{site.url}{PORTAL_ENTRY.path(JSON_LD)}",
            **_activities(site.url, atlas),
            **_listed_ties(site.url, atlas),
            "feed": f"{site.url}feed.atom",
        },
    )


def _activities(url: str, atlas: Atlas) -> dict[str, str]:
    """Where the activities of IATI are, if there are any."""
    [xml] = IATI.formats
    return {"iati": f"{url}{IATI.path(xml)}"} if select(atlas).written else {}


def _listed_ties(url: str, atlas: Atlas) -> dict[str, str]:
    return {"listed-ties": f"{url}{LISTED_TIES.path(JSON_LINES)}"} if atlas.listed.pairs else {}


def _count(atlas: Atlas) -> TotalCounts:
    records = atlas.records
    ties = count(atlas, records.cooperations)
    unresearched = len(atlas.listed.unresearched)
    return TotalCounts(
        researched={
            **{kind: len(getattr(records, kind)) for kind in MODELS},
            "cooperations": ties.cooperations,
            "parts": ties.parts,
            "memberships": ties.memberships,
            "places": len(records.places) - len(records.listed_places),
        },
        listed={
            "ties": unresearched,
            "researched_too": len(atlas.listed.pairs) - unresearched,
            "places": len(records.listed_places),
        },
    )


def _total(atlas: Atlas, id_: str) -> RegisterTotal:
    used, listed = describe_register(atlas, id_), len(atlas.listed.by_register.get(id_, ()))
    return RegisterTotal(**used.__dict__, id=id_, ties=listed)
