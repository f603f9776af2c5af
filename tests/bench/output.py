"""What a site is made of: files and bytes by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.site_languages import PREFIXES

_ENDINGS = {
    ".atom": "feeds",
    ".bib": "citations",
    ".ris": "citations",
    ".csv": "tables",
    ".jsonl": "tables",
    ".xml": "sitemap",
    ".gz": "sitemap",
}
_FOLDERS = {
    "pagefind": "search",
    "assets/maps": "maps",
    "assets/explore": "explore",
    "assets": "theme and scripts",
    "data": "tables",
}
_NAMES = {"card.png": "cards", "feed.json": "feeds", "cite.json": "citations"}
_PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Kind:
    """So many files of one kind, and their bytes."""

    name: str
    files: int
    size: int


def kinds(site: Path) -> list[Kind]:
    """All files of a site by their kind, the heaviest kind first."""
    found: dict[str, list[int]] = {}
    for file in site.rglob("*"):
        if file.is_file():
            name = kind(file.relative_to(site).parts)
            found.setdefault(name, []).append(file.stat().st_size)
    made = [Kind(name, len(sizes), sum(sizes)) for name, sizes in found.items()]
    return sorted(made, key=lambda one: (-one.size, one.name))


def is_embed(page: Path) -> bool:
    """Whether a page is one for frames of others, which is no page beside the others."""
    return page.parent.name == "embed" and (page.parent.parent / page.name).is_file()


def kind(parts: Sequence[str]) -> str:
    """What the file at a path is: "pages: places", "maps", "feeds"."""
    parts = parts[1:] if f"{parts[0]}/" in PREFIXES.values() else parts
    *folders, name = parts
    if folders[2:] == ["embed"]:
        return "embeds"
    if name == _PAGE:
        return f"pages: {folders[0]}" if len(folders) > 1 else "pages: others"
    path = "/".join(folders)
    for folder, named in _FOLDERS.items():
        if f"{path}/".startswith(f"{folder}/"):
            return named
    return _NAMES.get(name) or _ENDINGS.get(Path(name).suffix, "others")
