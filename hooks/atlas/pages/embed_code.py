"""The code that shows what a page is about on somebody's own site, to be copied from that page."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from atlas.pages.page import PageContext

FOLDER = "embed"
"""Where what is shown lies below its subject."""

SCRIPT = "assets/javascripts/atlas-embed.js"
"""What makes a frame as high as what it shows, from the root of the site."""

_SECTIONS = frozenset({"places", "countries", "themes"})

_HEIGHT, _HEIGHT_WITH_MAP = 320, 600
"""Pixels of a frame that no script makes higher: what does not fit is scrolled."""


def find_subject(context: PageContext, section: str, id_: str) -> tuple[str, str]:
    """The section and the id of what a page can have shown elsewhere; "" for both if of nothing.

    A town is a place, whichever page shows it: who has it in a site of their own need not follow
    what becomes of its authority.
    """
    if section == "actors":
        section, id_ = "places", context.edition.atlas.town_of.get(id_, "")
    return (section, id_) if id_ and section in _SECTIONS else ("", "")


def has_map(section: str, cooperations: Collection[str]) -> bool:
    """Whether the map is shown. It is not of a place that registers alone know: there are thousands
    of these, and the lines of their few ties say little that a list does not."""
    return bool(cooperations) or section != "places"


def offer(context: PageContext, section: str, id_: str, name: str, ids: Collection[str]) -> Markup:
    """The code for what a page of this `name` with these cooperations is about; nothing if there is
    none."""
    section, id_ = find_subject(context, section, id_)
    if not id_:
        return Markup("")
    return context.render(
        "embed_code.html",
        address=context.address(f"{section}/{id_}/{FOLDER}/"),
        script=f"{context.site.url}{SCRIPT}",
        title=entitle(context, name),
        height=_HEIGHT_WITH_MAP if has_map(section, ids) else _HEIGHT,
    )


def entitle(context: PageContext, name: str) -> str:
    """«Ghent – Atlas»."""
    return f"{name} – {context.site.names[context.edition.language.code]}"
