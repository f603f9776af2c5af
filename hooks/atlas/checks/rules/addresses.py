"""Do web addresses lead to the public web, without anything that follows the reader?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.checks.rules.scripts import MIXED
from atlas.i18n.messages import Phrase, msg
from atlas.i18n.problem import Problem, shorten
from atlas.model.fields import dotted
from atlas.model.kinds import URL

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

_TRACKING = ("utm_", "fbclid", "gclid", "mc_eid", "msclkid", "igshid")


@per_record
def addresses_are_public(context: CheckContext) -> Iterator[Problem]:
    """A web address names a host on the public web by its name."""
    for record, path, url in context.values(URL):
        if not is_public(url):
            message = msg(
                'field "{field}" is "{value}", which is no public web address.',
                field=dotted(path),
                value=shorten(url),
            )
            hint = msg("Give the address that anyone can open.")
            yield context.problem(record, path, message, hint)


@per_record
def addresses_follow_nobody(context: CheckContext) -> Iterator[Problem]:
    """A web address carries no tracking parameters."""
    for record, path, url in context.values(URL):
        if (bare := strip_tracking(url)) != url:
            message = msg('field "{field}" carries tracking parameters.', field=dotted(path))
            hint = msg("Write {value}.", value=bare)
            yield context.problem(record, path, message, hint, "warning")


@per_record
def addresses_look_like_what_they_are(context: CheckContext) -> Iterator[Problem]:
    """A web address is on a usual port, and its host's name is no other name in disguise."""
    for record, path, url in context.values(URL):
        if odd := _describe_oddity(url):
            hint = msg("Open it, and see whether it is what you meant.")
            message = odd.with_args(field=dotted(path))
            yield context.problem(record, path, message, hint, "warning")


def _describe_oddity(url: str) -> Phrase | None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if port not in _USUAL_PORTS:
        return msg('field "{field}" names the port {port}.', port=str(port))
    shown = _decode_host(host)
    *labels, last = shown.split(".")
    if MIXED.search(shown) or (last.isascii() and any(map(_ALIKE.fullmatch, labels))):
        return msg(
            'field "{field}" leads to "{host}", whose letters look like others.',
            host=shorten(shown),
        )
    return None


def _decode_host(host: str) -> str:
    """The name of a host as people read it, without `xn--`; nothing if it cannot be read."""
    labels = host.split(".")
    try:
        return ".".join(
            label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
            for label in labels
        )
    except UnicodeError:
        return ""


def is_public(url: str) -> bool:
    """Whether an address names a host on the public web by its name."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    last = host.rpartition(".")[2]
    return (
        _HOST.fullmatch(host) is not None
        and unicodedata.normalize("NFKC", host) == host
        and _decode_host(host) != ""
        and not last[:1].isdigit()  # an IP address, in whatever notation
        and last not in _PRIVATE
    )


def strip_tracking(url: str) -> str:
    """An address without the parameters that follow its reader."""
    if not any(sign in url for sign in _TRACKING):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not pair[0].startswith(_TRACKING)]
    return url if kept == pairs else urlunsplit(parts._replace(query=urlencode(kept)))
