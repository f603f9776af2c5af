"""Scripts for a page that is a file, of modules and of the files that scripts read.

A file has no origin that a browser could compare, so pages of the scheme `file` may neither import
a module nor fetch (HTML, 7.1.1: an opaque origin); classic scripts they may have. What is taken
apart here is the site's own code as it is published: imports of names at the beginning of a module,
exports of declarations.
"""

from __future__ import annotations

import json
import re

LOADER = "atlas-offline.js"
"""The script that brings the others, and runs before them."""

LEFT_OUT = frozenset({"atlas-search.js", "atlas-match.js", "atlas-embed-frame.js"})
"""Scripts of pages that can do nothing in a copy: one needs WebAssembly, one a worker, and the last
a page of others around it."""

CLASSIC = frozenset({"atlas-frame.js", "atlas-moved.js"})
"""The scripts that pages name and that are no modules."""

_IMPORT = re.compile(r"""(?:^|(?<=[;}\n]))import\s*(\{[^}]*\})\s*from\s*("[^"]+");?""")
_EXPORT = re.compile(
    r"(?:^|(?<=[;}\n]))export\s+(?=(?:async\s+)?(?:function|class|const)\b"
    r"(?:\s*\*?\s*([\w$]+)|\s*\[([^\]]*)\]))"
)
_LEFT = re.compile(r"(?:^|(?<=[;}\n]))(?:export\b|import\b(?!\s*\())|\bimport\.meta\b")
_DYNAMIC = re.compile(r"(?<![\w$.])import\(")


class ScriptError(Exception):
    """A script has a form that cannot be put into a classic one; the text says which."""


def convert(name: str, script: str) -> str:
    """A script called `name` as a classic one, which the loader runs if it was a module.

    Raises ScriptError if it says how it is imported or exported in another way than ours do.
    """
    if name in CLASSIC:
        return _DYNAMIC.sub("atlasOffline.load(", script)
    imports = list(_IMPORT.finditer(script))
    needs = json.dumps([json.loads(found[2]) for found in imports])
    takes = "".join(f"const{found[1]}=_wanted[{at}];" for at, found in enumerate(imports))
    names = ",".join(found[1] or found[2] for found in _EXPORT.finditer(script))
    body = _EXPORT.sub("", _IMPORT.sub("", script))
    body = _DYNAMIC.sub("_load(", body).replace("import.meta.url", "_address")
    if left := _LEFT.search(body):
        raise ScriptError(f"{name}: {body[left.start() : left.start() + 40]!r}")
    return (
        f"atlasOffline.module({needs},async(_exported,_wanted,_address)=>{{"
        f'"use strict";const _load=(name)=>atlasOffline.load(name,_address);{takes}\n{body}\n'
        f"Object.assign(_exported,{{{names}}});}});\n"
    )


def hold(content: str) -> str:
    """A script that gives the text of a file to the scripts that ask for it."""
    text = json.dumps(content, ensure_ascii=False)
    return f"atlasOffline.file({text});\n"
