"""Asks Wikidata's query service, as it wants to be asked.

It allows 60 seconds for a query and as many a minute, tells whoever asks more to wait, bars whoever
does not, and wants to know who asks:
https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Query_limits.
"""

from __future__ import annotations

import os
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException

SERVICE = os.environ.get("SERVICE", "https://query.wikidata.org/sparql")
PAUSE = float(os.environ.get("PAUSE", "10"))
"""Seconds between two questions, and the unit of every other wait."""

_TRIES = 3
_LONGEST_WAIT = 60 * PAUSE
_TIMEOUT = 90
_MOST_BYTES = 200_000_000
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


class NoAnswerError(Exception):
    """The service does not answer; says why."""


class BarredError(NoAnswerError):
    """It will answer nothing for long: nothing else should be asked either."""


def ask(query: str) -> bytes:
    """What the service answers, in JSON. Raises NoAnswerError, or BarredError."""
    home = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}"
    request = urllib.request.Request(  # noqa: S310 - the address is SERVICE, which nobody else sets
        SERVICE,
        urllib.parse.urlencode({"query": query}).encode(),
        {
            "User-Agent": f"CooperationAtlas/1.0 ({home}; refreshes a register once a month)",
            "Accept": "application/sparql-results+json",
        },
    )
    reason = ""
    for number in range(1, _TRIES + 1):
        wait = PAUSE * 6 * number
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - it asks SERVICE
                content: bytes = answer.read(_MOST_BYTES + 1)
            if len(content) <= _MOST_BYTES:
                return content
            raise NoAnswerError("the answer is too large")
        except urllib.error.HTTPError as error:
            reason = f"the service says {error.code}"
            wait = _read_wait(error.headers.get("Retry-After"), wait)
            if error.code == HTTPStatus.FORBIDDEN or wait > _LONGEST_WAIT:
                raise BarredError(reason) from error
            if error.code not in _BUSY and error.code < HTTPStatus.INTERNAL_SERVER_ERROR:
                break  # asking again would change nothing
        except (OSError, HTTPException) as error:
            reason = f"the service does not answer: {error}"
        time.sleep(wait)
    raise NoAnswerError(reason)


def _read_wait(text: str | None, otherwise: float) -> float:
    """How many seconds the service wants to be left alone: a number, or until a time."""
    if not text:
        return otherwise
    if text.strip().isdecimal():
        return max(float(text), otherwise)
    try:
        until = parsedate_to_datetime(text)
        return max((until - datetime.now(UTC)).total_seconds(), otherwise)
    except (TypeError, ValueError):  # no time, or one without its zone
        return otherwise
