"""Linked data of what has ended, of former names, and of parties that came or left later."""

from __future__ import annotations

import json
from typing import Any

from atlas.graph.edition import Edition
from atlas.i18n.languages import ENGLISH
from atlas.site import linked_data
from tests.graph.test_lives import lives_atlas


def _node(section: str, id_: str) -> dict[str, Any]:
    edition = Edition(lives_atlas(), ENGLISH, (ENGLISH,))
    script = str(linked_data.page_script(edition, section, id_))
    node: dict[str, Any] = json.loads(script[script.index("{") : script.rindex("}") + 1])
    return node


def test_an_authority_is_dissolved_with_its_town() -> None:
    old = _node("actors", "kruishoutem")
    assert old["dissolutionDate"] == "2019-01-01"
    assert old["name"] == "Municipality of Kruishoutem"
    assert "dissolutionDate" not in _node("actors", "kruisem")


def test_former_names_are_other_names() -> None:
    office = _node("actors", "foreign-office")
    assert "Departement internationaal Vlaanderen" in office["alternateName"]


def test_a_party_that_came_or_left_later_has_a_role_with_its_dates() -> None:
    node = _node("cooperations", "kruishoutem-bra")
    old, new, other = node["member"]
    assert (old["@type"], old["endDate"]) == ("OrganizationRole", "2018-12-31")
    assert (new["startDate"], new["member"]["@id"]) == ("2019-01-01", "../../actors/kruisem/")
    assert (other["@type"], "startDate" in other) == ("GovernmentOrganization", False)
    assert node["foundingDate"] == "1998"
