"""The page Changes: what came, changed and went since the last released version, and which records
were changed last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from atlas.files.git_revisions import Revision
from atlas.graph.delta import Change, Delta, Turn
from atlas.graph.edition import Date, Ref, Text
from atlas.graph.facts import FOLDERS, LISTED_PLACES, TIERS
from atlas.model import ListedTie
from atlas.model.vocabulary import N_, REMOVED, Removed, Tier
from atlas.pages import field_words, page_footer, record_history
from atlas.pages.offered_files import DELTA, FACTS, JSON
from atlas.pages.page import PageContext

MOST_NAMES = 100
"""Records of a kind that are named of those of which the same became."""

MOST_LATEST = 50
"""Cooperations that are named with what was changed in them last."""

_KINDS = {
    "cooperations": N_("Cooperations"),
    "actors": N_("Organisations"),
    "places": N_("Places"),
    "sources": N_("Sources"),
    "themes": N_("Themes"),
    LISTED_PLACES: N_("Places"),
    ListedTie.folder: N_("Listed ties"),
}
_TURNS = {
    Turn.ADDED: N_("Added"),
    Turn.CHANGED: N_("Changed"),
    Turn.RENAMED: N_("Renamed"),
    Turn.REMOVED: N_("Taken out"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A record with what became of it. One that is there no more is called by its id; `path` is
    that of its page, or of what its address says now, "" if there is none."""

    name: Text | str
    path: str
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """Records of a kind of which the same became, and how many there are beside those."""

    id: str
    turn: str
    kind: str
    count: int
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Latest:
    """A cooperation, and what was changed in it on a day."""

    revision: Revision
    day: Date
    ref: Ref
    said: str


def body(context: PageContext) -> Markup:
    """What stands below the introduction of the page."""
    delta = context.site.delta
    return context.render(
        "changes.html",
        delta=delta,
        day=context.edition.day(date.fromisoformat(delta.day)).text if delta else "",
        turns=[context._(label) for label in _TURNS.values()],
        researched=_count(context, delta, Tier.RESEARCHED) if delta else [],
        listed=_count(context, delta, Tier.LISTED) if delta else [],
        groups=[*_group(context, delta)] if delta else [],
        latest=latest(context),
        facts=FACTS.path(JSON),
        changes=DELTA.path(JSON),
        trust=page_footer.footer(context, "changes", "", context._("Changes"), ()),
    )


def latest(context: PageContext) -> list[Latest]:
    """The changes of cooperations that were made last, those of the last day first."""
    cooperations = context.edition.atlas.records.cooperations
    found = [
        (one, id_)
        for key, revisions in context.site.revisions.items()
        if (id_ := key.removeprefix("cooperations/")) in cooperations and id_ != key
        for one in revisions
    ]
    found.sort(key=lambda pair: (-pair[0].day.toordinal(), pair[1]))
    return [_latest(context, one, id_) for one, id_ in found[:MOST_LATEST]]


def _latest(context: PageContext, revision: Revision, id_: str) -> Latest:
    edition, said = context.edition, record_history.describe(context, revision)
    return Latest(revision, edition.day(revision.day), edition.cooperation(id_), said)


def _count(context: PageContext, delta: Delta, tier: Tier) -> list[tuple[str, list[int]]]:
    """Of each kind of a tier how many records were added, changed, renamed and taken out."""
    counted = delta.count()
    return [
        (context._(_KINDS[kind]), [counted[kind].get(turn, 0) for turn in _TURNS])
        for kind in TIERS
        if TIERS[kind] is tier
    ]


def _group(context: PageContext, delta: Delta) -> Iterator[Group]:
    """The researched records of which something became, by what and by their kind."""
    found: dict[tuple[Turn, str], list[Change]] = {}
    for change in delta.changes.values():
        if change.tier is Tier.RESEARCHED:
            found.setdefault((change.turn, change.kind), []).append(change)
    for turn, label in _TURNS.items():
        for kind in TIERS:
            if changes := found.get((turn, kind)):
                yield Group(
                    id=f"{turn.value}-{kind}",
                    turn=context._(label),
                    kind=context._(_KINDS[kind]),
                    count=len(changes),
                    lines=[_line(context, one) for one in changes[:MOST_NAMES]],
                )


def _line(context: PageContext, change: Change) -> Line:
    folder = FOLDERS[change.kind]
    if change.turn is Turn.REMOVED:
        is_told = change.reason in {one.value for one in Removed}
        said = context._(REMOVED[Removed(change.reason)]) if is_told else ""
        return Line(change.id, f"{folder}/{change.id}/" if is_told else "", said)
    ref = context.edition.record(folder, change.into or change.id)
    if change.turn is Turn.RENAMED:
        return Line(ref.name, ref.path, context._("formerly {id}").format(id=change.id))
    return Line(ref.name, ref.path, field_words.join(context, change.fields))
