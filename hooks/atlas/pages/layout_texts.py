"""The words around every page, and those of the page for what does not exist."""

from __future__ import annotations

from atlas.i18n.languages import Language
from atlas.pages import licences


def texts(language: Language) -> dict[str, str]:
    """What the buttons, the footer and the page for what does not exist say; `licences` is where
    the footer leads, from the root of the site."""
    _ = language.gettext
    return {
        "menu": _("Menu"),
        "choose": _("Choose a language"),
        "edit": _("Edit this page"),
        "about": _("About the atlas"),
        "licences": f"{language.prefix}{licences.ADDRESS}",
        "missing": _("This page does not exist."),
        "home": _("Go to the start of the atlas"),
    }
