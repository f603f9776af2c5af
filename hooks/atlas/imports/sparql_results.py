"""Reads answers of SPARQL services: solutions, each with the terms of its variables.

The formats are the W3C's SPARQL 1.1 Query Results JSON and TSV, as Wikidata's query service writes
them. It stops after 60 seconds, wherever it is, and then writes its own error into the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.i18n.messages import Message, alternatives, msg
from atlas.imports.input_error import InputError

_MOST_BYTES = 300_000_000
_IRI = re.compile(r"<([^<>]*)>")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^(?:<[^<>]*>|[\w-]*:\w+))?', re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_TIMED_OUT = ("TimeoutException", "Query deadline is expired", "upstream request timeout")
"""What the service writes when its time is over, at the end of what it had written until then."""

_FAILED = ("SPARQL-QUERY:", "java.", "<!DOCTYPE", "<html", "<?xml")
"""What answers that hold an error or a page begin with."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value: the text of a literal, in `lang` if it has one, or an address. Nodes are ""."""

    text: str
    lang: str = ""


Solution = Mapping[str, Term]
"""Terms by their variable; what is not bound is missing."""


def read(path: Path) -> tuple[list[str], Iterator[tuple[int, Solution]]]:
    """The variables of an answer in a file, and its solutions, each with its number.

    In TSV the number is that of its line, in JSON its own, from 1. Raises InputError for what is no
    whole answer: JSON at once, TSV as soon as the line comes.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise InputError(msg("{file} is too large.", file=path.name))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            msg("{file} is not written in {encoding}.", file=path.name, encoding="UTF-8")
        ) from error
    begin = text[:200].lstrip()
    if begin.startswith("{"):
        return _read_json(path.name, text)
    if not begin or begin.startswith(_FAILED):
        raise InputError(_explain(path.name, text))
    return _read_tsv(path.name, text)


def _explain(file: str, text: str) -> Message:
    """Why a text is no whole answer."""
    if any(sign in text for sign in _TIMED_OUT):
        return msg(
            "{file}: the time of the query service was over before it had answered. Ask again "
            "later, or for less at once.",
            file=file,
        )
    if not text.strip():
        return msg("{file} is empty.", file=file)
    return msg(
        "{file} is no whole answer of a query service in {formats}. Ask again.",
        file=file,
        formats=alternatives(["JSON", "TSV"]),
    )


def _read_json(file: str, text: str) -> tuple[list[str], Iterator[tuple[int, Solution]]]:
    try:
        answer = json.loads(text)
        variables = answer["head"]["vars"]
        solutions = [
            {name: _read_json_term(term) for name, term in binding.items()}
            for binding in answer["results"]["bindings"]
        ]
        are_names = all(isinstance(name, str) for name in variables)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(_explain(file, text)) from error
    if not are_names:
        raise InputError(_explain(file, text))
    return variables, enumerate(solutions, start=1)


def _read_json_term(term: dict[str, Any]) -> Term:
    text, lang = term["value"], term.get("xml:lang", "")
    if not isinstance(text, str) or not isinstance(lang, str):
        raise TypeError
    return Term("" if term["type"] == "bnode" else text, lang)


def _read_tsv(file: str, text: str) -> tuple[list[str], Iterator[tuple[int, Solution]]]:
    heading, *lines = text.rstrip("\r\n").split("\n")
    variables = [name.strip().removeprefix("?") for name in heading.split("\t")]
    if not all(re.fullmatch(r"\w+", name) for name in variables):
        raise InputError(_explain(file, text))
    return variables, _read_lines(file, text, variables, lines)


def _read_lines(
    file: str, text: str, variables: list[str], lines: list[str]
) -> Iterator[tuple[int, Solution]]:
    for number, line in enumerate(lines, start=2):
        terms = [_read_tsv_term(cell.strip()) for cell in line.split("\t")]
        if len(terms) != len(variables) or None in terms:
            raise InputError(msg("line {line}: {reason}", line=number, reason=_explain(file, text)))
        bound = {name: term for name, term in zip(variables, terms, strict=True) if term}
        yield number, {name: term for name, term in bound.items() if term.text}


def _read_tsv_term(cell: str) -> Term | None:
    """The term of a cell, which the service's page writes plainly; None for a broken one."""
    if found := _IRI.fullmatch(cell):
        return Term(found[1])
    if found := _LITERAL.fullmatch(cell):
        return Term(_ESCAPE.sub(_unescape, found[1]), found[2] or "")
    if cell.startswith("_:"):
        return Term("")
    return None if cell.startswith(("<", '"')) else Term(cell)


def _unescape(found: re.Match[str]) -> str:
    escape = found[1]
    if escape[0] in "uU" and len(escape) > 1:
        code = int(escape[1:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _ESCAPED.get(escape, escape)
