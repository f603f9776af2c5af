"""The town in the name of its authority is found in every language of the atlas, and no other."""

from __future__ import annotations

import pytest

from atlas.lookup.municipal_names import find_town


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("The city of Leuven", "Leuven"),
        ("City of Genk", "Genk"),
        ("the City of The Hague", "The Hague"),
        ("Municipality of Saint-Josse-ten-Noode", "Saint-Josse-ten-Noode"),
        ("City Council of Nyanza", "Nyanza"),
        ("Leuven City Council", "Leuven"),
        ("Nyanza Municipality", "Nyanza"),
        ("Stad Leuven", "Leuven"),
        ("De stad Gent", "Gent"),
        ("Gemeente De Panne", "De Panne"),
        ("Stadsbestuur van Aalst", "Aalst"),
        ("La Ville de Liège", "Liège"),
        ("Commune d’Ixelles", "Ixelles"),
        ("Ville du Mans", "Le Mans"),
        ("Mairie des Lilas", "Les Lilas"),
        ("Stadt Köln", "Köln"),
        ("بلدية طنجة", "طنجة"),
        ("مدينة أغادير", "أغادير"),
        ("the Province of Antwerp", "Province of Antwerp"),
    ],
)
def test_an_authority_is_known_by_its_town(name: str, town: str) -> None:
    assert find_town(name) == town


@pytest.mark.parametrize(
    "name",
    [
        *("The Hague", "De Panne", "La Louvière", "Le Mans", "El Jadida", "L’Aquila", "Het Zoute"),
        *("Villeurbanne", "Stadtlohn", "Citytrust", "Town", "Stad in Afrika vzw".lower(), "Ville"),
        *("Province of Antwerp", "Enabel", "Ville et aménagement", ""),
    ],
)
def test_what_is_no_authority_keeps_its_name(name: str) -> None:
    assert find_town(name) == name
