"""The parts of a build, and to which of them a moment belongs: by the code that is running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

ATLAS = str(Path(__file__).parents[2] / "hooks" / "atlas") + "/"
"""Where the engine's code lies; its templates are run under their own names, there as well."""

IMPORTS = "imports"
"""The part in which modules of the engine are loaded."""

PAGES = "pages: "
"""Begins the parts of the pages of one kind."""

ROOMS = {
    "files/": "read",
    "model/": "check",
    "checks/": "check",
    "lookup/": "check",
    "imports/": "check",
    "editing/": "check",
    "graph/": "relate, editions",
    "i18n/": "words",
    "maps/": "maps",
    "pages/": "pages",
    "preview/": "preview",
    "site/": "stamp and write",
    "site/cards/": "cards",
    "site/exports/": "exports",
    "site/dataset/": "exports",
    "site/exports/share_cards.py": "cards",
    "site/feeds.py": "exports",
    "site/linked_data.py": "linked data",
    "site/search_index.py": "search",
    "site/frames.py": "frames",
    "site/frame_store.py": "frames",
    "site/unit_store.py": "what is kept",
    "site/unit_workers.py": "waiting for workers",
    "pages/search_record.py": "search",
    "": "other code",
}
"""What is done in a room or a module of the engine, by its path; of several the longest counts."""

HOST = "host"
"""The part of the theme, of MkDocs, and of what runs before the engine and after it."""


def part(frame: FrameType | None) -> str:
    """The part that a moment belongs to, whose innermost frame is given.

    The innermost module of the engine decides; if that makes pages, the outermost one that does
    says of which kind.
    """
    modules = [*_modules(frame)]
    return IMPORTS if _LOADING in modules else of_modules(modules)


def of_modules(modules: Sequence[str]) -> str:
    """The part that engine's modules belong to ("maps/static.py"), the innermost first."""
    if not modules:
        return HOST
    found = ROOMS[max((path for path in ROOMS if modules[0].startswith(path)), key=len)]
    if found != "pages":
        return found
    making = [one for one in modules if one.startswith("pages/") and one.endswith(".py")]
    named = [one for one in making if one not in ("pages/__init__.py", "pages/page.py")]
    return PAGES + Path(named[-1]).stem if named else found


_LOADING = "<module>"


def _modules(frame: FrameType | None) -> Iterator[str]:
    """The engine's files on the stack, from the innermost; _LOADING where one is being loaded."""
    while frame:
        code = frame.f_code
        if code.co_filename.startswith(ATLAS):
            loading = code.co_name == _LOADING and code.co_filename.endswith(".py")
            yield _LOADING if loading else code.co_filename.removeprefix(ATLAS)
        frame = frame.f_back
