"""What is measured of one atlas, stage by stage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tests.bench import cost, output
from tests.bench.case import PLAIN, Case, check_command
from tests.bench.cost import Cost, FailedError
from tests.bench.entry import Entry
from tests.bench.table import Table

_SMALL = 0.01
"""The share of the processor's time below which a part has no row of its own."""

COLD = "build, cold"
"""What the row of a cold build without search and cards is called."""

Found = Iterator[Entry | Table | str]
"""Rows of the table of costs, tables of their own, and remarks."""


def check(case: Case) -> Found:
    """Check all records, with nothing kept and with what that kept, then one file."""
    one = case.data / "cooperations" / "cooperation-7.yml"
    environment = case.environment(case.folder / "check-cache")
    yield Entry("check, cold", cost.run(check_command(case.data), environment))
    yield Entry("check, again", cost.run(check_command(case.data), environment))
    yield Entry("check of one file", cost.run(check_command(case.data, one), environment))


def build(case: Case) -> Found:
    """A cold build without search and cards, its parts, and what the site is made of."""
    took, parts = case.build_in_parts()
    yield made(COLD, took, case.site)
    yield of_parts(parts)
    yield of_kinds(case.site)


def search(case: Case) -> Found:
    """A cold build with the search."""
    yield from _other(case, "build with search", {"ATLAS_CARDS": "off"})


def cards(case: Case) -> Found:
    """A cold build with search and share cards."""
    yield from _other(case, "build with search and cards", {})


def workers(case: Case) -> Found:
    """A cold build in one process: the very site that several make."""
    require_site(case)
    site = case.folder / "one-worker"
    alone = {**PLAIN, "ATLAS_WORKERS": "1"}
    took = case.build(site, case.folder / "one-worker-cache", alone)
    yield made("build, cold, one worker", took, site)
    yield require_same("One worker", case.site, site)


def change(case: Case) -> Found:
    """A build with what the cold one kept, then one after a record changed, and a cold one of that:
    each the very site that it would be without anything kept."""
    require_site(case)
    again, cold = case.folder / "again", case.folder / "changed-cold"
    yield made("build, nothing changed", case.build(again, case.cache), again)
    yield require_same("Nothing changed", case.site, again)
    file = case.data / "cooperations" / "cooperation-7.yml"
    before = file.read_text("utf-8")
    try:
        file.write_text(reworded(before), "utf-8")
        yield made("build after one change", case.build(again, case.cache), again)
        yield made("the same, cold", case.build(cold, case.folder / "cold-cache"), cold)
        yield require_same("After one change, with what was kept", cold, again)
    finally:
        file.write_text(before, "utf-8")


def require_same(what: str, one: Path, other: Path) -> str:
    """Say that two sites are the same. Raises FailedError where a file differs."""
    ours, theirs = digests(one), digests(other)
    differ = sorted(path for path in {*ours, *theirs} if ours.get(path) != theirs.get(path))
    if differ:
        raise FailedError(f"{what}: {len(differ)} files differ: {', '.join(differ[:9])}")
    return f"{what}: {len(ours):,} files, each byte for byte the same."


def require_site(case: Case) -> None:
    """Make the site of a cold build, unless it is there."""
    if not case.site.exists():
        case.build(case.site, case.cache)


def reworded(record: str) -> str:
    """A record with another English title."""
    head, _, rest = record.partition("  en: ")
    return f"{head}  en: Anew {rest}"


def digests(site: Path) -> dict[str, str]:
    """The digest of every file, by its path."""
    return {
        str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def made(what: str, took: Cost, site: Path) -> Entry:
    """The row of a command that made a site."""
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = sum(file.name == "index.html" and not output.is_embed(file) for file in files)
    return Entry(what, took, pages, len(files), sum(file.stat().st_size for file in files))


def of_parts(parts: dict[str, tuple[float, float]]) -> Table:
    """The seconds of each part of a build, and all together."""
    table = Table("The cold build, part by part", ("part", "wall s", "CPU s", "% of CPU"))
    wall, cpu = (sum(each) for each in zip(*parts.values(), strict=True))
    large = {name: took for name, took in parts.items() if took[1] >= _SMALL * cpu}
    rest = wall - sum(took[0] for took in large.values()), cpu - sum(t[1] for t in large.values())
    sorted_ = sorted(large.items(), key=lambda one: -one[1][1])
    for name, seconds in [*sorted_, ("all others", rest), ("together", (wall, cpu))]:
        share = f"{100 * seconds[1] / cpu:.0f}"
        table.rows.append((name, f"{seconds[0]:.2f}", f"{seconds[1]:.2f}", share))
    table.notes.append("Seconds are those of all processes, which may run at once.")
    return table


def of_kinds(site: Path) -> Table:
    """Files and bytes of each kind, and all together."""
    table = Table("What the site is made of", ("kind", "files", "MB", "kB each"))
    kinds = output.kinds(site)
    files, size = sum(kind.files for kind in kinds), sum(kind.size for kind in kinds)
    for kind in [*kinds, output.Kind("together", files, size)]:
        each = f"{kind.size / kind.files / 1e3:,.1f}"
        table.rows.append((kind.name, f"{kind.files:,}", f"{kind.size / 1e6:,.2f}", each))
    return table


def _other(case: Case, what: str, without: dict[str, str]) -> Found:
    site = case.folder / "other"
    yield made(what, case.build(site, case.folder / f"{what}-cache", without), site)
    extra = [kind for kind in output.kinds(site) if kind.name in ("search", "cards")]
    said = (f"{one.name} {one.files:,} files, {one.size / 1e6:,.1f} MB" for one in extra)
    yield f"In the {what}: {'; '.join(said)}."
