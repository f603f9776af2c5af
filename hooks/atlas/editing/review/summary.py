"""A proposal in plain words, as Markdown for the summary of a check on GitHub.

Everybody who looks at a proposal reads the same summary there, so the check has it in English, the
language of its runner; whoever runs `atlas review` has it in their own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from atlas.editing.review.changes import ChangedRecord, Changes
from atlas.editing.review.preview import PageChanges
from atlas.files.document import Document
from atlas.i18n import report
from atlas.i18n.languages import direction
from atlas.i18n.markdown import inert
from atlas.i18n.messages import Localizer, Message, msg, msg_plural, sequence
from atlas.i18n.problem import Problem

_MOST = 100
"""As many problems, records and fields are listed; GitHub shows no summary over a megabyte."""

_NAMES = ("title", "names")
"""The fields that hold what a record is called."""


def lines(
    problems: Sequence[Problem], changes: Changes, pages: PageChanges | None, language: str
) -> Iterator[str]:
    """The whole summary. `pages` is None where no site could be built."""
    summary = _Summary(report.localizer(language))
    turned = direction(language) == "rtl"
    if turned:
        yield from (f'<div dir="rtl" lang="{language}">', "")
    yield from summary.problems(problems)
    yield from summary.changes(changes)
    if pages is not None:
        yield from summary.pages(pages)
    if turned:
        yield from ("", "</div>")


class _Summary:
    """Tells each part of a proposal."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer

    def problems(self, problems: Sequence[Problem]) -> Iterator[str]:
        """Whether the proposal can be merged, and what stands in the way."""
        stopped = any(problem.severity == "error" for problem in problems)
        verdict = msg("This cannot be merged yet") if stopped else msg("The records are in order")
        yield f"# {self._text(verdict)}"
        yield ""
        if not problems:
            return
        yield self._text(msg("{what}:", what=report.summary(problems)))
        yield ""
        yield from self._table(
            msg("File"), msg("Line"), msg("What is wrong"), msg("How to mend it")
        )
        for one in problems[:_MOST]:
            message = one.message
            if one.severity == "warning":
                message = msg("warning: {message}", message=one.message)
            what, hint = inert(self._text(message)), inert(self._text(one.hint))
            yield f"| {inert(one.file)} | {one.line} | {what} | {hint} |"
        yield from self._more(len(problems))
        yield ""

    def changes(self, changes: Changes) -> Iterator[str]:
        """The records that are new, changed and gone."""
        yield from self._records(msg("New"), changes.added)
        yield from self._changed(changes.changed)
        yield from self._records(msg("Gone"), changes.gone)
        if changes.gone:
            yield self._text(
                msg(
                    "Somebody may have cited these. A record that was renamed keeps its old id in "
                    "{field}; {file} says when and how a record may be removed.",
                    field="`previous_ids`",
                    file="CONTRIBUTING",
                )
            )
            yield ""
        if not (changes.added or changes.changed or changes.gone):
            yield self._text(msg("No record is new, changed or gone."))
            yield ""

    def pages(self, pages: PageChanges) -> Iterator[str]:
        """How many pages change, and where to look at them."""
        counts = msg(
            "Pages in all languages: {new} new, {changed} changed, {gone} gone.",
            new=len(pages.added),
            changed=len(pages.changed),
            gone=len(pages.gone),
        )
        where = msg(
            "To see them, download the file {file} below, unpack it and open {page}.",
            file="*preview*",
            page="`index.html`",
        )
        yield self._text(sequence(counts, where))

    def _records(self, heading: Message, documents: Sequence[Document]) -> Iterator[str]:
        if not documents:
            return
        yield self._heading(heading, documents)
        yield ""
        for document in documents[:_MOST]:
            yield f"- {_title(document)}"
        yield from self._more(len(documents))
        yield ""

    def _changed(self, changed: Sequence[ChangedRecord]) -> Iterator[str]:
        if not changed:
            return
        yield self._heading(msg("Changed"), [one.document for one in changed])
        yield ""
        for one in changed[:_MOST]:
            former = self._text(msg("until now {id}", id=inert(one.former))) if one.former else ""
            yield f"### {_title(one.document)}{f' ({former})' if former else ''}"
            yield ""
            if one.fields:
                yield from self._table(msg("Field"), msg("Before"), msg("Now"))
            for field in one.fields[:_MOST]:
                yield f"| {inert(field.field)} | {_value(field.before)} | {_value(field.after)} |"
            yield from self._more(len(one.fields))
            yield ""
        yield from self._more(len(changed))

    def _heading(self, heading: Message, documents: Sequence[Document]) -> str:
        counted = msg("{heading}: {counts}", heading=heading, counts=_count_by_folder(documents))
        return f"## {self._text(counted)}"

    def _table(self, *heads: Message) -> Iterator[str]:
        yield f"| {' | '.join(map(self._text, heads))} |"
        yield f"|{' --- |' * len(heads)}"

    def _more(self, number: int) -> Iterator[str]:
        if number > _MOST:
            yield ""
            more = number - _MOST
            yield self._text(msg_plural("And {number} more.", "And {number} more.", more))

    def _text(self, message: Message) -> str:
        return message.localize(self._localizer)


def _title(document: Document) -> str:
    """`cooperations/a-b: Twinning between A and B`, in whatever language the record has first."""
    value = document.value or {}
    texts: dict[str, Any] = next(
        (value[name] for name in _NAMES if isinstance(value.get(name), dict)), {}
    )
    name = texts.get("en") or texts.get("text") or next(iter(texts.values()), "")
    label = f"{document.folder}/{document.id}"
    return f"**{inert(label)}**" + (f" {inert(name)}" if isinstance(name, str) and name else "")


def _value(value: Any) -> str:
    if value is None:
        return "–"
    return inert(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _count_by_folder(documents: Sequence[Document]) -> str:
    counts = Counter(document.folder for document in documents)
    return ", ".join(f"{folder} {number}" for folder, number in sorted(counts.items()))
