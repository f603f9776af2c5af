"""A question that is answered with yes or no, in any of the languages."""

from __future__ import annotations

import click

from atlas import report
from atlas.commands import speech
from atlas.sentence import Sentence, say, told


def agreed(question: Sentence, default: bool) -> bool:
    """Yes or no, in any of the languages; an empty answer is `default`."""
    if default:
        prompt = say("{question} [Y/n]:", question=question)
    else:
        prompt = say("{question} [y/N]:", question=question)
    while True:
        given = click.prompt(
            speech.told(prompt), default="", show_default=False, prompt_suffix=" ", value_proc=str
        )
        answer = given.strip().casefold()
        for word, meant in ((say("yes"), True), (say("no"), False)):
            if answer in _spoken(word):
                return meant
        if not answer:
            return default
        speech.tell(say("Error: {message}", message=say("answer with yes or no.")))


def _spoken(word: Sentence) -> set[str]:
    """A word and its first letter, in every language."""
    words = {told(word, report.telling(code)) for code in report.offered()}
    return words | {each[0] for each in words}
