"""What became of a place or an organisation, and what it came of: the first words of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup, escape

from atlas.graph.edition import Ref
from atlas.graph.lives import has_ended
from atlas.model import Actor, Lifetime, Moment, Place
from atlas.model.vocabulary import N_
from atlas.model.vocabulary.places import Ending
from atlas.pages.page import PageContext

INTO = {
    Ending.MERGED: N_("Merged into {successors}"),
    Ending.SPLIT: N_("Split into {successors}"),
    Ending.ABSORBED: N_("Absorbed by {successors}"),
    Ending.REPLACED: N_("Replaced by {successors}"),
    Ending.DISSOLVED: N_("Succeeded by {successors}"),
    None: N_("Succeeded by {successors}"),
}
"""What became of it, where it is recorded what came after it."""

OF = {
    Ending.MERGED: N_("Formed by the merger of {predecessors}"),
    Ending.SPLIT: N_("Formed by the split of {predecessors}"),
    Ending.ABSORBED: N_("Absorbed {predecessors}"),
    Ending.REPLACED: N_("Replaced {predecessors}"),
    Ending.DISSOLVED: N_("Came after {predecessors}"),
    None: N_("Came after {predecessors}"),
}
"""What it came of, by what became of those before it."""

_LINK = Markup('<a href="{}{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Turn:
    """An end or a beginning in a sentence, the remark on it, and the source that says so."""

    sentence: Markup
    note: Markup
    source: str | None


def describe(context: PageContext, *subjects: tuple[str, str]) -> list[Turn]:
    """The ends and beginnings of `subjects`, which are folders and ids of places and actors that
    one page tells of. What is said of a town and of its authority alike stands once."""
    turns: dict[object, Turn] = {}
    for folder, id_ in subjects:
        for key, turn in (*_end(context, folder, id_), *_beginnings(context, folder, id_)):
            turns.setdefault(key, turn)
    return list(turns.values())


def _end(context: PageContext, folder: str, id_: str) -> Iterator[tuple[object, Turn]]:
    record = _record(context, folder, id_)
    life = record.lifetime
    if life is None or not has_ended(record):
        return
    successors = _refs(context, folder, life.successors)
    if successors:
        what = _fill(context, INTO[life.ending], successors=_links(context, successors))
    else:
        what = escape(context.edition.label(life.ending) if life.ending else context._("No more"))
    sentence = _say(context, what, life.dissolved)
    if not successors and life.ending is not Ending.DISSOLVED:
        unknown = context._("What came after it is not recorded.")
        sentence += f" {unknown}"
    yield _key("end", life, successors), _turn(context, sentence, life)


def _beginnings(context: PageContext, folder: str, id_: str) -> Iterator[tuple[object, Turn]]:
    """What it came of; those that ended alike on one day together."""
    before = context.edition.atlas.lives.predecessors[folder].get(id_, ())
    lives = [(_record(context, folder, one).lifetime or Lifetime(), one) for one in before]

    def alike(pair: tuple[Lifetime, str]) -> tuple[str, str]:
        return pair[0].ending or "", str(pair[0].dissolved or "")

    for _, group in groupby(sorted(lives, key=alike), key=alike):
        ended = list(group)
        life = ended[0][0]
        refs = _refs(context, folder, [one for _, one in ended])
        what = _fill(context, OF[life.ending], predecessors=_links(context, refs))
        turn = Turn(_say(context, what, life.dissolved), Markup(""), life.source)
        yield _key("beginning", life, refs), turn


def _record(context: PageContext, folder: str, id_: str) -> Place | Actor:
    records = context.edition.atlas.records
    return records.places[id_] if folder == Place.folder else records.actors[id_]


def _refs(context: PageContext, folder: str, ids: Sequence[str]) -> list[Ref]:
    """Links by the names alone: that those before it are no more is what the sentence says."""
    edition = context.edition
    return [
        replace(edition.record(folder, id_), name=edition.text(_record(context, folder, id_).names))
        for id_ in ids
    ]


def _key(turn: str, life: Lifetime, refs: Sequence[Ref]) -> object:
    """By the pages that it leads to, and not by the records: a town's is its authority's."""
    return turn, life.ending, life.dissolved, frozenset(ref.path for ref in refs)


def _turn(context: PageContext, sentence: Markup, life: Lifetime) -> Turn:
    note = context.edition.text(life.note).paragraphs() if life.note else Markup("")
    return Turn(sentence, note, life.source)


def _say(context: PageContext, what: Markup, when: Moment | None) -> Markup:
    """«Merged into Kruisem on 1 January 2019.»"""
    if when is None:
        return _fill(context, N_("{what}."), what=what)
    said = context.edition.language.when(when)
    return _fill(context, N_("{what} {when}."), what=what, when=said)


def _links(context: PageContext, refs: Sequence[Ref]) -> Markup:
    links = [_LINK.format(context.base, ref.path, ref.name) for ref in refs]
    return Markup(context.edition.language.listing(links))  # noqa: S704 - links, escaped above


def _fill(context: PageContext, message: str, **values: object) -> Markup:
    return Markup(context._(message)).format(**values)  # noqa: S704 - of our catalogues
