"""The answers about a new cooperation, made into its record and those it brings along."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.editing import drafts, parse_answers
from atlas.editing.drafts.new_records import (
    NewActor,
    NewAgreement,
    NewCooperation,
    NewParty,
    NewSource,
)
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.listed_ties import ListedTies
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError, Remark
from atlas.editing.proposals.sources import find_source
from atlas.files.document import Document
from atlas.lookup.finder import Finder
from atlas.lookup.municipal_names import find_town
from atlas.model.vocabulary import MEETINGS, N_, ActorType, Form, Role

NO_FORM = N_("Which form it has is not known yet. A person will read your issue.")
NO_COUNTRY = N_("We do not know the country “{country}”. Write its usual name, one country alone.")
SEVERAL = N_("“{country}” may be more than one country. Write its full name.")
THERE = N_("The atlas has it already: {path}.")
TAKEN_FOR = N_("A partner is taken to be one that the atlas has: {partner}. Check it.")
LISTED = N_("This tie is listed by {registers}, which nobody has checked.")
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

_OF_TOWNS = {ActorType.LOCAL_GOVERNMENT, ActorType.UNKNOWN, ""}
"""What a partner may be that goes by the name of a town and stands for it."""


def propose(answers: FormAnswers, documents: Sequence[Document], data: str, day: str) -> Proposal:
    """A new cooperation and what it brings along. ProposalRefusedError with all that stops it.

    `data` is the name of the data folder; on `day` the form was sent: 2026-11-21.
    """
    values = answers.values
    finder = Finder(documents)
    known = ListedTies(documents)
    source, remarks = find_source(answers, documents, day)
    agreement, agreement_remarks = _make_agreement(answers)
    role = Role.SIGNATORY if agreement else Role.PARTNER
    parties, party_remarks = _make_parties(answers, finder, known, source, role)
    tie = known.find_between(party.actor for party in parties)
    registers = tie.registers if tie else ()
    themes, unknown_themes = _find_themes(values["themes"], finder)
    language = answers.language
    new = NewCooperation(
        title={language: values["title"]},
        form=values["form"],
        summary={language: values["summary"]},
        parties=parties,
        status=values["status"] or "unknown",
        evidence={language: answers.translate(EVIDENCE)},
        sources=(source, *(one for one in registers if one != source)),
        day=day,
        agreement=agreement,
        as_of=values["source-date"] or day,
        start=values["start"],
        end=values["end"],
        themes=tuple(themes),
        parties_open=bool(values["partners"]),
    )
    drafted = drafts.draft_records(new, documents, data)
    actors = [party["actor"] for party in (drafted[-1].value or {})["parties"]]
    if alike := drafts.find_alike(documents, actors, new.form):
        raise ProposalRefusedError([(THERE, f"cooperations/{id_}") for id_ in alike])
    remarks += [*agreement_remarks, *party_remarks]
    remarks += [(LISTED, tie.paths)] if tie else []
    remarks += [(NO_THEME, theme) for theme in unknown_themes]
    remarks += [(FURTHER, values["partners"])] if values["partners"] else []
    remarks += [] if values["source-date"] else [(NO_DATE, "")]
    remarks += [(PLANNED, date, field) for field, date in new.dates.items() if "planned" in field]
    return Proposal(values["title"], drafted, remarks)


def _make_agreement(answers: FormAnswers) -> tuple[NewAgreement | None, list[Remark]]:
    """What was signed: named as the answer says, or by the form of the cooperation."""
    instrument, signed = answers.values["instrument"], answers.values["signed"]
    if not instrument and not signed:
        return None, []
    if instrument:
        return NewAgreement({answers.language: instrument}, signed), []
    form = answers.values["form"]
    if form in MEETINGS:
        return None, [(NOTHING_SIGNED, signed)]
    label = answers.translate(Form(form).label) if form else ""
    return NewAgreement({answers.language: label}, signed), [(NO_INSTRUMENT, label)]


def _make_parties(
    answers: FormAnswers, finder: Finder, known: ListedTies, source: str | NewSource, role: str
) -> tuple[tuple[NewParty, ...], list[Remark]]:
    """Both partners. Raises ProposalRefusedError for each country, and a form, that is unknown."""
    reasons: list[Remark] = [] if answers.values["form"] else [(NO_FORM, "")]
    parties, remarks = [], []
    for letter in ("a", "b"):
        try:
            party, party_remarks = _make_party(answers, letter, finder, known, source, role)
        except ProposalRefusedError as error:
            reasons.extend(error.remarks)
            continue
        parties.append(party)
        remarks.extend(party_remarks)
    if reasons:
        raise ProposalRefusedError(reasons)
    return tuple(parties), remarks


def _make_party(
    answers: FormAnswers,
    letter: str,
    finder: Finder,
    known: ListedTies,
    source: str | NewSource,
    role: str,
) -> tuple[NewParty, list[Remark]]:
    name, country = _read_partner(answers, letter)
    town = find_town(name)
    towns = known.find_towns(_find_called(finder, "places", name, town), country)
    found = _find_called(finder, "actors", name, town)
    if towns:  # a namesake elsewhere is not meant
        found = [actor for actor in found if known.find_seat(actor) in towns]
    if len(found) == 1:
        return NewParty(found[0], (role,), letter), [(TAKEN_FOR, f"actors/{found[0]}")]
    if answers.values[f"type-{letter}"] in _OF_TOWNS and not found and len(towns) == 1:
        municipality = known.find_municipality(towns[0])
        return NewParty(municipality, (role,), letter), [(TAKEN_FOR, f"places/{towns[0]}")]
    actor = NewActor(
        names={answers.language: name},
        sources=(source,),
        type=answers.values[f"type-{letter}"] or "unknown",
        countries=(country,),
    )
    near = ", ".join(f"actors/{id_}" for id_ in finder.find_actors_near(name))
    hints = [(NEAR, f"{name} – {near}")] if near else []
    return NewParty(actor, (role,), letter), [(NO_PLACE, name), *hints]


def _read_partner(answers: FormAnswers, letter: str) -> tuple[str, str]:
    """The name of a partner, without the country behind it, and the code of the country."""
    written, country = answers.values[f"partner-{letter}"], answers.values[f"country-{letter}"]
    name, behind = parse_answers.split_country(written)
    try:
        code = _parse_country(country)
    except ProposalRefusedError:
        if not behind:
            raise
        code = behind
    return (name if behind == code else written), code


def _find_called(finder: Finder, folder: str, *names: str) -> list[str]:
    """The ids of what is called by the first of the names by which anything is."""
    return next(filter(None, (finder.find_called(folder, name) for name in names)), [])


def _parse_country(text: str) -> str:
    """The code of the one country that `text` means."""
    try:
        found = parse_answers.parse_countries(text)
    except ValueError as error:
        raise ProposalRefusedError([(NO_COUNTRY, text)]) from error
    if len(found) > 1:
        raise ProposalRefusedError([(SEVERAL, text)])
    return found[0]


def _find_themes(text: str, finder: Finder) -> tuple[list[str], list[str]]:
    """The ids of the themes that are named, and the names that are no theme's."""
    named = [(name, finder.find_called("themes", name)) for name in parse_answers.split_items(text)]
    known = dict.fromkeys(ids[0] for _, ids in named if len(ids) == 1)
    return list(known), [name for name, ids in named if len(ids) != 1]
