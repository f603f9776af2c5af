"""Where generated towns lie: countries, a few of them far more often, and points inside them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from atlas.files.outlines import read_outlines
from atlas.model import iso_codes

_SMALLEST = 1.0
"""Square degrees. A point in a smaller country takes long to hit upon."""


class Ground:
    """Some countries of the world. `chance` decides which, and what is asked of them later."""

    def __init__(self, chance: Random, countries: int) -> None:
        """Choose that many countries from the project's own outlines."""
        features = read_outlines(Path())["features"]
        outlines = {each["properties"]["iso2"]: shape(each["geometry"]) for each in features}
        large = [
            code
            for code, outline in sorted(outlines.items())
            if outline.area >= _SMALLEST and code in iso_codes.countries()
        ]
        self._chance = chance
        self._codes: list[str] = chance.sample(large, countries)
        self._weights = [1 / rank for rank in range(1, countries + 1)]
        self._outlines: dict[str, BaseGeometry] = {}
        for code in self._codes:
            shapely.prepare(outlines[code])
            self._outlines[code] = outlines[code]

    def country(self) -> str:
        """A country's code; the first is chosen twice as often as the second, and so on."""
        return self._chance.choices(self._codes, self._weights)[0]

    def point(self, country: str) -> tuple[float, float]:
        """Longitude and latitude of some point in the country."""
        outline = self._outlines[country]
        west, south, east, north = outline.bounds
        while True:
            lon = round(self._chance.uniform(west, east), 4)
            lat = round(self._chance.uniform(south, north), 4)
            if shapely.contains_xy(outline, lon, lat):
                return lon, lat
