"""The files in which other systems find what they take over, beside the data to take home: what
there may be. Which of them a site has, it says itself (`site/offered`)."""

from __future__ import annotations

from atlas.graph.counts import FOLDER
from atlas.model.vocabulary import N_, Tier
from atlas.pages import api_addresses
from atlas.pages.data_files import CSV, JSON_LINES, LISTED_TIES, DataSet, Format

_BOTH = (Tier.RESEARCHED, Tier.LISTED)
_LISTED = (Tier.LISTED,)
_WIKIDATA = f"{FOLDER}/wikidata"

JSON = Format("json", "application/json", "JSON")
_OPENAPI = Format("json", "application/json", "OpenAPI")
_IATI = Format("xml", "application/xml", "IATI")
_QUICKSTATEMENTS = Format("txt", "text/plain", "QuickStatements")
_MISMATCH_FINDER = Format("csv", "text/csv", "Mismatch Finder")
_MIX_N_MATCH = Format("tsv", "text/tab-separated-values", "Mix’n’match")

API_INDEX = DataSet(
    "index", N_("The API: what there is, and where"), (JSON,), _BOTH, api_addresses.FOLDER
)
API_DESCRIPTION = DataSet(
    "openapi", N_("The API, described for programs"), (_OPENAPI,), _BOTH, api_addresses.FOLDER
)
IATI = DataSet("iati-activities", N_("Cooperations with funding, and programmes"), (_IATI,))
STATEMENTS = DataSet(
    *("quickstatements-researched", N_("Twinnings that Wikidata lacks"), (_QUICKSTATEMENTS,)),
    folder=_WIKIDATA,
)
LISTED_STATEMENTS = DataSet(
    *("quickstatements-listed", N_("Listed ties that Wikidata lacks"), (_QUICKSTATEMENTS,)),
    *(_LISTED, _WIKIDATA),
)
MISMATCHES = DataSet(
    *("mismatches", N_("Twinnings that Wikidata dates otherwise"), (_MISMATCH_FINDER,)),
    folder=_WIKIDATA,
)
NAMES = DataSet(
    *("mix-n-match", N_("Places and organisations to find in Wikidata"), (_MIX_N_MATCH,)),
    folder=_WIKIDATA,
)
LISTED_NAMES = DataSet(
    *("mix-n-match-listed", N_("Listed places to find in Wikidata"), (_MIX_N_MATCH,)),
    *(_LISTED, _WIKIDATA),
)
REGISTERS = DataSet(
    "registers", N_("Registers, and what they say of themselves"), (JSON_LINES,), _LISTED
)
LISTED_PLACES = DataSet(
    "listed-places", N_("Places that registers alone know"), (JSON_LINES,), _LISTED
)
OF_COUNTRY = DataSet(
    f"{LISTED_TIES.name}-{{code}}", N_("Listed ties of a country, by its code"), (CSV,), _LISTED
)
"""One file for each country: no page but its own leads there. No descriptor names them: they have
no rows but those of LISTED_TIES, which is described, and share most of these."""


def of_country(code: str) -> str:
    """Where the listed ties of a country lie, from the root of the site."""
    return OF_COUNTRY.path(CSV).format(code=code.lower())


FACTS = DataSet("facts", N_("Fingerprint of each record, to compare versions"), (JSON,), _BOTH)
"""What each record says, as digests (`graph/facts`)."""

DELTA = DataSet("delta", N_("What changed since the last release"), (JSON,), _BOTH)
"""What changed since the version before, where there is one (`graph/delta`)."""

OFFERED = (
    *(API_INDEX, API_DESCRIPTION, IATI),
    *(STATEMENTS, LISTED_STATEMENTS, MISMATCHES, NAMES, LISTED_NAMES),
    *(REGISTERS, LISTED_PLACES, OF_COUNTRY, FACTS, DELTA),
)
"""All of them, in the order in which the page Data has them."""
