"""The files of an index as Pagefind gives them, put in an order that does not change.

Pagefind writes down the filters, and the values of each, in an order that is another in every
process, and names their files by hashes of that. These files are compressed with gzip, begin with a
signature and go on with CBOR (RFC 8949).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
"""Where the script of the search begins: what index each language has."""

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""Where the description of an index names its filters: each a pair of its name and its hash."""

_DIGITS = 10


class UnknownFormError(Exception):
    """The files are not like those of the version that is pinned."""


def put_in_order(files: Mapping[str, bytes]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The entry of an index of one language, and its other files by their paths: both the same
    whenever the same pages were added one after another.

    Raises UnknownFormError if they are not like those of Pagefind 1.5.2.
    """
    rest = dict(files)
    try:
        entry = json.loads(rest.pop(ENTRY))
        ((code, about),) = entry["languages"].items()
        description = _unpack(rest.pop(_description(about["hash"])))
        filters = []
        for name, key in sorted(description[_FILTERS]):
            same_name, values = _unpack(rest.pop(_filter(key)))
            content = _pack([same_name, sorted(values)])
            filters.append([name, _key(code, content)])
            rest[_filter(filters[-1][1])] = content
        description[_FILTERS] = filters
        content = _pack(description)
        about["hash"] = _key(code, content)
        rest[_description(about["hash"])] = content
    except (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise UnknownFormError(f"The files of the index are of an unknown form: {error}") from error
    return entry, rest


def list_urls(files: Mapping[str, bytes]) -> set[str]:
    """The addresses of the pages in an index, each of which has a file of its own.

    Raises UnknownFormError if that is not like one of Pagefind 1.5.2.
    """
    pages = (content for path, content in files.items() if path.endswith(".pf_fragment"))
    try:
        return {json.loads(_read(page))["url"] for page in pages}
    except (OSError, EOFError, ValueError, LookupError, TypeError) as error:
        raise UnknownFormError(f"A page of the index is of an unknown form: {error}") from error


def _description(key: str) -> str:
    return f"pagefind.{key}.pf_meta"


def _filter(key: str) -> str:
    return f"filter/{key}.pf_filter"


def _key(code: str, content: bytes) -> str:
    return f"{code}_{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def _unpack(content: bytes) -> Any:
    return cbor2.loads(_read(content))


def _read(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)


def _pack(value: Any) -> bytes:
    return gzip.compress(_SIGNATURE + cbor2.dumps(value), mtime=0)
