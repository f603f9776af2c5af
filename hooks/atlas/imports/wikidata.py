"""Reads what Wikidata's query service answers to the query of the register: twinned towns.

`data/registers/wikidata/query.rq` is that query. A statement may come in several solutions, one for
each of its references, or of the countries and points of its towns: they are one row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from atlas.i18n.messages import listing, msg
from atlas.imports import sparql_results
from atlas.imports.input_error import InputError
from atlas.imports.listed_rows import SIDES, End, ListedRow
from atlas.imports.sparql_results import Solution, Term

NEEDED = ("statement", "rank", "a", "b", "aLabel", "bLabel", "aCountryCode", "bCountryCode")
"""The variables without which an answer says too little."""

_ITEM = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q[1-9]\d*)")
_STATEMENT = re.compile(r"https?://www\.wikidata\.org/entity/statement/([Qq]\d+)-([\w-]+)")
_POINT = re.compile(r"POINT\s*\(\s*(-?[\d.]+(?:[eE]-?\d+)?)\s+(-?[\d.]+(?:[eE]-?\d+)?)\s*\)", re.I)
_TIME = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)T[\d:.]+(?:Z|[+-][\d:]+)?")
_WITHDRAWN = "DeprecatedRank"
_MANY = "mul"
"""The language of a label that is the same in many."""

_DAY, _MONTH, _YEAR, _DECADE = 11, 10, 9, 8
"""Precisions of times: https://www.wikidata.org/wiki/Help:Dates#Precision."""

Terms = Mapping[str, list[Term]]
"""All terms of a statement, by variable, in one order whatever the order of the solutions."""


def read(path: Path) -> Iterator[ListedRow]:
    """The statements of an answer in a file, in JSON or TSV, each as a row.

    Raises InputError for what is no whole answer, or none to this query.
    """
    variables, solutions = sparql_results.read(path)
    if missing := [name for name in NEEDED if name not in variables]:
        raise InputError(
            msg(
                "{file} answers another query: it lacks {variables}. Ask with {query}.",
                file=path.name,
                variables=listing([f"?{name}" for name in missing]),
                query="data/registers/wikidata/query.rq",
            )
        )
    statements: dict[str, list[tuple[int, Solution]]] = defaultdict(list)
    for number, solution in solutions:
        statements[_text(solution, "statement")].append((number, solution))
    if not statements:
        raise InputError(msg("{file} holds no statement.", file=path.name))
    for statement, found in statements.items():
        yield _make_row(path.name, found[0][0], statement, _gather(one for _, one in found))


def _text(solution: Solution, name: str) -> str:
    return solution[name].text if name in solution else ""


def _gather(solutions: Iterable[Solution]) -> Terms:
    found: dict[str, set[Term]] = defaultdict(set)
    for solution in solutions:
        for name, term in solution.items():
            found[name].add(term)
    return {
        name: sorted(terms, key=lambda one: (one.text, one.lang)) for name, terms in found.items()
    }


def _make_row(file: str, number: int, statement: str, terms: Terms) -> ListedRow:
    a, b = (_make_end(side, terms) for side in SIDES)
    return ListedRow(
        file,
        number,
        a,
        b,
        start=_read_time(terms, "start"),
        end=_read_time(terms, "end"),
        reference_url=next(filter(_is_address, _texts(terms, "reference")), ""),
        locator=_STATEMENT.sub(_name_statement, statement),
        is_stated=True,
        is_withdrawn=any(rank.endswith(_WITHDRAWN) for rank in _texts(terms, "rank")),
    )


def _name_statement(found: re.Match[str]) -> str:
    """A statement's own id, of which its address makes "Q1-…"."""
    return f"{found[1]}${found[2]}"


def _make_end(side: str, terms: Terms) -> End:
    id_ = next((found[1] for text in _texts(terms, side) if (found := _ITEM.fullmatch(text))), "")
    prefix = f"{side}Label_"
    names = {
        name.removeprefix(prefix): found[0].text
        for name, found in sorted(terms.items())
        if name.startswith(prefix) and id_
    }
    label = _choose_label(id_, terms.get(f"{side}Label", []), names)
    point = next(filter(None, map(_POINT.fullmatch, _texts(terms, f"{side}Point"))), None)
    return End(
        name=label.text,
        country=_name_country(side, terms),
        lang="" if label.lang == _MANY else label.lang,
        names=names,
        lat=point[2] if point else "",
        lon=point[1] if point else "",
        wikidata=id_,
    )


def _choose_label(id_: str, labels: list[Term], names: Mapping[str, str]) -> Term:
    """What an item is called; its label is its id where it has none, and a number if unknown."""
    if not id_:
        return Term("")
    texts = [Term(text, lang) for lang, text in names.items()]
    return next((term for term in [*labels, *texts] if term.text != id_), Term(""))


def _name_country(side: str, terms: Terms) -> str:
    """The codes of the countries in which the item lies today; else what they are called."""
    codes = _texts(terms, f"{side}CountryCode")
    return " / ".join(codes or _texts(terms, f"{side}CountryLabel"))


def _read_time(terms: Terms, name: str) -> str:
    """The earliest time as a date; a decade as "1990s", a longer time or an unknown one as ""."""
    precisions = [int(text) for text in _texts(terms, f"{name}Precision") if text.isdecimal()]
    for found in filter(None, map(_TIME.fullmatch, _texts(terms, name))):
        year, month, day = found.groups()
        guessed = _YEAR if (month, day) in {("01", "01"), ("00", "00")} else _DAY
        precision = min(precisions, default=guessed)
        if precision >= _DAY:
            return f"{year}-{month}-{day}"
        if precision in {_MONTH, _YEAR}:
            return f"{year}-{month}" if precision == _MONTH else year
        return f"{year[:3]}0s" if precision == _DECADE else ""
    return ""


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _texts(terms: Terms, name: str) -> list[str]:
    return [term.text for term in terms.get(name, ())]
