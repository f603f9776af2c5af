"""Who may import whom: the rules that keep data flowing one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

HOOKS = ROOT / "hooks"

ROOMS = {
    "model": "",
    "i18n": "model",
    "files": "model i18n",
    "graph": "model i18n",
    "lookup": "model i18n files",
    "checks": "model i18n files graph lookup",
    "imports": "model i18n files lookup checks",
    "editing": "model i18n files lookup checks",
    "maps": "model i18n graph",
    "pages": "model i18n files graph lookup checks editing maps",
    "site": "model i18n files graph lookup checks imports maps pages",
    "preview": "model i18n files graph lookup checks imports maps pages site",
    "cli": "model i18n files graph lookup checks imports editing maps pages site",
}
"""Every room of the engine, and the rooms that its modules may import beside their own."""


def modules() -> list[Path]:
    return sorted((HOOKS / "atlas").rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(HOOKS / "atlas").parts[0]


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


def test_every_module_lies_in_a_room() -> None:
    loose = {path.name for path in (HOOKS / "atlas").glob("*.py")}
    assert loose == {"__init__.py", "__main__.py"}
    assert {room_of(path) for path in modules()} - loose == ROOMS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_its_purpose_in_a_sentence(room: str) -> None:
    said = ast.get_docstring(ast.parse((HOOKS / "atlas" / room / "__init__.py").read_text()))
    assert said
    assert said.splitlines()[0].endswith(".")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_it_may(room: str) -> None:
    paths = sorted((HOOKS / "atlas" / room).rglob("*.py"))
    assert paths
    found = {
        f"{path.relative_to(HOOKS)} imports {other}"
        for path in paths
        for other in rooms_imported(path) - {room, *ROOMS[room].split()}
    }
    assert found == set()


def test_only_main_imports_mkdocs() -> None:
    users = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*.py")
        if any(name.split(".")[0].startswith("mkdocs") for name in imported(path))
    }
    assert users == {"main.py"}


def test_what_visitors_read_is_made_without_reading_files() -> None:
    for path in modules():
        if room_of(path) in {"graph", "maps", "pages"}:
            names = imported(path)
            readers = tuple(f"atlas.files.{one}" for one in ("reader", "record_files", "registers"))
            assert not any(name.startswith(readers) for name in names), path
            assert not any(name.split(".")[0] == "yaml" for name in names), path


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
