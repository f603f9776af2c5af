"""What a record of a place chooses from: types, and how exact a point is."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.term import N_, Term


class PlaceType(StrEnum):
    """What kind of territory a place is."""

    MUNICIPALITY = "municipality"
    CITY_DISTRICT = "city-district"
    PROVINCE = "province"
    REGION = "region"
    TERRITORY = "territory"
    CROSS_BORDER_AREA = "cross-border-area"


PLACE_TYPES: dict[PlaceType, Term] = {
    PlaceType.MUNICIPALITY: Term(N_("Municipality")),
    PlaceType.CITY_DISTRICT: Term(N_("City district")),
    PlaceType.PROVINCE: Term(N_("Province")),
    PlaceType.REGION: Term(N_("Region")),
    PlaceType.TERRITORY: Term(N_("Overseas territory")),
    PlaceType.CROSS_BORDER_AREA: Term(N_("Cross-border area")),
}


class Exactness(StrEnum):
    """IATI GeographicExactness: 1 exact, 2 approximate."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
