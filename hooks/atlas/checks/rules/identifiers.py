"""Does an id in a list of others, such as Wikidata, stand in one record of a kind alone?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.checks.context import CheckContext
from atlas.checks.rule import cross_record
from atlas.files.register_tables import Row
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem, Severity
from atlas.model import KINDS, Place, Record
from atlas.model.fields import dotted, identifying_fields
from atlas.model.paths import FieldPath

_SAME = msg(
    "If both are the same, keep one record and name the other id in its {field}; if not, look up "
    "which of the two has that id.",
    field="previous_ids",
)


@cross_record
def identifiers_are_of_one_record(context: CheckContext) -> Iterator[Problem]:
    """No two records of a kind have one id in Wikidata or GeoNames, or one official code."""
    for kind in KINDS:
        seen: dict[Any, Record] = {}
        records: dict[str, Record] = getattr(context.records, kind.folder)
        having = [(one, held) for one in records.values() if (held := [*_identifiers(one)])]
        # Rows of registers come first: it is the record that an editor can mend.
        for record, identifiers in sorted(having, key=lambda one: not _is_row(context, one[0])):
            for path, identifier, severity in identifiers:
                first = seen.setdefault(identifier, record)
                if first is not record and not _is_row(context, record):
                    yield _tell(context, record, path, str(identifier[-1]), first, severity)


def _tell(
    context: CheckContext,
    record: Record,
    path: FieldPath,
    value: str,
    first: Record,
    severity: Severity,
) -> Problem:
    message = msg(
        'field "{field}" is "{value}", as in {file}.',
        field=dotted(path),
        value=value,
        file=context.file(first),
    )
    document = context.by_id[first.folder, first.id]
    if isinstance(document, Row):
        hint = msg(
            'If it is that place, call the file "{file}" and add "{line}".',
            file=f"{first.id}.yml",
            line=f"overrides: {document.register}",
        )
        return context.problem(record, path, message, hint, "warning")
    return context.problem(record, path, message, _SAME, severity)


def _is_row(context: CheckContext, record: Record) -> bool:
    return isinstance(context.by_id[record.folder, record.id], Row)


def _identifiers(record: Record) -> Iterator[tuple[FieldPath, tuple[Any, ...], Severity]]:
    """Each with its path and with how bad it is if another has it."""
    type_ = getattr(record, "type", None)
    for name, identifies in identifying_fields(type(record)).items():
        value = getattr(record, name)
        if value and identifies.is_shared_by_types:
            yield (name,), (name, type_, value), "warning"
        elif value:
            yield (name,), (name, value), "error"
    for index, one in enumerate(record.codes if isinstance(record, Place) else ()):
        identifier = (one.scheme, one.name, one.year, type_, one.code)
        yield ("codes", index, "code"), identifier, "warning"
