"""A page of the theme with slots: cut once at its tokens, joined once per record."""

from __future__ import annotations

import re

from markupsafe import escape

from atlas.model import SLOT_TOKEN

SLOTS = ("title", "heading", "description", "address", "edit", "links", "body", "section")
"""What a shell leaves open. `edit` may be missing: not every page stands for one file. `section` is
there only where one shell serves all sections. `links` are elements of the head."""

_CUT = re.compile(f"{SLOT_TOKEN}({'|'.join(SLOTS)})")
_GAP = re.compile(
    r"(<(pre|textarea|script|style)\b.*?</\2\s*>)|(?<=>)(\s+)(?=<)", re.DOTALL | re.IGNORECASE
)
"""A stretch that is kept as it is, or the white space between two tags."""

_ITEM_END = re.compile(r"</li>(?=\s*(<li>|</[uo]l>))")

_EDIT_LINK = re.compile(f'<a [^>]*="{SLOT_TOKEN}edit".*?</a>', re.DOTALL)
"""The link to where a page is edited, which one that stands for no file has not."""

_OPTIONAL = {"edit", "links", "section"}
_HTML = {"heading", "links", "body"}


class SlotError(Exception):
    """A shell lacks a slot, or a value would bring a token of its own."""


def token(slot: str) -> str:
    """The plain word that stands for a slot while the theme renders the shell."""
    return f"{SLOT_TOKEN}{slot}"


REMOVED = token("section")
"""The section of the shell for records that were taken out, whichever section they stood in."""


_REMOVED_META = "unlisted: true\nrobots: noindex\n"
"""What keeps a page out of the atlas's own search and out of others'."""


def source(section: str) -> str:
    """The Markdown of a section's shell: slots in the title, the description, the heading and the
    body."""
    return (
        f"---\ntitle: {token('title')}\ndescription: {token('description')}\n"
        f"hide: [toc]\nframe: short\n{_REMOVED_META if section == REMOVED else ''}---\n"
        f"<h1>{token('heading')}</h1>\n\n<div>{token('body')}</div>\n"
    )


def tighten(html: str) -> str:
    """The page with one character where the theme's templates leave lines of white space, and
    without the end tags of items of lists, which HTML does not ask for.

    Else nothing but the gaps between tags is touched, none of them inside preformatted text.
    """
    return _ITEM_END.sub(
        "", _GAP.sub(lambda gap: gap[1] or ("\n" if "\n" in gap[3] else " "), html)
    )


class Shell:
    """The rendered HTML of one shell page, cut at its slots."""

    def __init__(self, html: str) -> None:
        """Cut `html`; SlotError if a slot that every page needs is not in it."""
        self._pieces = _CUT.split(html)
        self._pieces_without_edit = _CUT.split(_EDIT_LINK.sub("", html))
        missing = set(SLOTS) - _OPTIONAL - set(self._pieces[1::2])
        if missing:
            raise SlotError(f"the shell has no slot for {', '.join(sorted(missing))}")

    def stamp(self, **values: str) -> str:
        """One page, with a value for each slot of the shell.

        `heading`, `links` and `body` are HTML, the rest is text and is escaped here. Without `edit`
        there is no link to it. Raises SlotError where a value contains a token, KeyError where one
        is missing.
        """
        for slot, value in values.items():
            if SLOT_TOKEN in value:
                raise SlotError(f"the {slot} of {values['address']} contains a slot's token")
        pieces = (self._pieces if values.get("edit") else self._pieces_without_edit).copy()
        pieces[1::2] = [
            values[slot] if slot in _HTML else str(escape(values[slot])) for slot in pieces[1::2]
        ]
        return "".join(pieces)
