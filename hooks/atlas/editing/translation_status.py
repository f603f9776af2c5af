"""What a record lacks in a language, and whether its translations are still those of its texts.

A translation is marked with a fingerprint of all the record's texts in the language it was made
from (`originals`). When one of them changes, the fingerprint is another one, and the translation is
out of date until somebody has looked at it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas.model import Prosed, Record
from atlas.model.fields import dotted, text_fields
from atlas.model.paths import FieldPath
from atlas.model.scalars import FINGERPRINT_DIGITS
from atlas.model.vocabulary import Translation
from atlas.model.walk import parts


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
    if not isinstance(record, Prosed):
        return None
    return next(
        (code for code, way in record.translations.items() if way is Translation.ORIGINAL), None
    )


def fingerprint(record: Record) -> str:
    """Eight hexadecimal digits that change with any text in the record's original language."""
    language = find_original(record)
    written = [[*path, texts[language]] for path, texts in _find_texts(record) if language in texts]
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()[:FINGERPRINT_DIGITS]


def find_status(record: Record, language: str) -> TranslationStatus:
    """What there is of the record in `language`."""
    missing = tuple(
        dict.fromkeys(dotted(path) for path, texts in _find_texts(record) if language not in texts)
    )
    if not isinstance(record, Prosed):
        return TranslationStatus(missing)
    origin = record.translations.get(language)
    if origin is None or origin is Translation.ORIGINAL:
        return TranslationStatus(missing, origin)
    known = record.originals.get(language)
    if known is None:
        return TranslationStatus(missing, origin)
    source = find_original(record)
    is_behind = any(source not in texts and language in texts for _, texts in _find_texts(record))
    return TranslationStatus(missing, origin, not is_behind and known != fingerprint(record))


def _find_texts(record: Record) -> Iterator[tuple[FieldPath, dict[Any, str]]]:
    """Every group of texts per language, with its path, in the order of the model."""
    for path, part in parts(record):
        for name in text_fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, list):
                yield from (((*path, name, index), texts) for index, texts in enumerate(value))
            elif value is not None:
                yield (*path, name), value
