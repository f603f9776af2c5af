"""Where an activity is: countries, places with their points, and how far it reaches."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from atlas.graph.parties import actor_countries, countries_beside, places_of_actor
from atlas.model import Cooperation, Party, Place, Records
from atlas.model.vocabulary import Exactness, Role, Tying, ties
from atlas.site.iati.elements import add, add_texts

_WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"
_EXACTNESS = {Exactness.EXACT: "1", Exactness.APPROXIMATE: "2"}
"""IATI's GeographicExactness."""

_GEONAMES = "G1"
"""In IATI's GeographicVocabulary."""

_TAKES_PLACE = "1"
"""In IATI's GeographicLocationReach."""

_SEVERAL_COUNTRIES = "3"
"""In IATI's ActivityScope. What lies in one country is of no scope that a record tells: national,
or of one region, or of one town."""

_GIVING = frozenset({Role.FUNDING, Role.ACCOUNTABLE, Role.EXTENDING})


def add_places(activity: ET.Element, records: Records, record: Cooperation) -> None:
    """Scope, countries and places of an activity, in the standard's order.

    Shares of countries in percent are left out, since no record tells them.
    """
    countries = _find_countries(records, record)
    if len(countries) > 1:
        add(activity, "activity-scope", code=_SEVERAL_COUNTRIES)
    for code in countries:
        add(activity, "recipient-country", code=code)
    stated = list(dict.fromkeys(record.locations))
    near = [
        place
        for party in _find_receiving(record)
        for place in places_of_actor(records.actors[party.actor])
    ]
    for id_ in dict.fromkeys([*stated, *near]):
        _add_place(activity, id_, records.places[id_], takes_place=id_ in stated)


def _find_countries(records: Records, record: Cooperation) -> list[str]:
    """The countries that it is for: where it takes place and those that receive; where no record
    says so, those of all who do not only give or oversee."""
    found = countries_beside(records, record)
    for party in _find_receiving(record):
        found |= actor_countries(records, party.actor)
    return sorted(found)


def _find_receiving(record: Cooperation) -> Sequence[Party]:
    receiving = [one for one in record.parties if Tying.RECEIVES in ties(one.roles)]
    return receiving or [one for one in record.parties if not _GIVING.issuperset(one.roles)]


def _add_place(activity: ET.Element, id_: str, place: Place, *, takes_place: bool) -> None:
    node = add(activity, "location", ref=id_)
    if takes_place:
        add(node, "location-reach", code=_TAKES_PLACE)
    if place.geonames is not None:
        add(node, "location-id", vocabulary=_GEONAMES, code=str(place.geonames))
    add_texts(node, "name", place.names)
    point = place.coordinates
    if point is None:
        return
    if point.note:
        add_texts(node, "description", point.note)
    add(add(node, "point", srsName=_WGS84), "pos").text = f"{point.lat} {point.lon}"
    add(node, "exactness", code=_EXACTNESS[point.exactness])
