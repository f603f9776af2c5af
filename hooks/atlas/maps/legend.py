"""Which forms of cooperation share a colour and a dash pattern, and the legend of a map; what it
says of time is `legend_of_time`'s."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.scene import Scene
from atlas.model.vocabulary import Form, FormGroup

GROUPS: tuple[tuple[Form, ...], ...] = tuple(
    tuple(form for form in Form if form.group is group) for group in FormGroup
)
"""The forms of each group, in the order of FormGroup."""

LISTED = "listed"
"""What lines of listed pairs have in the stead of a form: thinner, and with dashes of their own."""


_SAMPLE = Markup(
    '<svg class="atlas-legend-line" viewBox="0 0 48 12" width="48" height="12"'
    ' aria-hidden="true" focusable="false"><path class="atlas-tie atlas-form-{}" d="{}"/>{}</svg>'
)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend: the forms of one group that the map shows, and a sample of the line.

    The caller writes the labels (`Form`) of `forms` beside `sample`.
    """

    forms: tuple[Form, ...]
    sample: Markup


def group_of(form: str) -> int:
    """The number of the group that `form` is drawn with. Raises ValueError for an unknown form."""
    return Form(form).group


def stylesheet() -> str:
    """The look of every form on badges and lines: the colour and the dashes of its group."""
    return "".join(
        f"{_selectors(forms)} {{\n"
        f"  --atlas-form-colour: var(--atlas-tie-{number});\n"
        f"  stroke: var(--atlas-form-colour);\n"
        f"  stroke-dasharray: var(--atlas-dashes-{number});\n"
        "}\n"
        for number, forms in enumerate(GROUPS, start=1)
        if forms
    )


def entries(scene: Scene) -> tuple[LegendEntry, ...]:
    """The legend of a map, in the order of GROUPS; empty for a map without ties."""
    shown: defaultdict[int, set[str]] = defaultdict(set)
    for tie in scene.ties:
        shown[group_of(tie.form)].add(tie.form)
    return tuple(
        LegendEntry(tuple(form for form in GROUPS[at] if form in shown[at]), _sample(GROUPS[at][0]))
        for at in sorted(shown)
    )


def listed_sample() -> Markup:
    """A sample of the line and of the dot of what is listed."""
    dot = Markup('<circle class="atlas-listed-dots" cx="42" cy="6" r="3.5"/>')
    return _SAMPLE.format(LISTED, "M2 6H38", dot)


def _selectors(forms: Iterable[Form]) -> str:
    return ",\n".join(f".atlas-form-{form}" for form in forms)


def _sample(form: Form) -> Markup:
    return _SAMPLE.format(form, "M2 6H46", "")
