"""What the search answers: fifty questions of visitors, and thirty that have no answer."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from atlas.site.exports.search_words import share_of
from tests.browser.built_site import SUB_PATH
from tests.frozen_records import ATLAS, CASES, ids
from tests.site_languages import LANGUAGES, PREFIXES

Questions = dict[str, dict[str, str]]

ASK = """async ([root, language, questions]) => {
  const { Finder } = await import(`${root}assets/javascripts/atlas-search-find.js`);
  const texts = await (await fetch(`${root}assets/search/${language}.json`)).json();
  const finder = await Finder.load(new URL(root), texts);
  const answers = {};
  for (const question of questions) {
    const { groups, missing, near } = await finder.find(question, {});
    const found = groups.map(async ({ label, results }) =>
      [label, await Promise.all(results.slice(0, 5).map(async (one) => (await one.data()).url))]);
    answers[question] = { missing, near, groups: await Promise.all(found) };
  }
  return answers;
}"""

SHARES = """async ([root, ends, number]) => {
  const { shareOf } = await import(`${root}assets/javascripts/atlas-search-near.js`);
  return ends.map((end) => shareOf([...end], number));
}"""

ALIKE = {
    "actors/saint-josse-ten-noode/": [
        *("St-Josse", "St. Josse ten Noode", "Sint Josse", "Saint-Josse", "SAINT JOSSE TEN NOODE"),
        *("St-Joost", "Sint-Joost", "Saint Joost ten Node", "sint joost"),
    ],
    "actors/eskisehir/": ["Eskisehir", "ESKİŞEHİR", "eskişehir", "Eskiş"],
    "actors/al-eizariya/": ["Al-Eizariya", "al eizariya", "aleizariya", "العيزرية", "عيزريه"],
    "actors/tangier/": ["Tangier", "Tanger", "طنجة", "طنجه", "tang"],
    "countries/ma/": ["Morocco", "Maroc", "Marokko", "المغرب"],
    "countries/bj/": ["Bénin", "Benin", "البنين", "بنين"],
    "themes/health/": ["health", "santé", "gezondheid", "الصحة", "الصحه"],
}
"""Spellings of one name, and the page that each must find first, whatever the language."""


@cache
def cases(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))


def ask(page: Page, address: str, language: str, questions: list[str]) -> dict[str, Any]:
    """What the search answers, with addresses from the root of the site."""
    page.goto(f"{address}{PREFIXES[language]}about/")
    answers: dict[str, Any] = page.evaluate(ASK, [address, language, questions])
    for answer in answers.values():
        for group in answer["groups"]:
            group[1] = [url.removeprefix(f"/{SUB_PATH}/") for url in group[1]]
    return answers


def test_there_are_fifty_questions_and_thirty_without_an_answer() -> None:
    for name, number, each in (("questions", 50, 10), ("unanswered", 30, 5)):
        assert set(cases(name)) >= set(LANGUAGES)
        assert sum(map(len, cases(name).values())) == number
        assert all(len(asked) >= each for asked in cases(name).values())
    for questions in cases("questions").values():
        for address in questions.values():
            section, name, _ = address.split("/")
            assert name in ids(ATLAS, section), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_answered_among_the_first_three(
    window: Page, address: str, language: str
) -> None:
    questions: dict[str, str] = cases("questions")[language]
    wrong = {}
    for question, answer in ask(window, address, language, [*questions]).items():
        [(_, first)] = answer["groups"] or [("", [])]
        if answer["missing"] or PREFIXES[language] + questions[question] not in first[:3]:
            wrong[question] = answer
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_answer_gets_none(window: Page, address: str, language: str) -> None:
    questions: dict[str, list[str]] = cases("unanswered")[language]
    wrong = {}
    for question, answer in ask(window, address, language, [*questions]).items():
        named, near = set(questions[question]), set(answer["near"])
        is_near = named <= near if named else not near
        if answer["groups"] or answer["missing"] != question or not is_near:
            wrong[question] = answer
    assert wrong == {}


def test_every_spelling_of_a_name_finds_it_first(window: Page, address: str) -> None:
    questions = [one for spellings in ALIKE.values() for one in spellings]
    answers = ask(window, address, "en", questions)
    first = {
        one: answer["groups"][0][1][0] if answer["groups"] else answer
        for one, answer in answers.items()
    }
    assert first == {one: page for page, spellings in ALIKE.items() for one in spellings}


def test_a_town_comes_first_then_its_country_then_its_cooperations(
    window: Page, address: str
) -> None:
    [(_, found)] = ask(window, address, "en", ["Tangier"])["Tangier"]["groups"]
    assert found[:3] == [*("actors/tangier/", "countries/ma/", "cooperations/saint-josse-tangier/")]


@pytest.mark.parametrize(
    ("question", "missing", "parts"),
    [
        (
            "civil registry Benin",
            "",
            {"civil registry": "themes/civil-registry/", "Benin": "countries/bj/"},
        ),
        ("Leuven, Belgium", "Leuven", {"Belgium": "countries/be/"}),
        ("Oslo Tangier", "Oslo", {"Tangier": "actors/tangier/"}),
        ("N Djamena", "N Djamena", {}),
        ("City of Oslo", "City of Oslo", {}),
        ("Sint-Niklaas Belgium", "Sint-Niklaas", {"Belgium": "countries/be/"}),
    ],
)
def test_what_is_known_of_a_question_is_brought(
    window: Page, address: str, question: str, missing: str, parts: dict[str, str]
) -> None:
    answer = ask(window, address, "en", [question])[question]
    assert answer["missing"] == missing
    assert {label: found[0] for label, found in answer["groups"]} == parts


def test_the_script_looks_for_a_name_in_the_share_that_it_was_given_to(
    window: Page, address: str
) -> None:
    ends = ["ta", "er", "z", "طن", "ев", "東京", "\U00010330\U00010331"]
    window.goto(f"{address}about/")
    for number in (1, 2, 13, 997):
        shares = [share_of(end, number) for end in ends]
        assert window.evaluate(SHARES, [address, ends, number]) == shares
