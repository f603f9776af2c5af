"""A hostile text on a share card is drawn, or left out where no letter can draw it."""

from __future__ import annotations

import pytest

from atlas.cards import card
from atlas.cards.card import Card, Words
from cards.picture import pixels
from hostile import records


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("text", records.legal_texts(), ids=lambda text: text[:40])
def test_a_card_is_drawn_of_any_text(text: str, rtl: bool) -> None:
    line = Words(" ".join(text.split()), rtl)
    drawn = card.draw(Card("Atlas", "Twinning", 0, line, (line, line), rtl), None)
    assert pixels(drawn).shape == (630, 1200, 3)
