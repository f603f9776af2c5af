"""Are the records that a form was made into in order, among all the others?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from atlas import checks
from atlas.editing.proposals.outcome import Outcome
from atlas.files import strict_yaml
from atlas.files.document import Document


def checked(
    outcome: Outcome, documents: Sequence[Document], outlines: dict[str, Any], data: str
) -> Outcome:
    """The outcome with what the rules say of its files. `data` is the data folder's name."""
    by_file = {document.file: document for document in documents}
    for name, text in outcome.files.items():
        folder, _, file = name.partition("/")
        value = strict_yaml.parse(text).value
        document = Document(f"{data}/{name}", folder, file.removesuffix(".yml"), value, text=text)
        by_file[document.file] = document
    _, problems = checks.check(list(by_file.values()), outlines)
    ours = {f"{data}/{name}" for name in outcome.files}
    return replace(outcome, problems=[one for one in problems if one.file in ours])
