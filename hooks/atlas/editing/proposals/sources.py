"""The source that a form names: one that is on record, or a new one."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.editing.drafts import answers
from atlas.editing.forms.answers import Answers
from atlas.editing.proposals.outcome import Remark
from atlas.files.document import Document
from atlas.model.vocabulary import N_

LANGUAGE = N_("The language of the source is taken to be that of the form. Check it.")


def source(
    given: Answers, documents: Iterable[Document], day: str
) -> tuple[str | answers.Source, list[Remark]]:
    """The id of the source with the same address, or a new source read on `day`."""
    url = given.values["source-url"]
    for document in documents:
        if document.folder == "sources" and (document.value or {}).get("url") == url:
            return document.id, []
    new = answers.Source(
        title=given.values["source-title"],
        language=given.language,
        publisher=given.values["source-publisher"],
        url=url,
        published=given.values["source-date"],
        accessed=day,
    )
    return new, [(LANGUAGE, "")]
