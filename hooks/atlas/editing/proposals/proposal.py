"""A proposal made of the answers in a form: its files, or what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas.files import strict_yaml
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
    """Files to propose: their text by their name below the data folder.

    `remarks` are for the reviewer: what was assumed, and answers that found no place in a record.
    `problems` are what the rules say of the files; an error among them stops the proposal.
    """

    title: str
    files: Mapping[str, str]
    remarks: Sequence[Remark] = ()
    problems: Sequence[Problem] = ()

    def documents(self, data: str) -> list[Document]:
        """The files as if they had been read from the data folder, whose name is `data`."""
        found = []
        for file, text in self.files.items():
            folder, _, name = file.partition("/")
            value = strict_yaml.parse(text).value
            id_ = name.removesuffix(".yml")
            found.append(Document(f"{data}/{file}", folder, id_, value, text=text))
        return found
