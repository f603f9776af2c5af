"""Do texts say their language's origin and their source, and keep people's addresses out?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from atlas.checks.case import Case, each
from atlas.checks.parts import parts
from atlas.model import Actor, Cooperation, Place, Prosed, Record, Statement
from atlas.problem import Problem
from atlas.strict_yaml import KEY, Path

_MAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"""(?<![\w.,+])(?<!\d\s)(?:
        (?:\+|00)[1-9]\d{0,2}(?:[\s./()-]{0,3}\d){6,12}         # +32 2 220 26 11
      | \(?0\d{1,3}\)?[\s./-]{1,2}\d{2,3}(?:[\s.-]\d{2,3}){2,3}  # 02 220 26 11, 0475/12 34 56
      | 0\d{8,9}                                               # 0475123456
    )(?!\w)""",
    re.VERBOSE,
)
_CALL = re.compile(
    r"\b(?:tel|tél|telefoon|téléphone|telephone|phone|gsm|mobile|fax|هاتف)\b[.:]?\s*[+(\d][\d\s()./-]{5,}",
    re.IGNORECASE,
)
_NO_TELEPHONES = {"url", "archive_url", "website", "sha256"}
_HIDE = "Delete it; the atlas publishes no e-mail addresses and no telephone numbers."


def no_one_can_be_rung(case: Case) -> Iterator[Problem]:
    """No text holds an e-mail address or a telephone number."""
    for document in case.documents:
        for path, text in _suspects(document.value):
            if "@" in text or "at" in text:
                if _MAIL.search(text):
                    message = f'{_field(path)} holds an e-mail address.'
                    yield document.problem(path, message, _HIDE)
            if path[-1] not in _NO_TELEPHONES and (_TELEPHONE.search(text) or _CALL.search(text)):
                yield document.problem(path, f"{_field(path)} holds a telephone number.", _HIDE)


_SUSPECT = re.compile(r"@|[(\[]at[)\]]|[0+(]\d|\d{2}[\s./)-]", re.IGNORECASE)


def _suspects(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text with what an address or a number cannot do without."""
    if isinstance(value, str):
        if _SUSPECT.search(value):
            yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if inner.__class__ is not str:
                yield from _suspects(inner, (*path, name))
            elif _SUSPECT.search(inner):
                yield (*path, name), inner
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _suspects(inner, (*path, index))


def _field(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    return f'field "{names[-1]}"' if names else "the text"


def languages_have_an_origin(case: Case) -> Iterator[Problem]:
    """Every language of a record's texts stands in its translations, and no other language."""
    for record in each(case.records):
        if isinstance(record, Prosed):
            yield from _origins(case, record)


def _origins(case: Case, record: Prosed) -> Iterator[Problem]:
    spoken = _languages(record)
    silent = [language for language in spoken if language not in record.translations]
    if silent:
        message = f'"translations" does not say how the texts in {", ".join(silent)} came about.'
        entry = ", ".join(f"{language}: human" for language in silent)
        hint = f"Add {entry} (or original, or machine)."
        yield case.problem(record, ("translations",), message, hint)
    for language in record.translations:
        if language not in spoken:
            message = f'"translations" names "{language}", but no text is in that language.'
            path = ("translations", language, KEY)
            yield case.problem(record, path, message, "Add the texts, or delete the entry.")


def _languages(record: Record) -> list[str]:
    """The languages of the texts in `record`, in the order in which they occur."""
    found: dict[str, None] = {}
    for _, part in parts(record):
        for name, value in part:
            if name != "translations":
                for texts in value if isinstance(value, list) else (value,):
                    if isinstance(texts, dict):
                        found.update(dict.fromkeys(texts))
    return list(found)


def statements_name_their_source(case: Case) -> Iterator[Problem]:
    """In a record that rests on several sources, every quoted statement says which it is from."""
    for record in each(case.records):
        if not isinstance(record, Cooperation | Actor | Place):
            continue
        if len({citation.source for citation in record.sources}) < 2:
            continue
        for path, part in parts(record):
            if getattr(part, "source", None) is not None:
                continue
            for inner, statement in _statements(part):
                message = f"{_field((*path, *inner))} does not say which source it is from."
                hint = "Add source: to it, one of the record's sources."
                yield case.problem(record, (*path, *inner), message, hint)


def _statements(part: Any) -> Iterator[tuple[Path, Statement]]:
    """The statements directly in `part` that name no source."""
    for name, value in part:
        for path, item in (
            [((name, index), item) for index, item in enumerate(value)]
            if isinstance(value, list)
            else [((name,), value)]
        ):
            if isinstance(item, Statement) and item.source is None:
                yield path, item
