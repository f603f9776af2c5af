"""What pages use of the theme's style sheets, as one small sheet instead of two large ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

SHEETS = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
"""How the theme's own sheets begin, in the order in which pages load them; the rest of a name
changes with every version of the theme."""

SHEET = "assets/stylesheets/theme.css"
"""The one that takes their place."""

PARTS = re.compile(
    r"md-(?:button|content|footer|grid|header|main|nav|select|sidebar|skip|typeset)(?:__.*|--.*)?"
)
"""The classes of the theme that pages have; a test holds it against the pages of a site."""

_ATTRIBUTES = {"data-md-color-scheme": {"default", "slate"}, "data-md-color-primary": {"custom"}}
"""Attributes by which the theme colours, and the values that pages have."""

_READ = re.compile(r"var\((--[\w-]+)")
_CHOOSING = {"is", "where", "has", "matches", "-webkit-any", "-moz-any", "host"}
_NESTING = {"media", "supports", "layer", "container"}


class ThemeError(Exception):
    """The theme is not the one that the atlas was made for; the text says what it lacks."""


def join(site: Path, others: Iterable[str] = ()) -> None:
    """Put `SHEET` in the place of the theme's sheets and their source maps; `others` are the sheets
    that pages have beside those that lie in the folder of the site.

    Raises ThemeError if the theme has no such sheets any more.
    """
    folder = (site / SHEET).parent
    found = [one for start in SHEETS for one in sorted(folder.glob(f"{Path(start).name}*.css"))]
    if len(found) != len(SHEETS):
        raise ThemeError(f"the theme has no style sheets {' and '.join(SHEETS)}")
    ours = (file.read_text("utf-8") for file in site.glob("assets/**/*.css") if file not in found)
    text = reduce("".join(file.read_text("utf-8") for file in found), (*ours, *others))
    for start in SHEETS:
        for file in folder.glob(f"{Path(start).name}*"):
            file.unlink()
    (site / SHEET).write_text(text, "utf-8")


def reduce(text: str, readers: Iterable[str] = (), parts: re.Pattern[str] = PARTS) -> str:
    """The rules of a style sheet that can apply to a page with the classes `parts`; of its custom
    properties those that it or one of the sheets `readers` reads."""
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    kept = list(_keep(nodes, parts))
    read = set(_READ.findall("".join(readers)))
    while True:
        sheet = "".join(_write(node, read) for node in kept)
        more = read | set(_READ.findall(sheet))
        if more == read:
            return sheet
        read = more


def _keep(nodes: Iterable[Node], parts: re.Pattern[str]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [one for one in _split(node.prelude) if _can_match(one, parts)]
            if selectors:
                node.prelude = [token for one in selectors for token in (*one, _COMMA)][:-1]
                yield node
        elif isinstance(node, AtRule) and node.lower_at_keyword in _NESTING and node.content:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            node.content = list(_keep(inner, parts))
            if node.content:
                yield node
        elif isinstance(node, AtRule) and node.lower_at_keyword != "charset":
            yield node


_COMMA = tinycss2.parse_component_value_list(",")[0]


def _split(tokens: Iterable[Node]) -> Iterator[list[Node]]:
    """The selectors of a list."""
    one: list[Node] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _can_match(selector: list[Node], parts: re.Pattern[str]) -> bool:
    """Whether a page may have what a selector asks for, by its classes and attributes."""
    before = None
    for token in selector:
        if token.type == "ident" and before is not None and before.value == ".":
            if not parts.fullmatch(token.value):
                return False
        elif token.type == "[] block":
            if not _has_attribute(token.content):
                return False
        elif token.type == "function" and token.lower_name in _CHOOSING:
            matching = (_can_match(one, parts) for one in _split(token.arguments))
            if not any(matching):
                return False
        before = token if token.type == "literal" else None
    return True


def _has_attribute(tokens: list[Node]) -> bool:
    name = next(token.value for token in tokens if token.type == "ident")
    values = [token.value for token in tokens if token.type in {"ident", "string"}][1:]
    if not name.startswith("data-md-"):
        return True
    return bool(_ATTRIBUTES.get(name, set()) & {*values})


def _write(node: Node, read: set[str]) -> str:
    if isinstance(node, AtRule) and node.lower_at_keyword in _NESTING:
        inner = "".join(_write(one, read) for one in node.content)
        prelude = tinycss2.serialize(node.prelude)
        return f"@{node.at_keyword}{prelude}{{{inner}}}" if inner else ""
    if not isinstance(node, QualifiedRule):
        return str(node.serialize())
    content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    lines = [
        one.serialize()
        for one in content
        if not isinstance(one, Declaration) or not one.name.startswith("--") or one.name in read
    ]
    return f"{tinycss2.serialize(node.prelude)}{{{';'.join(lines)}}}\n" if lines else ""
