"""What claims say of a town, as the row of its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from atlas.files.register_tables import JOINT, NAME
from atlas.imports.claims import Claim, choose_country
from atlas.model.vocabulary import Exactness, PlaceType

Cells = Mapping[str, str]

_USUAL_LANGUAGE = "en"
"""Of names that many languages share, and that lists give none for."""


def write_cells(
    id_: str, claims: Sequence[Claim], before: Cells | None, *, is_newer: bool
) -> dict[str, str]:
    """The row of the town `id_`, of what claims say of it and what stood there `before`.

    Where the two differ, claims that are newer hold. Where several claims do, the one that sorts
    first, with accents before without; all names as written are kept.
    """
    old: Cells = before or {}

    def pick(column: str, said: Iterable[str]) -> str:
        known = {old.get(column, "")} - {"", str(PlaceType.UNSPECIFIED)}
        new = set(said) - {""}
        return min(new if new and is_newer else known | new, key=_rank, default="")

    stated = {*old.get("as_stated", "").split(JOINT), old.get("name", "")}
    stated |= {text for claim in claims for text in (claim.name, claim.written)}
    name = pick("name", map(attrgetter("name"), claims))
    names = {tag for claim in claims for tag, _ in claim.names}
    names |= {column.removeprefix(NAME) for column in old if column.startswith(NAME)}
    language = pick("lang", map(attrgetter("lang"), claims)) or _USUAL_LANGUAGE
    points = {claim.point for claim in claims if claim.point}
    if old.get("lat") and not (points and is_newer):
        points.add((float(old["lat"]), float(old["lon"])))
    lat, lon = map(_write_degrees, min(points, default=()) or ("", ""))
    types = {claim.type for claim in claims} - {str(PlaceType.UNSPECIFIED)}
    cells = {
        "id": id_,
        "name": name,
        "lang": language,
        **{
            f"{NAME}{tag}": pick(f"{NAME}{tag}", (dict(each.names).get(tag, "") for each in claims))
            for tag in names - {language}
        },
        "as_stated": JOINT.join(sorted(stated - {name, ""})),
        "type": pick("type", types) or str(PlaceType.UNSPECIFIED),
        "country": old.get("country") or choose_country(claims),
        "part_of": old.get("part_of", ""),
        "lat": lat,
        "lon": lon,
        "exactness": str(Exactness.APPROXIMATE) if lat else "",
        "wikidata": pick("wikidata", map(attrgetter("wikidata"), claims)),
        "geonames": pick("geonames", map(attrgetter("geonames"), claims)),
    }
    return {column: text for column, text in cells.items() if text}


def _write_degrees(degrees: float | str) -> str:
    """Degrees without an exponent; nothing where there are none."""
    return f"{degrees:.5f}".rstrip("0").rstrip(".") if degrees != "" else ""


def choose_name(claims: Iterable[Claim]) -> str:
    """What a town is called that has no row yet."""
    return min((claim.name for claim in claims), key=_rank)


def _rank(text: str) -> tuple[bool, int, str]:
    """Spellings with accents before those without, which lists drop; capitals alone at the end."""
    return text.isupper(), -sum(not letter.isascii() for letter in text), text
