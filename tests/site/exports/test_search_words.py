"""The names that the search knows by their spelling: small shares, however many there are."""

from __future__ import annotations

from itertools import product

from atlas.i18n.normalize import words
from atlas.site.exports.search_words import SHARE, share_of, share_out

PARTS = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "si", "to", "vu", "ze")
MANY = ["".join(parts).title() for parts in product(PARTS, repeat=4)][:30_000]


def test_few_names_are_one_share() -> None:
    assert share_out(["Tangier", "Tanger", "طنجة", "VVSG", "ALDA"]) == [
        ["ALDA", "Tanger", "Tangier", "VVSG", "طنجة"]
    ]


def test_a_name_of_three_letters_is_near_to_nothing() -> None:
    assert share_out(["Ath", "Spa", "Gent"]) == [["Gent"]]


def test_shares_stay_small_and_a_name_is_in_that_of_each_of_its_ends() -> None:
    shares = share_out(MANY)
    assert len(MANY) > 25_000
    assert len(shares) > 10
    assert max(sum(len(name.encode()) + 1 for name in share) for share in shares) < 3 * SHARE
    holding = [set(share) for share in shares]
    for name in MANY:
        folded = "".join(words(name))
        for end in (folded[:2], folded[-2:]):
            assert name in holding[share_of(end, len(shares))]
