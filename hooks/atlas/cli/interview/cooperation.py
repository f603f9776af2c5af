"""What is asked about a new cooperation, and in which order."""

from __future__ import annotations

from dataclasses import replace

import click

from atlas.cli.interview.names import name_moment
from atlas.cli.interview.options import Option, list_options
from atlas.cli.interview.record_questions import RecordQuestions
from atlas.editing import questions
from atlas.editing.drafts import planned_dates
from atlas.editing.drafts.new_records import (
    NewActor,
    NewAgreement,
    NewCooperation,
    NewParty,
    NewSource,
)
from atlas.i18n.messages import Message, Verbatim, msg
from atlas.lookup.municipal_names import find_town
from atlas.model import Place
from atlas.model.vocabulary import MEETINGS, Form, Role, Status


def ask_cooperation(records: RecordQuestions) -> NewCooperation:
    """Who, what, since when, and how that is known. Raises click.Abort at a tie on record."""
    ask, language = records.interviewer.ask, records.language
    source = records.sources.ask_cited()
    form = Form(ask(questions.FORM))
    stated = ask(questions.FORM_AS_STATED)
    form_as_stated = {records.lookup.find_language(source): stated} if stated else {}
    agreement = _ask_agreement(records, form, form_as_stated.get(language, ""))
    parties = _ask_parties(records, form, bool(agreement and agreement.signed))
    _look_for_the_same(records, parties, form)
    names = [records.lookup.find_name(party.actor) for party in parties]
    title = ask(questions.TITLE, default=" – ".join(names[:2]))
    summary = ask(questions.SUMMARY)
    start = ask(questions.START)
    end = ask(questions.END)
    is_over = bool(end) and not planned_dates.is_to_come(end, records.day)
    status = ask(questions.STATUS, default=Status.CLOSED if is_over else Status.UNKNOWN)
    evidence = ask(questions.EVIDENCE)
    as_of = _ask_date_of_evidence(records, source)
    themes = records.lookup.list_themes()
    new = NewCooperation(
        title={language: title},
        form=form,
        summary={language: summary},
        parties=tuple(parties),
        status=status,
        evidence={language: evidence},
        sources=(source,),
        day=records.day,
        form_as_stated=form_as_stated,
        agreement=agreement,
        as_of=as_of,
        start=start,
        end=end,
        themes=records.interviewer.choose_several(questions.THEMES, themes) if themes else (),
    )
    for field, date in new.dates.items():
        if field in {"planned_start", "planned_end"}:
            records.interviewer.announce(
                msg("{date} is not over yet: it is recorded as a plan.", date=name_moment(date))
            )
    return new


def _ask_date_of_evidence(records: RecordQuestions, source: str | NewSource) -> str:
    """The date of what shows how it stands: that of its source, unless another is said."""
    date = records.lookup.find_date(source)
    if not date:
        records.interviewer.announce(
            msg("The source has no date: the day on which you read it stands for that.")
        )
    return records.interviewer.ask(questions.AS_OF, default=date or records.day)


def _ask_agreement(records: RecordQuestions, form: Form, stated: str) -> NewAgreement | None:
    """What was signed, or decided alone, if the source says when."""
    if form in MEETINGS:
        return None
    ask, language = records.interviewer.ask, records.language
    if signed := ask(questions.SIGNED):
        instrument = ask(questions.INSTRUMENT, default=stated, needed=True)
        return NewAgreement({language: instrument}, signed)
    if decided := ask(questions.DECIDED):
        return NewAgreement({language: ask(questions.DECISION)}, decided=decided)
    return None


def _ask_parties(records: RecordQuestions, form: Form, signed: bool) -> list[NewParty]:
    parties: list[NewParty] = []
    two_ended = form.two_ended
    usual = Role.SIGNATORY if signed else Role.PARTNER if two_ended else Role.PARTICIPANT
    interviewer, memory = records.interviewer, records.interviewer.memory
    number = 1
    while True:
        prompt = questions.PARTNER.prompt_about(number=number)
        answers_before = len(memory.given)
        needed = len(parties) < (2 if two_ended else 1)
        written = interviewer.ask(questions.PARTNER, needed=needed, number=number)
        name, country = records.split_country(written)
        if not name:
            number += 1
            if memory.recall(questions.PARTNER.prompt_about(number=number)):
                continue  # one was left out in their midst
            return parties
        with memory.within(str(prompt)):
            actor = _ask_actor(records, prompt, name, country)
            if _without_id(actor) in [_without_id(party.actor) for party in parties]:
                memory.drop(answers_before)
                interviewer.announce(msg("It is a partner already."))
                continue
            roles = interviewer.choose_several(
                questions.ROLES_OF_PARTNER,
                list_options(Role),
                (usual,),
                is_listed=not parties,
                name=records.lookup.find_name(actor),
            )
        side = "ab"[len(parties)] if two_ended and len(parties) < 2 else ""
        parties.append(NewParty(actor, roles, side))
        number += 1


def _without_id(actor: str | NewActor) -> str | NewActor:
    """An actor without the id that it was given, by which alone nobody is another one."""
    return actor if isinstance(actor, str) else replace(actor, id="")


def _ask_actor(
    records: RecordQuestions, question: Message, name: str, country: str
) -> str | NewActor:
    """The actor that answers `question`; one of nearly that name is offered, never suggested."""
    found = records.lookup.find_actors(name, country)
    towns = {
        f"{Place.folder}/{town.code}": msg("the municipality of {name}", name=town.label)
        for town in records.lookup.find_towns(name, country)
    }
    found += [Option(code, label, Verbatim(code)) for code, label in towns.items()]
    offered = found or records.lookup.find_near_actors(name, country)
    other = msg("another, which is not on record")
    default = "1" if found else ""
    if known := records.interviewer.choose_meant(question, name, offered, other, default):
        is_town = known in towns
        return records.make_municipality(known.partition("/")[2]) if is_town else known
    records.interviewer.announce(msg("{name} is new here.", name=name))
    full_name = records.interviewer.ask(questions.FULL_NAME, default=name, name=name)
    return records.ask_actor(full_name, find_town(name), country)


def _look_for_the_same(records: RecordQuestions, parties: list[NewParty], form: Form) -> None:
    for file in records.lookup.find_alike(parties, form):
        records.interviewer.announce(
            msg("The same partners have such a tie on record: {file}", file=file)
        )
        is_another = msg("Is yours another one than {file}", file=file)
        if not records.interviewer.ask_yes_or_no(is_another):
            raise click.Abort
