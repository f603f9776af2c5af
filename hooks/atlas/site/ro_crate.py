"""What a frozen version is, for programs: Research Object Crate 1.1 (w3id.org/ro/crate/1.1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from atlas.graph.counts import FOLDER
from atlas.pages.citation import LICENCE, LICENCE_URL

NAME = "ro-crate-metadata.json"
"""What the file must be called, at the root of what it describes (section "RO-Crate Structure")."""

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_VERSION = "https://w3id.org/ro/crate/1.1"
_LISTED = ("listed-ties", "listed_ties")
"""How the names of files begin that hold nothing but what registers list."""

_FORMATS = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".ttl": "text/turtle",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a version: its name, and its `day` in ISO 8601; the name, the description and
    the address of the atlas, and who wrote it. `listed_licences` are those of the registers whose
    ties are in it, each by its name and address."""

    version: str
    day: str
    name: str
    description: str
    url: str
    author: str
    listed_licences: Sequence[tuple[str, str]] = ()


def write(described: Described, files: Mapping[str, bytes]) -> str:
    """The metadata of a crate of these files, by their paths; those in folders of folders stand for
    themselves, and not one by one: there may be tens of thousands."""
    parts = [*_describe_files(described, files), *_describe_folders(files)]
    licences = {LICENCE_URL: LICENCE} | {url: name for name, url in described.listed_licences}
    graph = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "conformsTo": {"@id": _VERSION},
            "about": {"@id": "./"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": f"{described.name}, version {described.version}",
            "description": f"{described.description} What registers list and nobody has checked is "
            "told apart from what was researched, and bears the licence of its register. The names "
            "of holders of public offices are left out.",
            "version": described.version,
            "datePublished": described.day,
            "license": {"@id": LICENCE_URL},
            "url": described.url,
            "author": {"@id": "#author"},
            "hasPart": [{"@id": part["@id"]} for part in parts],
        },
        {"@id": "#author", "@type": "Organization", "name": described.author},
        *({"@id": url, "@type": "CreativeWork", "name": name} for url, name in licences.items()),
        *parts,
    ]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _describe_files(
    described: Described, files: Mapping[str, bytes]
) -> Iterator[dict[str, object]]:
    for path in sorted(files):
        if PurePosixPath(path).parent.as_posix() not in {".", FOLDER}:
            continue
        said: dict[str, object] = {
            "@id": path,
            "@type": "File",
            "name": PurePosixPath(path).name,
            "contentSize": str(len(files[path])),
            "sha256": hashlib.sha256(files[path]).hexdigest(),
        }
        if found := _FORMATS.get(PurePosixPath(path).suffix):
            said["encodingFormat"] = found
        if PurePosixPath(path).name.startswith(_LISTED) and described.listed_licences:
            said["license"] = [{"@id": url} for _, url in described.listed_licences]
        yield said


def _describe_folders(files: Mapping[str, bytes]) -> Iterator[dict[str, object]]:
    """The folders at the root, but for that whose files stand for themselves."""
    roots = {path.partition("/")[0] for path in files if "/" in path} - {FOLDER.partition("/")[0]}
    for root in sorted(roots):
        count = sum(path.startswith(f"{root}/") for path in files)
        yield {
            "@id": f"{root}/",
            "@type": "Dataset",
            "name": root,
            "description": f"{count} files of JSON, a record each, and lists of them.",
        }
