"""Signs of word processors in the place of those of YAML are named for what they are."""

from __future__ import annotations

import pytest

from atlas.files import strict_yaml, typeset_signs

_HARD = "\u00a0"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        (f"title:\n{_HARD}{_HARD}en: x\n", 2, 1, "indented with U+00A0 (no-break space)"),
        ("title:\n \u202f en: x\n", 2, 2, "indented with U+202F (narrow"),
        ("status:\n\u3000code: x\n", 2, 1, "indented with U+3000 (ideographic space)"),
        (f"parties:\n{_HARD} - {{actor: a}}\n", 2, 1, "indented with U+00A0 (no-break space)"),
        (f"form:{_HARD}twinning\ntitle: {{en: x}}\n", 1, 6, 'behind ":" stands U+00A0'),
        (f"form:{_HARD}twinning\n", 1, 6, 'behind ":" stands U+00A0'),
        (f"title: {{en:{_HARD}x}}\n", 1, 12, 'behind ":" stands U+00A0'),
        (f"themes:\n  - a\n  -{_HARD}health\n", 3, 4, 'behind "-" stands U+00A0'),
        ("parties:\n  - {actor: a}\n  • {actor: b}\n", 3, 3, "U+2022 (bullet) is no mark of"),
        ("parties:\n  - {actor: a}\n  – {actor: b}\n", 3, 3, "U+2013 (en dash) is no mark of"),
        ("themes:\n  - a\n  * health\n", 3, 3, "U+002A (asterisk) is no mark of"),
        ("themes:\n  - a\n  · b\n", 3, 3, "U+00B7 (middle dot) is no mark of"),
        ("themes:\n  \uf0b7 a: b\n", 2, 3, "U+F0B7 is no mark of"),
        ("themes:\n  - a\n  \uf0a7\thealth\n", 3, 3, "U+F0A7 is no mark of"),
        ("themes:\n  ✓ a: b\n", 2, 3, "U+2713 (check mark) is no mark of"),
        ("objectives:\n  1. en: A\n", 2, 3, "1. is no mark of a list"),
        ("objectives:\n  -en: A\n", 2, 4, 'behind "-" a space is missing.'),
        ("form – twinning\ntitle: {en: x}\n", 1, 6, "U+2013 (en dash) stands in the place of"),
        ("form：twinning\ntitle: {en: x}\n", 1, 5, "U+FF1A (fullwidth colon)"),
        ("title: {en： x}\n", 1, 11, "U+FF1A (fullwidth colon)"),
        ("“form”: twinning\n", 1, 1, "U+201C (left double"),
        ("title: {en: “Hill: Dale”}\n", 1, 13, "U+201C (left double"),
        ("title: {fr: « Hill: Dale »}\n", 1, 13, "U+00AB (left-pointing"),
        ("form:twinning\ntitle: {en: x}\n", 1, 6, 'behind ":" a space is missing.'),
    ],
)  # fmt: skip
def test_a_sign_in_the_place_of_one_of_yaml_is_named(
    text: str, line: int, column: int, said: str
) -> None:
    faults = strict_yaml.parse(text).faults
    assert [(fault.line, fault.column) for fault in faults] == [(line, column)]
    assert said in str(faults[0].message)
    assert all(str(fault.hint) for fault in faults)


@pytest.mark.parametrize(
    "text",
    [
        f"summary:\n  fr: >-\n    Objectif{_HARD}: dix\n    – un tiret\n    • une puce\n",
        f"summary: {{fr: 'Objectif{_HARD}: dix'}}\n",
        "title: {en: “Hill” and “Dale”}\n",
        "title: {en: Hill – Dale}\n",
        "# • a remark:\u00a0“so”\ntitle: {en: x}\n",
    ],
)
def test_the_same_signs_are_welcome_in_texts(text: str) -> None:
    assert strict_yaml.parse(text).faults == []


def test_texts_are_passed_over_where_something_else_is_broken() -> None:
    text = "summary:\n  en: >-\n    – one: two\n\n    • three\nform: twinning: x\n"
    assert [fault.line for fault in strict_yaml.parse(text).faults] == [6]


def test_several_are_named_at_once_and_a_flood_is_not() -> None:
    line = f"{_HARD}en:{_HARD}x\n"
    assert len(strict_yaml.parse(f"title:\n{line}form：x\n").faults) == 3
    assert len(strict_yaml.parse("title:\n" + line * 500).faults) == 20


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("“twinning”", "Quotation marks of YAML are ' and \"; all others belong to the text."),
        (f"{_HARD}sport", "It begins or ends with U+00A0 (no-break space); delete that."),
        ("• health • sport", "U+2022 (bullet) is no mark of a list."),
        ("twinning", ""),
        ("", ""),
    ],
)
def test_what_stands_around_a_value_is_named(value: str, said: str) -> None:
    assert str(typeset_signs.describe_around(value)) == said
