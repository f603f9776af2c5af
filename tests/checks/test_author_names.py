"""A name from git is published if a record could say it, and else is left out, with the reason."""

from __future__ import annotations

import pytest

from atlas.checks import author_names


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ada@town.example", 'field "author" holds an e-mail address.'),
        ("ada (at) town (dot) example", 'field "author" holds an e-mail address.'),
        ("Ada +32 475 12 34 56", 'field "author" holds a telephone number.'),
        ("Ada\u202ekcatta", "the character U+202E (right-to-left override) may not stand here."),
        ("A\u001eda", "the character U+001E (control character) may not stand here."),
        ("A\x1b[2Jda", "the character U+001B (control character) may not stand here."),
        ("A\u200bda", "the character U+200B (zero width space) may not stand here."),
        ("A\U0005d400da", "the character U+5D400 (not a character) may not stand here."),
        ("A\u0378da", "the character U+0378 (not a character) may not stand here."),
        ("A\ud800da", "the character U+D800 (control character) may not stand here."),
        ("A\nda", 'field "author" has several lines; expected one.'),
        ("A" * 5000, "it is longer than 100 characters."),
        ("A" + "\u0301" * 9, 'field "author" heaps marks on a letter, or has one without any.'),
        ("Zo\ufffd", "it is in no encoding that can be read."),
        ("+++", "it has no letter."),
        ("Buy at https://spam.example", "it holds a web address."),
        ("www.spam.example", "it holds a web address."),
        ("atlasslot", 'field "author" holds the word "atlasslot", which pages use.'),
    ],
)
def test_a_name_that_no_record_could_say_is_left_out(name: str, reason: str) -> None:
    found = author_names.find_unfit(["Ada", name])
    assert {one: str(why) for one, why in found.items()} == {name: reason}


def test_letters_of_two_scripts_in_a_word_are_left_out() -> None:
    assert author_names.find_unfit(["\u0440\u0430ypal", "\U0001d400da"]).keys() == {
        "\u0440\u0430ypal",
        "\U0001d400da",
    }


def test_names_of_people_are_published_whatever_they_are_written_in() -> None:
    names = [
        "Zoë",
        "عمر بن علي",
        "Ольга",
        "𠮷野",
        "O'Neil-Šťastná, Jr.",
        "J. Doe",
        '"X" <b>{{ x }}\\',
    ]
    assert author_names.find_unfit(names) == {}


@pytest.mark.parametrize("name", ["", " ", "github-actions[bot]", "dependabot[bot]"])
def test_a_program_is_nobody(name: str) -> None:
    assert not author_names.is_person(name)
