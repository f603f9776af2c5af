"""How problems are told, and in which language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas import checks
from atlas.files import reader
from atlas.i18n import catalogues, report
from atlas.i18n.messages import Example, Month, Verbatim, alternatives, msg
from atlas.i18n.problem import Problem
from tests.checks.minimal import OUTLINES, TODAY, cases, said_of
from tests.site_languages import LANGUAGES, TRANSLATED

_ODD = Problem("data/a,b:c.yml", 3, 9, Verbatim("100%\r\nsure"), msg("Check: it, twice."))
_EMPTY = Problem("data/x.yml", 1, 2, msg('field "{field}" is empty.', field="title"))


def test_an_annotation_escapes_what_a_workflow_command_reads() -> None:
    assert report.annotation(_ODD, "en") == (
        "::error file=data/a%2Cb%3Ac.yml,line=3,col=9::100%25??sure Check: it, twice."
    )


def test_problems_and_warnings_are_counted_apart() -> None:
    warning = Problem("data/places/hill.yml", 1, 1, msg("x"), severity="warning")
    assert str(report.summary([])) == "no problems"
    assert str(report.summary([_ODD])) == "1 problem in 1 file"
    assert str(report.summary([warning])) == "1 warning in 1 file"
    both = report.summary([_ODD, _ODD, warning])
    assert str(both) == "2 problems and 1 warning in 2 files"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": "nl_BE"}, "nl"),
        ({"LANG": "ar", "LC_ALL": ""}, "ar"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_of_the_environment(
    environment: dict[str, str], language: str
) -> None:
    assert report.environment_language(environment) == language


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", 'data/x.yml:1:2  field "title" is empty.'),
        ("nl", "data/x.yml:1:2  veld “title” is leeg."),
        ("fr", "data/x.yml:1:2  le champ «\u00a0title\u00a0» est vide."),
        ("ar", "data/x.yml:1:2  \u2067الحقل «\u2068title\u2069» فارغ.\u2069"),
    ],
)
def test_a_problem_is_told_with_its_names_as_they_are(language: str, line: str) -> None:
    assert report.line(_EMPTY, language) == line
    assert report.annotation(_EMPTY, language).endswith(f"::{line.partition('  ')[2]}")


@pytest.mark.parametrize(
    ("language", "line"),
    [("nl", "waarschuwing: a, b of c"), ("ar", "\u2067تنبيه: \u2068a\u2069 أو \u2068b\u2069 أو")],
)
def test_warnings_and_lists_are_those_of_the_language(language: str, line: str) -> None:
    message = msg("{found}.", found=alternatives(["a", "b", "c"]))
    warning = Problem("x", 1, 1, message, severity="warning")
    assert report.line(warning, language).startswith(f"x:1:1  {line}")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Write {en: 'like this'} in February 2012."),
        ("nl", "Schrijf {nl: 'zoals hier'} in februari 2012."),
        ("fr", "Écrivez {fr: 'comme ceci'} in février 2012."),
        ("ar", "\u2067اكتب \u2068{ar: 'هكذا'}\u2069 in فبراير 2012.\u2069"),
    ],
)
def test_examples_and_months_are_those_of_the_language(language: str, told: str) -> None:
    shown = Example("{{{lang}: '{words}'}}", msg("like this"))
    when = Month("2012-02", "February 2012")
    write = msg("Write {value}.", value=msg("{shown} in {when}", shown=shown, when=when))
    assert report.render(write, language) == told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("shape", "told"),
    [("[{{{lang}: …}}]", "[{%s: …}]"), ("{{lang: {lang}, text: …}}", "{lang: %s, text: …}")],
)
def test_the_shape_of_a_value_names_the_language(shape: str, told: str, language: str) -> None:
    assert told % language in report.render(msg("Write {shape}.", shape=Example(shape)), language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_has_two_blanks_in_a_row(language: str) -> None:
    told = [
        text
        for message in catalogues.load(language, catalogues.PROBLEMS)
        if message.id
        for text in ([message.string] if isinstance(message.string, str) else message.string or ())
    ]
    assert [text for text in told if re.search(r"\s\s", text)] == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "مشكلة واحدة في ملف واحد"),
        (2, "مشكلتان في ملفين"),
        (3, "3 مشكلات في 3 ملفات"),
        (11, "11 مشكلة في 11 ملفًا"),
        (100, "100 مشكلة في 100 ملف"),
    ],
)
@pytest.mark.languages("ar")
def test_arabic_counts_as_arabic_does(number: int, told: str) -> None:
    problems = [Problem(f"{at}.yml", 1, 1, msg("x")) for at in range(number)]
    *_, last = report.lines(problems, {}, "ar")
    assert last == f"\u2067{told}\u2069"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_record_says_cannot_turn_the_line(language: str) -> None:
    message = msg("Write {value}.", value="a\u202eb\nc")
    line = report.line(Problem("x", 1, 1, message), language)
    assert "a?b?c" in line
    assert "\u202e" not in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_file_cannot_begin_a_line(language: str) -> None:
    line = report.line(Problem("data/places/x\n::error::boo.yml", 1, 1, msg("x")), language)
    assert line.startswith("data/places/x?::error::boo.yml:1:1  ")


@pytest.mark.parametrize("case", cases("rules.yml") + cases("complaints.yml"))
def test_all_that_is_told_is_translated_without_two_blanks_in_a_row(
    case: dict[str, object], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    said_of(data, case["changes"])  # type: ignore[arg-type]  # as cases says
    documents, problems = reader.read(data)
    _, found = checks.check(documents, OUTLINES, today=TODAY)
    for problem in (*problems, *found):
        for language in TRANSLATED:
            assert str(problem) != report.line(problem, language)
            # A value that is quoted may begin with a hard space, behind that of a French mark.
            assert not re.search(r" \s|\s ", report.explanation(problem, language))
