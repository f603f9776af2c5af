"""What a record lacks in a language, and whether its translations are still those of its texts.

A translation is marked with a fingerprint of all the record's texts in the language it was made
from (`originals`); the names of actors and places are none. When one of them changes, the
fingerprint is another one, and the translation is out of date until somebody has looked at it.
What a gloss is made from is the quotation, in whatever language that is.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from atlas.files.formatter import spaces
from atlas.model import Record
from atlas.model.fields import dotted, text_fields, translated_fields
from atlas.model.scalars import FINGERPRINT_DIGITS
from atlas.model.vocabulary import Translation
from atlas.model.walk import find_glosses, find_texts


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """How far a record is translated. `missing` are the fields without a text in the language.

    `outdated` is None where nothing tells from which texts the translation was made. While the
    original itself lacks a text, no translation is: it is the original that has to catch up.
    """

    missing: tuple[str, ...]
    origin: Translation | None = None
    outdated: bool | None = None


def find_original(record: Record) -> str | None:
    """The language that the record's texts were written in, the first if there are several."""
    return next(
        (code for code, way in record.translations.items() if way is Translation.ORIGINAL), None
    )


def fingerprint(record: Record) -> str:
    """Eight hexadecimal digits that change with any text in the record's original language, and
    with any quotation that has a gloss; not with spaces, which `atlas fmt` tidies."""
    language = find_original(record)
    written = [
        [*path, spaces.tidy(texts[language])]
        for path, texts in find_texts(record, translated_fields)
        if language in texts
    ]
    written += [[*path, spaces.tidy(quoted.text)] for path, quoted, _ in find_glosses(record)]
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()[:FINGERPRINT_DIGITS]


def find_status(record: Record, language: str) -> TranslationStatus:
    """What there is of the record in `language`."""
    lacking = [path for path, texts in find_texts(record, text_fields) if language not in texts]
    lacking += [
        (*path, "gloss")
        for path, quoted, gloss in find_glosses(record)
        if language not in (quoted.lang, *gloss)
    ]
    missing = tuple(dict.fromkeys(map(dotted, lacking)))
    origin = record.translations.get(language)
    if origin is None or origin is Translation.ORIGINAL:
        return TranslationStatus(missing, origin)
    known = record.originals.get(language)
    if known is None:
        return TranslationStatus(missing, origin)
    source = find_original(record)
    is_behind = any(
        source not in texts and language in texts
        for _, texts in find_texts(record, translated_fields)
    )
    return TranslationStatus(missing, origin, not is_behind and known != fingerprint(record))
