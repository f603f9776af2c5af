"""`atlas translations`: what translators have to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from atlas.checks import load
from atlas.checks.context import each_record
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.editing import parse_answers, translation_status
from atlas.editing.translation_status import TranslationStatus
from atlas.files import atomic_write, formatter
from atlas.files.atomic_write import Change
from atlas.files.document import Document
from atlas.i18n.languages import SOURCE_LANGUAGE, codes
from atlas.i18n.messages import NOTHING, Message, listing, msg, msg_plural
from atlas.i18n.problem import COMMAND
from atlas.model import Record
from atlas.model.vocabulary import Translation

_FIELDS = 4
"""As many fields without a text are named; the others are counted."""


@click.command()
@click.argument("language", required=False)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@DATA
@LANG
@click.option("--done", is_flag=True, help="Note that the translations in FILES are up to date.")
@click.option(
    "--by",
    type=click.Choice([Translation.HUMAN.value, Translation.MACHINE.value]),
    default=Translation.HUMAN.value,
    show_default=True,
    help="With --done: who made them, or read all of them through.",
)
@click.option("--unread", is_flag=True, help="List translations by machine that nobody has read.")
def translations(
    language: str | None, files: tuple[Path, ...], data: Path, done: bool, by: str, unread: bool
) -> None:
    """List what is missing or out of date in LANGUAGE; in every language if none is named.

    A translation is out of date when a text that it was made from has changed since. FILES are the
    records to look at, all of them if none is named.
    """
    language = _parse_language(language) if language else None
    data = data.resolve()
    loaded = load.read(data)
    by_id = {(document.folder, document.id): document for document in loaded.documents}
    paths = {file.resolve() for file in files}
    chosen = [
        (record, document)
        for record in each_record(loaded.records)  # what is in a register's rows alone has no file
        if (document := by_id.get((record.folder, record.id)))
        and (not paths or data.parent / document.file in paths)
    ]
    if paths and len(chosen) < len(paths):
        raise CommandError(
            msg(
                "not all of these files are sound records. Run: {command}",
                command=f"{COMMAND} check",
            )
        )
    if done:
        if language is None or not files:
            raise CommandError(
                msg("{option} needs a language and the files that are done.", option="--done")
            )
        _note(chosen, language, by, data)
        return
    for code in [language] if language else [SOURCE_LANGUAGE, *codes()]:
        _echo_status(chosen, code, unread)


def _parse_language(given: str) -> str:
    """The tag of the one language that an editor named. Raises CommandError."""
    if given.endswith(".yml") or "/" in given:
        raise CommandError(
            msg("name the language first, and then the files: {example}", example=f"fr {given}")
        )
    found = parse_answers.parse_languages(given)
    if len(found) > 1:
        raise CommandError(
            msg("that may mean {languages}. Name one of them.", languages=listing(found))
        )
    return found[0]


def _echo_status(chosen: list[tuple[Record, Document]], language: str, unread: bool) -> None:
    """What there is to do in `language`, record by record, and how much it is."""
    counts: Counter[str] = Counter()
    for record, document in chosen:
        status = translation_status.find_status(record, language)
        words = list(_describe(status, language, translation_status.find_original(record)))
        counts.update(kind for kind, _ in words)
        counts["whole"] += not {kind for kind, _ in words} & {"missing", "outdated"}
        for kind, message in words:
            if kind in {"missing", "outdated"} or (unread and kind == "unread"):
                localized.echo(message, before=f"{document.file}: ")
    localized.echo(_count(counts, len(chosen)), before=f"{language}: ")


def _count(counts: Mapping[str, int], records: int) -> Message:
    lacking = msg_plural("{number} lacks texts", "{number} lack texts", counts["missing"])
    outdated = msg_plural("{number} is out of date", "{number} are out of date", counts["outdated"])
    unread = msg_plural(
        "{number} translated by machine and unread",
        "{number} translated by machine and unread",
        counts["unread"],
    )
    unknown = msg_plural(
        "{number} without a mark of what it was made from",
        "{number} without a mark of what they were made from",
        counts["unknown"],
    )
    return msg_plural(
        "{whole} of {number} record whole; {rest}",
        "{whole} of {number} records whole; {rest}",
        records,
        whole=counts["whole"],
        rest=listing([lacking, outdated, unread, unknown]),
    )


def _describe(
    status: TranslationStatus, language: str, original: str | None
) -> Iterator[tuple[str, Message]]:
    """What is to be said of a record, each with its kind."""
    if status.missing:
        yield "missing", _list_missing(language, status.missing)
    if status.outdated:
        yield (
            "outdated",
            msg(
                "{language} is out of date: its {original} text has changed since",
                language=language,
                original=str(original),
            ),
        )
    if status.origin is Translation.MACHINE:
        yield (
            "unread",
            msg("{language} was translated by machine, and nobody has read it", language=language),
        )
    if status.origin in {Translation.MACHINE, Translation.HUMAN} and status.outdated is None:
        yield "unknown", NOTHING


def _list_missing(language: str, missing: Sequence[str]) -> Message:
    names: Message = listing(missing[:_FIELDS])
    more = len(missing) - _FIELDS
    if more > 0:
        names = msg_plural(
            "{names} and {number} more", "{names} and {number} more", more, names=names
        )
    return msg("{language} lacks {names}", language=language, names=names)


def _note(chosen: list[tuple[Record, Document]], language: str, by: str, data: Path) -> None:
    """Write into each record that its texts in `language` are those of today."""
    changes = []
    for record, document in chosen:
        if record.translations.get(language) in {None, Translation.ORIGINAL}:
            raise CommandError(
                msg(
                    "{file} has no translation into {language}.",
                    file=document.file,
                    language=language,
                )
            )
        entries = {
            ("translations", language): by,
            ("originals", language): translation_status.fingerprint(record),
        }
        text = formatter.set_entries(document.text, document.folder, entries, document.depth)
        changes.append(Change(data.parent / document.file, document.text, text))
    atomic_write.save(data, changes, f"{COMMAND} translations --done")
    for record, document in chosen:
        localized.echo(_NOTED[by].with_args(file=document.file, language=language))
        missing = translation_status.find_status(record, language).missing
        if missing:
            localized.echo(_list_missing(language, missing), before="  ")


_NOTED = {
    Translation.HUMAN.value: msg(
        "noted in {file}: somebody wrote the texts in {language}, or has read all of them through"
    ),
    Translation.MACHINE.value: msg(
        "noted in {file}: the texts in {language} were made by machine, and nobody has read them"
    ),
}
"""What `--by` claims."""
