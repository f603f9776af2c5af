"""What was answered in a form is read back from the issue that GitHub makes of it."""

from __future__ import annotations

import pytest

from atlas.editing.forms import answers
from atlas.editing.forms.issue_forms import ENDED, ISSUE_FORMS, NEW, IssueForm
from atlas.i18n.languages import Language
from tests.site_languages import LANGUAGES

SPOKEN = [Language(code, "") for code in LANGUAGES]
ENGLISH = Language("en", "")


def body(form: IssueForm, language: Language, given: dict[str, str]) -> str:
    """An issue as GitHub writes it: each label as a heading, the answer below."""
    return "\n\n".join(
        f"### {language.gettext(question.label)}\n\n{given.get(question.id, '_No response_')}"
        for question in form.questions
    )


@pytest.mark.parametrize("form", ISSUE_FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_every_form_is_known_by_its_questions(form: IssueForm, language: Language) -> None:
    read = answers.read_issue(body(form, language, {}), SPOKEN)
    assert (read.form, read.language) == (form, language.code)
    assert set(read.values) == {question.id for question in form.questions}
    assert set(read.values.values()) == {""}


def test_answers_keep_their_lines_and_lose_the_space_around() -> None:
    given = {"summary": "  One.\n\nTwo.\n", "title": "A and B"}
    values = answers.read_issue(body(NEW, ENGLISH, given), SPOKEN).values
    assert values["summary"] == "One.\n\nTwo."
    assert values["title"] == "A and B"


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_a_choice_is_read_in_every_language(language: Language) -> None:
    given = {"form": language.gettext("Twinning"), "status": language.gettext("It has ended")}
    values = answers.read_issue(body(NEW, language, given), SPOKEN).values
    assert (values["form"], values["status"]) == ("twinning", "closed")


def test_a_choice_that_the_form_does_not_offer_is_no_answer() -> None:
    assert answers.read_issue(body(NEW, ENGLISH, {"form": "Marriage"}), SPOKEN).values["form"] == ""


def test_lines_of_windows_are_read() -> None:
    text = body(ENDED, ENGLISH, {"end": "2020"}).replace("\n", "\r\n")
    assert answers.read_issue(text, SPOKEN).values["end"] == "2020"


def test_a_heading_of_the_answers_own_belongs_to_the_answer() -> None:
    given = {"summary": "One.\n\n### Aims\n\nTwo."}
    assert answers.read_issue(body(NEW, ENGLISH, given), SPOKEN).values["summary"] == (
        "One.\n\n### Aims\n\nTwo."
    )


def test_a_heading_above_the_first_question_is_passed_over() -> None:
    text = "### Hello\n\nthere\n\n" + body(ENDED, ENGLISH, {"end": "2020"})
    assert answers.read_issue(text, SPOKEN).values["end"] == "2020"


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_an_answer_cannot_answer_another_question(language: Language) -> None:
    form = language.gettext("What form does it have?")
    given = {"title": f"A and B\n\n### {form}\n\n{language.gettext('Network')}"}
    with pytest.raises(answers.UnreadableIssueError) as caught:
        answers.read_issue(body(NEW, language, given), SPOKEN)
    assert (caught.value.message, caught.value.language) == (answers.AMBIGUOUS, language.code)


@pytest.mark.parametrize("text", ["", "### Title\n\nno form", "hello", "### \n\n### \n"])
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises(answers.UnreadableIssueError) as caught:
        answers.read_issue(text, SPOKEN)
    assert (caught.value.message, caught.value.language) == (answers.NO_FORM, "")


def test_an_endless_answer_is_cut() -> None:
    read = answers.read_issue(body(NEW, ENGLISH, {"summary": "a" * 10**6}), SPOKEN)
    assert len(read.values["summary"]) == answers.LONGEST
