"""The file of facts: what each record says, as digests, for whoever compares two versions.

`facts.json` is read again from wherever a version was kept: it is a stranger's until it was looked
at, and nothing of it is shown but its version and its day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from atlas.graph.facts import DIGEST_LENGTH, FOLDERS, TIERS, Digests, Facts, fields_of
from atlas.model import ListedTie
from atlas.model.scalars import is_id

FORMAT = "atlas-facts/1"
"""Which form of the file this is."""

MOST_BYTES = 64_000_000
"""Ten times what an atlas of 12,000 places and 15,000 listed ties has."""

VERSION = re.compile(r"(?!.*\.(?:\.|lock\Z))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")
"""What a version may be called: what may be a tag of git (git-check-ref-format(1)), the name of a
file and part of an address."""

_DIGEST = re.compile(rf"[A-Za-z0-9_-]{{{DIGEST_LENGTH}}}")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,63}")
_MOST_FIELDS = 100


class FactsError(Exception):
    """What was given is no file of facts; the text says why not."""


def write(facts: Facts) -> str:
    """The facts as JSON, a record a line: its digests stand in the order of its kind's fields,
    between commas; nothing stands for a field that the record has not."""
    head = {"format": FORMAT, "version": facts.version or None, "date": facts.day or None}
    opening = json.dumps(head, indent=1)[:-2]
    kinds = ",\n".join(_write_kind(kind, facts.records.get(kind, {})) for kind in TIERS)
    return f'{opening},\n "kinds": {{\n{kinds}\n }}\n}}\n'


def _write_kind(kind: str, records: Mapping[str, Digests]) -> str:
    names = fields_of(kind)
    head = f'"tier": {json.dumps(TIERS[kind])}, "fields": {json.dumps(names)}'
    lines = (
        f'   {json.dumps(id_)}: "{",".join(said.get(name, "") for name in names)}"'
        for id_, said in records.items()
    )
    inner = ",\n".join(lines)
    body = f"{{\n{inner}\n  }}" if inner else "{}"
    return f'  {json.dumps(kind)}: {{{head}, "records": {body}}}'


def read(content: bytes) -> Facts:
    """The facts of a released version that a file holds. Raises FactsError if it holds none."""
    if len(content) > MOST_BYTES:
        raise FactsError(f"it is larger than {MOST_BYTES // 1_000_000} MB.")
    try:
        said = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FactsError("it is no JSON.") from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise FactsError(f"it is not in the form {FORMAT}.")
    version, day = said.get("version"), said.get("date")
    is_named = isinstance(version, str) and VERSION.fullmatch(version)
    if not is_named or not _is_day(day):
        raise FactsError("it names no released version with its day.")
    kinds = said.get("kinds")
    if not isinstance(kinds, dict):
        raise FactsError("it lists no records.")
    return Facts(
        str(version), str(day), {kind: dict(_read_kind(kind, kinds.get(kind))) for kind in TIERS}
    )


def _is_day(day: object) -> bool:
    try:
        return isinstance(day, str) and date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _read_kind(kind: str, said: Any) -> Iterator[tuple[str, Digests]]:
    """Id and digests of each record of a kind; of a kind that the file lacks there are none."""
    if said is None:
        return
    wrong = FactsError(f"what it says of {kind} is damaged.")
    names, records = (said.get(one) for one in ("fields", "records")) if _is_group(said) else (0, 0)
    if not isinstance(names, list) or not isinstance(records, dict) or len(names) > _MOST_FIELDS:
        raise wrong
    if not all(isinstance(name, str) and _FIELD.fullmatch(name) for name in names):
        raise wrong
    for id_, text in records.items():
        digests = text.split(",", len(names)) if isinstance(text, str) else []
        if not _is_id_of(kind, id_) or len(digests) != len(names):
            raise wrong
        if not all(not one or _DIGEST.fullmatch(one) for one in digests):
            raise wrong
        yield id_, {name: one for name, one in zip(names, digests, strict=True) if one}


def _is_group(said: object) -> bool:
    return isinstance(said, dict)


def _is_id_of(kind: str, id_: str) -> bool:
    """Whether records of a kind may have the id; that of a listed tie is its register's and its
    pair's."""
    if FOLDERS[kind] != ListedTie.folder:
        return is_id(id_)
    register, slash, pair = id_.partition("/")
    return bool(slash) and is_id(register) and is_id(pair)
