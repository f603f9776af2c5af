"""Who may import whom: the rules that keep data flowing one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parent.parent / "hooks"

STAGES = (
    {"sentence", "spelling", "vocabulary", "iso", "edtf_date", "markdown"},
    {"problem", "characters"},
    {"model"},
    {"registers", "ids"},
    {"yaml_errors"},
    {"positions"},
    {"strict_yaml", "document"},
    {"reader", "history", "saving", "languages"},
    {"checks", "report", "schema", "skimming"},
    {"holdings"},
    {"review"},
    {"canonical"},
    {"scene"},
    {"relate"},
    {"counts", "forms"},
    {"edition", "shell", "policy", "maps", "progress", "catalogues", "citation"},
    {"renaming", "translating", "drafts", "finding", "gazetteer"},
    {"proposals"},
    {"pages"},
    {"exports", "cards"},
    {"publish", "search", "swap", "gate", "upkeep"},
    {"build"},
    {"bench"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""The rooms in the order in which data flows; a room imports itself and what stands before it."""

ORDER = {room: at for at, rooms in enumerate(STAGES) for room in rooms}


def modules() -> list[Path]:
    return sorted((HOOKS / "atlas").rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(HOOKS / "atlas").parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The dotted names a module imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("atlas.")}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOOKS)))
def test_a_room_imports_only_what_stands_before_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        assert not imported(path)
        return
    later = {one for one in rooms_imported(path) - {room} if ORDER[one] >= ORDER[room]}
    assert not later, f"{room} may not import {later}"


def test_only_main_imports_mkdocs() -> None:
    users = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*.py")
        if any(name.split(".")[0].startswith("mkdocs") for name in imported(path))
    }
    assert users == {"main.py"}


def test_pages_and_maps_know_neither_reader_nor_yaml() -> None:
    for path in modules():
        if room_of(path) in {"pages", "maps"}:
            assert not {"reader", "strict_yaml"} & rooms_imported(path)
            assert not any(name.split(".")[0] == "yaml" for name in imported(path))


def test_every_kind_of_page_is_listed() -> None:
    from atlas import pages

    listed = {kind.__name__.rpartition(".")[2] for kind in pages.KINDS}
    kinds = {
        path.stem
        for path in (HOOKS / "atlas" / "pages").glob("*.py")
        if "\nSECTION = " in path.read_text()
    }
    assert kinds == listed


def test_no_room_is_called_for_what_it_is_not() -> None:
    names = {part for path in modules() for part in path.with_suffix("").parts}
    assert not names & {"utils", "helpers", "common", "manager", "misc"}
