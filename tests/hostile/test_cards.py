"""A hostile text on a share card is drawn, or left out where no letter can draw it."""

from __future__ import annotations

import pytest

from atlas.site.cards import card
from atlas.site.cards.card import Card, Words
from tests.hostile import records
from tests.site.cards.picture import pixels


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("text", records.legal_texts(), ids=lambda text: text[:40])
def test_a_card_is_drawn_of_any_text(text: str, rtl: bool) -> None:
    line = Words(" ".join(text.split()), rtl)
    drawn = card.draw(Card("Atlas", "Twinning", 0, line, (line, line), rtl), None)
    assert pixels(drawn).shape == (630, 1200, 3)
