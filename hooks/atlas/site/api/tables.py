"""The cooperations of a page as a table (CSV, RFC 4180): codes, and their names in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from atlas.pages.page import PageContext
from atlas.site import csv_table
from atlas.site.api.items import list_cooperations
from atlas.site.api.names import NameCollection
from atlas.site.api.shapes import CooperationItem

COLUMNS = (
    *("id", "title", "tier", "form", "form_name", "status", "status_name", "state", "as_of"),
    *("planned_start", "actual_start", "planned_end", "actual_end"),
    *("countries", "country_names", "themes", "theme_names"),
    *("parties", "party_names", "party_count", "url"),
)

Row = Sequence[str | float]


def write(context: PageContext, ids: Iterable[str]) -> bytes:
    """The table of these cooperations, a row each: codes stand with a blank between, names with a
    semicolon; dates are in EDTF."""
    rows = [
        context.remember("API row", item.id, partial(_row, context, item))
        for item in list_cooperations(context, ids)
    ]
    return csv_table.write([COLUMNS, *rows]).encode()


def _row(context: PageContext, item: CooperationItem) -> Row:
    names = NameCollection(context)
    names.add_cooperations([item])
    named = names.collect()

    def list_names(kind: str, ids: Iterable[str]) -> str:
        return "; ".join(named[kind][id_].name for id_ in ids)

    dates = (item.planned_start, item.actual_start, item.planned_end, item.actual_end)
    return (
        *(item.id, item.title, item.tier, item.form.value, item.form.label),
        *(item.status.value, item.status.label, item.state.value, str(item.as_of or "")),
        *(date or "" for date in dates),
        *(" ".join(item.countries), list_names("countries", item.countries)),
        *(" ".join(item.themes), list_names("themes", item.themes)),
        *(" ".join(item.parties), list_names("actors", item.parties), item.party_count),
        f"{context.site.url}cooperations/{item.id}/",
    )
