"""What a register says of a tie, suggested as the answers to the questions about a cooperation."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.cli.interview.memory import FormerAnswer, Memory
from atlas.cli.interview.names import name_moment
from atlas.cli.interview.record_lookup import RecordLookup
from atlas.editing import questions
from atlas.editing.listed_ties import KnownTie
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes
from atlas.i18n.messages import Label, Message, Verbatim
from atlas.model.vocabulary import N_

LISTED = N_("Listed by {register}.")


def suggest_answers(memory: Memory, lookup: RecordLookup, tie: KnownTie) -> None:
    """Let the interview know what the tie is, in the language that the editor writes in."""
    for question, typed, shown in _list_answers(lookup, tie):
        memory.suggest(question, FormerAnswer(typed, shown))


def _list_answers(lookup: RecordLookup, tie: KnownTie) -> Iterator[tuple[Message, str, Message]]:
    """Questions, what would be typed, and how that is shown."""
    register, language = tie.registers[0], lookup.language
    title = lookup.listed.find_title(register)
    yield questions.SOURCE.prompt_about(), register, Verbatim(title)
    if tie.form:
        yield questions.FORM.prompt_about(), tie.form, Label(tie.form.label)
    stated = tie.ties[0].form_as_stated or ""
    yield questions.FORM_AS_STATED.prompt_about(), stated, Verbatim(stated)
    for number, place in enumerate(tie.places, 1):
        name = lookup.listed.find_name(place, language)
        yield questions.PARTNER.prompt_about(number=number), place, Verbatim(name)
    as_of = str(tie.ties[0].as_of)
    dates = (questions.START, tie.start), (questions.END, tie.end), (questions.AS_OF, as_of)
    for question, date in dates:
        if date:
            yield question.prompt_about(), date, name_moment(date)
    if language in {SOURCE_LANGUAGE, *codes()}:
        evidence = Language(language, "").gettext(LISTED).format(register=title)
        yield questions.EVIDENCE.prompt_about(), evidence, Verbatim(evidence)
