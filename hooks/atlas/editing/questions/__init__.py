"""What is asked about a record: the one list for the issue forms and for `atlas new`.

A form asks all at once and in whole sentences; a terminal asks one thing after another, and can
name what it is about. So most questions have two wordings, which stand side by side.
"""

from __future__ import annotations

from atlas.editing.questions.question import Question
from atlas.i18n.messages import Phrase, msg
from atlas.lookup.moment_parser import Edge
from atlas.model.kinds import LANGUAGE
from atlas.model.vocabulary import N_


def _ask_date(id_: str, fields: str, label: str, prompt: Phrase) -> Question:
    return Question(
        id_,
        fields,
        label=label,
        hint=N_("A year, a month or a day: 2014, 2018-03 or 17/12/2011."),
        optional=True,
        prompt=prompt,
        prompt_hint=msg("2014, 2018-03 or 17/12/2011; a ~ behind it means about, a ? unsure"),
    )


_NEAREST = N_("Choose what comes nearest.")

WRITING_LANGUAGE = Question(
    "language",
    kind=LANGUAGE,
    prompt=msg("In which language will you write"),
    prompt_hint=msg("en, nl, fr, ar, …"),
)

# A cooperation

TITLE = Question(
    "title",
    "cooperations.title",
    label=N_("What is the cooperation called?"),
    hint=N_("For example: Twinning between Saint-Josse-ten-Noode and Tangier."),
    prompt=msg("A title"),
)
FORM = Question(
    "form",
    "cooperations.form",
    label=N_("What form does it have?"),
    hint=_NEAREST,
    prompt=msg("Its form"),
)
FORM_AS_STATED = Question(
    "form-as-stated",
    "cooperations.form_as_stated",
    optional=True,
    prompt=msg("The source's own word for this form"),
)
INSTRUMENT = Question(
    "instrument",
    "cooperations.agreements.instrument",
    label=N_("What was signed?"),
    hint=N_("For example: twinning charter. Leave it empty if nothing was, as far as you know."),
    optional=True,
    prompt=msg("What was signed"),
    prompt_hint=msg("for example twinning charter"),
)
SIGNED = _ask_date(
    "signed", "cooperations.agreements.signed", N_("When was it signed?"), msg("When it was signed")
)
DECIDED = _ask_date(
    "decided",
    "cooperations.agreements.decided",
    "",
    msg("When it was decided or approved, if nothing was signed"),
)
DECISION = Question(
    "decision",
    "cooperations.agreements.instrument",
    prompt=msg("What was decided or approved"),
    prompt_hint=msg("for example decision of the town council"),
)
START = _ask_date(
    "start",
    "cooperations.dates.actual_start cooperations.dates.planned_start",
    N_("When did it begin?"),
    msg("When it began, if the source says so"),
)
END = _ask_date(
    "end",
    "cooperations.dates.actual_end cooperations.dates.planned_end",
    N_("When did it end?"),
    msg("When it ended"),
)
EDGES = {
    START.id: Edge.START,
    END.id: Edge.END,
    SIGNED.id: Edge.NEITHER,
    DECIDED.id: Edge.NEITHER,
}
"""The questions whose answer may be a moment that is no single date, and what it is of."""

STATUS = Question(
    "status",
    "cooperations.status.code",
    label=N_("How does it stand?"),
    labels={
        "implementation": N_("It is under way"),
        "pipeline": N_("It is planned"),
        "closed": N_("It has ended"),
    },
    prompt=msg("How it stands"),
)
EVIDENCE = Question(
    "evidence",
    "cooperations.status.evidence",
    label=N_("How do you know?"),
    hint=N_("One sentence in your own words on what the source says."),
    long=True,
    prompt=msg("What shows it"),
    prompt_hint=msg("for example that the town's page lists it"),
)
AS_OF = _ask_date("as-of", "cooperations.status.as_of", "", msg("The date of that evidence"))
SUMMARY = Question(
    "summary",
    "cooperations.summary",
    label=N_("What is it about?"),
    hint=N_("Two or three sentences in your own words: who does what with whom, and what for."),
    long=True,
    prompt=msg("What it is"),
    prompt_hint=msg("a sentence or two of your own"),
)
THEMES = Question(
    "themes",
    "cooperations.themes",
    label=N_("Themes"),
    hint=N_("One on each line; for example: health."),
    long=True,
    optional=True,
    prompt=msg("Its themes"),
)

