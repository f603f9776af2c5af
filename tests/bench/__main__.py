"""`make bench`: what generated atlases cost, stage by stage, and what Hugo takes for the same."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from tests.bench import results
from tests.bench.case import Case
from tests.bench.cost import FailedError
from tests.bench.profiled import STAGES as PROFILED
from tests.bench.profiled import profile
from tests.bench.results import Result
from tests.bench.sizes import SIZES
from tests.bench.stage_list import STAGES

SITES = ("1000", "field", "10000")
QUICK = ("100", "1000")


@click.command()
@click.option(
    "--size",
    "sizes",
    type=click.Choice([*SIZES]),
    multiple=True,
    default=SITES,
    show_default=True,
    help="Which atlases. Given several times, it shows how the cost grows.",
)
@click.option("--quick", is_flag=True, help=f"The same as --size {' --size '.join(QUICK)}.")
@click.option(
    "--stage",
    "stages",
    type=click.Choice([*STAGES]),
    multiple=True,
    default=tuple(STAGES),
    help="Which stages; all if none is named. Those that need a site build it.",
)
@click.option(
    "--profile",
    "profiled",
    type=click.Choice(PROFILED),
    help="Say where this stage's time goes, function by function, instead of measuring.",
)
@click.option("--write", is_flag=True, help="Write the tables to tests/bench/RESULTS.md.")
@click.option(
    "--languages", default="en,nl,fr,ar", show_default=True, help="The languages to build."
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder to leave the generated records and their sites in.",
)
def bench(
    sizes: tuple[str, ...],
    quick: bool,
    stages: tuple[str, ...],
    profiled: str | None,
    write: bool,
    languages: str,
    keep: Path | None,
) -> None:
    """Measure what it takes to check, build and read generated atlases.

    Times are those of this machine now: only the ratios of one run mean something.
    """
    with _refusals_in_a_sentence(), tempfile.TemporaryDirectory() as scratch:
        folder = (keep or Path(scratch)).resolve()
        cases = [
            Case(SIZES[name], folder / name, languages) for name in (QUICK if quick else sizes)
        ]
        if profiled:
            for case in cases:
                case.write()
                click.echo(profile(case, profiled))
            return
        measured = [_measure(case, stages) for case in cases]
        text = results.render(measured)
        click.echo(text)
        if write:
            results.FILE.write_text(text, "utf-8")


def _measure(case: Case, stages: tuple[str, ...]) -> Result:
    """All that the stages find in one atlas, telling each cost as it is known."""
    result = Result(case.size)
    case.write()
    for stage in STAGES:
        if stage in stages:
            for found in STAGES[stage](case):
                result.add(found)
                click.echo(result.line(found), err=True)
    return result


@contextlib.contextmanager
def _refusals_in_a_sentence() -> Iterator[None]:
    try:
        yield
    except (FailedError, FileExistsError) as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    bench()
