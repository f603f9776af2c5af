"""Answers in the form of Wikidata's query service, in JSON and in TSV, of what is to be said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

ENTITY = "http://www.wikidata.org/entity/"
RANK = "http://wikiba.se/ontology#"
_TYPES = {
    "Point": "http://www.opengis.net/ont/geosparql#wktLiteral",
    "Precision": "http://www.w3.org/2001/XMLSchema#integer",
    "start": "http://www.w3.org/2001/XMLSchema#dateTime",
    "end": "http://www.w3.org/2001/XMLSchema#dateTime",
}

VARIABLES = [
    *("statement", "rank", "a", "b", "start", "startPrecision", "end", "endPrecision"),
    "reference",
    *(
        f"{side}{name}"
        for side in "ab"
        for name in (
            *("Label", "Label_en", "Label_nl", "Label_fr", "Label_ar"),
            *("Country", "CountryLabel", "CountryCode", "Point"),
        )
    ),
]

Said = Mapping[str, str]
"""What a solution says, by variable; of a label "Ghent@en"."""


def solution(a: str, b: str, **said: str) -> dict[str, str]:
    """A solution for a statement of the item `a` about `b`, with what else it says."""
    return {
        "statement": f"{ENTITY}statement/{a}-0a1b2c3d-4e5f-6789-abcd-{b.lower():0>12}",
        "rank": f"{RANK}NormalRank",
        "a": f"{ENTITY}{a}",
        "b": f"{ENTITY}{b}",
        "aLabel": f"{a} town@en",
        "bLabel": f"{b} town@en",
        "aCountryCode": "BE",
        "bCountryCode": "FR",
        **said,
    }


def write_json(solutions: Iterable[Said], variables: Sequence[str] = VARIABLES) -> str:
    """`application/sparql-results+json`."""
    bindings = [{name: _json_term(name, value) for name, value in one.items()} for one in solutions]
    answer = {"head": {"vars": list(variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def write_tsv(solutions: Iterable[Said], variables: Sequence[str] = VARIABLES) -> str:
    """`text/tab-separated-values`."""
    lines = ["\t".join(f"?{name}" for name in variables)]
    for one in solutions:
        lines.append(
            "\t".join(_tsv_term(name, one[name]) if name in one else "" for name in variables)
        )
    return "".join(f"{line}\n" for line in lines)


def _type(name: str) -> str | None:
    return next((type_ for ending, type_ in _TYPES.items() if name.endswith(ending)), None)


def _json_term(name: str, value: str) -> dict[str, str]:
    if value.startswith("_:"):
        return {"type": "bnode", "value": value[2:]}
    if value.startswith("http"):
        return {"type": "uri", "value": value}
    if type_ := _type(name):
        return {"type": "literal", "datatype": type_, "value": value}
    text, at, lang = value.rpartition("@")
    if at:
        return {"type": "literal", "xml:lang": lang, "value": text}
    return {"type": "literal", "value": value}


def _tsv_term(name: str, value: str) -> str:
    if value.startswith("_:"):
        return value
    if value.startswith("http"):
        return f"<{value}>"
    text, at, lang = value.rpartition("@")
    text = text if at else value
    for letter, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\t", "\\t"), ("\n", "\\n")):
        text = text.replace(letter, escaped)
    if at:
        return f'"{text}"@{lang}'
    return f'"{text}"^^<{type_}>' if (type_ := _type(name)) else f'"{text}"'
