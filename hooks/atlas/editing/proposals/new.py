"""The answers about a new cooperation, made into its record and those it brings along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atlas.editing import drafts
from atlas.editing.drafts import answers
from atlas.editing.forms.answers import Answers
from atlas.editing.proposals.outcome import Outcome, RefusedError, Remark
from atlas.editing.proposals.sources import source
from atlas.files.document import Document
from atlas.i18n.languages import Language
from atlas.lookup.finder import Finder, countries
from atlas.model.vocabulary import FORMS, MEETINGS, N_, Form, Role

NO_FORM = N_("Which form it has is not known yet. A person will read your issue.")
NO_COUNTRY = N_("We do not know the country “{country}”. Write its usual name, one country alone.")
SEVERAL = N_("“{country}” may be more than one country. Write its full name.")
THERE = N_("The atlas has it already: {record}.")
TAKEN_FOR = N_("A partner is taken to be one that the atlas has: {partner}. Check it.")
NO_PLACE = N_("A partner is new and has no place on the map yet: {partner}.")
NEAR = N_(
    "A partner is taken to be new, yet the atlas has some of nearly that name: {partners}. "
    "Compare them."
)
NO_THEME = N_("No theme of the atlas is called “{theme}”.")
FURTHER = N_("Further partners were named and are not in the record: {partners}.")
NO_INSTRUMENT = N_(
    "What was signed has no name here: the form of the cooperation stands for it: {instrument}. "
    "Check it."
)
NOTHING_SIGNED = N_(
    "In this form of cooperation nothing is signed as a rule: this date is not in the record: "
    "{date}."
)
NO_DATE = N_("The source has no date: the day of the form stands for the date of the evidence.")
PLANNED = N_("A date is still to come, or may be: “{date}” was entered as {field}. Check it.")
EVIDENCE = N_("A reader names this page or document as the source.")

_APART = re.compile(r"[\n,;،؛]+")


def outcome(given: Answers, documents: Sequence[Document], day: str) -> Outcome:
    """The files of a new cooperation. Raises RefusedError with all that stands in the way.

    `day` is the day on which the form was sent: 2026-11-21.
    """
    finder = Finder(documents)
    values = given.values
    refused: list[Remark] = [] if values["form"] else [(NO_FORM, "")]
    told, remarks = source(given, documents, day)
    agreement, signing = _agreement(given)
    remarks = [*remarks, *signing]
    role = Role.SIGNATORY if agreement else Role.PARTNER
    parties = []
    for letter in ("a", "b"):
        try:
            party, said = _party(given, letter, finder, told, role)
        except RefusedError as error:
            refused.extend(error.remarks)
            continue
        parties.append(party)
        remarks.extend(said)
    if refused:
        raise RefusedError(refused)
    themes, unknown = _themes(values["themes"], finder)
    remarks.extend((NO_THEME, theme) for theme in unknown)
    if values["partners"]:
        remarks.append((FURTHER, values["partners"]))
    if not values["source-date"]:
        remarks.append((NO_DATE, ""))
    language = given.language
    new = answers.Cooperation(
        title={language: values["title"]},
        form=values["form"],
        summary={language: values["summary"]},
        parties=tuple(parties),
        status=values["status"] or "unknown",
        evidence={language: Language(language, "").gettext(EVIDENCE)},
        sources=(told,),
        day=day,
        agreement=agreement,
        as_of=values["source-date"] or day,
        start=values["start"],
        end=values["end"],
        themes=tuple(themes),
        parties_open=bool(values["partners"]),
    )
    made = drafts.drafted(new, documents)
    actors = [party["actor"] for party in made[-1].value["parties"]]
    if alike := drafts.alike(documents, actors, new.form):
        raise RefusedError([(THERE, f"cooperations/{id_}") for id_ in alike])
    dates = made[-1].value.get("dates", {})
    for field in ("planned_start", "planned_end"):
        if field in dates:
            remarks.append((PLANNED, dates[field], field))
    files = {f"{draft.folder}/{draft.id}.yml": draft.text for draft in made}
    return Outcome(values["title"], files, remarks)


def _agreement(given: Answers) -> tuple[answers.Agreement | None, list[Remark]]:
    """What was signed: named as the answer says, or by the form of the cooperation."""
    instrument, signed = given.values["instrument"], given.values["signed"]
    if not instrument and not signed:
        return None, []
    if instrument:
        return answers.Agreement({given.language: instrument}, signed), []
    form = given.values["form"]
    if form in MEETINGS:
        return None, [(NOTHING_SIGNED, signed)]
    label = Language(given.language, "").gettext(FORMS[Form(form)].label) if form else ""
    return answers.Agreement({given.language: label}, signed), [(NO_INSTRUMENT, label)]


def _party(
    given: Answers, letter: str, finder: Finder, told: str | answers.Source, role: str
) -> tuple[answers.Party, list[Remark]]:
    name, written = given.values[f"partner-{letter}"], given.values[f"country-{letter}"]
    found = countries(written)
    if len(found) != 1:
        raise RefusedError([(SEVERAL if found else NO_COUNTRY, written)])
    known = finder.called("actors", name)
    if len(known) == 1:
        return answers.Party(known[0], (role,), letter), [(TAKEN_FOR, f"actors/{known[0]}")]
    actor = answers.Actor(
        names={given.language: name},
        sources=(told,),
        type=given.values[f"type-{letter}"] or "unknown",
        countries=(found[0],),
    )
    near = ", ".join(f"actors/{id_}" for id_ in finder.actors_near(name))
    hints = [(NEAR, f"{name} – {near}")] if near else []
    return answers.Party(actor, (role,), letter), [(NO_PLACE, name), *hints]


def _themes(written: str, finder: Finder) -> tuple[list[str], list[str]]:
    """The ids of the themes that are named, and the names that are no theme's."""
    known: list[str] = []
    unknown: list[str] = []
    for name in filter(None, map(str.strip, _APART.split(written))):
        found = finder.called("themes", name)
        (known if len(found) == 1 else unknown).append(found[0] if len(found) == 1 else name)
    return list(dict.fromkeys(known)), unknown
