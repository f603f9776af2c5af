"""The figures of several measures, one line each, and how the cost grew from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.bench.measured import Measure

_HEAD = (
    f"{'records':>8} {'pages':>7} {'check CPU s':>11} {'wall s':>7} {'CPU s':>7} {'pages/s':>7}"
    f" {'memory MB':>9} {'output MB':>9}"
    f" {'longest kB':>10}  growth"
)


def lines(measures: Iterable[Measure]) -> Iterator[str]:
    """The head, then a line as soon as each measure is there."""
    yield _HEAD
    before: Measure | None = None
    for one in measures:
        yield (
            f"{one.records:>8,} {one.pages:>7,} {one.check.user:>11.1f} {one.build.wall:>7.1f}"
            f" {one.build.user:>7.1f} {one.pages / one.build.wall:>7.0f}"
            f" {one.build.memory / 1e6:>9.0f} {one.size / 1e6:>9.0f}"
            f" {one.longest / 1e3:>10.0f}  {growth(before, one)}"
        ).rstrip()
        before = one


def growth(before: Measure | None, now: Measure) -> str:
    """«records ×10.0, CPU ×9.1»: where the second is much the larger, something is quadratic."""
    if before is None:
        return ""
    records, user = now.records / before.records, now.build.user / before.build.user
    return f"records ×{records:.1f}, CPU ×{user:.1f}"
