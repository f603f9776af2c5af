"""When cooperations began, as stacked bars: an SVG that takes its looks from the style sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.counts import Grid
from atlas.i18n.languages import Language
from atlas.maps.legend import GROUPS, group_of
from atlas.pages.page import PageContext

MOST_BARS = 80
"""More would be too narrow to see; a bar then covers several years."""

WIDTH, HEIGHT = 960, 340
LEFT, RIGHT, TOP, BOTTOM = 52, 8, 22, 28
"""The picture and the margins around its bars, in the units of its viewBox."""

_SPANS = (1, 2, 5, 10, 20, 50, 100)
_WIDE_ENOUGH = 26  # a bar with the number of its cooperations above it
_LABEL = 46  # the room that a year needs below the bars
_TICKS = 5

_LINES = (
    "",
    "M-2 2L2-2M0 8L8 0M6 10L10 6",
    "M2 2h0.01M6 6h0.01",
    "M0 0L8 8M0 8L8 0",
    "M0 2H8M0 6H8",
)
"""The pattern of each group of `legend.GROUPS`, in a square of eight units: plain, stripes, dots,
lattice, lines across. It tells the groups apart where colours do not."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The years from `first` to `last`; the count of each group of forms, and of all."""

    first: int
    last: int
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All cooperations that began in these years."""
        return sum(self.counts)

    @property
    def label(self) -> str:
        """The year, or the first and the last."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


Mark = tuple[str, str, str]
"""A number at a point of the picture: x, y, text."""


def bars(grid: Grid) -> list[Bar]:
    """A bar for every span of years from the first to the last, the empty ones among them."""
    years = [int(year) for year in grid.rows if year.isdigit()]
    if not years:
        return []
    span = next((n for n in _SPANS if years[-1] // n - years[0] // n < MOST_BARS), _SPANS[-1])
    counted: Counter[tuple[int, int]] = Counter()
    for (year, form), count in grid.cells.items():
        if year.isdigit():
            counted[int(year) // span, group_of(form)] += count
    return [
        Bar(at * span, at * span + span - 1, tuple(counted[at, g] for g in range(len(GROUPS))))
        for at in range(years[0] // span, years[-1] // span + 1)
    ]


def shown_groups(grid: Grid) -> list[int]:
    """The groups of forms that a bar shows."""
    return sorted({group_of(form) for year, form in grid.cells if year.isdigit()})


def group_label(context: PageContext, grid: Grid, group: int) -> str:
    """The names of a group's forms, those that a bar shows."""
    dated = {form for year, form in grid.cells if year.isdigit()}
    return " · ".join(context._(form.label) for form in GROUPS[group] if form in dated)


def picture(context: PageContext, grid: Grid, title: str, description: str) -> Markup:
    """The bars as markup; time runs in the direction of the language. Nothing without years."""
    drawn = bars(grid)
    if not drawn:
        return Markup("")
    most = max(bar.total for bar in drawn)
    step = _step(most)
    top = -(-most // step) * step
    language = context.edition.language
    scale = _Scale(len(drawn), top, language)
    labels = {g: group_label(context, grid, g) for g in shown_groups(grid)}
    return context.render(
        "timeline.html",
        title=title,
        description=description,
        width=WIDTH,
        height=HEIGHT,
        groups=sorted(labels),
        lines=_LINES,
        axis=scale.axis,
        left=scale.left,
        right=scale.right,
        ticks=[
            (_round(scale.y(value)), _round(scale.y(value) + 4), language.number(value))
            for value in range(0, top + 1, step)
        ],
        anchor="start" if scale.mirrored else "end",
        parts=[part for at, bar in enumerate(drawn) for part in scale.parts(at, bar, labels)],
        totals=scale.totals(drawn),
        years=scale.years(drawn),
    )


class _Scale:
    """Turns years and counts into points of the picture."""

    def __init__(self, bars: int, top: int, language: Language) -> None:
        self.mirrored = language.direction == "rtl"
        self._number, self._colon = language.number, language.colon
        self.left, self.right = (RIGHT, WIDTH - LEFT) if self.mirrored else (LEFT, WIDTH - RIGHT)
        self.axis = str(self.right + 8 if self.mirrored else self.left - 8)
        self._top = top
        self._room = (self.right - self.left) / bars

    def y(self, count: int) -> float:
        """The height at which a count stands."""
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / self._top

    def _middle(self, at: int) -> float:
        across = (at + 0.5) * self._room
        return self.right - across if self.mirrored else self.left + across

    def parts(self, at: int, bar: Bar, labels: Mapping[int, str]) -> Iterator[dict[str, object]]:
        """The groups of one bar, the first at the bottom: where each stands, what is said of it."""
        width, below = min(self._room * 0.8, 60), 0
        for group, count in enumerate(bar.counts):
            if count:
                y, bottom = self.y(below + count), self.y(below)
                said = (bar.label, labels[group], self._number(count))
                yield {
                    "group": group,
                    "x": _round(self._middle(at) - width / 2),
                    "y": _round(y),
                    "width": _round(width),
                    "height": _round(bottom - y),
                    "title": self._colon.join(said),
                }
                below += count

    def totals(self, drawn: Sequence[Bar]) -> list[Mark]:
        """The count above each bar, if there is room."""
        if self._room < _WIDE_ENOUGH:
            return []
        return [
            (_round(self._middle(at)), _round(self.y(bar.total) - 6), self._number(bar.total))
            for at, bar in enumerate(drawn)
            if bar.total
        ]

    def years(self, drawn: Sequence[Bar]) -> list[Mark]:
        """The first year of as many bars as there is room for, at even distances."""
        span = drawn[0].last - drawn[0].first + 1
        every = next(n for n in (1, 2, 5, 10, 20, 50) if n * self._room >= _LABEL)
        return [
            (_round(self._middle(at)), str(HEIGHT - 8), str(bar.first))
            for at, bar in enumerate(drawn)
            if bar.first // span % every == 0
        ]


def _step(most: int) -> int:
    """The distance of the lines across: 1, 2 or 5 times a power of ten."""
    least = -(-most // _TICKS)
    size: int = 10 ** (len(str(least)) - 1)
    return next(step for step in (size, 2 * size, 5 * size, 10 * size) if step >= least)


def _round(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
