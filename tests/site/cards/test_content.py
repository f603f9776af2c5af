"""What a card says of a country: what is researched, and apart from it what registers list."""

from __future__ import annotations

import pytest

from atlas.graph.edition import Edition
from atlas.graph.scene import Scene
from atlas.i18n import languages
from atlas.site.cards import content
from tests.pages import listed_atlas


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("BE", ["3 cooperations", "7 listed ties, not checked"]),
        ("MA", ["1 cooperation"]),
        ("EE", ["2 listed ties, not checked"]),
    ],
)
def test_a_country_s_card_counts_both_tiers_apart(code: str, facts: list[str]) -> None:
    (english,) = languages.load(["en"], "en")
    edition = Edition(listed_atlas.frozen(), english, (english,))
    subject = content.Subject("countries", code, Scene("card", (), (), (), ()))
    card = content.card(edition, subject, "Atlas", "")
    assert [fact.text for fact in card.facts][: len(facts)] == facts
    assert len(card.facts) <= len(facts) + 1, "the partner countries are all that may follow"
