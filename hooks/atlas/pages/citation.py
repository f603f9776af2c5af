"""How to cite a page, in words; a script (atlas-cite.js) makes of the same what programs read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from atlas.model.vocabulary.registers import OWN_LICENCE

LICENCE = "CC BY 4.0"
LICENCE_URL = OWN_LICENCE.address
"""The licence of the records, as readers call it, and where it stands."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation is made of. `edition` is what the version of the atlas is called that says
    just the same, and `version` its day; where it is "", the day the record was last verified, if
    known.

    `authors` are what programs are given, so that those of a record are the same whichever
    language it is cited from; readers are given them in theirs.
    """

    authors: tuple[str, ...]
    title: str
    site: str
    url: str
    version: date | None
    edition: str = ""


def credit(committers: Iterable[str], wishes: Mapping[str, str], others: str) -> tuple[str, ...]:
    """Who is cited for a record: those of its `committers` who wish to be named, as they wish, and
    the `others` together, where there are any. Nobody else's name is given."""
    committers = tuple(committers)
    named = tuple(dict.fromkeys(wishes[one] for one in committers if one in wishes))
    all_named = bool(named) and all(one in wishes for one in committers)
    return named if all_named else (*named, others)


def in_words(cited: Cited, author: str, day: str, comma: str) -> Markup:
    """«Author (2026). Title. Site, day. Address (licence).» The title is a `cite` element.

    `author` is who is cited, in the citation's language, and `comma` its comma; `day` is the
    version in words, which may name it, or "".
    """
    year = f" ({cited.version.year})" if cited.version else ""
    version = f"{comma}{day}" if day else ""
    return Markup("{}. <cite>{}</cite>. {}. {} ({})").format(
        f"{author}{year}", cited.title, f"{cited.site}{version}", cited.url, LICENCE
    )
