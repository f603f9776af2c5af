"""May a built site take the published one's place? Everything that speaks against it, at once.

The last look before publishing, at the finished files alone: how they came about does not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from atlas.i18n.messages import Message, listing, msg, msg_plural
from atlas.model import KINDS, Records
from atlas.model.ledgers import Removal
from atlas.pages import RECORD_SECTIONS
from atlas.site.sitemap_reader import Sitemap

MOST_BYTES = 1_000_000_000
"""What GitHub Pages takes (docs.github.com, "GitHub Pages limits")."""

LONGEST_NAME = 143
"""Bytes of a file's name; some encrypted disks keep no longer ones."""

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?<!\.)")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LEAF = re.compile(r"page-\d+")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Ids:
    """Folder and id of every record that is there, of every id one had before, and of what was
    taken out."""

    present: frozenset[tuple[str, str]]
    former: frozenset[tuple[str, str]]
    removed: frozenset[tuple[str, str]]

    def __contains__(self, key: object) -> bool:
        return key in self.present or key in self.former or key in self.removed


def ids(records: Records, removed: Iterable[Removal]) -> Ids:
    """The ids of the records, and those they had before."""
    present = [
        (kind.folder, record) for kind in KINDS for record in getattr(records, kind.folder).values()
    ]
    return Ids(
        frozenset((folder, record.id) for folder, record in present),
        frozenset((folder, former) for folder, record in present for former in record.previous_ids),
        frozenset((removal.folder.value, removal.id) for removal in removed),
    )


def faults(
    files: Mapping[str, int],
    ids: Ids,
    built: Sitemap,
    published: Sitemap | None,
    most_vanishing: float,
) -> list[Message]:
    """What speaks against publishing, in plain words; nothing if all is well.

    `files` are the site's, with their bytes; `published` is what stands there now, if anything
    does, of whose addresses `most_vanishing` per cent may be gone.
    """
    found = [*_pages(files, ids, built.prefixes), *_names(files), *_size(files)]
    if published is not None:
        found += _lost_ids(published, ids)
        found += _lost_languages(published, built)
        gone = vanishing(files, published)
        if len(gone) * 100 > len(published.paths) * most_vanishing:
            found.append(
                msg_plural(
                    "{number} of {all} published addresses would lead nowhere, more than {most} "
                    "per cent: {names}. Renamed records need their {field}.",
                    "{number} of {all} published addresses would lead nowhere, more than {most} "
                    "per cent: {names}. Renamed records need their {field}.",
                    len(gone),
                    all=len(published.paths),
                    most=f"{most_vanishing:g}",
                    names=_some(gone),
                    field="previous_ids",
                )
            )
    return found


def vanishing(files: Collection[str], published: Sitemap) -> list[str]:
    """The published addresses at which neither a page nor a redirect would stand."""
    return sorted(path for path in published.paths if not _is_page(path, files))


def _is_page(path: str, files: Collection[str]) -> bool:
    return (f"{path}index.html" if path.endswith("/") or not path else path) in files


def _pages(files: Collection[str], ids: Ids, prefixes: Mapping[str, str]) -> Iterator[Message]:
    """Every id has its address in every language, and no other address is a record's."""
    meant = (
        (msg("pages of records"), ids.present),
        (msg("pages of former ids"), ids.former),
        (msg("pages of records that were taken out"), ids.removed),
    )
    for language, prefix in prefixes.items():
        for what, keys in meant:
            addresses = [f"{prefix}{f}/{id_}/" for f, id_ in sorted(keys) if f in RECORD_SECTIONS]
            missing = [one for one in addresses if f"{one}index.html" not in files]
            if missing:
                yield msg(
                    "{language} lacks {what}, {number} of {all}: {names}. Build the site again "
                    "from these records.",
                    language=language,
                    what=what,
                    number=len(missing),
                    all=len(addresses),
                    names=_some(missing),
                )
    stray = [file for file in files if (key := _key(file, prefixes)) and key not in ids]
    if stray:
        yield msg_plural(
            "{number} page stands at the address of a record that there is not: {names}. Build "
            "the site again into an empty folder.",
            "{number} pages stand at the address of a record that there is not: {names}. Build "
            "the site again into an empty folder.",
            len(stray),
            names=_some(sorted(stray)),
        )


def _key(path: str, prefixes: Mapping[str, str]) -> tuple[str, str] | None:
    """Folder and id of the record whose page `path` is, an address or a file; None for others."""
    parts = path.removesuffix("index.html").split("/")
    if f"{parts[0]}/" in prefixes.values():
        del parts[0]
    if len(parts) != 3 or parts[2] or parts[0] not in RECORD_SECTIONS or _LEAF.fullmatch(parts[1]):
        return None
    return parts[0], parts[1]


def _lost_ids(published: Sitemap, ids: Ids) -> Iterator[Message]:
    keys = {_key(path, published.prefixes) for path in published.paths} - {None}
    lost = sorted("/".join(key) for key in keys if key and key not in ids)
    if lost:
        yield msg_plural(
            "{number} published record has vanished with its id: {names}. Put it into the {field} "
            "of the record that takes its place, or into {file}.",
            "{number} published records have vanished with their ids: {names}. Put each into the "
            "{field} of the record that takes its place, or into {file}.",
            len(lost),
            names=_some(lost),
            field="previous_ids",
            file="data/removed.yml",
        )


def _lost_languages(published: Sitemap, built: Sitemap) -> Iterator[Message]:
    lost = sorted(published.prefixes.keys() - built.prefixes.keys())
    if lost:
        yield msg("languages that are published were not built: {names}.", names=listing(lost))


def _size(files: Mapping[str, int]) -> Iterator[Message]:
    size = sum(files.values())
    if size >= MOST_BYTES:
        yield msg(
            "the site is {size} MB large; the host takes less than {most} MB.",
            size=round(size / 1e6),
            most=round(MOST_BYTES / 1e6),
        )


def _names(files: Collection[str]) -> Iterator[Message]:
    """Every name is one that any file system and any address takes as it is."""
    unsafe = [file for file in files if not all(map(_is_safe, file.split("/")))]
    if unsafe:
        shown = _some([ascii(file) for file in sorted(unsafe)])
        yield msg_plural(
            "{number} file has a name that not every system can keep: {names}.",
            "{number} files have names that not every system can keep: {names}.",
            len(unsafe),
            names=shown,
        )
    alike: dict[str, list[str]] = {}
    for file in files:
        alike.setdefault(unicodedata.normalize("NFC", file).casefold(), []).append(file)
    twins = sorted(" / ".join(map(ascii, sorted(same))) for same in alike.values() if len(same) > 1)
    if twins:
        yield msg("names differ in capitals only: {names}.", names=_some(twins))


def _is_safe(name: str) -> bool:
    return bool(
        _NAME.fullmatch(name)
        and not _DEVICES.fullmatch(name)
        and len(name.encode()) <= LONGEST_NAME
    )


def _some(names: list[str]) -> Message:
    shown = listing(names[:_SHOWN])
    more = len(names) - _SHOWN
    if more <= 0:
        return shown
    return msg_plural("{names} and {number} more", "{names} and {number} more", more, names=shown)
