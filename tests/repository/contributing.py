"""CONTRIBUTING.md and its translations, taken apart: sections, blocks of code, links, anchors."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from dataclasses import dataclass

from atlas.i18n.languages import SOURCE_LANGUAGE
from tests.site_languages import LANGUAGES, REPOSITORY, ROOT, contributing, listed

DOCUMENTS = tuple(contributing(code) for code in LANGUAGES)

_FENCE = re.compile(r"^( *)```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
"""Code within a sentence: its back quotes, and what stands between them."""

_LANGUAGES_LINE = re.compile(
    r"^(\*\*[^*]+\*\*|\[[^]]+\]\(CONTRIBUTING[.\w-]*\))( · (\*\*[^*]+\*\*|\[[^]]+\]\(\S+\)))*\n",
    re.MULTILINE,
)
_COMMENT = re.compile(r"(?:^|(?<=\s))# (?!data/).*$", re.MULTILINE)
"""A comment of an example, save the line that names the example's file."""

_IN_WORDS = ("Nd", "Pc")
"""Digits, and the underscore and its like: what GitHub keeps in an anchor beside letters."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and what stands below it up to the next heading of any level."""

    level: int
    title: str
    text: str

    @property
    def blocks(self) -> list[str]:
        """Its blocks of code, each with its indentation."""
        return [body for _, body in _FENCE.findall(self.text)]

    @property
    def prose(self) -> str:
        """All of it but the blocks of code."""
        return _FENCE.sub("", self.text)

    @property
    def spans(self) -> set[str]:
        """What stands in its sentences, lists and tables as code: commands, fields, files."""
        return {" ".join(span.split()) for _, span in SPAN.findall(self.prose)}

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return re.findall(r"\]\(([^)\s]+)\)", self.prose)

    @property
    def tables(self) -> list[list[list[str]]]:
        """The rows of its tables, headings first, each a list of cells."""
        tables = re.findall(r"(?:^\|.*\n)+", self.prose, re.MULTILINE)
        return [
            [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
            for table in tables
        ]


def read(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def pythons() -> tuple[str, str]:
    """The oldest and the newest Python that pyproject.toml allows."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    bounds = re.fullmatch(r">=(3\.\d+)\.\d+,<3\.(\d+)", project["requires-python"])
    assert bounds
    return bounds[1], f"3.{int(bounds[2]) - 1}"


def editors_part(language: str) -> str:
    """The part for editors with what introduces it; a translation is nothing else."""
    return read(contributing(language)).partition("\n# For developers\n")[0]


def sections(text: str) -> list[Section]:
    """The sections of a document; a `#` in a block of code is no heading."""
    hidden = _FENCE.sub(lambda fence: re.sub("^#", " ", fence[0], flags=re.MULTILINE), text)
    found = list(re.finditer(r"^(#+) (.+)$", hidden, re.MULTILINE))
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    return [
        Section(len(heading[1]), heading[2], text[heading.end() : end])
        for heading, end in zip(found, ends, strict=True)
    ]


def recipes(language: str) -> list[Section]:
    """The recipes, which are what stands last in the part for editors."""
    found = sections(editors_part(language))
    last = max(number for number, one in enumerate(found) if one.level == 2)
    return found[last + 1 :]


def without_comments(block: str) -> str:
    return _COMMENT.sub("#", block)


def comments(block: str) -> list[str]:
    return _COMMENT.findall(block)


def anchor(title: str) -> str:
    """The anchor that GitHub gives a heading: small letters, hyphens for spaces, no punctuation."""
    kept = (
        one
        for one in title.lower()
        if one in "- "
        or unicodedata.category(one)[0] in "LM"
        or unicodedata.category(one) in _IN_WORDS
    )
    return "".join(kept).replace(" ", "-")


def languages_line(language: str) -> str:
    """The line below the title by which a reader changes the language."""
    names = {code: entry["name"] for code, entry in listed().items()}
    return " · ".join(
        f"**{name}**" if code == language else f"[{name}]({contributing(code)})"
        for code, name in names.items()
    )


def mark() -> str:
    """Eight hexadecimal digits that change with the English part for editors.

    The line of languages and the repository's address do not count: a language more and an atlas
    of somebody else make no translation stale.
    """
    text = _LANGUAGES_LINE.sub("", editors_part(SOURCE_LANGUAGE))
    text = text.replace(REPOSITORY, "").replace(f"cd {REPOSITORY.rpartition('/')[2]}\n", "cd\n")
    return hashlib.sha256(text.encode()).hexdigest()[:8]
