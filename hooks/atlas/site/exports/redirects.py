"""Small pages at the addresses that lead elsewhere: former ones of records that were renamed, those
of places whose page is that of the authority which stands for them (the address of a listed tie
goes on to its row), and that of the page Explore, which has become one with the list of
cooperations."""

from __future__ import annotations

from collections.abc import Iterator

from atlas import pages
from atlas.graph.edition import Ref
from atlas.graph.relate import Atlas
from atlas.pages import explore, redirect
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each page, in every language."""
    for context in site.contexts:
        prefix = context.edition.language.prefix
        for section, id_, address in _former(site.atlas):
            html = redirect.page(context, context.edition.record(section, id_))
            yield f"{prefix}{section}/{address}/index.html", html.encode()
        for place in site.atlas.authority_of:
            html = redirect.keeping_rest(context, context.edition.place(place), depth=2)
            yield f"{prefix}places/{place}/index.html", html.encode()
        there = Ref(
            explore.LIST, context.edition.own(context._("Cooperations")), f"{explore.LIST}/"
        )
        html = redirect.keeping_rest(context, there, depth=1)
        yield f"{prefix}{explore.SECTION}/index.html", html.encode()


def _former(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    """Section, id and former id of every record that had one."""
    for kind in pages.KINDS:
        for id_, record in getattr(atlas.records, kind.SECTION, {}).items():
            for old in record.previous_ids:
                yield kind.SECTION, id_, old
