"""Editors of every language have the same part of CONTRIBUTING.md, and none of them is stale."""

from __future__ import annotations

import re
import unicodedata

import pytest

from atlas.i18n.languages import SOURCE_LANGUAGE, direction
from tests.repository.contributing import (
    SPAN,
    Section,
    comments,
    editors_part,
    languages_line,
    mark,
    pythons,
    read,
    sections,
    without_comments,
)
from tests.site_languages import LANGUAGES, TRANSLATED, contributing

MARK = re.compile(r"<!-- Translated from CONTRIBUTING\.md, mark ([0-9a-f]{8}) -->\n\n")

IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
IN_TRANSLATIONS = pytest.mark.parametrize("language", TRANSLATED)
TO_THE_LEFT = pytest.mark.parametrize(
    "language", [code for code in LANGUAGES if direction(code) == "rtl"]
)


def pairs(language: str) -> list[tuple[Section, Section]]:
    """The sections of the English part beside those of the translation."""
    source, translation = (sections(editors_part(code)) for code in (SOURCE_LANGUAGE, language))
    assert source
    return list(zip(source, translation, strict=True))


@IN_TRANSLATIONS
def test_a_translation_is_of_the_english_text_as_it_is_now(language: str) -> None:
    document = contributing(language)
    made_from = MARK.match(read(document))
    assert made_from
    assert made_from[1] == mark(), (
        f"{document} was made from an earlier text of CONTRIBUTING.md, part for editors. "
        f"Bring it up to date with what `git log -p CONTRIBUTING.md` shows; then write "
        f"{mark()} in its first line."
    )


@IN_TRANSLATIONS
def test_a_translation_has_the_same_headings(language: str) -> None:
    source, translation = (sections(editors_part(code)) for code in (SOURCE_LANGUAGE, language))
    assert [one.level for one in translation] == [one.level for one in source]


@IN_TRANSLATIONS
def test_a_translation_shows_the_same_code(language: str) -> None:
    for here, there in pairs(language):
        assert [without_comments(block) for block in there.blocks] == [
            without_comments(block) for block in here.blocks
        ], there.title


@IN_TRANSLATIONS
def test_the_comments_in_code_are_translated(language: str) -> None:
    for here, there in pairs(language):
        for one, other in zip(here.blocks, there.blocks, strict=True):
            assert set(comments(one)) & set(comments(other)) == set()


@IN_TRANSLATIONS
def test_a_translation_names_the_same_commands_fields_and_files(language: str) -> None:
    for here, there in pairs(language):
        assert there.spans == here.spans, there.title


@IN_TRANSLATIONS
def test_the_tables_of_a_translation_have_the_same_rows(language: str) -> None:
    for here, there in pairs(language):
        codes = [[[row[0] for row in table[2:]] for table in one.tables] for one in (here, there)]
        assert codes[0] == codes[1]
        assert all(cell for table in there.tables for row in table for cell in row)


@IN_TRANSLATIONS
def test_a_translation_links_to_the_same_pages(language: str) -> None:
    for here, there in pairs(language):
        links = [
            [link for link in one.links if "CONTRIBUTING" not in link] for one in (here, there)
        ]
        outside = [sorted(link for link in each if not link.startswith("#")) for each in links]
        assert outside[0] == outside[1], there.title
        assert len(links[0]) - len(links[1]) == ("#for-developers" in links[0])


@IN_EVERY_LANGUAGE
def test_a_reader_can_change_the_language_below_the_title(language: str) -> None:
    title = sections(editors_part(language))[0]
    assert title.text.startswith(f"\n\n{languages_line(language)}\n\n")


@IN_TRANSLATIONS
def test_developers_are_sent_to_the_english_text(language: str) -> None:
    assert "CONTRIBUTING.md#for-developers" in sections(editors_part(language))[0].links


@IN_EVERY_LANGUAGE
def test_what_must_be_installed_is_said_without_another_page(language: str) -> None:
    oldest, newest = pythons()
    (before, *_) = sections(editors_part(language))[1].text.split("```")
    assert re.findall(r"3\.\d+", before) == [oldest, newest]
    assert {"git", "make"} <= set(re.findall(r"[a-z]+", before))


@IN_EVERY_LANGUAGE
def test_the_page_on_contributing_leads_to_the_text_in_its_language(language: str) -> None:
    links = re.findall(r"/blob/main/(\S+?)\)", read(f"docs/{language}/contribute.md"))
    assert links == [contributing(language)]


@TO_THE_LEFT
def test_all_of_it_runs_to_the_left_and_code_to_the_right(language: str) -> None:
    text = MARK.sub("", editors_part(language))
    assert text.startswith('<div dir="rtl">\n\n')
    assert text.endswith("\n\n</div>\n")
    turned = r'^( *)<div dir="ltr">\n\n\1```(?:.|\n)*?\n\1```\n\n\1</div>$'
    assert "```" not in re.sub(turned, "", text, flags=re.MULTILINE)


@TO_THE_LEFT
def test_every_paragraph_begins_with_a_letter_that_runs_to_the_left(language: str) -> None:
    """GitHub gives each the direction of its first letter, whatever stands around it."""
    plain = "\n\n".join(one.prose for one in sections(editors_part(language)))
    plain = plain.replace(languages_line(language), "")
    plain = re.sub(r"</?div.*?>|&lrm;|\]\(\S+\)|^\|.*$", "", plain, flags=re.MULTILINE)
    paragraphs = re.split(r"\n\n|^- ", plain, flags=re.M)
    first = [
        next((one for one in paragraph if unicodedata.bidirectional(one) in ("L", "R", "AL")), "")
        for paragraph in paragraphs
    ]
    assert [one for one in first if one and unicodedata.bidirectional(one) == "L"] == []


@TO_THE_LEFT
def test_no_list_has_blank_lines(language: str) -> None:
    """GitHub would put its bullets on the other side: a list looks past the paragraphs in it."""
    for section in sections(editors_part(language)):
        assert not re.search(r"^(?:- |  ).*\n\n(?:- |  )", section.text, re.MULTILINE)


@TO_THE_LEFT
def test_signs_at_the_ends_of_code_stay_where_they_are(language: str) -> None:
    """`.venv` and `<` would show as venv. and > between words that run to the left."""
    turned = []
    for section in sections(editors_part(language)):
        for code in SPAN.finditer(section.prose):
            before, after = section.prose[: code.start()], section.prose[code.end() :]
            if not (code[2][0].isalnum() or before.endswith("&lrm;")):
                turned.append(code[0])
            if not (code[2][-1].isalnum() or after.startswith("&lrm;")):
                turned.append(code[0])
    assert turned == []
