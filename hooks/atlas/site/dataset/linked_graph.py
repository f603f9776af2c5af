"""Nodes of linked data written as JSON-LD 1.1 and as RDF 1.1 Turtle, which say the same.

A node is a mapping: «@id» its address, if it has one, «@type» its class, and by prefixed names the
values of its properties. A value is a Ref, a Literal, a node within, or a list of such.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

Node = Mapping[str, object]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_UNFIT = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
"""What may not stand in an address (RDF 1.1 Turtle, IRIREF)."""


@dataclass(frozen=True, slots=True)
class Ref:
    """An address of something."""

    address: str

    def __post_init__(self) -> None:
        """Escape what an address may not hold, as a browser would."""
        fit = _UNFIT.sub(lambda found: quote(found[0]), self.address)
        object.__setattr__(self, "address", fit)


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in a `language`, or a value of a `type` by its prefixed name, or a plain text."""

    text: str
    language: str = ""
    type: str = ""


def write_json_ld(nodes: Iterable[Node]) -> bytes:
    """The nodes as JSON-LD, with a context of prefixes alone: nothing has to be fetched."""
    graph = [_to_json(node) for node in nodes]
    text = json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def write_turtle(nodes: Iterable[Node]) -> bytes:
    """The nodes as Turtle."""
    prefixes = [f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items()]
    blocks = [f"\n{_subject(node)} {_properties(node, 1)} .\n" for node in nodes]
    return "".join([*prefixes, *blocks]).encode()


def _to_json(value: object) -> object:
    if isinstance(value, Mapping):
        return {
            name: one.address
            if isinstance(one, Ref) and name == "@id"
            else one
            if name == "@type"
            else _to_json(one)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [_to_json(one) for one in value]
    if isinstance(value, Ref):
        return {"@id": value.address}
    assert isinstance(value, Literal), "a value is one of these"
    tags = {"@language": value.language, "@type": value.type}
    return {"@value": value.text, **{name: tag for name, tag in tags.items() if tag}}


def _subject(node: Node) -> str:
    about = node["@id"]
    assert isinstance(about, Ref), "what is not within another has an address"
    return f"<{about.address}>"


def _properties(node: Node, depth: int) -> str:
    margin = "\n" + "  " * depth
    written = [f"a {node['@type']}"]
    for name, value in node.items():
        if not name.startswith("@"):
            values = value if isinstance(value, list) else [value]
            written.append(f"{name} {', '.join(_to_turtle(one, depth) for one in values)}")
    return f" ;{margin}".join(written)


def _to_turtle(value: object, depth: int) -> str:
    if isinstance(value, Ref):
        return f"<{value.address}>"
    if isinstance(value, Literal):
        text = json.dumps(value.text, ensure_ascii=False)  # escapes what Turtle escapes, and alike
        tag = f"@{value.language}" if value.language else ""
        return f"{text}{tag}^^{value.type}" if value.type else f"{text}{tag}"
    assert isinstance(value, Mapping), "a value is one of these"
    return f"[ {_properties(value, depth + 1)} ]"
