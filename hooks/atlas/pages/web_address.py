"""Addresses of the web as people read them."""

from __future__ import annotations

import re
from unicodedata import category
from urllib.parse import quote, unquote_to_bytes

_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def readable(url: str) -> str:
    """The address with the letters of other scripts that it escapes: "…/Tanger_(طنجة)".

    Signs, blanks, invisible characters and what is no UTF-8 stay escaped, so that nothing can look
    like a part of the address that it is not. It is for the eye: a link keeps the address as it is.
    """
    return _ESCAPED.sub(_decode, url)


def _decode(escaped: re.Match[str]) -> str:
    try:
        letters = unquote_to_bytes(escaped[0]).decode()
    except UnicodeDecodeError:
        return escaped[0]
    return "".join(one if _is_letter(one) else quote(one, safe="") for one in letters)


def _is_letter(one: str) -> bool:
    return not one.isascii() and category(one)[0] in "LMN"
