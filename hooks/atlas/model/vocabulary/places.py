"""What a record of a place chooses from: types, and how exact a point is."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.word import N_, Word


class PlaceType(Word):
    """What kind of territory a place is."""

    MUNICIPALITY = "municipality", N_("Municipality")
    CITY_DISTRICT = "city-district", N_("City district")
    DISTRICT = "district", N_("District")
    COUNTY = "county", N_("County or department")
    PROVINCE = "province", N_("Province")
    REGION = "region", N_("Region")
    TERRITORY = "territory", N_("Overseas territory")
    ISLAND = "island", N_("Island")
    RIVER_BASIN = "river-basin", N_("River basin")
    CROSS_BORDER_AREA = "cross-border-area", N_("Cross-border area")
    UNSPECIFIED = "unspecified", N_("Place")


class Ending(Word):
    """What became of a place or an organisation that is no more."""

    MERGED = "merged", N_("Merged")
    SPLIT = "split", N_("Split")
    ABSORBED = "absorbed", N_("Absorbed")
    REPLACED = "replaced", N_("Replaced")
    DISSOLVED = "dissolved", N_("Dissolved")


class CodeScheme(Word):
    """A list of codes that others give to places, and give anew from time to time."""

    NUTS = "nuts", N_("NUTS")
    LAU = "lau", N_("LAU")
    NATIONAL = "national", N_("National code")


class Exactness(StrEnum):
    """IATI GeographicExactness: 1 exact, 2 approximate."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
