"""What each record says, as digests, and what that changed since the version before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from atlas.graph import facts
from atlas.graph.delta import Change, Delta
from atlas.graph.facts import TIERS
from atlas.pages.offered_files import DELTA, FACTS, JSON
from atlas.site import facts_file
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of `facts.json`, by which a later version is
    compared with this one, and of `delta.json` where an earlier one was given."""
    info = site.info
    found = facts.take(site.atlas.records, info.version, info.version_day)
    yield FACTS.path(JSON), facts_file.write(found).encode()
    if info.delta:
        yield DELTA.path(JSON), _write(info.delta, info.version, info.version_day).encode()


def _write(delta: Delta, version: str, day: str) -> str:
    """What changed, as JSON: from which version to which, how many records of each kind by what
    became of them, and each of these on a line, in a fixed order."""
    counts = delta.count()
    head = {
        "from": {"version": delta.version, "date": delta.day},
        "to": {"version": version or None, "date": day or None},
        "counts": {
            tier: {
                kind: dict(sorted(counts[kind].items())) for kind in TIERS if TIERS[kind] == tier
            }
            for tier in dict.fromkeys(TIERS.values())
        },
    }
    lines = ",\n".join(f"  {json.dumps(_describe(one))}" for one in delta.changes.values())
    listed = f"[\n{lines}\n ]" if lines else "[]"
    return f'{json.dumps(head, indent=1)[:-2]},\n "changes": {listed}\n}}\n'


def _describe(change: Change) -> dict[str, object]:
    """A change as JSON has it, without what does not apply to it."""
    said = {**asdict(change), "tier": change.tier}
    return {name: value for name, value in said.items() if value}
