"""What a record of a place chooses from: types, and how exact a point is."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.word import N_, Word


class PlaceType(Word):
    """What kind of territory a place is."""

    MUNICIPALITY = "municipality", N_("Municipality")
    CITY_DISTRICT = "city-district", N_("City district")
    PROVINCE = "province", N_("Province")
    REGION = "region", N_("Region")
    TERRITORY = "territory", N_("Overseas territory")
    CROSS_BORDER_AREA = "cross-border-area", N_("Cross-border area")
    UNSPECIFIED = "unspecified", N_("Place")


class Exactness(StrEnum):
    """IATI GeographicExactness: 1 exact, 2 approximate."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
