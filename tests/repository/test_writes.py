"""Records are written by one module, which overwrites nothing that somebody saved meanwhile."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "hooks" / "atlas"

OTHERS = {
    "files/exchange.py": "is what the one module writes with",
    "files/journal.py": "is what the one module writes with",
    "files/replacement.py": "is what the one module writes with",
    "files/whole_file.py": "writes what is kept between runs and is safe to lose",
    "site": "writes the built site, which nobody edits",
    "editing/new_atlas.py": "fills a folder that is empty",
    "editing/review/preview.py": "fills a folder that is new",
    "cli/commands/propose.py": "writes into a checkout of its own, which a workflow has made",
}
"""What else may write files, and why."""

_WRITING = {
    *("write_text", "write_bytes", "unlink", "rename", "replace", "rmdir", "rmtree", "touch"),
    *("copy", "copy2", "copyfile", "copytree", "move", "remove", "truncate", "symlink_to"),
}
_OF_TEXTS = {"replace", "copy", "remove"}
"""Methods of texts and collections too: they count where a module of files is asked."""


def writes(text: str) -> Iterator[int]:
    """The lines of a module that write, move or remove a file."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        of_files = isinstance(owner, ast.Name) and owner.id in {"os", "shutil"}
        is_path = name not in _OF_TEXTS and not (name == "rename" and len(node.args) != 1)
        if name in _WRITING and (of_files or is_path):
            yield node.lineno
        at = 0 if name == "open" else 1  # of `file.open(mode)`, of `open(file, mode)`
        is_open = name == "open" or (isinstance(node.func, ast.Name) and node.func.id == "open")
        modes = [one.value for one in node.args[at : at + 1] if isinstance(one, ast.Constant)]
        if is_open and any(set(str(mode)) & set("wax+") for mode in modes):
            yield node.lineno


def test_nothing_else_writes_files() -> None:
    found = {
        f"{name}:{line}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line in writes(file.read_text("utf-8"))
        if not (name := file.relative_to(PACKAGE).as_posix()).startswith(tuple(OTHERS))
    }
    assert found == set()


@pytest.mark.parametrize("name", OTHERS)
def test_what_may_write_does_so(name: str) -> None:
    place = PACKAGE / name
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    assert any(list(writes(file.read_text("utf-8"))) for file in files)


@pytest.mark.parametrize(
    "text",
    [
        "Path('a').write_text('b')",
        "open('a', 'w')",
        "a.open('ab')",
        "os.replace(a, b)",
        "a.unlink()",
    ],
)
def test_what_writes_is_seen(text: str) -> None:
    assert list(writes(text)) == [1]


def test_what_only_reads_is_not() -> None:
    assert list(writes("a.replace('b', 'c'); open('a'); a.open('rb'); b.copy()")) == []
