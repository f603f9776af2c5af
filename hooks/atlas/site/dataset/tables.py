"""The tables of the data set by their names, those first to which others refer."""

from __future__ import annotations

from collections.abc import Mapping

from atlas.site.dataset.cooperation_row import COOPERATIONS
from atlas.site.dataset.cooperation_tables import (
    BUDGET_SHARES,
    BUDGETS,
    PARTIES,
    SUBJECTS,
    TRANSACTIONS,
)
from atlas.site.dataset.record_tables import (
    ACTORS,
    NAMES,
    PLACE_CODES,
    PLACES,
    QUOTATIONS,
    SOURCES,
    THEMES,
)
from atlas.site.dataset.table import Table
from atlas.site.dataset.tie_tables import LISTED_TIES, TIES

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(SOURCES, PLACES, ACTORS, THEMES, COOPERATIONS, PARTIES, TIES, LISTED_TIES, NAMES),
        *(BUDGETS, BUDGET_SHARES, TRANSACTIONS, SUBJECTS, PLACE_CODES, QUOTATIONS),
    )
}
