"""Tables for people have what those for programs have, in words."""

from __future__ import annotations

import re

from atlas.site.exports.headings import COLUMNS
from tests.conftest import ROOT

SAVED = ROOT / "overrides/assets/javascripts/atlas-explore-save.js"

FOR_PROGRAMS = {
    *("id", "form", "status", "state", "countries", "themes", "partner_types"),
    *("themes_chosen_by_source", "registers", "stated_by"),
}
"""Codes whose words stand beside them, and what says who speaks of a subject or a tie."""


def test_people_are_told_all_that_a_saved_list_says_but_codes() -> None:
    saved = re.findall(r'^  \["(\w+)", \(', SAVED.read_text("utf-8"), re.MULTILINE)
    told = [name for name, _, _ in COLUMNS["cooperations"]]
    assert set(told) == set(saved) - FOR_PROGRAMS
    assert {*saved} >= FOR_PROGRAMS
    assert len(told) == len({*told})
