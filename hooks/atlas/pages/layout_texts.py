"""The words around every page, and those of the page for what does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.i18n.languages import Language


@dataclass(frozen=True, slots=True)
class MissingPage:
    """What one language says at an address that does not exist, and where its home lies."""

    code: str
    direction: str
    home: str
    text: str
    link: str


def texts(language: Language) -> dict[str, str]:
    """What the buttons and the footer say."""
    _ = language.gettext
    return {
        "menu": _("Menu"),
        "choose": _("Choose a language"),
        "edit": _("Edit this page"),
        "about": _("About the atlas"),
    }


def missing_page(languages: Iterable[Language]) -> list[MissingPage]:
    """The page for what does not exist is one for all languages: it speaks each of them."""
    return [_missing(one) for one in languages]


def _missing(language: Language) -> MissingPage:
    _ = language.gettext
    return MissingPage(
        code=language.code,
        direction=language.direction,
        home=language.prefix or ".",
        text=_("This page does not exist."),
        link=_("Go to the start of the atlas"),
    )
