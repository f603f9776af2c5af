"""Which twinnings the atlas knows from sources of its own, as statements that Wikidata may have.

Wikidata's property is P190, «twinned administrative body»: towns and other localities that have a
partnership or a cooperative agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from atlas.graph.beginnings import start_of
from atlas.graph.parties import opposite_parties, state_of_tie
from atlas.graph.relate import Atlas
from atlas.model import Cooperation, ListedTie, Moment, Party, Source, sort_day
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import Form, State, Status
from atlas.model.vocabulary.registers import Licence, StatedBy

TWINNED = frozenset(
    {Form.TWINNING, Form.FRIENDSHIP, Form.COOPERATION_AGREEMENT, Form.COOPERATION_PROTOCOL}
)
"""Forms of which P190 speaks; a joint project of two towns is none of them."""

FREE = frozenset({Licence.CC0, Licence.PDDL})
"""Licences of registers that let Wikidata have what they list, as it gives all away under CC0."""

_WIKIMEDIA = ("wikidata.org", "wikipedia.org", "wikimedia.org", "dbpedia.org")
"""Hosts that are no source for Wikidata: it would cite itself."""

Pair = tuple[str, str]
"""The ids of two places, in their order."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A page of the web that says so, and when it was read."""

    url: str
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """That two places are twinned, or were where it `is_over`.

    `start` and `end` are dates for sure, or None; `cooperations` are the records that say so, none
    for what a register lists.
    """

    pair: Pair
    start: EdtfDate | None
    end: EdtfDate | None
    is_over: bool
    references: tuple[Reference, ...]
    cooperations: tuple[str, ...] = ()


def find_researched(atlas: Atlas) -> Iterator[Statement]:
    """A statement for each two places whose governments cooperate, in the order of their ids.

    Where several cooperations tie the same two, it says only what all of them do.
    """
    found: dict[Pair, list[tuple[str, Party, Party]]] = defaultdict(list)
    for id_, record in atlas.records.cooperations.items():
        for left, right in opposite_parties(record) if _has_begun(record) else ():
            a, b = (atlas.town_of.get(party.actor) for party in (left, right))
            if a is not None and b is not None and a != b:
                found[min(a, b), max(a, b)].append((id_, left, right))
    for pair, ties in sorted(found.items()):
        yield _join_researched(atlas, pair, ties)


def find_listed(atlas: Atlas) -> Iterator[Statement]:
    """A statement for each pair that registers list under a licence as free as Wikidata's own, and
    nobody has researched; what registers took from Wikidata is none."""
    for pair in atlas.listed.pairs.values():
        ties = [tie for tie in pair.ties if _is_given(atlas, tie)]
        if ties and not pair.cooperations:
            yield Statement(
                (pair.a, pair.b),
                _agreed(tie.start for tie in ties),
                _agreed(tie.end for tie in ties),
                any(tie.end for tie in ties),
                tuple(sorted(set(_cite_registers(atlas, ties)))),
            )


def find_known(atlas: Atlas) -> frozenset[Pair]:
    """Every two places of which a register from Wikidata lists that the first is twinned with the
    second: each direction is a statement of its own."""
    return frozenset(
        direction
        for pair in atlas.listed.pairs.values()
        for tie in pair.ties
        if is_of_wikidata(atlas, tie)
        for direction in _directions(tie)
    )


def is_of_wikidata(atlas: Atlas, tie: ListedTie) -> bool:
    """Whether a register that lists a tie is Wikidata."""
    return _is_at(atlas.records.sources[tie.source].url, _WIKIMEDIA[:1])


def _directions(tie: ListedTie) -> list[Pair]:
    """Which of its two sides state a tie; both where nobody knows which."""
    there, back = (tie.a, tie.b), (tie.b, tie.a)
    return {StatedBy.A: [there], StatedBy.B: [back]}.get(tie.stated_by, [there, back])


def _is_given(atlas: Atlas, tie: ListedTie) -> bool:
    is_free = atlas.records.registers[tie.source].licence in FREE
    is_twinning = tie.form in TWINNED or (tie.form is None and not tie.form_as_stated)
    return is_free and is_twinning and not is_of_wikidata(atlas, tie)


def _has_begun(record: Cooperation) -> bool:
    """Whether it is such a tie, and not one that is only meant to be or was never to come."""
    return record.form in TWINNED and record.status.code not in {Status.PIPELINE, Status.CANCELLED}


def _join_researched(atlas: Atlas, pair: Pair, ties: list[tuple[str, Party, Party]]) -> Statement:
    records = atlas.records
    ids = tuple(dict.fromkeys(id_ for id_, _, _ in ties))
    each = [(records.cooperations[id_], left, right) for id_, left, right in ties]
    is_over = all(state_of_tie(*one) is State.ENDED for one in each)
    cited = {one.source for record, _, _ in each for one in record.sources}
    return Statement(
        pair,
        _agreed(_start(*one) for one in each),
        _agreed(_end(*one) for one in each) if is_over else None,
        is_over,
        tuple(sorted(set(_cite(records.sources[source] for source in cited)))),
        ids,
    )


def _start(record: Cooperation, left: Party, right: Party) -> Moment | None:
    joined = [one.since for one in (left, right) if one.since]
    return max(joined, key=sort_day) if joined else start_of(record)


def _end(record: Cooperation, left: Party, right: Party) -> Moment | None:
    gone = [one.until for one in (left, right) if one.until]
    if gone:
        return min(gone, key=sort_day)
    return record.dates.actual_end if record.dates else None


def _agreed(moments: Iterable[Moment | None]) -> EdtfDate | None:
    """The date that all give who give one, if it is one for sure."""
    given = {str(one): one for one in moments if one is not None}
    if len(given) != 1:
        return None
    [moment] = given.values()
    return moment if isinstance(moment, EdtfDate) and not moment.qualifier else None


def _cite(sources: Iterable[Source]) -> Iterator[Reference]:
    for source in sources:
        url = source.url or source.archive_url
        if url and not _is_at(url, _WIKIMEDIA):
            yield Reference(url, str(source.accessed or ""))


def _cite_registers(atlas: Atlas, ties: Iterable[ListedTie]) -> Iterator[Reference]:
    for tie in ties:
        url = tie.reference_url or atlas.records.sources[tie.source].url
        if url and not _is_at(url, _WIKIMEDIA):
            yield Reference(url, str(tie.as_of))


def _is_at(url: str | None, hosts: Iterable[str]) -> bool:
    """Whether an address is of one of these hosts, or of a part of one."""
    host = (urlsplit(url).hostname or "") if url else ""
    return any(host == one or host.endswith(f".{one}") for one in hosts)
