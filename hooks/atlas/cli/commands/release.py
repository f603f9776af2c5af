"""`atlas release`: the data of a version, frozen under the name of its tag."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from atlas.checks import load
from atlas.cli import project
from atlas.cli.options import DATA
from atlas.files import git, parsed_texts
from atlas.model import Records
from atlas.site import child_process, release, settings, versions
from atlas.site.facts_file import FactsError
from atlas.site.release import ReleaseError
from atlas.site.ro_crate import Described
from atlas.site.versions import VersionError

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(name="release")
@click.argument("tag")
@DATA
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to put the files into; it is made if it is not there.",
)
@click.option("--previous", type=_FILE, help="facts.json of the version before.")
def release_(tag: str, data: Path, output: Path, previous: Path | None) -> None:
    """Freeze the data files of the version TAG: an archive with checksums and metadata.

    A tag of git of this name must name the commit that is checked out. The names of office-holders
    are left out. The same commit makes the same bytes.
    """
    data = data.resolve()
    try:
        day = versions.find_day(data, tag)
        _require_commit(data, tag)
        if previous and versions.read_facts(previous).version == tag:
            raise ReleaseError(f"{previous} is of {tag} itself. Name that of the version before.")
        loaded = load.read(data, texts=parsed_texts.of_project(data))
        if not loaded.are_sound:
            raise click.ClickException("the records are not in order. Run: atlas check")
        with TemporaryDirectory(prefix="atlas-") as aside:
            site = Path(aside) / "site"
            _build(site, data, tag, previous)
            _require_no_names(site, loaded.records)
            described = _describe(tag, day, loaded.records)
            frozen = release.freeze(site, described, _read_texts())
    except (VersionError, FactsError, ReleaseError, git.GitError) as error:
        raise click.ClickException(str(error)) from error
    release.save(frozen, output)
    for name, content in frozen.files.items():
        click.echo(f"{output / name}  {len(content)} bytes")


def _require_commit(data: Path, tag: str) -> None:
    """Raise ReleaseError unless the records are those of the tag. Raises git.GitError."""
    here, there = (
        git.run(data, "rev-parse", "--verify", "--end-of-options", f"{one}^{{commit}}")
        for one in ("HEAD", f"refs/tags/{tag}")
    )
    if here != there:
        raise ReleaseError(f"the tag {tag} names another commit. Run: git checkout {tag}")
    changed = git.run(data, "diff", "--name-only", "--no-ext-diff", "HEAD", "--", ".")
    # Also what git is told to pass over: it would be read all the same.
    changed += git.run(data, "ls-files", "--others", "--", "*.yml", "*.csv")
    if changed:
        first = changed.split(b"\n")[0].decode("utf-8", "replace")
        raise ReleaseError(f"{first!r} is not what was committed. Commit it, or put it back.")


def _build(site: Path, data: Path, tag: str, previous: Path | None) -> None:
    """Build the site of a version without its names. Raises ReleaseError."""
    asked: Mapping[str, str] = {
        **os.environ,
        "ATLAS_DATA": str(data),
        "ATLAS_VERSION": tag,
        "ATLAS_PREVIOUS": str(previous.resolve()) if previous else "",
        "ATLAS_NAMES": "off",
        "ATLAS_SEARCH": "off",
        "ATLAS_CARDS": "off",
        "SOURCE_DATE_EPOCH": str(versions.find_moment(data, tag)),
    }
    command = [sys.executable, "-m", "atlas.site.make", str(site)]
    with child_process.begin(
        command, cwd=settings.ROOT, env=asked, stdout=subprocess.DEVNULL
    ) as it:
        if it.wait():
            raise ReleaseError("the site of this version could not be built.")


def _require_no_names(site: Path, records: Records) -> None:
    """Raise ReleaseError if a name of an office-holder is in what is to be frozen."""
    holders = (one for record in records.cooperations.values() for one in record.office_holders)
    if found := release.find_names(site, sorted({one.name for one in holders})):
        raise ReleaseError(f"the name of an office-holder stands in {found[0]}: nothing is frozen.")


def _describe(tag: str, day: str, records: Records) -> Described:
    said = project.read_site(settings.ROOT / "mkdocs.yml")
    licences = {one.licence for one in records.registers.values()}
    return Described(
        version=tag,
        day=day,
        name=said.names[said.root],
        description=said.descriptions[said.root],
        url=said.url,
        author=said.author,
        listed_licences=[(one.value, one.address) for one in sorted(licences)],
    )


def _read_texts() -> dict[str, bytes]:
    """What says under which terms the data may be used."""
    names = ("LICENSE-DATA.md",)
    files = {name: settings.ROOT / name for name in names}
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}
