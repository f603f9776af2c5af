"""`atlas gate`: the last look at a built site before it is published."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from pathlib import Path

import click

from atlas.checks import load
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.files import reader
from atlas.i18n.messages import listing, msg, msg_plural
from atlas.i18n.problem import COMMAND
from atlas.site import release_gate as gates


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@DATA
@LANG
@click.option(
    "--published",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="The sitemap of the site that is published now, and each of its parts, or their folder.",
)
@click.option(
    "--may-vanish",
    type=click.FloatRange(0, 100),
    default=5.0,
    show_default=True,
    help="How many per cent of the published addresses may lead nowhere.",
)
def gate(site: Path, data: Path, published: tuple[Path, ...], may_vanish: float) -> None:
    """Name everything that speaks against publishing the built SITE; fail if anything does."""
    gc.set_threshold(reader.ALLOCATIONS)
    files = _list_files(site)
    built = gates.parse_sitemaps(_read_sitemaps([site]))
    there = _read_sitemaps(published)
    now = gates.parse_sitemaps(there) if there else None
    found = gates.faults(files, _read_ids(data.resolve()), built, now, may_vanish)
    for fault in found:
        localized.echo(fault)
    if now is None:
        localized.echo(msg("nothing is published yet to compare with: this is the first time."))
    elif gone := gates.vanishing(files, now):
        localized.echo(
            msg_plural(
                "of {all} published addresses, {number} would lead nowhere.",
                "of {all} published addresses, {number} would lead nowhere.",
                len(gone),
                all=len(now.paths),
            )
        )
    if found:
        raise SystemExit(1)
    localized.echo(
        msg_plural(
            "ready to publish: {number} page in {languages}; {size} MB.",
            "ready to publish: {number} pages in {languages}; {size} MB.",
            len(built.paths),
            languages=listing(built.prefixes),
            size=round(sum(files.values()) / 1e6),
        )
    )


def _read_sitemaps(paths: Iterable[Path]) -> dict[str, bytes]:
    """The sitemaps among `paths`, or in them if they are folders, by their names."""
    files = [f for path in paths for f in (path.glob("sitemap*.xml") if path.is_dir() else [path])]
    return {file.name: file.read_bytes() for file in files}


def _list_files(site: Path) -> dict[str, int]:
    """The site's files with their sizes; a link counts as a file, whose name says it is one."""
    found = {}
    for folder, inner, names in os.walk(site):
        for name in (*names, *(one for one in inner if (Path(folder) / one).is_symlink())):
            path = Path(folder) / name
            link = " (a link)" if path.is_symlink() else ""
            found[path.relative_to(site).as_posix() + link] = path.lstat().st_size
    return found


def _read_ids(data: Path) -> gates.Ids:
    loaded = load.read(data)
    if not loaded.are_sound:
        raise CommandError(
            msg("the records are not in order. Run: {command}", command=f"{COMMAND} check")
        )
    return gates.ids(loaded.records, loaded.registers.removed)
