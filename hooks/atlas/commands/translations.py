"""`atlas translations`: what translators have to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from atlas import canonical, checks, reader, saving, translating
from atlas.checks.case import each
from atlas.commands.options import DATA
from atlas.languages import SOURCE_LANGUAGE, codes
from atlas.model import Prosed, Record
from atlas.reader import Document
from atlas.translating import State
from atlas.vocabulary import Translation

_FIELDS = 4
"""As many fields without a text are named; the others are counted."""


@click.command()
@click.argument("language", required=False)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@DATA
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
    data = data.resolve()
    documents, _ = reader.read(data)
    records, _ = checks.check(documents, reader.outlines(data))
    by_id = {(document.folder, document.id): document for document in documents}
    wanted = {file.resolve() for file in files}
    chosen = [
        (record, by_id[record.folder, record.id])
        for record in each(records)
        if not wanted or data.parent / by_id[record.folder, record.id].file in wanted
    ]
    if wanted and len(chosen) < len(wanted):
        raise click.ClickException("not all of these files are sound records; run atlas check.")
    if done:
        if language is None or not files:
            raise click.ClickException("--done needs a language and the files that are done.")
        _note(chosen, language, by, data)
        return
    for code in [language] if language else [SOURCE_LANGUAGE, *codes()]:
        for line in _lines(chosen, code, unread):
            click.echo(line)


def _lines(chosen: list[tuple[Record, Document]], language: str, unread: bool) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for record, document in chosen:
        found = translating.state(record, language)
        words = list(_words(found, translating.original(record)))
        counts.update(kind for kind, _ in words)
        counts["whole"] += not {kind for kind, _ in words} & {"missing", "outdated"}
        for kind, said in words:
            if kind in {"missing", "outdated"} or (unread and kind == "unread"):
                yield f"{document.file}: {language} {said}"
    yield (
        f"{language}: {counts['whole']} of {len(chosen)} records whole; {counts['missing']} lack "
        f"texts, {counts['outdated']} are out of date, {counts['unread']} translated by machine "
        f"and unread, {counts['unknown']} without a mark of what they were made from"
    )


def _words(found: State, original: str | None) -> Iterator[tuple[str, str]]:
    """What is to be said of a record, each with its kind."""
    if found.missing:
        named = ", ".join(found.missing[:_FIELDS])
        more = len(found.missing) - _FIELDS
        yield "missing", f"lacks {named}{f' and {more} more' if more > 0 else ''}"
    if found.outdated:
        yield "outdated", f"is out of date: its {original} text has changed since"
    if found.origin is Translation.MACHINE:
        yield "unread", "was translated by machine, and nobody has read it"
    if found.origin in {Translation.MACHINE, Translation.HUMAN} and found.outdated is None:
        yield "unknown", ""


def _note(chosen: list[tuple[Record, Document]], language: str, by: str, data: Path) -> None:
    """Write into each record that its texts in `language` are those of today."""
    texts = {}
    for record, document in chosen:
        if not isinstance(record, Prosed):
            raise click.ClickException(f"{document.file} does not say where its texts come from.")
        if record.translations.get(language) in {None, Translation.ORIGINAL}:
            raise click.ClickException(f"{document.file} has no translation into {language}.")
        entries = {
            ("translations", language): by,
            ("originals", language): translating.fingerprint(record),
        }
        depth = document.file.count("/") - 1
        text = canonical.noted(document.text, document.folder, entries, depth)
        texts[data.parent / document.file] = text
    saving.save(texts)
    for path in texts:
        click.echo(f"noted in {path.relative_to(data.parent).as_posix()}")
