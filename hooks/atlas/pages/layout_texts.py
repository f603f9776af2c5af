"""The words around every page, and those of the page for what does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.i18n.languages import Language


@dataclass(frozen=True, slots=True)
class Missing:
    """What one language says at an address that does not exist, and where its home lies."""

    code: str
    direction: str
    home: str
    text: str
    link: str


def words(language: Language) -> dict[str, str]:
    """What the buttons and the footer say."""
    _ = language.gettext
    return {
        "menu": _("Menu"),
        "choose": _("Choose a language"),
        "edit": _("Edit this page"),
        "about": _("About the atlas"),
    }


def missing(languages: Iterable[Language]) -> list[Missing]:
    """The page for what does not exist is one for all languages: it speaks each of them."""
    return [_missing(one) for one in languages]


def _missing(language: Language) -> Missing:
    _ = language.gettext
    return Missing(
        code=language.code,
        direction=language.direction,
        home=language.prefix or ".",
        text=_("This page does not exist."),
        link=_("Go to the start of the atlas"),
    )
