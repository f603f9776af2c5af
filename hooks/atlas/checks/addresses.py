"""Do web addresses lead to the public web, without anything that follows the reader?"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from atlas.checks.case import Case
from atlas.problem import Problem
from atlas.strict_yaml import quote

_FIELDS = (("sources", "url"), ("sources", "archive_url"), ("actors", "website"))
_PRIVATE = {"local", "localhost", "internal"}
_FOLLOWING = ("utm_", "fbclid", "gclid", "mc_eid", "msclkid", "igshid")


def addresses_are_public(case: Case) -> Iterator[Problem]:
    """A web address names a host on the public web by its name."""
    for folder, field in _FIELDS:
        for record in getattr(case.records, folder).values():
            url = getattr(record, field)
            if url is not None and not _is_public(url):
                message = f'field "{field}" is {quote(url)}, which is no public web address.'
                hint = "Give the address that anyone can open."
                yield case.problem(record, (field,), message, hint)


def addresses_follow_nobody(case: Case) -> Iterator[Problem]:
    """A web address carries no tracking parameters."""
    for folder, field in _FIELDS:
        for record in getattr(case.records, folder).values():
            url = getattr(record, field)
            if url is not None and (bare := _without_following(url)) != url:
                message = f'field "{field}" carries tracking parameters.'
                yield case.problem(record, (field,), message, f"Write {bare}.", "warning")


def _is_public(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return False
    labels = host.split(".")
    return len(labels) > 1 and all(labels) and labels[-1] not in _PRIVATE


def _without_following(url: str) -> str:
    if not any(sign in url for sign in _FOLLOWING):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not pair[0].startswith(_FOLLOWING)]
    return url if kept == pairs else urlunsplit(parts._replace(query=urlencode(kept)))
