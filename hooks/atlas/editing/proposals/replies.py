"""What an issue is answered and what its pull request says, in Markdown.

The issue is answered in the language of its form; the pull request is for the people who keep the
atlas, in English. What strangers wrote stands there as plain text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atlas.editing.proposals.proposal import Proposal, Remark
from atlas.i18n import report
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, direction
from atlas.i18n.markdown import inert
from atlas.i18n.messages import placeholders
from atlas.i18n.problem import Problem
from atlas.model.vocabulary import N_

THANKS = N_("Thank you. We have made a proposal of what you told; a person will read it.")
NOT_YET = N_("Thank you. This could not be made into a proposal yet:")
EDIT = N_("Edit your issue, and it will be tried again. You can also wait: a person reads it too.")
PERSON = N_("Thank you. A person will read this.")
HIDDEN = N_("The answer to “{question}” holds a character that nobody sees. Type it anew.")

_REVIEW = """\
Made from the form in #{issue}; nobody has read it yet.

- [ ] The source says it, and the summary says it in other words.
- [ ] No private person is named.
- [ ] The remarks below are settled.

Checks start when a person closes this pull request and opens it again."""


def accept(language: str) -> str:
    """The answer to an issue that a proposal was made of."""
    return _paragraphs(language, [_translate(language, THANKS)])


def refuse(language: str, remarks: Sequence[Remark], problems: Sequence[Problem]) -> str:
    """The answer to an issue that no proposal can be made of yet."""
    lines = [_remark(language, remark) for remark in remarks]
    lines += [inert(report.explanation(problem, language), 600) for problem in problems]
    points = "\n".join(f"- {line}" for line in dict.fromkeys(lines))
    return _paragraphs(
        language, [_translate(language, NOT_YET), points, _translate(language, EDIT)]
    )


def leave_to_people(language: str) -> str:
    """The answer to an issue that no program reads."""
    return _paragraphs(language, [_translate(language, PERSON)])


def describe(issue: int, proposal: Proposal) -> str:
    """The text of the pull request for an issue."""
    return "\n".join((_REVIEW.format(issue=issue), "", *_remarks(proposal))) + "\n"


def _remarks(proposal: Proposal) -> Iterator[str]:
    if proposal.remarks or proposal.problems:
        yield "**Remarks**"
        yield ""
    for remark in proposal.remarks:
        yield f"- {_remark(SOURCE_LANGUAGE, remark)}"
    for one in proposal.problems:
        yield f"- {inert(f'{one.file}, line {one.line}: {one.message} {one.hint}', 600)}"


def _remark(language: str, remark: Remark) -> str:
    """The sentence with its words, each isolated: letters of one cannot turn the next around."""
    sentence, *words = remark
    isolated = [f"\u2068{inert(each, 600)}\u2069" for each in words]
    args = dict(zip(placeholders(sentence), isolated, strict=False))
    return _translate(language, sentence).format_map(args)


def _translate(language: str, sentence: str) -> str:
    return Language(language, "").gettext(sentence)


def _paragraphs(language: str, paragraphs: Sequence[str]) -> str:
    text = "\n\n".join(paragraphs)
    if direction(language) == "rtl":
        text = f'<div dir="rtl" lang="{language}">\n\n{text}\n\n</div>'
    return f"{text}\n"
