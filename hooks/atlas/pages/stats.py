"""Counts of cooperations: by form, by theme, by decade. Worked out, never copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR

from atlas.graph.relate import start_of, year_of
from atlas.model.vocabulary import FORMS, Form
from atlas.pages.page import PageContext, by_name


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a count: `percent` is its part of the largest, from 0 to 100.

    `order` is its place among lines that have an order of their own, else 0.
    """

    label: object
    count: int
    percent: str
    path: str = ""
    order: int = 0


def by_form(context: PageContext, cooperations: Iterable[str]) -> list[Count]:
    """How many cooperations of each form, in the order of the forms."""
    records = context.edition.atlas.records.cooperations
    counted = Counter(records[id_].form for id_ in cooperations)
    return _counts(
        (context._(FORMS[form].label), "", counted[form], at) for at, form in enumerate(Form, 1)
    )


def by_theme(context: PageContext, cooperations: Iterable[str]) -> list[Count]:
    """How many cooperations on each theme, the most frequent first."""
    records = context.edition.atlas.records.cooperations
    counted = Counter(theme for id_ in cooperations for theme in records[id_].themes)
    refs = sorted(
        map(context.edition.theme, counted), key=lambda ref: (-counted[ref.id], by_name(ref))
    )
    return _counts((ref.name, ref.path, counted[ref.id], 0) for ref in refs)


def by_decade(context: PageContext, cooperations: Iterable[str]) -> list[Count]:
    """How many cooperations began in each decade, the undated last."""
    records = context.edition.atlas.records.cooperations
    years = [year_of(start_of(records[id_])) for id_ in cooperations]
    counted = Counter(year // 10 * 10 for year in years if year)
    dated = [
        (context._("{decade}s").format(decade=d), "", n, d) for d, n in sorted(counted.items())
    ]
    return _counts([*dated, (context._("start not recorded"), "", years.count(None), MAXYEAR)])


def _counts(items: Iterable[tuple[object, str, int, int]]) -> list[Count]:
    """Label, address, count and order of each line; those without a cooperation are left out."""
    kept = [item for item in items if item[2]]
    most = max((count for _, _, count, _ in kept), default=1)
    return [
        Count(label, count, f"{100 * count / most:.1f}", path, order)
        for label, path, count, order in kept
    ]
