"""A proposal made of the answers in a form: its files, or what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.editing.questions.question import Question
from atlas.files.document import Document
from atlas.i18n.problem import Problem

Remark = tuple[str, *tuple[str, ...]]
"""An English template of the catalogues and the words for its placeholders, in their order."""


class ProposalRefusedError(Exception):
    """No proposal can be made; each remark and each problem says why, and what would mend it."""

    def __init__(self, remarks: Sequence[Remark], problems: Sequence[Problem] = ()) -> None:
        """Sentences with the words from the form, and what the rules say."""
        super().__init__(remarks)
        self.remarks = remarks
        self.problems = problems


@dataclass(frozen=True)
class Proposal:
    """Records to propose, as their files will be read.

    `remarks` are for the reviewer: what was assumed, and answers that found no place in a record.
    `problems` are what the rules say of the drafts; an error among them stops the proposal.
    `unused` are answers that were left out, or taken in part, each with its question.
    """

    title: str
    drafts: Sequence[Document]
    remarks: Sequence[Remark] = ()
    problems: Sequence[Problem] = ()
    unused: Sequence[tuple[Question, str]] = ()
