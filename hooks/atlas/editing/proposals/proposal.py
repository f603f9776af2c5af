"""A proposal made of the answers in a form: its files, or what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.files.document import Document
from atlas.i18n.problem import Problem

Remark = tuple[str, *tuple[str, ...]]
"""An English template of the catalogues and the words for its placeholders, in their order."""


class ProposalRefusedError(Exception):
    """No proposal can be made; each remark says why, and what would mend it."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        """Sentences with the words from the form."""
        super().__init__(remarks)
        self.remarks = remarks


@dataclass(frozen=True)
class Proposal:
    """Records to propose, as their files will be read.

    `remarks` are for the reviewer: what was assumed, and answers that found no place in a record.
    `problems` are what the rules say of the drafts; an error among them stops the proposal.
    """

    title: str
    drafts: Sequence[Document]
    remarks: Sequence[Remark] = ()
    problems: Sequence[Problem] = ()
