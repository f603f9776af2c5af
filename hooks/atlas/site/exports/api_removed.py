"""What became of ids that are no more: records that were taken out, and former ids."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.relate import Atlas
from atlas.model import KINDS
from atlas.model.vocabulary import REMOVED
from atlas.pages.api_addresses import FOLDER
from atlas.site.api.list_shapes import MovedRecord, RemovedFile, RemovedRecord
from atlas.site.api.unit_files import write
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of the one file. No id in it ever comes back: the
    checks see to it (`checks.ledgers.find_taken`, `references.former_ids_are_free`)."""
    removed = [
        RemovedRecord(
            kind=one.folder.value,
            id=one.id,
            date=one.date,
            reason=one.reason,
            text=REMOVED[one.reason],
        )
        for one in site.removed.values()
    ]
    yield f"{FOLDER}/removed.json", write(RemovedFile(removed=removed, moved=_moved(site.atlas)))


def _moved(atlas: Atlas) -> list[MovedRecord]:
    return [
        MovedRecord(kind=kind.folder, id=former, to=id_)
        for kind in KINDS
        for former, id_ in sorted(
            (former, id_)
            for id_, record in getattr(atlas.records, kind.folder).items()
            for former in record.previous_ids
        )
    ]
