"""`atlas gate`: the last look at a built site before it is published."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

import click

from atlas.checks import load
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.files import parsed_texts
from atlas.i18n.messages import listing, msg, msg_plural
from atlas.i18n.problem import COMMAND
from atlas.site import release_gate as gates
from atlas.site import sitemap_reader, size_by_kind

FIRST_TIME = "first-time"
"""The file by which `.ci/published` says that nothing was ever published."""

LEAST_BYTES = 50_000
"""What a kind of files must take to be named with its size."""


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@DATA
@LANG
@click.option(
    "--published",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder into which .ci/published fetched what is published now.",
)
@click.option(
    "--may-vanish",
    type=click.FloatRange(0, 100),
    default=5.0,
    show_default=True,
    help="How many per cent of the published addresses may lead nowhere.",
)
def gate(site: Path, data: Path, published: Path | None, may_vanish: float) -> None:
    """Name everything that speaks against publishing the built SITE; fail if anything does."""
    files = _list_files(site)
    built = sitemap_reader.parse_sitemaps(_read_sitemaps(site))
    now = _parse_published(site, published) if published else None
    _echo_sizes(files, built)
    found = gates.faults(files, _read_ids(data.resolve()), built, now, may_vanish)
    for fault in found:
        localized.echo(fault)
    if published is None:
        localized.echo(
            msg(
                "not compared with what is published now. To compare: {command}",
                command=_fetch(site, Path("published")),
            )
        )
    elif now is None:
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


def _echo_sizes(files: Mapping[str, int], built: sitemap_reader.Sitemap) -> None:
    """Say what takes how much, the largest first, but for what takes next to nothing."""
    for share in size_by_kind.shares(files, built.prefixes.values()):
        if share.size < LEAST_BYTES:
            break
        localized.echo(
            msg_plural(
                "{size} MB: {kind}, {number} file",
                "{size} MB: {kind}, {number} files",
                share.files,
                size=f"{share.size / 1e6:.1f}",
                kind=share.kind,
            )
        )


def _read_sitemaps(folder: Path) -> dict[str, bytes]:
    """The sitemaps in the folder by their names."""
    return {file.name: file.read_bytes() for file in folder.glob("sitemap*.xml*")}


def _parse_published(site: Path, folder: Path) -> sitemap_reader.Sitemap | None:
    """The sitemap of the site that stands there now; None if none ever did.

    Raises CommandError if it cannot be told: then nothing may take its place.
    """
    sitemaps = _read_sitemaps(folder)
    if not sitemaps and (folder / FIRST_TIME).is_file():
        return None
    try:
        return sitemap_reader.parse_sitemaps(sitemaps)
    except sitemap_reader.SitemapError as error:
        raise CommandError(
            msg(
                "what is published cannot be read, so nothing may take its place: {reason} "
                "Look at what stands there, and fetch it again: {command}",
                reason=error.args[0],
                command=_fetch(site, folder),
            )
        ) from error


def _fetch(site: Path, folder: Path) -> str:
    built, there = (shlex.quote(str(path)) for path in (site, folder))
    return f".ci/published {built} {there} && {COMMAND} gate {built} --published {there}"


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
    loaded = load.read(data, texts=parsed_texts.of_project(data))
    if not loaded.are_sound:
        raise CommandError(
            msg("the records are not in order. Run: {command}", command=f"{COMMAND} check")
        )
    return gates.ids(loaded.records, loaded.ledgers.removed)
