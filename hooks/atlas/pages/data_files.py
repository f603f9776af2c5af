"""The files in which programs and spreadsheets find what the atlas says: what there is, in which
formats, and of which tier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.graph.counts import FOLDER
from atlas.graph.relate import Atlas
from atlas.model.vocabulary import N_, Tier


@dataclass(frozen=True, slots=True)
class Format:
    """A format that data come in: how its files end, their media type, and its own name, which is
    the same in every language."""

    ending: str
    media_type: str
    name: str


CSV = Format("csv", "text/csv", "CSV")
PARQUET = Format("parquet", "application/vnd.apache.parquet", "Parquet")
JSON_LINES = Format("jsonl", "application/x-ndjson", "JSON Lines")
GEOJSON = Format("geojson", "application/geo+json", "GeoJSON")
SQLITE = Format("sqlite", "application/vnd.sqlite3", "SQLite")
DATA_PACKAGE = Format("json", "application/json", "Data Package")
JSON_LD = Format("jsonld", "application/ld+json", "JSON-LD")
TURTLE = Format("ttl", "text/turtle", "Turtle")


@dataclass(frozen=True, slots=True)
class DataSet:
    """One thing to take home, in one or several formats that say the same.

    `name` is that of its files without their ending, `label` what pages call it (a text of the
    catalogues), and `tiers` are those that it holds; where there are two, it tells them apart.
    `folder` is where they lie, from the root of the site.
    """

    name: str
    label: str
    formats: tuple[Format, ...]
    tiers: tuple[Tier, ...] = (Tier.RESEARCHED,)
    folder: str = FOLDER

    def path(self, format_: Format) -> str:
        """Where it lies in this format, from the root of the site."""
        return f"{self.folder}/{self.name}.{format_.ending}"


_TABLE = (CSV, PARQUET)
_BOTH = (Tier.RESEARCHED, Tier.LISTED)

COOPERATIONS = DataSet("cooperations", N_("Cooperations"), _TABLE)
LISTED_TIES = DataSet("listed-ties", N_("Listed ties"), (*_TABLE, JSON_LINES), (Tier.LISTED,))

TABLES = (
    DataSet("ties", N_("Ties between two places"), (*_TABLE, GEOJSON), _BOTH),
    COOPERATIONS,
    DataSet("parties", N_("Parties of the cooperations"), _TABLE),
    DataSet("places", N_("Places"), (*_TABLE, GEOJSON), _BOTH),
    DataSet("actors", N_("Organisations"), _TABLE),
    DataSet("themes", N_("Themes"), _TABLE),
    DataSet("sources", N_("Sources"), _TABLE),
    DataSet("names", N_("Names and titles in all languages"), _TABLE, _BOTH),
    DataSet("budgets", N_("Budgets"), _TABLE),
    DataSet("budget-shares", N_("Shares of funders"), _TABLE),
    DataSet("transactions", N_("Transactions"), _TABLE),
    DataSet("subjects", N_("Themes, goals and sectors, and who chose them"), _TABLE),
    DataSet("place-codes", N_("Codes of places"), _TABLE),
    DataSet("quotations", N_("Quotations and our translations of them"), _TABLE),
    LISTED_TIES,
)
"""Every table. Beside these there are the counts of the page Overview, which link to their own."""

RECORDS = DataSet("records", N_("All records, whole"), (JSON_LINES,))
DATABASE = DataSet("atlas", N_("All tables, as one database"), (SQLITE,), _BOTH)

DATA = (*TABLES, RECORDS, DATABASE)
"""Everything to take home."""

PACKAGE = DataSet("datapackage", N_("What the files and their columns are"), (DATA_PACKAGE,), _BOTH)
PORTAL_ENTRY = DataSet(
    "dcat", N_("What there is, for data portals (DCAT-AP)"), (JSON_LD, TURTLE), _BOTH
)

DESCRIPTIONS = (PACKAGE, PORTAL_ENTRY)
"""What says of those files what they are, with their sizes, checksums and licences."""


def present(atlas: Atlas) -> Iterator[DataSet]:
    """What there is to take home of an atlas: without registers there are no listed ties."""
    for one in DATA:
        if atlas.listed.pairs or one.tiers != (Tier.LISTED,):
            yield one
