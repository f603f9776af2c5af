"""Every form has a look, and the legend shows those on the map."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from atlas.graph.scene import Scene
from atlas.maps import legend
from atlas.model.vocabulary import Form


def test_every_form_belongs_to_exactly_one_group() -> None:
    assert sorted(form for group in legend.GROUPS for form in group) == sorted(Form)


@pytest.mark.parametrize("form", Form)
def test_the_style_sheet_gives_a_form_its_groups_colour(form: Form) -> None:
    css = (files("atlas.maps") / "atlas-map.css").read_text("utf-8")
    group = legend.group_of(form) + 1
    assert f"--atlas-form-{form}: var(--atlas-tie-{group});" in css
    rules = [rule for rule in css.split("}") if re.search(rf"\.atlas-form-{form}\b[^-]", rule)]
    assert len(rules) == 1
    assert f"stroke: var(--atlas-tie-{group});" in rules[0]


def test_the_legend_lists_the_forms_on_the_map_in_the_order_of_the_groups(morocco: Scene) -> None:
    twinning, agreement = legend.entries(morocco)
    assert twinning.forms == (Form.TWINNING,)
    assert agreement.forms == (Form.COOPERATION_AGREEMENT,)
    assert "atlas-form-twinning" in twinning.sample
    assert legend.entries(Scene("none", (), (), ("BE",))) == ()
