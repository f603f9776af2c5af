"""What an issue is answered and what its pull request says, in Markdown.

The issue is answered in the language of its form; the pull request is for the people who keep the
atlas, in English. What strangers wrote stands there as plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from atlas.editing.proposals.proposal import Proposal, Remark
from atlas.i18n import report
from atlas.i18n.languages import SOURCE_LANGUAGE, Language
from atlas.i18n.markdown import inert, join_paragraphs
from atlas.i18n.messages import placeholders
from atlas.i18n.problem import Problem
from atlas.model.vocabulary import N_

THANKS = N_("Thank you. We have made a proposal from what you told us; a person will read it.")
UNUSED = N_(
    "Some answers were not understood, or do not fit the others, and were left out or taken in "
    "part. If you can say them otherwise, edit your issue:"
)
NOT_YET = N_("Thank you. This could not be made into a proposal yet:")
EDIT = N_("Edit your issue, and it will be tried again. You can also wait: a person reads it too.")
PERSON = N_("Thank you. A person will read this.")
FAILED = N_(
    "Thank you. Something went wrong here, and no proposal could be made. A person will look into "
    "it; you need do nothing."
)
WAITING = N_(
    "Thank you. Other forms of yours are still being read. This one waits until people have dealt "
    "with them; edit your issue then, and a proposal will be made from it."
)
TAKEN_OVER = N_(
    "Thank you. A person is working on the proposal by now, so nothing in it was changed. What you "
    "wrote stands here for them to read."
)
CLOSED = N_(
    "Thank you. A person has decided on the proposal that was made of this, and it stays as it is. "
    "If you know more, please open a new form."
)
LEFT_OUT = N_("More than fits here; left out: {number}.")
HIDDEN = N_("The answer to “{question}” holds a character that nobody sees. Type it anew.")

OUTCOMES: Mapping[str, str] = {
    "failed": FAILED,
    "waiting": WAITING,
    "taken-over": TAKEN_OVER,
    "closed": CLOSED,
}
"""What `.ci/propose.py` answers where GitHub or people stood in the way of a proposal."""

LONGEST = 60_000
"""Bytes of the points in a text; GitHub takes 65,536 characters."""

_REVIEW = """\
Made from the form in #{issue}; nobody has read it yet.

- [ ] The source says it, and the summary says it in other words.
- [ ] No private person is named.
- [ ] The remarks below are settled.

Checks start when a person closes this pull request and opens it again."""


def write(language: str, sentence: str) -> str:
    """The answer that is one of the sentences above."""
    return f"{join_paragraphs([_translate(language, sentence)], language)}\n"


def refuse(language: str, remarks: Sequence[Remark], problems: Sequence[Problem]) -> str:
    """The answer to an issue that no proposal can be made of yet."""
    lines = [_write_remark(language, remark) for remark in remarks]
    lines += [inert(report.explanation(problem, language), 600) for problem in problems]
    points = _list_points(lines, language)
    paragraphs = (_translate(language, NOT_YET), points, _translate(language, EDIT))
    return f"{join_paragraphs(paragraphs, language)}\n"


def thank(language: str, proposal: Proposal) -> str:
    """The answer to an issue of which a proposal was made, with the answers it lacks."""
    lines = [
        f"{_translate(language, question.label)} {inert(f'“{answer}”', 600)}"
        for question, answer in proposal.unused
    ]
    unused = [_translate(language, UNUSED), _list_points(lines, language)] if lines else []
    return f"{join_paragraphs([_translate(language, THANKS), *unused], language)}\n"


def describe(issue: int, proposal: Proposal) -> str:
    """The text of the pull request for an issue."""
    points = [_write_remark(SOURCE_LANGUAGE, remark) for remark in proposal.remarks]
    points += [
        inert(f"{one.file}, line {one.line}: {one.message} {one.hint}", 600)
        for one in proposal.problems
    ]
    remarks = ["**Remarks**", _list_points(points, SOURCE_LANGUAGE)] if points else []
    return f"{join_paragraphs([_REVIEW.format(issue=issue), *remarks], SOURCE_LANGUAGE)}\n"


def _list_points(points: Iterable[str], language: str) -> str:
    """A list of the different ones among `points`: as many as GitHub takes, and how many more."""
    lines = [f"- {point}" for point in dict.fromkeys(points)]
    size = shown = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > LONGEST:
            break
        shown += 1
    if more := len(lines) - shown:
        sentence = _translate(language, LEFT_OUT).format(number=more)
        return "\n".join([*lines[:shown], "", sentence])
    return "\n".join(lines)


def _write_remark(language: str, remark: Remark) -> str:
    """The sentence with its words, each isolated: letters of one cannot turn the next around."""
    sentence, *words = remark
    isolated = [f"\u2068{inert(each, 600)}\u2069" for each in words]
    args = dict(zip(placeholders(sentence), isolated, strict=False))
    return _translate(language, sentence).format_map(args)


def _translate(language: str, sentence: str) -> str:
    return Language(language, "").gettext(sentence)
