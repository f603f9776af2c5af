"""Every form has a look, and the legend shows those on the map."""

from __future__ import annotations

import pytest

from atlas.graph.scene import Scene
from atlas.maps import legend
from atlas.model.vocabulary import Form, FormGroup


def test_every_form_is_described_and_belongs_to_exactly_one_group() -> None:
    assert sorted(form for group in legend.GROUPS for form in group) == sorted(Form)
    assert [form for form in Form if not (form.label and form.definition)] == []


@pytest.mark.parametrize("form", Form)
def test_the_style_sheet_gives_a_form_its_groups_look(form: Form) -> None:
    number = form.group + 1
    rules = [rule.partition("{") for rule in legend.stylesheet().split("}")]
    (look,) = [
        look for names, _, look in rules if f".atlas-form-{form}" in names.strip().split(",\n")
    ]
    assert f"--atlas-form-colour: var(--atlas-tie-{number});" in look
    assert f"stroke-dasharray: var(--atlas-dashes-{number});" in look


def test_a_group_that_no_form_is_of_has_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legend, "GROUPS", ((), (Form.TWINNING,)))
    assert legend.stylesheet().startswith(".atlas-form-twinning {\n")
    assert "var(--atlas-tie-2)" in legend.stylesheet()


def test_the_legend_lists_the_forms_on_the_map_in_the_order_of_the_groups(morocco: Scene) -> None:
    twinning, agreement = legend.entries(morocco)
    assert twinning.forms == (Form.TWINNING,)
    assert agreement.forms == (Form.COOPERATION_AGREEMENT,)
    assert "atlas-form-twinning" in twinning.sample
    assert legend.entries(Scene("none", (), (), ("BE",))) == ()


def test_groups_are_numbered_from_nought() -> None:
    assert list(FormGroup) == list(range(len(FormGroup)))
