"""Are new and changed records in order, among all the others?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from atlas import checks
from atlas.files.document import Document
from atlas.i18n.problem import Problem


def find_problems(
    changed: Sequence[Document], documents: Iterable[Document], outlines: dict[str, Any]
) -> list[Problem]:
    """What the rules say of the `changed` documents, each in the place of the one it was before."""
    by_file = {document.file: document for document in (*documents, *changed)}
    _, problems = checks.check(list(by_file.values()), outlines)
    files = {document.file for document in changed}
    return [problem for problem in problems if problem.file in files]
