"""What needs looking after, told in Markdown: reviews that are due, evidence that is old, sources
that do not answer.

The text becomes the one issue on GitHub that a whole team works through, whose members share no
other language: it is in English, and so is what it quotes of records where there is such a text.
Whatever comes from records or from other hosts stands there as code, in which GitHub makes nobody's
name, no address and no number into a link, and no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from atlas.i18n.messages import msg
from atlas.model import Cooperation, Record, Records, Source
from atlas.model.cooperation import review_due
from atlas.model.evidence_age import is_old, latest_evidence
from atlas.model.ledgers import Suppression

LONGEST = 200
"""Characters of a record's text that are shown."""

_NOT_SHOWN = re.compile(
    r"[^\S ]|[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f]+"
)
_IN_ADDRESS = ":/?&=%,;+~"
_CUT = "\n_There is more than an issue can hold; `atlas upkeep` names everything._\n"


class ReportError(Exception):
    """A report of dead links is not what lychee writes; a sentence says why."""


@dataclass(frozen=True, slots=True)
class DeadLink:
    """An address in the file of the source `source` that does not answer, and how it failed."""

    source: str
    address: str
    status: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """The public address of the site, and that of its files, both with a slash at the end; and the
    file of every record, by its folder and id."""

    site: str
    files: str
    paths: Mapping[tuple[str, str], str]

    def link(self, record: Record) -> str:
        """The name of the file of `record`, with its address."""
        path = self.paths[record.folder, record.id]
        return f"[{code(path)}](<{self.files}{quote(path)}>)"


def find_dead_links(report: Any) -> list[DeadLink]:
    """The addresses that a JSON report of lychee on `data/sources/**/*.yml` calls dead.

    Raises ReportError if it is no such report.
    """
    found = []
    try:
        for kind in ("error_map", "timeout_map"):
            for file, failures in report[kind].items():
                path = PurePosixPath(file)
                if path.suffix != ".yml" or "sources" not in path.parts:
                    raise ReportError(msg("{file} is no record of a source.", file=file))
                for failure in failures:
                    status = str(failure["status"]["text"]).partition(" (error sending")[0]
                    found.append(DeadLink(path.stem, str(failure["url"]), status))
    except (KeyError, TypeError, AttributeError) as error:
        raise ReportError(msg("this is not a report that lychee wrote as JSON.")) from error
    return sorted(set(found), key=lambda one: (one.source, one.address))


def write(
    records: Records,
    today: date,
    addresses: Addresses,
    links: Sequence[DeadLink] | None = None,
    left_alone: Sequence[Suppression] = (),
) -> str:
    """All of it. Without `links` nothing is said of addresses."""
    reported = [
        (link, source, address)
        for link in links or ()
        if (source := records.sources.get(link.source))
        and (address := _find_recorded(link, source))
    ]
    environment = Environment(  # noqa: S701 - Markdown, in which all that is foreign is code
        loader=PackageLoader("atlas.editing", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["code"] = code
    dead, archived = _find_unanswered(reported, left_alone)
    known = {address for one in records.sources.values() for address in (one.url, one.archive_url)}
    return environment.get_template("upkeep.md").render(
        today=today,
        addresses=addresses,
        late=_find_late(records.cooperations.values(), today),
        aged=_find_aged(records.cooperations.values(), today),
        dead=dead,
        archived=archived,
        needless=[
            {"entry": entry, "is_known": any(entry.covers(str(each)) for each in known)}
            for entry in (() if links is None else left_alone)
            if not any(entry.covers(address) for _, _, address in reported)
        ],
    )


def shorten(text: str, most: int) -> str:
    """The whole lines of `text` that fit into `most` characters, and a word if there are more."""
    if len(text) <= most:
        return text
    return text[: text.rfind("\n", 0, most - len(_CUT)) + 1] + _CUT


def code(text: str) -> str:
    """`text` in one line, as code that nothing in it can end."""
    line = " ".join(_NOT_SHOWN.sub(" ", text).split())
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or not line else ""
    return f"{fence}{space}{line}{space}{fence}"


def _find_late(cooperations: Iterable[Cooperation], today: date) -> list[dict[str, Any]]:
    """Records to be checked against their sources again, the longest due first."""
    late = sorted((due, one.id, one) for one in cooperations if (due := review_due(one)) <= today)
    return [
        {
            "month": f"{due:%Y-%m}",
            "due": due,
            "title": _title(one),
            "record": one,
        }
        for due, _, one in late
    ]


def _find_aged(cooperations: Iterable[Cooperation], today: date) -> list[dict[str, Any]]:
    """Records whose newest evidence is old, the oldest first."""
    aged = [
        (latest.last, one.id, one, latest)
        for one in cooperations
        if is_old(one, today) and (latest := latest_evidence(one, today))
    ]
    return [
        {"title": _title(one), "record": one, "evidence": latest.text}
        for _, _, one, latest in sorted(aged, key=lambda each: each[:2])
    ]


def _title(record: Cooperation) -> str:
    return record.title.get("en") or next(iter(record.title.values()))


def _find_unanswered(
    reported: Iterable[tuple[DeadLink, Source, str]], left_alone: Sequence[Suppression]
) -> tuple[list[dict[str, Any]], int]:
    """Addresses that do not answer, but those left alone; of those with a copy, their number."""
    archived = 0
    dead = []
    for link, source, address in reported:
        if any(entry.covers(address) for entry in left_alone):
            continue
        if source.archive_url and address != source.archive_url:
            archived += 1
            continue
        copies = f"https://web.archive.org/web/*/{quote(source.url or address, safe=_IN_ADDRESS)}"
        entry = {"source": source, "address": address, "status": link.status, "copies": copies}
        dead.append(entry)
    return dead, archived


def _find_recorded(link: DeadLink, source: Source) -> str | None:
    """The address of the record that is meant; None where the report has it from other words.

    A link checker writes an address anew, and may take its last signs for the sentence's.
    """
    host, path = _normalize(link.address)
    for address in filter(None, (source.url, source.archive_url)):
        recorded_host, recorded_path = _normalize(address)
        if recorded_host == host and recorded_path.startswith(path):
            return address
    return None


def _normalize(address: str) -> tuple[str, str]:
    """An address without the differences that a link checker makes when it writes it anew."""
    parts = urlsplit(address)
    return parts.netloc.lower(), unquote(parts._replace(scheme="", netloc="").geturl()).rstrip("/")
