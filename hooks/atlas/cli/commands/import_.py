"""`atlas import`: what others list becomes a register, or a newer state of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from atlas.checks.borders import Borders
from atlas.cli import import_records, import_report, localized, table_options
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG, settle_interrupted
from atlas.files import atomic_write, record_files
from atlas.files.ids import wrong_with_id
from atlas.files.outlines import read_borders
from atlas.i18n.messages import msg, sequence
from atlas.i18n.problem import COMMAND
from atlas.imports import existing, importer, register_files, tables, wikidata
from atlas.imports.importer import Settings
from atlas.imports.listed_rows import ListedRow
from atlas.imports.register_files import Description, Input
from atlas.model.edtf_date import EdtfDate
from atlas.model.iso_codes import is_language
from atlas.model.vocabulary import Form
from atlas.model.vocabulary.registers import Licence, Points


@click.group(name="import")
def import_() -> None:
    """Bring what others list into a register, or an atlas's own exports into an empty folder."""


import_.add_command(import_records.records)


@dataclass(frozen=True)
class _Asked:
    """What the options say that all kinds of lists have; None is what is not said."""

    into: str
    data: Path
    dry_run: bool
    as_of: str | None
    licence: str | None
    points: str | None
    form: str | None
    title: str
    publisher: str
    url: str
    names_in: str | None


_FILES = click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
_OPTIONS = (
    _FILES,
    click.option("--into", required=True, metavar="ID", help="The register, or its folder."),
    DATA,
    LANG,
    click.option("--dry-run", is_flag=True, help="Write nothing; show what would change."),
    click.option("--as-of", help="When the list was taken, such as 2017-05.  [default: today]"),
    click.option(
        "--licence",
        type=click.Choice([str(one) for one in Licence]),
        help="The licence of the list.",
    ),
    click.option(
        "--points",
        type=click.Choice([str(one) for one in Points]),
        help="Where its points come from.  [default: source]",
    ),
    click.option(
        "--form",
        type=click.Choice([str(one) for one in Form]),
        help="The form of ties that say none.",
    ),
    click.option("--title", default="", help="What the list is called, in its record as a source."),
    click.option("--publisher", default="", help="Who publishes it."),
    click.option("--url", default="", help="Where it is published."),
    click.option(
        "--names-in",
        help="The language of its names, as a tag.  [default: that of its record as a source, "
        "else en]",
    ),
)


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@import_.command(name="table")
@_with_options
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEADING",
    help="The heading of a column that is not recognised, such as name_a=Town. Repeatable.",
)
@click.option("--country-a", help="The country of all that stand first, where no column says it.")
@click.option("--country-b", help="The country of all that stand second.")
@table_options.ENCODING
def table(
    files: tuple[Path, ...],
    columns: tuple[str, ...],
    country_a: str | None,
    country_b: str | None,
    encoding: str | None,
    **options: Any,
) -> None:
    """Bring tables into a register: CSV, TSV or XLSX, a tie in each row.

    FILES have two names in each row, their countries, and what else there is: points, Wikidata
    ids, form, start, end. Headings in English, French, German, Dutch and Spanish are recognised.
    """
    asked = _Asked(**options)
    chosen = table_options.read_columns(columns)
    countries = {"a": country_a or "", "b": country_b or ""}
    found: dict[str, str] = {}

    def read(path: Path, language: str) -> Sequence[ListedRow]:
        read_table = tables.read(path, chosen, language, encoding, countries)
        found.update(read_table.columns)
        table_options.echo_encoding(path.name, read_table.encoding)
        table_options.echo_unused(path.name, read_table.unused)
        return read_table.rows

    _bring_in(files, asked, read, found)


@import_.command(name="wikidata")
@_with_options
def wikidata_(files: tuple[Path, ...], **options: Any) -> None:
    """Bring in what Wikidata's query service answered, in JSON or TSV.

    FILES answer the query in data/registers/wikidata/query.rq.
    """
    _bring_in(files, _Asked(**options), lambda path, _: list(wikidata.read(path)), {})


def _bring_in(
    files: Sequence[Path],
    asked: _Asked,
    read: Callable[[Path, str], Sequence[ListedRow]],
    columns: dict[str, str],
) -> None:
    """Read the files, bring them in, and say what became of them."""
    data, id_ = _find_register(asked)
    known, problems = existing.read(data, id_)
    if problems:
        localized.echo_problems(problems)
        raise SystemExit(1)
    language = _settle_language(asked, known)
    with import_report.show_steps() as step:
        inputs = []
        for path in files:
            step(msg("Reading {file}", file=path.name))
            inputs.append(Input.of(path, read(path, language)))
        settings = _settle(asked, known)
        step(msg("Finding places"))
        borders = Borders(read_borders(data))
        rows = [row for each in inputs for row in each.rows]
        outcome = importer.bring_in(rows, known, borders, settings)
    described = Description(
        asked.licence or "", asked.title, asked.publisher, asked.url, language, columns
    )
    texts = register_files.write_files(outcome, known, inputs, settings, described)
    source = None if known.has_source else register_files.write_source(id_, settings, described)
    changes = list(register_files.find_changes(texts, known, source))
    import_report.echo_difference(known, outcome, in_full=asked.dry_run)
    import_report.echo_counts(register_files.count(outcome, inputs), outcome)
    if asked.dry_run:
        localized.echo(msg("Nothing was written ({option}).", option="--dry-run"))
        return
    atomic_write.save(data, changes, f"{COMMAND} import")
    import_report.echo_lists(known, outcome)
    if not asked.licence and not known.about.get("licence"):
        message = msg(
            "The licence of the list is not known: {command} will ask for it. Name it by {option}.",
            command=f"{COMMAND} check",
            option="--licence",
        )
        localized.echo(message)


def _find_register(asked: _Asked) -> tuple[Path, str]:
    """The data folder and the id of the register that is named by its id or its folder."""
    data, into, id_ = asked.data.resolve(), Path(asked.into), asked.into
    if into.parent.name == record_files.REGISTERS:
        data, id_ = into.resolve().parents[1], into.name
        settle_interrupted(data)
    if wrong := wrong_with_id(id_):
        raise CommandError(sequence(*wrong))
    if not data.is_dir():
        raise CommandError(msg("there is no folder {folder}.", folder=str(data)))
    return data, id_


def _settle_language(asked: _Asked, known: existing.Existing) -> str:
    """The language of names that have none of their own."""
    remembered = known.language if is_language(known.language) else "en"
    tag = asked.names_in or remembered
    if not is_language(tag):
        message = msg('"{tag}" is no tag of a language, such as {example}.', tag=tag, example="nl")
        raise CommandError(message)
    return tag


def _settle(asked: _Asked, known: existing.Existing) -> Settings:
    """What is said of all rows: as asked, else as the register has it, else the usual."""
    about = known.about
    as_of = asked.as_of or date.today().isoformat()
    try:
        EdtfDate.parse(as_of)
    except ValueError as error:
        message = msg('"{date}" is no date such as {example}.', date=as_of, example="2017-05")
        raise CommandError(message) from error
    points = asked.points or about.get("points") or Points.SOURCE
    form = asked.form if asked.form is not None else about.get("form") or ""
    return Settings(as_of, Points(points), form)