# Who takes part, and where that is

PARTNER = Question(
    "partner",
    "cooperations.parties.actor actors.names",
    hint=N_("The name of the town, region or organisation, not of a person."),
    prompt=msg("Partner {number}"),
    prompt_hint=msg("its name, or its town's, in any language"),
)
FURTHER_PARTNERS = Question(
    "partners",
    "cooperations.parties_open",
    optional=True,
    label=N_("Further partners"),
    hint=N_("One on each line, with its country."),
    long=True,
)
ROLES_OF_PARTNER = Question(
    "roles",
    "cooperations.parties.roles",
    prompt=msg("The part of {name} in it"),
)
FULL_NAME = Question(
    "full-name",
    "actors.names",
    prompt=msg("The full name of {name}"),
    prompt_hint=msg("for example City of Tangier"),
)
ACTOR_NAME = Question("actor", "actors.names", prompt=msg("The name of the organisation"))
ACTOR_TYPE = Question(
    "type",
    "actors.type",
    hint=_NEAREST,
    prompt=msg("What is {name}"),
)
ACTOR_KIND = Question(
    "kind",
    "actors.kind",
    prompt=msg("What is {name} more closely"),
)
SEAT = Question(
    "seat",
    "actors.seat places.names",
    optional=True,
    prompt=msg("The place where {name} has its seat"),
)
COUNTRY = Question(
    "country",
    "actors.countries places.countries",
    prompt=msg("The country of {name}"),
)
PLACE_NAME = Question("place", "places.names", prompt=msg("The name of the place"))
PLACE_TYPE = Question(
    "place-type",
    "places.type",
    prompt=msg("What kind of place is {name}"),
)
POINT = Question(
    "point",
    "places.coordinates places.geonames",
    prompt=msg("Where {name} in {country} lies, says GeoNames"),
)

# What the record rests on

SOURCE = Question(
    "source",
    "cooperations.sources actors.sources sources.title.text sources.url",
    prompt=msg("First its source: where does it stand"),
    prompt_hint=msg("the title or the address of a source"),
)
SOURCE_URL = Question(
    "source-url",
    "sources.url",
    label=N_("Where can this be read?"),
    hint=N_("The address of a public page or document."),
    optional=True,
    prompt=msg("The web address of the source"),
)
SOURCE_TITLE = Question(
    "source-title",
    "sources.title.text",
    label=N_("Title of that page or document"),
    prompt=msg("The title of the source"),
    may_be_date=True,
)
SOURCE_LANGUAGE = Question(
    "source-language",
    "sources.language",
    label=N_("In which language is it written?"),
    hint=N_("For example: Dutch."),
    prompt=msg("The language that the source is written in"),
    prompt_hint=msg("en, nl, fr, ar, …"),
)
SOURCE_PUBLISHER = Question(
    "source-publisher",
    "sources.publisher",
    label=N_("Who published it?"),
    optional=True,
    prompt=msg("Who published the source"),
)
SOURCE_DATE = _ask_date(
    "source-date",
    "sources.published cooperations.status.as_of",
    N_("Date of that page or document"),
    msg("When the source was published"),
)

# A theme

THEME_NAME = Question("theme", "themes.names", prompt=msg("The name of the theme"))
THEME_DESCRIPTION = Question(
    "description",
    "themes.description",
    prompt=msg("What belongs to it"),
    prompt_hint=msg("one sentence"),
)

# The file of any record

RECORD_ID = Question("id", prompt=msg("Its id"))
SOURCE_ID = Question("source-id", prompt=msg("The id of the source “{name}”"))
ID_OF = Question(
    "id-of",
    prompt=msg("The id of {name}"),
    prompt_hint=msg("its name in Latin letters, such as {example}", example="port-azul"),
)
