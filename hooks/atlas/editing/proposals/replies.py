"""What an issue is answered and what its pull request says, in Markdown.

The issue is answered in the language of its form; the pull request is for the people who keep the
atlas, in English. What strangers wrote stands there as plain text.
"""

from __future__ import annotations

from collections.abc import Sequence

from atlas.editing.proposals.proposal import Proposal, Remark
from atlas.i18n import report
from atlas.i18n.languages import SOURCE_LANGUAGE, Language
from atlas.i18n.markdown import inert, join_paragraphs
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


def write(language: str, sentence: str) -> str:
    """The answer that is one of the sentences above."""
    return f"{join_paragraphs([_translate(language, sentence)], language)}\n"


def refuse(language: str, remarks: Sequence[Remark], problems: Sequence[Problem]) -> str:
    """The answer to an issue that no proposal can be made of yet."""
    lines = [_write_remark(language, remark) for remark in remarks]
    lines += [inert(report.explanation(problem, language), 600) for problem in problems]
    points = "\n".join(f"- {line}" for line in dict.fromkeys(lines))
    paragraphs = (_translate(language, NOT_YET), points, _translate(language, EDIT))
    return f"{join_paragraphs(paragraphs, language)}\n"


def describe(issue: int, proposal: Proposal) -> str:
    """The text of the pull request for an issue."""
    points = [_write_remark(SOURCE_LANGUAGE, remark) for remark in proposal.remarks]
    points += [
        inert(f"{one.file}, line {one.line}: {one.message} {one.hint}", 600)
        for one in proposal.problems
    ]
    heading = ["**Remarks**", ""] if points else []
    lines = [_REVIEW.format(issue=issue), "", *heading, *(f"- {point}" for point in points)]
    return "\n".join(lines) + "\n"


def _write_remark(language: str, remark: Remark) -> str:
    """The sentence with its words, each isolated: letters of one cannot turn the next around."""
    sentence, *words = remark
    isolated = [f"\u2068{inert(each, 600)}\u2069" for each in words]
    args = dict(zip(placeholders(sentence), isolated, strict=False))
    return _translate(language, sentence).format_map(args)


def _translate(language: str, sentence: str) -> str:
    return Language(language, "").gettext(sentence)
