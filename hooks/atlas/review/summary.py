"""A proposal in plain words, as Markdown for the summary of a check on GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from atlas import report
from atlas.markdown import inert
from atlas.problem import Problem
from atlas.reader import Document
from atlas.review.changes import Changed, Changes
from atlas.review.preview import Pages

_MOST = 100
"""As many problems, records and fields are listed; GitHub shows no summary over a megabyte."""

_NAMES = ("title", "names")
"""The fields that hold what a record is called."""


def lines(problems: Sequence[Problem], changes: Changes, pages: Pages | None) -> Iterator[str]:
    """The whole summary. `pages` is None where no site could be built."""
    stopped = any(problem.severity == "error" for problem in problems)
    yield "# This cannot be merged yet" if stopped else "# The records are in order"
    yield ""
    yield from _problems(problems)
    yield from _records("New", changes.added)
    yield from _changed(changes.changed)
    yield from _gone(changes.gone)
    if not (changes.added or changes.changed or changes.gone):
        yield "No record is new, changed or gone."
        yield ""
    if pages is not None:
        yield from _pages(pages)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        return
    yield f"{report.summary(problems)}:"
    yield ""
    yield "| File | Line | What is wrong | How to mend it |"
    yield "| --- | --- | --- | --- |"
    for one in problems[:_MOST]:
        warning = "Warning: " if one.severity == "warning" else ""
        message = f"{warning}{one.message}"
        yield f"| {inert(one.file)} | {one.line} | {inert(message)} | {inert(one.hint)} |"
    yield from _more(len(problems))
    yield ""


def _records(heading: str, documents: Sequence[Document]) -> Iterator[str]:
    if not documents:
        return
    yield f"## {heading}: {_counted(documents)}"
    yield ""
    for document in documents[:_MOST]:
        yield f"- {_named(document)}"
    yield from _more(len(documents))
    yield ""


def _changed(changed: Sequence[Changed]) -> Iterator[str]:
    if not changed:
        return
    yield f"## Changed: {_counted([one.document for one in changed])}"
    yield ""
    for one in changed[:_MOST]:
        renamed = f", until now {inert(one.former)}" if one.former else ""
        yield f"### {_named(one.document)}{renamed}"
        yield ""
        if one.fields:
            yield "| Field | Before | Now |"
            yield "| --- | --- | --- |"
        for field in one.fields[:_MOST]:
            yield f"| {inert(field.field)} | {_value(field.before)} | {_value(field.after)} |"
        yield from _more(len(one.fields))
        yield ""
    yield from _more(len(changed))


def _gone(gone: Sequence[Document]) -> Iterator[str]:
    yield from _records("Gone", gone)
    if gone:
        yield (
            "Somebody may have cited these. A record that was renamed keeps its old id in "
            "`previous_ids`; CONTRIBUTING says when and how a record may be removed."
        )
        yield ""


def _pages(pages: Pages) -> Iterator[str]:
    yield (
        f"Pages in all languages: {len(pages.added)} new, {len(pages.changed)} changed, "
        f"{len(pages.gone)} gone. To see them, download the file *preview* below, unpack it and "
        "open `index.html`."
    )


def _named(document: Document) -> str:
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


def _counted(documents: Sequence[Document]) -> str:
    counts = Counter(document.folder for document in documents)
    return ", ".join(f"{folder} {number}" for folder, number in sorted(counts.items()))


def _more(number: int) -> Iterator[str]:
    if number > _MOST:
        yield ""
        yield f"And {number - _MOST} more."
