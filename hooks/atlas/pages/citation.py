"""How to cite a page: in words, as BibTeX, CSL-JSON (Citation Style Language 1.0.2) and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the records (LICENSE-DATA.md)."""

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)
"""What LaTeX reads as its own, or sets as another sign. BibTeX counts the braces of a value before
LaTeX sees it, and those behind a backslash too: a brace of the text is one by name alone."""

_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
"""An address is set as it stands; none of these may stand in one (RFC 3986)."""

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation is made of. `version` is the day the record was last verified, if known.

    `authors` are what programs are given, so that those of a record are the same whichever
    language it is cited from; readers are given them in theirs.
    """

    id: str
    authors: tuple[str, ...]
    title: str
    site: str
    url: str
    language: str
    version: date | None


def credit(committers: Iterable[str], wishes: Mapping[str, str], others: str) -> tuple[str, ...]:
    """Who is cited for a record: those of its `committers` who wish to be named, as they wish, and
    the `others` together, where there are any. Nobody else's name is given."""
    committers = tuple(committers)
    named = tuple(dict.fromkeys(wishes[one] for one in committers if one in wishes))
    all_named = bool(named) and all(one in wishes for one in committers)
    return named if all_named else (*named, others)


def in_words(cited: Cited, author: str, day: str, comma: str) -> str:
    """«Author (2026). Title. Site, day. Address (licence).»

    `author` is who is cited, in the citation's language, and `comma` its comma; `day` is the
    version in words, or "".
    """
    year = f" ({cited.version.year})" if cited.version else ""
    version = f"{comma}{day}" if day else ""
    return f"{author}{year}. {cited.title}. {cited.site}{version}. {cited.url} ({LICENCE})"


def bibtex(cited: Cited) -> str:
    """A BibTeX entry of the type misc, in UTF-8. Whatever the texts hold, the entry ends where it
    should, and what follows it in a file is read."""
    fields = {
        "author": " and ".join(f"{{{_latex(one)}}}" for one in cited.authors),
        "title": f"{{{_latex(cited.title)}}}",
        "howpublished": _latex(cited.site),
        "url": cited.url.translate(_IN_ADDRESS),
        "language": cited.language,
        "note": LICENCE,
    }
    if cited.version:
        fields |= {"year": str(cited.version.year), "month": str(cited.version.month)}
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{cited.id},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    """The text on one line, as LaTeX sets it."""
    return _BLANKS.sub(" ", text).translate(_LATEX)


def csl_json(cited: Cited) -> str:
    """A list of one CSL-JSON item of the type webpage, as reference managers import it."""
    item: dict[str, object] = {
        "id": cited.id,
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": one} for one in cited.authors],
        "container-title": cited.site,
        "URL": cited.url,
        "language": cited.language,
        "license": LICENCE_URL,
    }
    if cited.version:
        day = cited.version
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def ris(cited: Cited) -> str:
    """A RIS record of the type electronic source: a tag a line, lines ended by CR LF."""
    fields = [
        ("TY", "ELEC"),
        ("ID", cited.id),
        *(("AU", one) for one in cited.authors),
        ("TI", cited.title),
        ("T2", cited.site),
        ("UR", cited.url.translate(_IN_ADDRESS)),
        ("LA", cited.language),
        ("N1", LICENCE),
    ]
    if cited.version:
        fields += [("PY", f"{cited.version:%Y}"), ("DA", f"{cited.version:%Y/%m/%d}/")]
    lines = [f"{tag}  - {_BLANKS.sub(' ', value).strip()}" for tag, value in fields]
    return "\r\n".join([*lines, "ER  - ", ""])


FORMATS: dict[str, tuple[str, str, Callable[[Cited], str]]] = {
    "cite.bib": ("BibTeX", "application/x-bibtex", bibtex),
    "cite.json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
    "cite.ris": ("RIS", "application/x-research-info-systems", ris),
}
"""What reference managers read, by the file's name: name, media type, writer."""
