"""How to cite a record: in words, as BibTeX and as CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the records (LICENSE-DATA.md)."""

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation is made of. `version` is the day the record was last verified, if known.

    `author` is what programs are given, so that the author of a record is the same whichever
    language it is cited from; readers are given it in theirs.
    """

    id: str
    author: str
    title: str
    site: str
    url: str
    language: str
    version: date | None


def in_words(cited: Cited, author: str, day: str, comma: str) -> str:
    """«Author (2026). Title. Site, day. Address (licence).»

    `author` is the author in the citation's language, and `comma` its comma; `day` is the version
    in words, or "".
    """
    year = f" ({cited.version.year})" if cited.version else ""
    version = f"{comma}{day}" if day else ""
    return f"{author}{year}. {cited.title}. {cited.site}{version}. {cited.url} ({LICENCE})"


def bibtex(cited: Cited) -> str:
    """A BibTeX entry of the type misc, in UTF-8."""
    fields = {
        "author": f"{{{cited.author.translate(_BIBTEX)}}}",
        "title": f"{{{cited.title.translate(_BIBTEX)}}}",
        "howpublished": cited.site.translate(_BIBTEX),
        "url": cited.url,
        "language": cited.language,
        "note": LICENCE,
    }
    if cited.version:
        fields |= {"year": str(cited.version.year), "month": str(cited.version.month)}
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{cited.id},\n" + ",\n".join(lines) + "\n}\n"


def csl_json(cited: Cited) -> str:
    """A list of one CSL-JSON item of the type webpage, as reference managers import it."""
    item: dict[str, object] = {
        "id": cited.id,
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "container-title": cited.site,
        "URL": cited.url,
        "language": cited.language,
        "license": LICENCE_URL,
    }
    if cited.version:
        day = cited.version
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"
