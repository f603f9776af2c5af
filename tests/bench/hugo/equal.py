"""Whether Hugo made our pages: as many, at the same addresses, each with as many rows."""

from __future__ import annotations

import re
from pathlib import Path

from tests.bench.output import is_embed

_ROW = re.compile(rb"<tr\b")


def differences(ours: Path, theirs: Path) -> list[str]:
    """What is not the same in two sites, in sentences; nothing if all is."""
    pages, others = _pages(ours), _pages(theirs)
    found = [f"Hugo has no {page}." for page in sorted(pages - others)]
    found += [f"Hugo alone has {page}." for page in sorted(others - pages)]
    for page in sorted(pages & others):
        rows, other = (len(_ROW.findall((site / page).read_bytes())) for site in (ours, theirs))
        if rows != other:
            found.append(f"{page} has {rows} rows, and {other} by Hugo.")
    return found


def _pages(site: Path) -> set[str]:
    files = (file for file in site.rglob("index.html") if not is_embed(file))
    return {str(file.relative_to(site)) for file in files}
