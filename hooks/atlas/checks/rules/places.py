"""Does a point lie in the country that its place is said to lie in?"""

from __future__ import annotations

from collections.abc import Iterator

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.files.register_tables import Row
from atlas.i18n.countries import name_with_code
from atlas.i18n.messages import Message, alternatives, msg, sequence
from atlas.i18n.problem import Problem
from atlas.model import Place


@per_record
def points_lie_in_their_countries(context: CheckContext) -> Iterator[Problem]:
    """A place's point belongs to one of its countries (`Borders.belongs`), or was looked at."""
    pinned = [
        (place, (place.coordinates.lon, place.coordinates.lat))
        for place in context.records.places.values()
        if place.coordinates is not None and place.coordinates.verified is None
    ]
    if not pinned:
        return
    # Late: the geometry takes longer to import than one record, without a point, to check.
    from atlas.checks.borders import Borders

    borders = Borders.of(context.outlines)
    for place, point in pinned:
        known = [country for country in place.countries if country in borders]
        if known and not borders.belongs(point, known):
            lon, lat = point
            message = _describe_point(place, point, sorted(borders.around(point)))
            swapped = borders.belongs((lat, lon), known)
            hint = _advise(
                is_swapped=swapped, is_row=isinstance(context.by_id["places", place.id], Row)
            )
            yield context.problem(place, ("coordinates",), message, hint, "warning")


def _describe_point(place: Place, at: tuple[float, float], around: list[str]) -> Message:
    point = f"{at[1]}, {at[0]}"
    countries = alternatives(map(name_with_code, place.countries))
    if not around:
        return msg(
            "the point {point} does not lie in {countries} but in no country.",
            point=point,
            countries=countries,
        )
    return msg(
        "the point {point} does not lie in {countries} but in {others}.",
        point=point,
        countries=countries,
        others=alternatives(map(name_with_code, around)),
    )


def _advise(*, is_swapped: bool, is_row: bool) -> Message:
    if is_swapped:
        return msg("Swap {one} and {other}.", one="lat", other="lon")
    check = msg(
        "Check {lat}, {lon} (minus for south and west) and {countries}.",
        lat="lat",
        lon="lon",
        countries="countries",
    )
    if is_row:
        return check
    confirm = msg(
        "If a map shows that the point is right, add {field} with the day you looked.",
        field="verified:",
    )
    return sequence(check, confirm)
