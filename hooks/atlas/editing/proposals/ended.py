"""The answers about the end of a cooperation, made into a change of its record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from atlas.editing import drafts
from atlas.editing.drafts import planned_dates
from atlas.editing.drafts.new_records import NewSource
from atlas.editing.forms.answers import FormAnswers
from atlas.editing.listed_ties import ListedTies
from atlas.editing.proposals import listed
from atlas.editing.proposals.new import NO_DATE
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError
from atlas.editing.proposals.sources import find_source
from atlas.files import formatter, strict_yaml
from atlas.files.document import Document
from atlas.model.vocabulary import N_, OVER, Status

NO_RECORD = N_(
    "“{address}” is not the address of a cooperation in the atlas. Copy it from your browser."
)
UNREADABLE = N_("The record {path} has a mistake that must be mended first. A person will do it.")
NOT_OVER = N_("“{date}” is still to come: the cooperation has not ended yet.")
ENDED_ALREADY = N_("The record {path} says already that the cooperation has ended.")

_ID = re.compile(r"(?:^|/)cooperations/([a-z0-9-]+)(?:[/.?#]|$)|^([a-z0-9-]+)$")


def propose(answers: FormAnswers, documents: Sequence[Document], data: str, day: str) -> Proposal:
    """The changed record and perhaps a new source. Raises ProposalRefusedError, with its reasons.

    Of a listed tie there is no record yet: what has ended becomes one, so that it stays known.
    `data` is the name of the data folder; on `day` the form was sent: 2026-11-21.
    """
    page = answers.values["page"].strip()
    if planned_dates.is_to_come(answers.values["end"], day):
        raise ProposalRefusedError([(NOT_OVER, answers.values["end"])])
    if not _ID.search(page) and (tie := ListedTies(documents).find(page)):
        return listed.research(answers, tie, documents, data, day, Status.CLOSED)
    document = _find_cooperation(page, documents)
    source, remarks = find_source(answers, documents, day)
    drafted: list[Document] = []
    if isinstance(source, NewSource):
        drafted = drafts.draft_records(source, documents, data)
        source = drafted[0].id
    as_of = answers.values["source-date"]
    if not as_of:
        remarks = [*remarks, (NO_DATE, "")]
    fields = _change_fields(document.value or {}, answers, source, as_of or day)
    text = formatter.update_fields(document.text, document.folder, fields)
    changed = replace(document, text=text, value=strict_yaml.parse(text).value)
    return Proposal(document.id, [*drafted, changed], remarks)


def _find_cooperation(page: str, documents: Sequence[Document]) -> Document:
    found = _ID.search(page)
    id_ = (found[1] or found[2]) if found else ""
    for document in documents:
        if document.folder == "cooperations" and id_ in {document.id, *document.previous_ids}:
            status = (document.value or {}).get("status")
            if not document.sound or not isinstance(status, dict):
                raise ProposalRefusedError([(UNREADABLE, document.id)])
            if str(status.get("code")) in OVER:
                raise ProposalRefusedError([(ENDED_ALREADY, document.id)])
            return document
    raise ProposalRefusedError([(NO_RECORD, page)])


def _change_fields(
    value: dict[str, Any], answers: FormAnswers, source: str, as_of: str
) -> dict[str, Any]:
    """The fields of the record that change, as they are to be written."""
    fields = _cite_only_source(value)
    fields |= {
        "status": {
            "code": "closed",
            "as_of": as_of,
            "evidence": {answers.language: answers.values["evidence"]},
            "source": source,
        }
    }
    if answers.values["end"]:
        dates = value.get("dates")
        before = dates if isinstance(dates, dict) else {}
        end = planned_dates.read_moment(answers.values["end"])
        fields["dates"] = {**before, "actual_end": end}
    cited = value.get("sources")
    listed = cited if isinstance(cited, list) else []
    if {"source": source} not in listed:
        fields["sources"] = [*listed, {"source": source}]
    translations = value.get("translations")
    origins = translations if isinstance(translations, dict) else {}
    if answers.language not in origins:
        fields["translations"] = {**origins, answers.language: "original"}
    return fields


def _cite_only_source(value: dict[str, Any]) -> dict[str, Any]:
    """The fields whose statements must name the one source there was, now that there are two."""
    cited = value.get("sources")
    first = cited[0] if isinstance(cited, list) and len(cited) == 1 else None
    only = first.get("source") if isinstance(first, dict) else None
    if only is None:
        return {}
    cited_anew = {name: _cite(only, field) for name, field in value.items()}
    return {name: field for name, field in cited_anew.items() if field != value[name]}


def _cite(source: str, value: Any) -> Any:
    """`value`, in which every statement without a source names `source`."""
    if isinstance(value, list):
        return [_cite(source, item) for item in value]
    if not isinstance(value, dict) or "source" in value:
        return value
    if {"lang", "text"} <= value.keys():
        return {**value, "source": source}
    return {name: _cite(source, inner) for name, inner in value.items()}
