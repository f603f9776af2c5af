"""What people type and paste is understood: addresses that lack a scheme, names with a country."""

from __future__ import annotations

import pytest

from atlas.editing import parse_answers


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.leuven.be/musanze", "https://www.leuven.be/musanze"),
        ("leuven.be", "https://leuven.be"),
        ("gemeente.leuven.be:8080/a?b=c#d", "https://gemeente.leuven.be:8080/a?b=c#d"),
        ("leuven.be?id=3", "https://leuven.be?id=3"),
        ("HTTPS://www.leuven.be/A", "https://www.leuven.be/A"),
        ("https//www.leuven.be", "https://www.leuven.be"),
        ("http:/www.leuven.be", "http://www.leuven.be"),
        ("<https://www.leuven.be>", "https://www.leuven.be"),
        ("“www.leuven.be”", "https://www.leuven.be"),
        ("[Leuven](https://www.leuven.be/x)", "https://www.leuven.be/x"),
        ("www.leuven.be/musanze.", "https://www.leuven.be/musanze"),
        ("münchen.de/städte", "https://münchen.de/städte"),
        ("https://www.leuven.be/a(b)", "https://www.leuven.be/a(b)"),
    ],
)
def test_an_address_is_completed(typed: str, address: str) -> None:
    assert parse_answers.complete_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["Leuven", "the page of Leuven", "p. 12", "3.14", "ftp://leuven.be/a", "a@leuven.be", ""],
)
def test_what_is_no_address_is_left_alone(typed: str) -> None:
    assert parse_answers.complete_address(typed) == typed


@pytest.mark.parametrize(
    ("typed", "name", "country"),
    [
        ("Leuven (Belgium)", "Leuven", "BE"),
        ("Leuven, Belgium", "Leuven", "BE"),
        ("Leuven [BE]", "Leuven", "BE"),
        ("Leuven (België)", "Leuven", "BE"),
        ("Louvain (Belgique)", "Louvain", "BE"),
        ("لوفين (بلجيكا)", "لوفين", "BE"),
        ("لوفين، بلجيكا", "لوفين", "BE"),
        ("Kinshasa, Democratic Republic of the Congo", "Kinshasa", "CD"),
        ("Sint-Joost-ten-Node (B.E.)", "Sint-Joost-ten-Node (B.E.)", ""),
        ("Halle (Saale)", "Halle (Saale)", ""),
        ("Portland, ME", "Portland, ME", ""),
        ("Brazzaville (Congo)", "Brazzaville (Congo)", ""),
        ("Leuven, Gent", "Leuven, Gent", ""),
        ("Belgium", "Belgium", ""),
        ("", "", ""),
    ],
)
def test_a_country_behind_a_name_is_split_off(typed: str, name: str, country: str) -> None:
    assert parse_answers.split_country(typed) == (name, country)
