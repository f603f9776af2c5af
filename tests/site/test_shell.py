"""Cutting a rendered page at its slots and stamping records into it."""

from __future__ import annotations

import pytest

from atlas.site.shell import Shell, SlotError, tighten, token

PAGE = (
    f'<title>{token("title")}</title><meta content="{token("description")}">'
    f'<link href="/x/{token("address")}/"><a href="{token("edit")}">edit</a>'
    f"{token('links')}<h1>{token('heading')}</h1><div>{token('body')}</div>"
)
VALUES = {
    "title": "A & B",
    "heading": "<b>A</b>",
    "description": 'say "x" <y>',
    "address": "a-b",
    "edit": "https://example.org/?a=1&b=2",
    "links": '<link rel="me" href="a&amp;b">',
    "body": "<p>text</p>",
}


def test_each_slot_is_filled_and_escaped_for_where_it_stands() -> None:
    assert Shell(PAGE).stamp(**VALUES) == (
        '<title>A &amp; B</title><meta content="say &#34;x&#34; &lt;y&gt;">'
        '<link href="/x/a-b/"><a href="https://example.org/?a=1&amp;b=2">edit</a>'
        '<link rel="me" href="a&amp;b"><h1><b>A</b></h1><div><p>text</p></div>'
    )


@pytest.mark.parametrize("slot", ["title", "heading", "description", "address", "body"])
def test_a_shell_without_a_slot_is_refused(slot: str) -> None:
    with pytest.raises(SlotError, match=slot):
        Shell(PAGE.replace(token(slot), ""))


def test_a_shell_may_lack_the_edit_link() -> None:
    assert "edit" in Shell(PAGE.replace(token("edit"), "")).stamp(**VALUES)


def test_a_page_that_stands_for_no_file_has_no_edit_link() -> None:
    assert "edit</a>" in Shell(PAGE).stamp(**VALUES)
    without = Shell(PAGE).stamp(**{**VALUES, "edit": ""})
    assert "<a " not in without
    assert "<h1><b>A</b></h1>" in without


@pytest.mark.parametrize("slot", sorted(VALUES))
def test_a_value_with_a_token_is_refused(slot: str) -> None:
    with pytest.raises(SlotError, match=slot):
        Shell(PAGE).stamp(**{**VALUES, slot: f"x {token('body')} y"})


@pytest.mark.parametrize(
    ("loose", "tight"),
    [
        ("<p>\n\n  <a>x</a>   <b>y</b>\n</p>", "<p>\n<a>x</a> <b>y</b>\n</p>"),
        ("<p>a\n  b</p>", "<p>a\n  b</p>"),
        ("<pre>\n\n  <b>x</b>  <i>y</i>\n</pre>  <p>", "<pre>\n\n  <b>x</b>  <i>y</i>\n</pre> <p>"),
        ("<textarea>\n <b>\n  <i></textarea>", "<textarea>\n <b>\n  <i></textarea>"),
        ('<script>a("<b>  <i>")</script>', '<script>a("<b>  <i>")</script>'),
        ("<presto>  <b>", "<presto> <b>"),
    ],
)
def test_gaps_between_tags_are_one_character_wide(loose: str, tight: str) -> None:
    assert tighten(loose) == tight
