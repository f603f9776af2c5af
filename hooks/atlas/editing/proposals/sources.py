"""The source that a form names: one that is on record, or a new one."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.editing.drafts.new_records import NewSource
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.proposals.proposal import Remark
from atlas.files.document import Document
from atlas.model.vocabulary import N_

LANGUAGE = N_("The language of the source is taken to be that of the form. Check it.")
"""Where the sender does not say it."""


def find_source(
    answers: FormAnswers, documents: Iterable[Document], day: str
) -> tuple[str | NewSource, list[Remark]]:
    """The id of the source with the same address, or a new source read on `day`."""
    url = answers.values["source-url"]
    for document in documents:
        if document.folder == "sources" and (document.value or {}).get("url") == url:
            return document.id, []
    language = answers.values["source-language"]
    new = NewSource(
        title=answers.values["source-title"],
        language=language or answers.language,
        publisher=answers.values["source-publisher"],
        url=url,
        published=answers.values["source-date"],
        accessed=day,
    )
    return new, [] if language else [(LANGUAGE, "")]
