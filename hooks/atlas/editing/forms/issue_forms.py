"""The issue forms: a new cooperation, a listed tie that is so, the end of one, a correction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote_plus

from atlas.editing import questions
from atlas.editing.questions.question import Question
from atlas.i18n.languages import Language
from atlas.model.vocabulary import N_


@dataclass(frozen=True, slots=True)
class IssueForm:
    """One form. Its id begins the name of its files and is the label of its issues."""

    id: str
    name: str
    about: str
    title: str
    questions: tuple[Question, ...]

    def file(self, language: str) -> str:
        """The name of its file in a language: `ended.fr.yml`."""
        return f"{self.id}.{language}.yml"

    def address(
        self, repository: str, language: Language, about: str | None = None, **answers: str
    ) -> str:
        """Where it is filled in. `about` completes the title of the issue, which "" leaves begun,
        for a script to complete; `answers` are given to questions by their ids already."""
        query = {"template": self.file(language.code)}
        if about is not None:
            begun = language.gettext(self.title).replace("\u00a0", " ")  # browsers write it anew
            query["title"] = f"{begun}{about}"
        filled = (f"{key}={_quote(value)}" for key, value in (query | answers).items())
        return f"{repository}/issues/new?{'&'.join(filled)}"


_OTHERS = re.compile(r"[^\w/:.,–-]+")
"""What is no letter or figure, and no sign that means nothing in the query of an address."""


@lru_cache(maxsize=4096)
def _quote(answer: str) -> str:
    """An answer as an address holds it, in letters that are read as they are (URL Standard, "URL
    units"). The forms for one tie, and those of a town, share many."""
    return _OTHERS.sub(lambda found: quote_plus(found[0]), answer)


PRIVACY = N_("Issues are public: do not write anyone’s e-mail address or telephone number here.")
LICENCE = N_(
    "What you write is published in the atlas under the licence CC BY 4.0: anyone may use it who "
    "names the atlas."
)
INTRODUCTION = (PRIVACY, LICENCE)
"""Stands at the head of every form, a paragraph each."""

_PAGE = Question(
    "page",
    label=N_("Page"),
    hint=N_("Its address in your browser; it ends as in …/cooperations/saint-josse-tangier/."),
    optional=True,
)

_SOURCE = (
    replace(questions.SOURCE_URL, optional=False),
    questions.SOURCE_TITLE,
    replace(questions.SOURCE_LANGUAGE, optional=True),
    questions.SOURCE_PUBLISHER,
    questions.SOURCE_DATE,
)


def _ask_partner(letter: str, *labels: str) -> list[Question]:
    asked = zip((questions.PARTNER, questions.ACTOR_TYPE, questions.COUNTRY), labels, strict=True)
    return [replace(one, id=f"{one.id}-{letter}", label=label) for one, label in asked]


NEW = IssueForm(
    "new-cooperation",
    N_("A cooperation is missing"),
    N_("Tell us of a twinning, an agreement or another cooperation that the atlas does not have."),
    N_("New cooperation: "),
    (
        questions.TITLE,
        questions.FORM,
        *_ask_partner(
            "a",
            N_("First partner"),
            N_("What is the first partner?"),
            N_("Country of the first partner"),
        ),
        *_ask_partner(
            "b",
            N_("Second partner"),
            N_("What is the second partner?"),
            N_("Country of the second partner"),
        ),
        questions.FURTHER_PARTNERS,
        questions.INSTRUMENT,
        questions.SIGNED,
        questions.START,
        questions.END,
        questions.STATUS,
        questions.SUMMARY,
        questions.THEMES,
        *_SOURCE,
    ),
)

ENDED = IssueForm(
    "ended",
    N_("A cooperation has ended"),
    N_("A cooperation that the atlas has is over."),
    N_("Ended: "),
    (replace(_PAGE, optional=False), questions.END, questions.EVIDENCE, *_SOURCE),
)

STILL_SO = IssueForm(
    "still-so",
    N_("A listed tie still exists"),
    N_("A tie that the atlas lists from a register, not checked, still exists."),
    N_("Still exists: "),
    (
        replace(
            _PAGE,
            hint=N_("Its address in your browser; it ends as in …/places/genk/#cieszyn-genk."),
            optional=False,
        ),
        replace(questions.FORM, optional=True),
        questions.START,
        replace(questions.SUMMARY, optional=True),
        questions.EVIDENCE,
        *_SOURCE,
    ),
)

CORRECTION = IssueForm(
    "correction",
    N_("Something is wrong"),
    N_("A page of the atlas says something that is not so."),
    N_("Correction: "),
    (
        _PAGE,
        Question(
            "record",
            label=N_("Record"),
            hint=N_("The name of the record’s file, if you know it."),
            optional=True,
        ),
        Question("wrong", label=N_("What is wrong?"), long=True),
        Question("right", label=N_("What should it say?"), optional=True, long=True),
        Question("source", label=N_("The source that says so"), optional=True, long=True),
    ),
)

ISSUE_FORMS = (NEW, STILL_SO, ENDED, CORRECTION)
"""Every form there is. A person reads corrections; of the others a workflow makes a proposal."""
