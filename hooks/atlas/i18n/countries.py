"""Countries as people are told of them: by name, and with the code that a record has."""

from __future__ import annotations

from atlas.i18n.languages import ENGLISH
from atlas.i18n.messages import Country, Message, msg


def name_country(code: str) -> Message:
    """What the country `code` is called."""
    return Country(code, ENGLISH.country(code))


def name_with_code(code: str) -> Message:
    """`Belgium (BE)`."""
    return msg("{name} ({code})", name=name_country(code), code=code)
