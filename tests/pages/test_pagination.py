"""A long list is cut into pages, and each has links to those around it and to both ends."""

from __future__ import annotations

import pytest

from atlas.pages.pagination import list_leaves


@pytest.mark.parametrize(
    ("number", "last", "leaves"),
    [
        (1, 1, "1"),
        (1, 2, "1 2"),
        (3, 5, "1 2 3 4 5"),
        (1, 5, "1 2 3 4 5"),
        (1, 6, "1 2 3 … 6"),
        (4, 7, "1 2 3 4 5 6 7"),
        (5, 9, "1 2 3 4 5 6 7 8 9"),
        (6, 300, "1 … 4 5 6 7 8 … 300"),
        (299, 300, "1 … 297 298 299 300"),
    ],
)
def test_a_page_has_links_around_it_and_to_both_ends(number: int, last: int, leaves: str) -> None:
    found = list_leaves(number, last)
    assert " ".join("…" if leaf is None else str(leaf) for leaf in found) == leaves


def test_no_page_is_out_of_reach() -> None:
    """From the first page each is a few links away, though none has a link to all."""
    last, reached, step = 300, {1}, 0
    while len(reached) < last:
        reached |= {leaf for number in reached for leaf in list_leaves(number, last) if leaf}
        step += 1
        assert step <= last // 4 + 1
    assert max(len(list_leaves(number, last)) for number in range(1, last + 1)) <= 9
