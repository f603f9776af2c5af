"""Keeps the catalogues in step with the texts of the code (gettext, by Babel).

There are two for a language, apart from each other: the interface of the site, which visitors read,
and what `atlas` tells editors, problems with records above all. A new text of a module or template
comes in untranslated; one that is gone goes out. Nothing of when and where it was done is written,
so that a catalogue changes only with its texts.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from atlas.i18n import languages, report
from atlas.model import KINDS, fields

_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]

_Keywords = Mapping[str, tuple[int | tuple[int, int], ...] | None]


@dataclass(frozen=True)
class Domain:
    """Texts that are translated together.

    `folder` holds a catalogue per language; `keywords` are the functions that mark the texts;
    `more` gives texts that stand elsewhere.
    """

    folder: Path
    keywords: _Keywords
    more: Callable[[], Iterable[str]] = tuple

    def file(self, language: str) -> Path:
        """The catalogue of a language."""
        return self.folder / f"{language}.po"


INTERFACE = Domain(
    languages.CATALOGUES,
    {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "P_": (1, 2), "counted": (1, 2)},
    lambda: fields.texts(KINDS),
)

PROBLEMS = Domain(
    report.CATALOGUES,
    {"msg": None, "msg_plural": (1, 2), "S_": None},
    lambda: fields.descriptions(KINDS),
)

DOMAINS = (INTERFACE, PROBLEMS)


def collect(domain: Domain) -> Catalog:
    """Every text of the domain, in the order of the files that hold them."""
    found = Catalog()
    for text in (*_extract(*domain.keywords.items()), *domain.more()):
        found.add(text)
    return found


@cache
def _extract(
    *keywords: tuple[str, tuple[int | tuple[int, int], ...] | None],
) -> tuple[str | tuple[str, ...], ...]:
    """The texts that these functions mark, which are the same for every language."""
    folder = Path(__file__).parents[1]
    found = extract_from_dir(folder, _METHODS, keywords=dict(keywords))
    return tuple(message for _, _, message, _, _ in found)


def merge(language: str, domain: Domain) -> str:
    """The catalogue of a language as it should stand in the domain's folder.

    The rule of its plurals is the one it has; a new language gets Babel's.
    """
    known = load(language, domain) if domain.file(language).is_file() else Catalog(locale=language)
    fresh = Catalog(locale=language)
    for message in collect(domain):
        if message.id:
            before = known.get(message.id)
            counts_alike = before and before.pluralizable == message.pluralizable
            fresh.add(message.id, before.string if before and counts_alike else "")
    text = io.BytesIO()
    write_po(text, fresh, omit_header=True, no_location=True, width=0)
    return _header(language, known) + text.getvalue().decode()


def load(language: str, domain: Domain) -> Catalog:
    """The catalogue as it stands."""
    with domain.file(language).open("rb") as file:
        return read_po(file, locale=language)


def untranslated(language: str, domain: Domain) -> list[str]:
    """The texts that the catalogue has no translation of, or not all plurals of."""
    lacking = []
    for message in load(language, domain):
        texts = (message.string,) if isinstance(message.string, str) else message.string or ()
        if message.id and not (texts and all(texts)):
            lacking.append(message.id if isinstance(message.id, str) else message.id[0])
    return lacking


def _header(language: str, known: Catalog) -> str:
    lines = (
        "Project-Id-Version: atlas",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {known.plural_forms}",
    )
    return "".join(['msgid ""\nmsgstr ""\n', *(f'"{line}\\n"\n' for line in lines), "\n"])
