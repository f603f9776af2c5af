"""`atlas upkeep`: which records and sources need looking after."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from atlas.checks import load
from atlas.cli import localized, project
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA
from atlas.editing import upkeep as work
from atlas.i18n.messages import msg
from atlas.i18n.problem import COMMAND

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@DATA
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to say it for; or now.")
@click.option("--links", type=_FILE, help="What lychee found, as JSON, in data/sources.")
@click.option("--config", type=_FILE, default="mkdocs.yml", help="The project's settings.")
@click.option("--most", type=click.IntRange(min=1_000), help="As many characters at the most.")
def upkeep(
    data: Path, today: datetime | None, links: Path | None, config: Path, most: int | None
) -> None:
    """Print, in Markdown, what is due for review, whose evidence is old, which sources are silent.

    In English, whatever the language of the computer: it becomes the one issue of the whole team.
    """
    data = data.resolve()
    loaded = load.read(data)
    if not loaded.are_sound:
        raise CommandError(
            msg("the records are not in order. Run: {command}", command=f"{COMMAND} check")
        )
    site, repository = project.read_addresses(config)
    text = work.write(
        loaded.records,
        today.date() if today else _now(),
        work.Addresses(
            site,
            f"{repository}/blob/main/",
            {(one.folder, one.id): one.file for one in loaded.documents},
        ),
        _read_dead_links(links) if links else None,
        loaded.ledgers.dead_links,
    )
    click.echo(work.shorten(text, most) if most else text, nl=False)


def _now() -> date:
    return datetime.now(UTC).date()


def _read_dead_links(links: Path) -> list[work.DeadLink]:
    try:
        return work.find_dead_links(json.loads(links.read_text("utf-8")))
    except (work.ReportError, ValueError) as error:
        raise CommandError(
            msg("{file}: {reason}", file=str(links), reason=localized.explain(error))
        ) from error
