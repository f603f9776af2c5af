"""Do web addresses lead to the public web, without anything that follows the reader?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from atlas.checks.context import CheckContext
from atlas.checks.rules.scripts import MIXED
from atlas.files.strict_yaml import shorten
from atlas.i18n.messages import Phrase, msg
from atlas.i18n.problem import Problem

_FIELDS = (("sources", "url"), ("sources", "archive_url"), ("actors", "website"))
_PRIVATE = {
    *("local", "localhost", "internal", "intranet", "private", "corp", "home", "lan"),
    *("test", "invalid", "onion", "arpa"),
}
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_USUAL_PORTS = {None, 80, 443}
_ALIKE = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0531-\u0587-]*[\u0370-\u03ff\u0400-\u052f\u0531-\u0587]"
)
"""A label in letters that look like Latin ones: Greek, Cyrillic, Armenian."""

_FOLLOWING = ("utm_", "fbclid", "gclid", "mc_eid", "msclkid", "igshid")


def addresses_are_public(context: CheckContext) -> Iterator[Problem]:
    """A web address names a host on the public web by its name."""
    for folder, field in _FIELDS:
        for record in getattr(context.records, folder).values():
            url = getattr(record, field)
            if url is not None and not _is_public(url):
                message = msg(
                    'field "{field}" is "{value}", which is no public web address.',
                    field=field,
                    value=shorten(url),
                )
                hint = msg("Give the address that anyone can open.")
                yield context.problem(record, (field,), message, hint)


def addresses_follow_nobody(context: CheckContext) -> Iterator[Problem]:
    """A web address carries no tracking parameters."""
    for folder, field in _FIELDS:
        for record in getattr(context.records, folder).values():
            url = getattr(record, field)
            if url is not None and (bare := _without_following(url)) != url:
                message = msg('field "{field}" carries tracking parameters.', field=field)
                hint = msg("Write {value}.", value=bare)
                yield context.problem(record, (field,), message, hint, "warning")


def addresses_look_like_what_they_are(context: CheckContext) -> Iterator[Problem]:
    """A web address is on a usual port, and its host's name is no other name in disguise."""
    for folder, field in _FIELDS:
        for record in getattr(context.records, folder).values():
            url = getattr(record, field)
            if url is not None and (odd := _oddity(url)):
                hint = msg("Open it, and see whether it is what you meant.")
                message = odd.with_args(field=field)
                yield context.problem(record, (field,), message, hint, "warning")


def _oddity(url: str) -> Phrase | None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if port not in _USUAL_PORTS:
        return msg('field "{field}" names the port {port}.', port=str(port))
    shown = _decoded(host)
    *labels, last = shown.split(".")
    if MIXED.search(shown) or (last.isascii() and any(map(_ALIKE.fullmatch, labels))):
        return msg(
            'field "{field}" leads to "{host}", whose letters look like others.',
            host=shorten(shown),
        )
    return None


def _decoded(host: str) -> str:
    """The name of a host as people read it, without `xn--`; nothing if it cannot be read."""
    labels = host.split(".")
    try:
        return ".".join(
            label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
            for label in labels
        )
    except UnicodeError:
        return ""


def _is_public(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    last = host.rpartition(".")[2]
    return (
        _HOST.fullmatch(host) is not None
        and unicodedata.normalize("NFKC", host) == host
        and _decoded(host) != ""
        and not last[:1].isdigit()  # an IP address, in whatever notation
        and last not in _PRIVATE
    )


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
