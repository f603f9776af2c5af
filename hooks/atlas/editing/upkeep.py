"""What needs looking after, told in Markdown: reviews that are due, sources that do not answer.

The text becomes the one issue on GitHub that a whole team works through, whose members share no
other language: it is in English, and so is what it quotes of records where there is such a text.
Whatever comes from records or from other hosts stands there as code, in which GitHub makes nobody's
name, no address and no number into a link, and no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from atlas.i18n.messages import msg
from atlas.model import Cooperation, Record, Records, Source
from atlas.model.cooperation import review_due
from atlas.model.registers import Suppression

LONGEST = 200
"""Characters of a record's text that are shown."""

_NOT_SHOWN = re.compile(
    r"[^\S ]|[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f]+"
)
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
    parts = [*_due(records.cooperations.values(), today, addresses)]
    if links is not None:
        parts += _unanswered(records.sources, links, left_alone, addresses)
        parts += _needless(records.sources, links, left_alone, addresses)
    if not parts:
        parts = ["Nothing needs looking after."]
    return f"As of {today.isoformat()}.\n\n" + "\n".join(parts) + "\n"


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


def _due(cooperations: Iterable[Cooperation], today: date, addresses: Addresses) -> Iterator[str]:
    """Records to be held against their sources again, by month, the longest due first."""
    late = sorted((due, one.id, one) for one in cooperations if (due := review_due(one)) <= today)
    if not late:
        return
    yield f"## Due for review: {len(late)}\n"
    for month, group in groupby(late, key=lambda entry: f"{entry[0]:%Y-%m}"):
        yield f"### {month}\n"
        for due, _, one in group:
            title = one.title.get("en") or next(iter(one.title.values()))
            page = f"[{code(title)}](<{addresses.site}cooperations/{one.id}/>)"
            verified = f"last held against its sources on {one.review.last_verified}"
            yield f"- {page}, due {due}, {verified} · {_file(addresses, one)}"
        yield ""


def _unanswered(
    sources: Mapping[str, Source],
    links: Sequence[DeadLink],
    left_alone: Sequence[Suppression],
    addresses: Addresses,
) -> Iterator[str]:
    """Addresses that do not answer, but those left alone and those whose copy is recorded."""
    archived = 0
    lines = []
    for link in links:
        source = sources.get(link.source)
        address = _recorded_address(link, source)
        if source is None or address is None or any(one.covers(address) for one in left_alone):
            continue
        if source.archive_url and address != source.archive_url:
            archived += 1
            continue
        what = "its archived copy, " if source.archive_url else ""
        copies = _archive(source.url or address)
        lines += [
            f"- {code(source.title.text)}: {what}{code(address)} says {code(link.status)} · "
            f"{_file(addresses, source)}",
            f"  - [Look for a copy](<{copies}>) and enter its address as `archive_url`.",
        ]
    if lines or archived:
        yield f"## Sources that do not answer: {len(lines) // 2}\n"
        yield from lines
    if archived:
        yield f"\n{archived} more do not answer and have an archived copy in their record."
    if lines or archived:
        yield ""


def _needless(
    sources: Mapping[str, Source],
    links: Sequence[DeadLink],
    left_alone: Sequence[Suppression],
    addresses: Addresses,
) -> Iterator[str]:
    """Entries of `data/dead-links.yml` that nothing needs any longer."""
    reported = {_recorded_address(link, sources.get(link.source)) for link in links} - {None}
    known = {address for source in sources.values() for address in (source.url, source.archive_url)}
    idle = [one for one in left_alone if not any(one.covers(str(each)) for each in reported)]
    if not idle:
        return
    file = "data/dead-links.yml"
    yield f"## Needless entries of [`{file}`](<{addresses.files}{file}>): {len(idle)}\n"
    for one in idle:
        why = (
            "answers again"
            if any(one.covers(str(each)) for each in known)
            else "stands in no source"
        )
        yield f"- {code(one.address)} {why} ({one.date}: {code(one.reason)})"
    yield ""


def _recorded_address(link: DeadLink, source: Source | None) -> str | None:
    """The address of the record that is meant; None where the report has it from other words.

    A link checker writes an address anew, and may take its last signs for the sentence's.
    """
    host, path = _without_variants(link.address)
    for address in (source.url, source.archive_url) if source else ():
        if (
            address
            and _without_variants(address)[0] == host
            and _without_variants(address)[1].startswith(path)
        ):
            return address
    return None


def _without_variants(address: str) -> tuple[str, str]:
    """An address without the differences that a link checker makes when it writes it anew."""
    parts = urlsplit(address)
    return parts.netloc.lower(), unquote(parts._replace(scheme="", netloc="").geturl()).rstrip("/")


def _archive(address: str) -> str:
    """Where the Internet Archive lists its copies of a page."""
    return f"https://web.archive.org/web/*/{quote(address, safe=':/?&=%,;+~')}"


def _file(addresses: Addresses, record: Record) -> str:
    path = addresses.paths[record.folder, record.id]
    return f"[{code(path)}](<{addresses.files}{quote(path)}>)"
