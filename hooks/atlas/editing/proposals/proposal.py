"""What comes of the answers in a form: files to propose, or what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from atlas.i18n.problem import Problem

Remark = tuple[str, *tuple[str, ...]]
"""An English template of the catalogues and the words for its placeholders, in their order."""


class RefusedError(Exception):
    """No proposal can be made; each remark says why, and what would mend it."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        """Sentences with the words from the form."""
        super().__init__(remarks)
        self.remarks = remarks


@dataclass(frozen=True)
class Outcome:
    """Files to propose: their text by their name below the data folder.

    `remarks` are for the reviewer: what was assumed, and answers that found no place in a record.
    `problems` are what the rules say of the files; an error among them stops the proposal.
    """

    title: str
    files: Mapping[str, str]
    remarks: Sequence[Remark] = ()
    problems: Sequence[Problem] = field(default_factory=tuple)
