"""Keeps the catalogues of the interface in step with its texts (gettext, by Babel).

A new text of a module or template comes in untranslated; one that is gone goes out. Nothing of
when and where it was done is written, so that a catalogue changes only with its texts.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from atlas import schema
from atlas.languages import CATALOGUES

_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
_KEYWORDS: dict[str, tuple[int | tuple[int, int], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "counted": (1, 2),
}


def wanted() -> Catalog:
    """Every text of the interface, in the order of the files that hold them, then the fields'."""
    found = Catalog()
    folder = Path(__file__).parent
    for _, _, message, _, _ in extract_from_dir(folder, _METHODS, keywords=_KEYWORDS):
        found.add(message)
    for text in schema.texts():
        found.add(text)
    return found


def merged(language: str) -> str:
    """The catalogue of a language as it should stand in `locales/<language>.po`.

    The rule of its plurals is the one it has; a new language gets Babel's.
    """
    path = CATALOGUES / f"{language}.po"
    known = read(language) if path.is_file() else Catalog(locale=language)
    fresh = Catalog(locale=language)
    for message in wanted():
        if message.id:
            before = known.get(message.id)
            fresh.add(message.id, before.string if before else "")
    text = io.BytesIO()
    write_po(text, fresh, omit_header=True, no_location=True, width=0)
    return _header(language, known) + text.getvalue().decode()


def read(language: str) -> Catalog:
    """The catalogue as it stands."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def untranslated(language: str) -> list[str]:
    """The texts that the catalogue has no translation of, or not all plurals of."""
    lacking = []
    for message in read(language):
        texts = (message.string,) if isinstance(message.string, str) else message.string or ()
        if message.id and not (texts and all(texts)):
            lacking.append(message.id if isinstance(message.id, str) else message.id[0])
    return lacking


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.stem for path in CATALOGUES.glob("*.po"))


def _header(language: str, known: Catalog) -> str:
    lines = (
        "Project-Id-Version: Cooperation Atlas",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {known.plural_forms}",
    )
    return "".join(['msgid ""\nmsgstr ""\n', *(f'"{line}\\n"\n' for line in lines), "\n"])
