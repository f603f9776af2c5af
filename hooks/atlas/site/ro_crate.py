"""What a frozen version is, for programs: Research Object Crate 1.1 (w3id.org/ro/crate/1.1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from atlas.graph.counts import FOLDER
from atlas.model.vocabulary import Tier
from atlas.pages import data_files, offered_files
from atlas.pages.citation import LICENCE, LICENCE_URL
from atlas.site.wikidata.statements import FREE

NAME = "ro-crate-metadata.json"
"""What the file must be called, at the root of what it describes (section "RO-Crate Structure")."""

_CONTEXT = ("https://w3id.org/ro/crate/1.1/context", {"sha256": "http://schema.org/sha256"})
"""The terms, and one of schema.org's that is newer than they are."""

_VERSION = "https://w3id.org/ro/crate/1.1"

_DATA = (*data_files.DATA, *data_files.DESCRIPTIONS, *offered_files.OFFERED)
_OF_COUNTRY = offered_files.OF_COUNTRY.name.partition("{")[0]
_TIERS = {data.path(one): data.tiers for data in _DATA for one in data.formats}
_FORMATS = {f".{one.ending}": one.media_type for data in _DATA for one in data.formats} | {
    ".md": "text/markdown"
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
    """The metadata of a crate of these files, by their paths; those of the API are described as one
    folder, and not one by one: there may be tens of thousands."""
    parts = [*_describe_files(described, files), *_describe_folders(described, files)]
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
        if "/" in path and not path.startswith(f"{FOLDER}/"):
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
        is_given = path.startswith(f"{offered_files.LISTED_NAMES.folder}/")
        listed = [url for name, url in described.listed_licences if name in FREE or not is_given]
        yield said | _find_licences(listed, _find_tiers(path))


def _find_tiers(path: str) -> Sequence[Tier]:
    """What a file holds; of one that no table of ours names, nothing but what was researched."""
    if path.startswith(f"{FOLDER}/{_OF_COUNTRY}"):
        return offered_files.OF_COUNTRY.tiers
    return _TIERS.get(path, (Tier.RESEARCHED,))


def _find_licences(listed: Sequence[str], tiers: Sequence[Tier]) -> dict[str, object]:
    """The licences of what holds these tiers, where the crate's own is not the only one; `listed`
    are the addresses of those of registers."""
    if Tier.LISTED not in tiers or not listed:
        return {}
    own = [LICENCE_URL] if Tier.RESEARCHED in tiers else []
    return {"license": [{"@id": url} for url in dict.fromkeys([*own, *listed])]}


def _describe_folders(
    described: Described, files: Mapping[str, bytes]
) -> Iterator[dict[str, object]]:
    """The folders at the root, but for that whose files stand for themselves."""
    roots = {path.partition("/")[0] for path in files if "/" in path} - {FOLDER.partition("/")[0]}
    for root in sorted(roots):
        count = sum(path.startswith(f"{root}/") for path in files)
        yield {
            "@id": f"{root}/",
            "@type": "Dataset",
            "name": root,
            "description": f"{count} files: a record each in JSON, lists of them in JSON and CSV.",
            **_find_licences([url for _, url in described.listed_licences], tuple(Tier)),
        }
