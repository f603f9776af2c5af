"""An address is met by the checks of addresses for its type, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pydantic import BaseModel

from atlas.checks.context import CheckContext, gather_records
from atlas.checks.rules import addresses
from atlas.files.document import Document
from atlas.i18n.problem import Problem
from atlas.lookup.suggester import Suggester
from atlas.model import Place
from atlas.model.scalars import Url


class _Station(BaseModel):
    """A group of fields that the model does not have, with addresses."""

    timetable: Url
    photographs: list[Url]


@pytest.mark.parametrize(
    ("rule", "address"),
    [
        (addresses.addresses_are_public, "http://localhost/"),
        (addresses.addresses_follow_nobody, "https://hill.example/?utm_source=dale"),
        (addresses.addresses_look_like_what_they_are, "https://hill.example:8080/"),
    ],
)
def test_a_new_field_of_addresses_is_checked_without_being_listed(
    rule: Callable[[CheckContext], Iterator[Problem]], address: str
) -> None:
    place = Place.model_validate(
        {"id": "hill", "names": {"en": "Hill"}, "type": "municipality", "countries": ["BE"]}
    )
    text = f"station:\n  timetable: {address}\n  photographs: [https://hill.example/, {address}]\n"
    document = Document("data/places/hill.yml", "places", "hill", {}, text=text)
    by_id = {("places", "hill"): document}
    suggester = Suggester({}, lambda: ())
    records = gather_records([place])
    context = CheckContext([document], by_id, by_id.keys(), records, records, {}, suggester)
    station = _Station(timetable=address, photographs=["https://hill.example/", address])
    vars(context)["parts"] = [(place, ("station",), station)]
    found = [(problem.line, str(problem.message).split('"')[1]) for problem in rule(context)]
    assert found == [(2, "station.timetable"), (3, "station.photographs")]
