"""What is asked about a new cooperation, and in which order."""

from __future__ import annotations

from dataclasses import replace

import click

from atlas.cli.interview import parse_answers
from atlas.cli.interview.parse_answers import Option
from atlas.cli.interview.record_questions import Pieces, options
from atlas.editing.drafts import answers, planned_dates
from atlas.i18n.messages import Message, msg
from atlas.model import vocabulary
from atlas.model.vocabulary import Form, Role, Status


def cooperation(pieces: Pieces) -> answers.Cooperation:
    """Who, what, since when, and how that is known. Raises click.Abort at a tie on record."""
    asking, language = pieces.asking, pieces.language
    source = pieces.cited()
    form = Form(asking.choice(msg("Its form"), options(vocabulary.FORMS)))
    stated = asking.line(msg("The source's own word for this form"), needed=False)
    said = {pieces.known.language_of(source): stated} if stated else {}
    agreement = _agreement(pieces, form, said.get(language, ""))
    parties = _parties(pieces, form, agreement is not None)
    _look_for_the_same(pieces, parties, form)
    names = [pieces.known.name(party.actor) for party in parties]
    title = asking.line(msg("A title"), " – ".join(names[:2]))
    summary = asking.prose(msg("What it is"), msg("a sentence or two of your own"))
    start = asking.date(msg("When it began, if the source says so"))
    end = asking.date(msg("When it ended"))
    is_over = bool(end) and not planned_dates.is_to_come(end, pieces.day)
    status = asking.choice(
        msg("How it stands"),
        options(vocabulary.STATUSES),
        Status.CLOSED if is_over else Status.UNKNOWN,
    )
    evidence = asking.line(
        msg("What shows it"), hint=msg("for example that the town's page lists it")
    )
    as_of = asking.date(msg("The date of that evidence"))
    themes = pieces.known.themes()
    new = answers.Cooperation(
        title={language: title},
        form=form,
        summary={language: summary},
        parties=tuple(parties),
        status=status,
        evidence={language: evidence},
        sources=(source,),
        day=pieces.day,
        form_as_stated=said,
        agreement=agreement,
        as_of=as_of,
        start=start,
        end=end,
        themes=asking.several(msg("Its themes"), themes) if themes else (),
    )
    for field, date in planned_dates.dates(new).items():
        if field in {"planned_start", "planned_end"}:
            shown = parse_answers.shown_date(date)
            asking.echo(msg("{date} is not over yet: it is recorded as a plan.", date=shown))
    return new


def _agreement(pieces: Pieces, form: Form, stated: str) -> answers.Agreement | None:
    """What was signed, if the source says when."""
    if form in vocabulary.MEETINGS:
        return None
    signed = pieces.asking.date(msg("When it was signed"))
    if not signed:
        return None
    instrument = pieces.asking.line(
        msg("What was signed"), stated, hint=msg("for example twinning charter")
    )
    return answers.Agreement({pieces.language: instrument}, signed)


def _parties(pieces: Pieces, form: Form, signed: bool) -> list[answers.Party]:
    parties: list[answers.Party] = []
    two_ended = vocabulary.FORMS[form].two_ended
    usual = Role.SIGNATORY if signed else Role.PARTNER if two_ended else Role.PARTICIPANT
    asking, memory = pieces.asking, pieces.asking.memory
    number = 1
    while True:
        question = msg("Party {number}", number=number)
        begun = len(memory.given)
        written = asking.line(
            question,
            needed=len(parties) < (2 if two_ended else 1),
            hint=msg("its name, or its town's, in any language"),
        )
        if not written:
            number += 1
            if memory.recalled(msg("Party {number}", number=number)):
                continue  # one was left out in their midst
            return parties
        with memory.within(str(question)):
            actor = _actor(pieces, question, written)
            if _nameless(actor) in [_nameless(party.actor) for party in parties]:
                memory.drop(begun)
                asking.echo(msg("It is a party already."))
                continue
            roles = asking.several(
                msg("The part of {name} in it", name=pieces.known.name(actor)),
                options(vocabulary.ROLES),
                (usual,),
                is_listed=not parties,
            )
        side = "ab"[len(parties)] if two_ended and len(parties) < 2 else ""
        parties.append(answers.Party(actor, roles, side))
        number += 1


def _nameless(actor: str | answers.Actor) -> str | answers.Actor:
    """An actor without the id that it was given, by which alone nobody is another one."""
    return actor if isinstance(actor, str) else replace(actor, id="")


def _actor(pieces: Pieces, question: Message, written: str) -> str | answers.Actor:
    """The actor that answers `question`; one of nearly that name is offered, never suggested."""
    meant = pieces.known.actors_meant(written)
    offered = meant or pieces.known.actors_near(written)
    other = Option("", msg("another, which is not on record"))
    default = "1" if meant else ""
    known = offered and pieces.asking.which(question, written, [*offered, other], default)
    if known:
        return known
    pieces.asking.echo(msg("{name} is new here.", name=written))
    full = msg("The full name of {name}", name=written)
    name = pieces.asking.line(full, written, hint=msg("for example City of Tangier"))
    return pieces.actor(name, written)


def _look_for_the_same(pieces: Pieces, parties: list[answers.Party], form: Form) -> None:
    for file in pieces.known.alike(parties, form):
        pieces.asking.echo(msg("The same parties have such a tie on record: {file}", file=file))
        if not pieces.asking.agreed(msg("Is yours another one than {file}", file=file)):
            raise click.Abort
