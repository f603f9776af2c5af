"""The answers about a tie that a register lists, made into a researched cooperation."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.editing import drafts
from atlas.editing.drafts.new_records import NewCooperation, NewParty
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.listed_ties import KnownTie, ListedTies
from atlas.editing.proposals.new import NO_DATE, NO_FORM, PLANNED, THERE
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError
from atlas.editing.proposals.sources import find_source
from atlas.files.document import Document
from atlas.i18n.languages import Language
from atlas.model.vocabulary import N_, Form, Role, Status

NO_TIE = N_("“{address}” is not the address of a listed tie. Copy it from your browser.")
SUMMARY = N_("A tie of {a} and {b} is listed by {registers}: {form}.")
FROM_REGISTER = N_(
    "The partners, the form and the years that the sender does not give are those of {registers}, "
    "which nobody has checked."
)
NO_SUMMARY = N_("The sender says nothing of what it is about: the summary says what is listed.")

_TIES = tuple(form for form in Form if form.two_ended)
"""The forms of one tie of two towns, whatever a register calls it."""


def propose(answers: FormAnswers, documents: Sequence[Document], data: str, day: str) -> Proposal:
    """A cooperation under way. Raises ProposalRefusedError, with its reasons.

    `data` is the name of the data folder; on `day` the form was sent: 2026-11-21.
    """
    page = answers.values["page"].strip()
    ties = ListedTies(documents)
    if tie := ties.find(page):
        return research(answers, tie, documents, data, day, Status.IMPLEMENTATION)
    raise ProposalRefusedError([(NO_TIE, page)])


def research(
    answers: FormAnswers,
    tie: KnownTie,
    documents: Sequence[Document],
    data: str,
    day: str,
    status: Status,
) -> Proposal:
    """A cooperation for a listed tie, with what registers and the sender say of it.

    Raises ProposalRefusedError where nobody says its form, or where the two are on record.
    """
    values, language = answers.values, answers.language
    form = values.get("form") or tie.form
    if not form:
        raise ProposalRefusedError([(NO_FORM, "")])
    source, remarks = find_source(answers, documents, day)
    ties = ListedTies(documents)
    actors = [ties.find_municipality(place) for place in tie.places]
    names = [ties.find_name(place, language) for place in tie.places]
    summary = values.get("summary") or _summarise(answers, ties, tie, form)
    end = values.get("end") or tie.end if status is Status.CLOSED else ""
    new = NewCooperation(
        title={language: " – ".join(names)},
        form=form,
        summary={language: summary},
        parties=tuple(
            NewParty(actor, (Role.PARTNER,), side) for actor, side in zip(actors, "ab", strict=True)
        ),
        status=status,
        evidence={language: values["evidence"]},
        sources=(source, *(one for one in tie.registers if one != source)),
        day=day,
        as_of=values["source-date"] or day,
        start=values.get("start") or tie.start,
        end=end,
    )
    known = [actor for actor in actors if isinstance(actor, str)]
    if len(known) == len(actors) and (alike := drafts.find_alike(documents, known, *_TIES)):
        raise ProposalRefusedError([(THERE, f"cooperations/{id_}") for id_ in alike])
    remarks += [(FROM_REGISTER, tie.paths)]
    remarks += [] if values.get("summary") else [(NO_SUMMARY, "")]
    remarks += [] if values["source-date"] else [(NO_DATE, "")]
    remarks += [(PLANNED, date, field) for field, date in new.dates.items() if "planned" in field]
    return Proposal(" – ".join(names), drafts.draft_records(new, documents, data), remarks)


def _summarise(answers: FormAnswers, ties: ListedTies, tie: KnownTie, form: str) -> str:
    """What is listed, in a sentence."""
    registers = [ties.find_title(register) for register in tie.registers]
    a, b = (ties.find_name(place, answers.language) for place in tie.places)
    return answers.translate(SUMMARY).format(
        registers=Language(answers.language, "").listing(registers),
        a=a,
        b=b,
        form=answers.translate(Form(form).label),
    )
