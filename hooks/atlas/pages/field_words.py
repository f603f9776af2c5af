"""What the fields of records are called where their changes are told: a word for several of a
kind, as a reader thinks of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.graph.delta import TIER
from atlas.model.vocabulary import N_
from atlas.pages.page import PageContext

_FIELDS: Mapping[str, str] = {
    N_("name"): "title title_as_stated names names_as_stated acronyms former_names",
    N_("type"): "form form_as_stated earlier_forms type kind",
    N_("description"): "summary description quality_note",
    N_("participants"): "parties parties_open members member_counts",
    N_("agreements"): "agreements",
    N_("dates"): "dates start end start_as_stated published modified accessed",
    N_("founding and end"): "lifetime",
    N_("status"): "status",
    N_("places"): "locations countries seat territory",
    N_("position on the map"): "coordinates",
    N_("themes and goals"): "themes domains_as_stated dac_sectors goals",
    N_("objectives, activities and results"): "objectives activities methods results",
    N_("money"): "budget transactions",
    N_("office-holders"): "office_holders",
    N_("related records"): "part_of related overrides",
    N_("claims of sources"): "claims",
    N_("notes"): "notes",
    N_("sources"): "sources source publisher url archive_url reference_url sha256",
    N_("language of the source"): "language translated_from",
    N_("day of the last check"): "review",
    N_("translations"): "translations originals",
    N_("codes and addresses elsewhere"): "codes iso_3166_2 geonames wikidata website",
    N_("who states it"): "stated_by",
    N_("former addresses"): "previous_ids",
    N_("researched or listed"): TIER,
}

WORDS: Mapping[str, str] = {name: word for word, names in _FIELDS.items() for name in names.split()}
"""The word for each field of every kind of record."""


def join(context: PageContext, fields: Iterable[str]) -> str:
    """«dates, status and sources», in the order in which the words stand above."""
    words = {WORDS[name] for name in fields if name in WORDS}
    return context.edition.language.listing([context._(word) for word in _FIELDS if word in words])
