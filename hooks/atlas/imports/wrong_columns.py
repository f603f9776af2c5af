"""Columns that hold what belongs to other towns, to go by the points of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from atlas.i18n.messages import Phrase, msg
from atlas.imports.claims import Judged, describe_end
from atlas.imports.input_error import InputError
from atlas.imports.listed_rows import ListedRow
from atlas.imports.nearness import Point
from atlas.imports.spellings import fold_name

_ELSEWHERE = 3, 0.2
_SEVERAL = 5, 0.33
"""A column is wrong if as many of its towns, and more than that share, cannot be right."""

Towns = Mapping[Point, Mapping[str, Judged]]
"""What stands in a column beside each point, by how messages quote it."""


def refuse_wrong_columns(rows: Iterable[tuple[ListedRow, Judged, Judged]]) -> None:
    """Raises InputError if the points of a side lie elsewhere than its countries, or if its names
    change where its points do not."""
    sides: defaultdict[tuple[str, str], defaultdict[Point, dict[str, Judged]]]
    sides = defaultdict(lambda: defaultdict(dict))
    for row, *ends in rows:
        for side, end, judged in zip("ab", (row.a, row.b), ends, strict=True):
            if judged.claim and judged.claim.listed_point:
                quoted = f"{describe_end(end)} ({end.lat}, {end.lon})"
                sides[row.file, side][judged.claim.listed_point][quoted] = judged
    for (file, side), towns in sorted(sides.items()):
        if found := _find_elsewhere(towns) or _find_several_names(towns):
            raise InputError(found.with_args(file=file, side=side, option="--column"))


def _find_elsewhere(towns: Towns) -> Phrase | None:
    """What to say if too many points lie in other countries than those beside them."""
    known = {
        quoted: one.is_outside
        for beside in towns.values()
        for quoted, one in beside.items()
        if one.is_outside is not None
    }
    outside = sorted(quoted for quoted, is_outside in known.items() if is_outside)
    if not _are_many(outside, len(known), *_ELSEWHERE):
        return None
    return msg(
        "{file}: {number} of {total} points of side {side} do not lie in the country beside "
        "them, such as {example}. Is a column wrong? Name it by {option}.",
        number=len(outside),
        total=len(known),
        example=outside[0],
    )


def _find_several_names(towns: Towns) -> Phrase | None:
    """What to say if too many points have now this name, now that; spellings begin alike."""
    several = sorted(
        min(beside)
        for beside in towns.values()
        if len({fold_name(one.claim.name)[:1] for one in beside.values() if one.claim}) > 1
    )
    if not _are_many(several, len(towns), *_SEVERAL):
        return None
    return msg(
        "{file}: {number} of {total} points of side {side} stand beside several names, such as "
        "{example}. Is a column wrong? Name it by {option}.",
        number=len(several),
        total=len(towns),
        example=several[0],
    )


def _are_many(found: Sequence[str], total: int, fewest: int, share: float) -> bool:
    return len(found) >= fewest and len(found) > share * total
