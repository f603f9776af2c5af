"""Texts, quotes and dates as a visitor reads them: fallbacks marked, everything escaped."""

from __future__ import annotations

import pytest
from markupsafe import escape

from atlas.graph.edition import Edition, Text
from atlas.graph.relate import relate
from atlas.i18n.languages import Language
from atlas.model import Between, Records, Statement
from atlas.model.edtf_date import EdtfDate

pytestmark = pytest.mark.languages("ar")

EN, AR = Language("en", ""), Language("ar", "ar/")
ATLAS = relate(Records({}, {}, {}, {}, {}))
ENGLISH, ARABIC = (Edition(ATLAS, language, (EN, AR)) for language in (EN, AR))


def test_a_text_in_the_page_s_language_needs_no_mark() -> None:
    assert escape(ENGLISH.text({"en": "a < b", "ar": "أ"})) == "a &lt; b"


def test_a_missing_text_is_shown_in_english_and_marked() -> None:
    text = ARABIC.text({"nl": "stad", "en": "town"})
    assert escape(text) == '<span lang="en" dir="ltr">town</span>'


def test_without_english_the_first_text_there_is_stands_in() -> None:
    text = ENGLISH.text({"ar": "مدينة <b>"})
    assert escape(text) == '<span lang="ar" dir="rtl">مدينة &lt;b&gt;</span>'


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    own = Text("one\n\ntwo <b>", "en", foreign=False).paragraphs()
    assert own == "<p>one</p>\n<p>two &lt;b&gt;</p>"
    foreign = Text("een", "nl", foreign=True).paragraphs()
    assert foreign == '<p lang="nl" dir="ltr">een</p>'


def test_a_quotation_always_bears_its_language() -> None:
    quote = ENGLISH.quote(Statement(lang="nl", text='"zeven" & meer'))
    assert escape(quote) == '<q lang="nl" dir="ltr">&#34;zeven&#34; &amp; meer</q>'


def test_a_certain_date_is_readable_by_machines() -> None:
    assert (
        escape(ENGLISH.moment(EdtfDate.parse("2018-03")))
        == '<time datetime="2018-03">March 2018</time>'
    )


@pytest.mark.parametrize("text", ["2014~", "2014?"])
def test_an_uncertain_date_is_not(text: str) -> None:
    assert "<time" not in escape(ENGLISH.moment(EdtfDate.parse(text)))


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, ""),
        ("2014", None, "since 2014"),
        (None, "2018-03", "until March 2018"),
        ("2014", "2018-03", "2014 to March 2018"),
    ],
)
def test_a_span_says_what_is_known_of_it(since: str | None, until: str | None, said: str) -> None:
    begins = EdtfDate.parse(since) if since else None
    ends = EdtfDate.parse(until) if until else None
    assert ENGLISH.span(begins, ends) == said


def test_a_start_between_two_dates_is_said_as_such() -> None:
    moment = Between(earliest=EdtfDate.parse("2019-10"), latest=EdtfDate.parse("2020-12-17"))
    assert ENGLISH.span(moment, None) == "began between October 2019 and 17 December 2020"


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ({"latest": "1990"}, None, "began in 1990 or earlier"),
        ({"earliest": "2005"}, None, "began in 2005 or later"),
        (None, {"latest": "1990"}, "until 1990 or earlier"),
        ({"latest": "1990"}, {"earliest": "2005"}, "1990 or earlier to 2005 or later"),
    ],
)
def test_a_span_says_which_of_its_ends_is_open(
    since: dict[str, str] | None, until: dict[str, str] | None, said: str
) -> None:
    moments = [Between.model_validate(ends) if ends else None for ends in (since, until)]
    assert ENGLISH.span(*moments) == said


def test_a_name_that_languages_share_stands_once() -> None:
    names = ENGLISH.names({"nl": "ALDA", "ar": "شبكة ALDA", "fr": "ALDA", "en": "ALDA"})
    assert [(languages, name.text, name.language) for languages, name in names] == [
        ("Arabic", "شبكة ALDA", "ar"),
        ("Dutch, English and French", "ALDA", "nl"),
    ]
