"""What the issue forms ask: a new cooperation, the end of one, a correction."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.model.vocabulary import ACTOR_TYPES, FORMS, N_, ActorType

UNKNOWN = N_("I do not know")


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a form; its texts are English and in the catalogues.

    `choices` are the labels to choose from, by what a record says instead; "" where the answer
    leaves it open. `long` asks for several lines.
    """

    id: str
    label: str
    hint: str = ""
    required: bool = False
    long: bool = False
    choices: tuple[tuple[str, str], ...] = ()


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


PRIVACY = N_("Issues are public: do not write anyone’s e-mail address or telephone number here.")
LICENCE = N_(
    "What you write is published in the atlas under the licence CC BY 4.0: anyone may use it who "
    "names the atlas."
)
INTRODUCTION = (PRIVACY, LICENCE)
"""Stands at the head of every form, a paragraph each."""

_NEAREST = N_("Choose what comes nearest.")

_PARTNER_TYPES = tuple(
    (type_.value, UNKNOWN if type_ is ActorType.UNKNOWN else term.label)
    for type_, term in ACTOR_TYPES.items()
)

_PAGE = Question(
    "page",
    N_("Page"),
    N_("Its address in your browser; it ends as in …/cooperations/saint-josse-tangier/."),
)
_RECORD = Question(
    "record",
    N_("Record"),
    N_("The name of the record’s file, if you know it."),
)
_SOURCE = (
    Question(
        "source-url",
        N_("Where can this be read?"),
        N_("The full address of a public page or document, beginning with https://."),
        required=True,
    ),
    Question("source-title", N_("Title of that page or document"), required=True),
    Question("source-publisher", N_("Who published it?")),
    Question(
        "source-date",
        N_("Date of that page or document"),
        N_("A year, a month or a day: 2014, 2018-03 or 17/12/2011."),
    ),
)


def _partner(letter: str, name: str, country: str, type_: str) -> tuple[Question, ...]:
    return (
        Question(
            f"partner-{letter}",
            name,
            N_("The name of the town, region or organisation, not of a person."),
            required=True,
        ),
        Question(f"type-{letter}", type_, _NEAREST, choices=_PARTNER_TYPES, required=True),
        Question(f"country-{letter}", country, required=True),
    )


NEW = IssueForm(
    "new-cooperation",
    N_("A cooperation is missing"),
    N_("Tell us of a twinning, an agreement or another cooperation that the atlas does not have."),
    N_("New cooperation: "),
    (
        Question(
            "title",
            N_("What is the cooperation called?"),
            N_("For example: Twinning between Saint-Josse-ten-Noode and Tangier."),
            required=True,
        ),
        Question(
            "form",
            N_("What form does it have?"),
            _NEAREST,
            choices=(*((form.value, term.label) for form, term in FORMS.items()), ("", UNKNOWN)),
            required=True,
        ),
        *_partner(
            "a",
            N_("First partner"),
            N_("Country of the first partner"),
            N_("What is the first partner?"),
        ),
        *_partner(
            "b",
            N_("Second partner"),
            N_("Country of the second partner"),
            N_("What is the second partner?"),
        ),
        Question(
            "partners",
            N_("Further partners"),
            N_("One on each line, with its country."),
            long=True,
        ),
        Question(
            "instrument",
            N_("What was signed?"),
            N_("For example: twinning charter. Leave it empty if nothing was, as far as you know."),
        ),
        Question(
            "signed",
            N_("When was it signed?"),
            N_("A year, a month or a day: 2014, 2018-03 or 17/12/2011."),
        ),
        Question(
            "start",
            N_("When did it begin?"),
            N_("A year, a month or a day: 2014, 2018-03 or 17/12/2011."),
        ),
        Question(
            "end",
            N_("When did it end?"),
            N_("A year, a month or a day: 2014, 2018-03 or 17/12/2011."),
        ),
        Question(
            "status",
            N_("How does it stand?"),
            choices=(
                ("implementation", N_("It is under way")),
                ("pipeline", N_("It is planned")),
                ("closed", N_("It has ended")),
                ("unknown", UNKNOWN),
            ),
            required=True,
        ),
        Question(
            "summary",
            N_("What is it about?"),
            N_("Two or three sentences in your own words: who does what with whom, and what for."),
            required=True,
            long=True,
        ),
        Question(
            "themes",
            N_("Themes"),
            N_("One on each line; for example: health."),
            long=True,
        ),
        *_SOURCE,
    ),
)

ENDED = IssueForm(
    "ended",
    N_("A cooperation has ended"),
    N_("A cooperation that the atlas has is over."),
    N_("Ended: "),
    (
        Question("page", _PAGE.label, _PAGE.hint, required=True),
        Question(
            "end",
            N_("When did it end?"),
            N_("A year, a month or a day: 2014, 2018-03 or 17/12/2011."),
        ),
        Question(
            "evidence",
            N_("How do you know?"),
            N_("One sentence in your own words on what the source says."),
            required=True,
            long=True,
        ),
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
        _RECORD,
        Question("wrong", N_("What is wrong?"), required=True, long=True),
        Question("right", N_("What should it say?"), long=True),
        Question("source", N_("The source that says so"), long=True),
    ),
)

ISSUE_FORMS = (NEW, ENDED, CORRECTION)
"""Every form there is. A person reads corrections; of the others a workflow makes a proposal."""
