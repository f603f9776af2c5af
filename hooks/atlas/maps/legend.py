"""Which forms of cooperation share a colour and a dash pattern, and the legend of a map."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.scene import Scene
from atlas.model.vocabulary import Form

GROUPS: tuple[tuple[Form, ...], ...] = (
    (Form.TWINNING, Form.FRIENDSHIP),
    (Form.COOPERATION_AGREEMENT, Form.COOPERATION_PROTOCOL),
    (Form.NETWORK, Form.NETWORK_MEMBERSHIP),
    (Form.TECHNICAL_ASSISTANCE, Form.PILOT, Form.PROGRAMME),
    (Form.DIALOGUE, Form.WORKSHOP, Form.MISSION, Form.WORKING_GROUP),
)
"""Forms drawn alike: five groups, since more colours and dashes cannot be told apart.

`atlas-map.css` gives each form its group's look through `--atlas-form-<form>`.
"""

_GROUP_OF: dict[str, int] = {form: at for at, forms in enumerate(GROUPS) for form in forms}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend: the forms of one group that the map shows, and a sample of the line.

    The caller writes the labels (`vocabulary.FORMS`) of `forms` beside `sample`.
    """

    forms: tuple[Form, ...]
    sample: Markup


def group_of(form: str) -> int:
    """The number of the group that `form` is drawn with. Raises KeyError for an unknown form."""
    return _GROUP_OF[form]


def entries(scene: Scene) -> tuple[LegendEntry, ...]:
    """The legend of a map, in the order of GROUPS; empty for a map without ties."""
    shown: defaultdict[int, set[str]] = defaultdict(set)
    for tie in scene.ties:
        shown[group_of(tie.form)].add(tie.form)
    return tuple(
        LegendEntry(tuple(form for form in GROUPS[at] if form in shown[at]), _sample(GROUPS[at][0]))
        for at in sorted(shown)
    )


def _sample(form: Form) -> Markup:
    return Markup(
        '<svg class="atlas-legend-line" viewBox="0 0 48 12" width="48" height="12"'
        ' aria-hidden="true" focusable="false">'
        '<path class="atlas-tie atlas-form-{}" d="M2 6H46"/></svg>'
    ).format(form)
