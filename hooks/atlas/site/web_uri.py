"""Web addresses as URIs (RFC 3986), which programs take that know no others."""

from __future__ import annotations

import re
from urllib.parse import quote

_LOOSE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_KEPT = "/?:@!$&'()*+,;=-._~%"
"""What may stand in a path, a query or a fragment as it is; `[` and `]` only in a host, and no host
of ours is a number."""


def encode(address: str) -> str:
    """The address of a record with every sign escaped that a URI has not: «|» as `%7C`, «é» as
    `%C3%A9`, a second «#» as `%23`.

    The host keeps its letters: what a host in other letters than ASCII's is called, the programs
    that look it up work out (RFC 5891).
    """
    scheme, rest = address.split("://", 1)
    host = re.split("[/?#]", rest, maxsplit=1)[0]
    body, hash_, fragment = rest[len(host) :].partition("#")
    return f"{scheme}://{host}{_escape(body)}{hash_}{_escape(fragment)}"


def _escape(text: str) -> str:
    return quote(_LOOSE_PERCENT.sub("%25", text), safe=_KEPT)
