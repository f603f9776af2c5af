"""What only a saved table says of the cooperations: files of their own, one a language, which are
fetched when somebody saves one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from atlas.model import Cooperation, EarlierForm, Moment
from atlas.model.vocabulary import AssignedBy
from atlas.pages import facts
from atlas.pages.page import PageContext
from atlas.site.columns import FOLDER, Table, number, write_json, write_range
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: facts-<language>.json."""
    for context in site.contexts:
        content = list_facts(site.table, context)
        yield f"{FOLDER}/facts-{context.edition.language.code}.json", write_json(content)


def list_facts(table: Table, context: PageContext) -> dict[str, Any]:
    """What only a saved table says of the cooperations, a column for each thing; dates in EDTF.

    `since` is when it was suspended or became dormant, and `reason` why it is, or why it ended;
    `left` names who left and when, `succeeded` who left and who took its place. `sources` of a
    cooperation are places in the list `sources`: title and address. `parties` are places in
    `actors`, which has the `ids` of all and what each is called. `ids` are the cooperations'.
    """
    edition = context.edition
    records, actor_at = edition.atlas.records, number(table.actors)
    of = [records.cooperations[id_] for id_ in table.ids]
    sources = sorted({cited.source for record in of for cited in record.sources})
    at = number(sources)
    return {
        "ids": table.ids,
        "parties": [[actor_at[actor] for actor in table.parties(id_)] for id_ in table.ids],
        "actors": {
            "ids": table.actors,
            "names": [edition.actor(id_).name.text for id_ in table.actors],
        },
        "columns": {
            "as_of": [write_range(record.status.as_of) for record in of],
            "evidence": [edition.text(record.status.evidence).text for record in of],
            "signed": [_join(one.signed for one in record.agreements) for record in of],
            "decided": [_join(one.decided for one in record.agreements) for record in of],
            "earlier_forms": ["; ".join(map(_earlier_form, record.earlier_forms)) for record in of],
            "since": [write_range(record.status.since) for record in of],
            "reason": [_reason(context, record) for record in of],
            "left": [
                "; ".join(f"{p.actor} {write_range(p.until)}" for p in r.parties if p.until)
                for r in of
            ],
            "succeeded": [
                "; ".join(f"{p.succeeds} {p.actor}" for p in record.parties if p.succeeds)
                for record in of
            ],
            "end": [
                write_range(record.dates.actual_end if record.dates else None) for record in of
            ],
            "themes_of_sources": [
                [one.theme for one in record.theme_links if one.assigned_by is AssignedBy.SOURCE]
                for record in of
            ],
            "sources": [[at[cited.source] for cited in record.sources] for record in of],
            "not_recorded": [facts.list_unrecorded(context, record) for record in of],
        },
        "sources": [
            {"title": records.sources[id_].title.text, "url": records.sources[id_].url or ""}
            for id_ in sources
        ],
    }


def _join(moments: Iterable[Moment | None]) -> str:
    """Those that are known, in one cell."""
    return "; ".join(write_range(one) for one in moments if one)


def _earlier_form(one: EarlierForm) -> str:
    """«friendship 1998/2005»; EDTF's ".." stands for an end that is not recorded."""
    if not one.since and not one.until:
        return str(one.form)
    return f"{one.form} {write_range(one.since) or '..'}/{write_range(one.until) or '..'}"


def _reason(context: PageContext, record: Cooperation) -> str:
    reason = record.status.reason
    return " ".join(context.edition.text(reason).text.split()) if reason else ""
