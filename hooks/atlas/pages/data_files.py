"""The files in which programs and spreadsheets find what all records say, and links to them."""

from __future__ import annotations

from atlas.graph.counts import FOLDER
from atlas.model.vocabulary import N_
from atlas.pages.page import PageContext

RECORDS = "records.jsonl"

FACTS = "facts.json"
"""What each record says, as digests (`graph/facts`)."""

DELTA = "delta.json"
"""What changed since the version before, where there is one (`graph/delta`)."""

TABLES = {
    "budgets": N_("Budgets (CSV)"),
    "budget-shares": N_("Shares of funders (CSV)"),
    "transactions": N_("Transactions (CSV)"),
    "subjects": N_("Themes, goals and sectors, and who chose them (CSV)"),
    "place-codes": N_("Codes of places (CSV)"),
    "quotations": N_("Quotations and our translations of them (CSV)"),
}
"""What each table is called, by the name of its file."""


def links(context: PageContext) -> list[tuple[str, str]]:
    """Label and address from the root of the site of every file."""
    tables = [(context._(label), f"{FOLDER}/{name}.csv") for name, label in TABLES.items()]
    return [(context._("All records (JSON Lines)"), f"{FOLDER}/{RECORDS}"), *tables]
