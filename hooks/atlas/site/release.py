"""A version of the data, frozen: an archive of all data files, described and with checksums.

The site that it is taken from was built without the names of office-holders (`model/redaction`):
what others keep and cite cannot be mended. The same site makes the same bytes: each file bears the
day of the version, and stands in a fixed order.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from atlas.graph.counts import FOLDER
from atlas.model import redaction
from atlas.pages.offered_files import DELTA, FACTS, JSON
from atlas.site import ro_crate
from atlas.site.ro_crate import Described

FOLDERS = (FOLDER, "api")
"""The folders of a site that are frozen; an atlas need not have the second."""

SUMS = "SHA256SUMS"
"""SHA-256 of each file beside it, in the form that `sha256sum --check` reads."""

BESIDE = (FACTS.path(JSON), DELTA.path(JSON))
"""What lies beside the archive too: the next version is compared by the first."""

_MODE = 0o100644 << 16
_EARLIEST, _LATEST = date(1980, 1, 1), date(2107, 12, 31)
"""No file in an archive is older or younger (APPNOTE.TXT of PKWARE, 4.4.6)."""

_ESCAPED = re.compile(r'\\u([0-9A-Fa-f]{4})|\\([\\/])|[\\"](")|\\[bfnrt]')
"""What JSON, Turtle and CSV write for one sign of a text."""

_TEXTS = frozenset({".json", ".jsonl", ".csv", ".geojson", ".jsonld", ".ttl", ".xml", ".ics"})


class ReleaseError(Exception):
    """A version cannot be frozen; the text says why."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The files of a released version by name, and that of its archive among them."""

    files: Mapping[str, bytes]
    archive: str


def freeze(site: Path, described: Described, texts: Mapping[str, bytes]) -> Frozen:
    """Freeze the data files of a built `site`, with these `texts` beside them, such as the licence.

    Raises ReleaseError if the site has none.
    """
    data = _read(site)
    if BESIDE[0] not in data:
        raise ReleaseError(f"{site} holds no {BESIDE[0]}: it is no site that was just built.")
    inside = {**data, **texts}
    crate = ro_crate.write(described, inside).encode()
    inside[ro_crate.NAME] = crate
    inside[SUMS] = _sum(inside)
    archive = f"atlas-data-{described.version}.zip"
    files = {archive: _pack(inside, date.fromisoformat(described.day)), ro_crate.NAME: crate}
    files |= {path.rpartition("/")[2]: data[path] for path in BESIDE if path in data}
    files[SUMS] = _sum(files)
    return Frozen(files, archive)


def save(frozen: Frozen, folder: Path) -> None:
    """Write the files into a folder. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in frozen.files.items():
        (folder / name).write_bytes(content)


def find_names(site: Path, names: Iterable[str]) -> list[str]:
    """The data files of a built site in which one of these names of office-holders stands."""
    wanted = redaction.find_any(name for name in names if len(name.split()) > 1)
    if wanted is None:
        return []
    return [
        path
        for path, content in _read(site).items()
        if Path(path).suffix in _TEXTS and wanted.search(_say(content.decode("utf-8", "replace")))
    ]


def _say(text: str) -> str:
    """The text of a file with what its escapes stand for, ends of lines as blanks."""
    return _ESCAPED.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else found[2] or found[3] or " ", text
    )


def _read(site: Path) -> dict[str, bytes]:
    """The files that are frozen, by their path from the root of the site and in its order."""
    found = (file for name in FOLDERS for file in (site / name).rglob("*") if file.is_file())
    by_path = {file.relative_to(site).as_posix(): file for file in found}
    return {path: by_path[path].read_bytes() for path in sorted(by_path)}


def _sum(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _pack(files: Mapping[str, bytes], day: date) -> bytes:
    packed, moment = io.BytesIO(), min(max(day, _EARLIEST), _LATEST).timetuple()[:6]
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system = 3  # Unix, whichever system packs it
            entry.external_attr = _MODE
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()
