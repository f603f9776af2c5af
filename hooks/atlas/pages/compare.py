"""The page Compare: two countries or places side by side, read from their own pages by a script."""

from __future__ import annotations

from markupsafe import Markup

from atlas.pages import country
from atlas.pages.page import PageContext, sort_by_name

SCRIPT = "assets/javascripts/atlas-compare.js"
"""Fetches the two pages; from the root of the site."""


def body(context: PageContext) -> Markup:
    """Two lists to choose from, and the texts that the script puts around what it finds."""
    edition, atlas = context.edition, context.edition.atlas
    places = sort_by_name(map(edition.place, atlas.by_place))
    countries = [ref for ref in country.refs(context) if ref.id in atlas.by_country]
    return context.render(
        "compare.html",
        groups=[
            (context._("Countries"), [("country", ref.id.lower(), ref) for ref in countries]),
            (context._("Places"), [("place", ref.id, ref) for ref in places]),
        ],
        script=SCRIPT,
    )
