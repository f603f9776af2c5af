"""The answers about the end of a cooperation, made into a change of its record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from atlas.editing import drafts
from atlas.editing.drafts import answers, planned_dates
from atlas.editing.forms.answers import Answers
from atlas.editing.proposals.new import NO_DATE
from atlas.editing.proposals.outcome import Outcome, RefusedError, Remark
from atlas.editing.proposals.sources import source
from atlas.files import formatter
from atlas.files.document import Document
from atlas.model.vocabulary import N_

NO_RECORD = N_(
    "“{address}” is not the address of a cooperation in the atlas. Copy it from your browser."
)
UNREADABLE = N_("The record {record} has a mistake that must be mended first. A person will do it.")
NOT_OVER = N_("“{date}” is still to come: the cooperation has not ended yet.")
ENDED_ALREADY = N_("The record {record} says already that the cooperation has ended.")

_ID = re.compile(r"(?:^|/)cooperations/([a-z0-9-]+)(?:[/.?#]|$)|^([a-z0-9-]+)$")


def outcome(given: Answers, documents: Sequence[Document], day: str) -> Outcome:
    """The changed record and perhaps a new source. Raises RefusedError with what stands in the way.

    `day` is the day on which the form was sent: 2026-11-21.
    """
    document = _document(given.values["page"].strip(), documents)
    if planned_dates.is_to_come(given.values["end"], day):
        raise RefusedError([(NOT_OVER, given.values["end"])])
    told, remarks = source(given, documents, day)
    files: dict[str, str] = {}
    if isinstance(told, answers.Source):
        (draft,) = drafts.drafted(told, documents)
        files[f"sources/{draft.id}.yml"] = draft.text
        told = draft.id
    as_of = given.values["source-date"]
    if not as_of:
        remarks = [*remarks, (NO_DATE, "")]
    fields = _fields(document.value or {}, given, told, as_of or day)
    files[f"cooperations/{document.id}.yml"] = formatter.update_fields(
        document.text, document.folder, fields
    )
    return Outcome(document.id, files, remarks)


def _document(page: str, documents: Sequence[Document]) -> Document:
    found = _ID.search(page)
    id_ = (found[1] or found[2]) if found else ""
    for document in documents:
        if document.folder != "cooperations":
            continue
        value = document.value or {}
        former = value.get("previous_ids")
        if document.id != id_ and id_ not in (former if isinstance(former, list) else []):
            continue
        _refuse(document, value)
        return document
    raise RefusedError([(NO_RECORD, page)])


def _refuse(document: Document, value: dict[str, Any]) -> None:
    remark: Remark | None = None
    status = value.get("status")
    if not document.sound or not isinstance(status, dict):
        remark = (UNREADABLE, document.id)
    elif status.get("code") == "closed":
        remark = (ENDED_ALREADY, document.id)
    if remark:
        raise RefusedError([remark])


def _fields(value: dict[str, Any], given: Answers, told: str, as_of: str) -> dict[str, Any]:
    """The fields of the record that change, as they are to be written."""
    fields = _with_only_source(value)
    fields |= {
        "status": {
            "code": "closed",
            "as_of": as_of,
            "evidence": {given.language: given.values["evidence"]},
            "source": told,
        }
    }
    if given.values["end"]:
        dates = value.get("dates")
        known = dates if isinstance(dates, dict) else {}
        fields["dates"] = {**known, "actual_end": given.values["end"]}
    cited = value.get("sources")
    listed = cited if isinstance(cited, list) else []
    if {"source": told} not in listed:
        fields["sources"] = [*listed, {"source": told}]
    translations = value.get("translations")
    origins = translations if isinstance(translations, dict) else {}
    if given.language not in origins:
        fields["translations"] = {**origins, given.language: "original"}
    return fields


def _with_only_source(value: dict[str, Any]) -> dict[str, Any]:
    """The fields whose statements must name the one source there was, now that there are two."""
    cited = value.get("sources")
    first = cited[0] if isinstance(cited, list) and len(cited) == 1 else None
    only = first.get("source") if isinstance(first, dict) else None
    if only is None:
        return {}
    named = {name: _naming(only, field) for name, field in value.items()}
    return {name: field for name, field in named.items() if field != value[name]}


def _naming(source: str, value: Any) -> Any:
    """`value`, in which every statement without a source names `source`."""
    if isinstance(value, list):
        return [_naming(source, item) for item in value]
    if not isinstance(value, dict) or "source" in value:
        return value
    if {"lang", "text"} <= value.keys():
        return {**value, "source": source}
    return {name: _naming(source, inner) for name, inner in value.items()}
