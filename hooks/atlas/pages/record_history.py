"""How a record came to say what it says: which of its fields were changed on which day, and what
changed since the version of the atlas that was released last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from atlas.files.git_revisions import Revision
from atlas.graph.delta import Change, Turn, find_change
from atlas.graph.edition import Date
from atlas.model import MODELS
from atlas.model.vocabulary import N_
from atlas.pages import field_words
from atlas.pages.page import PageContext

_UNCHANGED = N_("Unchanged since version {version} of {day}")
_SINCE: Mapping[Turn, str] = {
    Turn.ADDED: N_("Added since version {version} of {day}"),
    Turn.CHANGED: N_("Changed since version {version} of {day}: {fields}"),
    Turn.RENAMED: N_("Renamed since version {version} of {day}"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What was done to a record on a day, in words."""

    day: Date
    said: str


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """What became of a record since the last version, "" where there is none, and its entries, the
    last first."""

    since: str
    entries: list[Entry]


def find(context: PageContext, section: str, id_: str) -> RecordHistory | None:
    """The history of a researched record; None where nothing of it is known."""
    records = context.edition.atlas.records
    if section not in MODELS or (section == "places" and id_ in records.listed_places):
        return None
    revisions = context.site.revisions.get(f"{section}/{id_}", ())
    entries = [Entry(context.edition.day(one.day), describe(context, one)) for one in revisions]
    since = _describe_since(context, section, id_)
    return RecordHistory(since, entries) if entries or since else None


def describe(context: PageContext, revision: Revision) -> str:
    """«Changed: dates and sources», or «Added»."""
    if revision.is_first:
        return context._("Added")
    fields = field_words.join(context, revision.fields)
    return context._("Changed: {fields}").format(fields=fields)


def find_since(context: PageContext, section: str, id_: str) -> Change | None:
    """What became of a record since the version that was released last, if anything did."""
    delta, record = context.site.delta, getattr(context.edition.atlas.records, section)[id_]
    return find_change(delta.changes, section, id_, record.previous_ids) if delta else None


def name_version(context: PageContext, section: str, id_: str) -> tuple[str, str]:
    """The version of the atlas in which a record says just what it says now, and the day of that
    in ISO 8601; both "" if there is none."""
    site = context.site
    if site.version:
        return site.version, site.version_day
    if site.delta is None or find_since(context, section, id_):
        return "", ""
    return site.delta.version, site.delta.day


def _describe_since(context: PageContext, section: str, id_: str) -> str:
    delta = context.site.delta
    if delta is None:
        return ""
    change = find_since(context, section, id_)
    return context._(_SINCE[change.turn] if change else _UNCHANGED).format(
        version=delta.version,
        day=context.edition.day(date.fromisoformat(delta.day)).text,
        fields=field_words.join(context, change.fields) if change else "",
    )
