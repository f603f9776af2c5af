"""Citations in words, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from atlas.i18n.languages import Language
from atlas.pages import citation
from atlas.pages.citation import Cited

CITED = Cited(
    id="cooperations-a-b",
    authors=("River Atlas contributors",),
    title="Schools & water: 100 % {shared}_#1",
    site="River Atlas",
    url="https://example.org/atlas/cooperations/a-b/",
    language="en",
    version=date(2026, 11, 21),
)


def test_in_words() -> None:
    cited = replace(CITED, title="Twinning of A and B")
    assert citation.in_words(cited, "Those who wrote it", "21 November 2026", ", ") == (
        "Those who wrote it (2026). Twinning of A and B. River Atlas, "
        "21 November 2026. https://example.org/atlas/cooperations/a-b/ (CC BY 4.0)"
    )


def test_the_comma_is_that_of_the_language() -> None:
    said = citation.in_words(CITED, "هم", "21 نوفمبر 2026", Language("ar", "").comma)
    assert "Atlas، 21" in said


def test_without_a_day_none_is_made_up() -> None:
    cited = replace(CITED, title="A", version=None)
    assert citation.in_words(cited, "They", "", ", ").startswith("They. A. ")
    assert "year" not in citation.bibtex(cited)
    assert "issued" not in json.loads(citation.csl_json(cited))[0]


def test_bibtex_keeps_the_signs_that_it_would_read_as_its_own() -> None:
    assert citation.bibtex(CITED) == (
        "@misc{cooperations-a-b,\n"
        "  author = {{River Atlas contributors}},\n"
        r"  title = {{Schools \& water: 100 \% \textbraceleft{}shared\textbraceright{}\_\#1}},"
        + "\n"
        "  howpublished = {River Atlas},\n"
        "  url = {https://example.org/atlas/cooperations/a-b/},\n"
        "  language = {en},\n"
        "  note = {CC BY 4.0},\n"
        "  year = {2026},\n"
        "  month = {11}\n"
        "}\n"
    )


def test_csl_json_is_a_list_of_one_web_page() -> None:
    (item,) = json.loads(citation.csl_json(CITED))
    assert item["type"] == "webpage"
    assert item["title"] == CITED.title
    assert item["author"] == [{"literal": "River Atlas contributors"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert item["URL"] == CITED.url


def test_those_who_wish_are_named_as_they_wish_and_all_others_together() -> None:
    wishes = {"jdoe": "Jane Doe", "Jan": "Jan Smit"}
    assert citation.credit(("jdoe", "x@y.example", "Jan"), wishes, "Others") == (
        "Jane Doe",
        "Jan Smit",
        "Others",
    )


@pytest.mark.parametrize(
    ("committers", "cited"),
    [
        (("jdoe",), ("Jane Doe",)),
        (("jdoe", "jane"), ("Jane Doe",)),
        (("somebody",), ("Others",)),
        ((), ("Others",)),
    ],
)
def test_nobody_is_others_who_is_named(committers: tuple[str, ...], cited: tuple[str, ...]) -> None:
    assert citation.credit(committers, {"jdoe": "Jane Doe", "jane": "Jane Doe"}, "Others") == cited


def test_each_author_stands_alone_for_programs() -> None:
    cited = replace(CITED, authors=("Doe {and} Son", "River Atlas contributors"))
    assert (
        r"author = {{Doe \textbraceleft{}and\textbraceright{} Son} and {River Atlas contributors}}"
        in citation.bibtex(cited)
    )
    (item,) = json.loads(citation.csl_json(cited))
    assert [one["literal"] for one in item["author"]] == list(cited.authors)
    assert "AU  - Doe {and} Son\r\nAU  - River Atlas contributors\r\n" in citation.ris(cited)
