"""A proposal in plain words, as Markdown for the summary of a check on GitHub.

Everybody who looks at a proposal reads the same summary there, so the check has it in English, the
language of its runner; whoever runs `atlas review` has it in their own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from atlas.editing.review.changes import ChangedRecord, Changes, FieldChange
from atlas.editing.review.preview import PageChanges
from atlas.files.document import Document
from atlas.i18n import report
from atlas.i18n.markdown import inert, join_paragraphs
from atlas.i18n.messages import Localizer, Message, msg, msg_plural, sequence
from atlas.i18n.problem import Problem

_MOST = 100
"""As many problems, records and fields are listed; GitHub shows no summary over a megabyte."""

_NAMES = ("title", "names")
"""The fields that hold what a record is called."""

_Item = TypeVar("_Item")


def render(
    problems: Sequence[Problem],
    changes: Changes,
    pages: PageChanges | None,
    language: str,
) -> str:
    """The whole summary; `pages` is None where no site could be built."""
    summary = _Summary(report.localizer(language))
    paragraphs = [*summary.describe_problems(problems), *summary.describe_changes(changes)]
    if pages is not None:
        paragraphs.append(summary.describe_pages(pages))
    return join_paragraphs(paragraphs, language)


class _Summary:
    """Each part of a proposal in paragraphs, lists and tables."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer

    def describe_problems(self, problems: Sequence[Problem]) -> Iterator[str]:
        """Whether the proposal can be merged, and what stands in the way."""
        stopped = any(problem.severity == "error" for problem in problems)
        verdict = msg("This cannot be merged yet") if stopped else msg("The records are in order")
        yield f"# {self._localize(verdict)}"
        if problems:
            heads = (msg("File"), msg("Line"), msg("What is wrong"), msg("How to mend it"))
            yield self._localize(msg("{what}:", what=report.summary(problems)))
            yield from self._write_table(heads, problems, self._describe_problem)

    def describe_changes(self, changes: Changes) -> Iterator[str]:
        """The records that are new, changed and gone."""
        yield from self._write_list(msg("New"), changes.added)
        yield from self._describe_changed(changes.changed)
        yield from self._write_list(msg("Gone"), changes.gone)
        if changes.gone:
            yield self._localize(
                msg(
                    "Somebody may have cited these. A record that was renamed keeps its old id in "
                    "{field}; {file} says when and how a record may be removed.",
                    field="`previous_ids`",
                    file="CONTRIBUTING",
                )
            )
        if not (changes.added or changes.changed or changes.gone):
            yield self._localize(msg("No record is new, changed or gone."))

    def describe_pages(self, pages: PageChanges) -> str:
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
        return self._localize(sequence(counts, where))

    def _describe_problem(self, problem: Problem) -> tuple[str, ...]:
        message, hint = self._localize(report.warn(problem)), self._localize(problem.hint)
        return inert(problem.file), str(problem.line), inert(message), inert(hint)

    def _describe_changed(self, changed: Sequence[ChangedRecord]) -> Iterator[str]:
        if changed:
            yield self._write_heading(msg("Changed"), [one.document for one in changed])
        for one in changed[:_MOST]:
            former = (
                self._localize(msg("until now {id}", id=inert(one.former))) if one.former else ""
            )
            yield f"### {_find_title(one.document)}{f' ({former})' if former else ''}"
            if one.fields:
                heads = (msg("Field"), msg("Before"), msg("Now"))
                yield from self._write_table(heads, one.fields, _describe_field)
        yield from self._count_more(changed)

    def _write_list(self, heading: Message, documents: Sequence[Document]) -> Iterator[str]:
        if documents:
            yield self._write_heading(heading, documents)
            yield "\n".join(f"- {_find_title(document)}" for document in documents[:_MOST])
            yield from self._count_more(documents)

    def _write_heading(self, heading: Message, documents: Sequence[Document]) -> str:
        counts = Counter(document.folder for document in documents)
        counted = ", ".join(f"{folder} {number}" for folder, number in sorted(counts.items()))
        text = msg("{heading}: {counts}", heading=heading, counts=counted)
        return f"## {self._localize(text)}"

    def _write_table(
        self,
        heads: Sequence[Message],
        items: Sequence[_Item],
        row: Callable[[_Item], Sequence[str]],
    ) -> Iterator[str]:
        rows = [[*map(self._localize, heads)], ["---"] * len(heads), *map(row, items[:_MOST])]
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
        yield from self._count_more(items)

    def _count_more(self, items: Sequence[object]) -> Iterator[str]:
        if (more := len(items) - _MOST) > 0:
            yield self._localize(msg_plural("And {number} more.", "And {number} more.", more))

    def _localize(self, message: Message) -> str:
        return message.localize(self._localizer)


def _find_title(document: Document) -> str:
    """`cooperations/a-b: Twinning between A and B`, in whatever language the record has first."""
    value = document.value or {}
    texts: dict[str, Any] = next(
        (value[name] for name in _NAMES if isinstance(value.get(name), dict)), {}
    )
    name = texts.get("en") or texts.get("text") or next(iter(texts.values()), "")
    label = f"{document.folder}/{document.id}"
    return f"**{inert(label)}**" + (f" {inert(name)}" if isinstance(name, str) and name else "")


def _describe_field(field: FieldChange) -> tuple[str, ...]:
    return inert(field.field), _show_value(field.before), _show_value(field.after)


def _show_value(value: Any) -> str:
    if value is None:
        return "–"
    return inert(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
