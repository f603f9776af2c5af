"""What a reader must know of the language of a page's texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.model import Prosed
from atlas.model.vocabulary import Translation
from atlas.pages.page import PageContext


def of_prose(context: PageContext, record: Prosed, texts: Iterable[Mapping[str, str]]) -> list[str]:
    """Whether a machine translated the record's texts, and whether some of `texts` are not in the
    language of the page at all."""
    code = context.edition.language.code
    written = [one for one in texts if one]
    found = []
    if record.translations.get(code) is Translation.MACHINE and any(code in one for one in written):
        found.append(
            context._("The texts of this page were translated by machine and await a human check.")
        )
    if any(code not in one for one in written):
        found.append(
            context._("Some texts are not available in this language yet; the original is shown.")
        )
    return found
