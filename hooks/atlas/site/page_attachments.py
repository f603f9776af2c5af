"""The files that lie beside a page: the feeds of a country and of a theme, and what others show of
it in frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from atlas.pages import country, embed, status, theme
from atlas.pages.page import PageContext
from atlas.site import feeds


def files(context: PageContext, section: str, id_: str) -> Iterator[tuple[str, str]]:
    """Path under the language's root and text of what lies beside the page of a section."""
    edition, name = context.edition, context.site.names[context.edition.language.code]
    if section == country.SECTION:
        title = f"{name}: {edition.country(id_).name.text}"
        found = edition.atlas.by_country.get(id_, ())
        yield from feed(context, f"{section}/{id_.lower()}/", title, found)
    elif section == theme.SECTION:
        title = f"{name}: {edition.theme(id_).name.text}"
        yield from feed(context, f"{section}/{id_}/", title, edition.atlas.by_theme.get(id_, ()))
    for address, html in embed.pages(context, section, id_):
        yield f"{address}index.html", html


def feed(
    context: PageContext, folder: str, title: str, cooperations: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Path under the language's root and text of the feed, in each form, of some cooperations;
    it lies in this folder."""
    entries = [
        context.remember("feed entry", id_, partial(_entry, context, id_)) for id_ in cooperations
    ]
    yield from write_feed(context, folder, title, entries)


def write_feed(
    context: PageContext, folder: str, title: str, entries: Iterable[feeds.FeedEntry]
) -> Iterator[tuple[str, str]]:
    """The same of some entries."""
    made = feeds.Feed(
        title=title,
        language=context.edition.language.code,
        home=context.address(folder),
        atom_url=context.address(f"{folder}feed.atom"),
        json_url=context.address(f"{folder}feed.json"),
        author=context.site.author,
        entries=feeds.newest(entries),
    )
    yield f"{folder}feed.atom", feeds.atom(made)
    yield f"{folder}feed.json", feeds.json_feed(made)


def _entry(context: PageContext, id_: str) -> feeds.FeedEntry:
    """A cooperation in a feed."""
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    title, summary = edition.text(record.title), edition.text(record.summary)
    standing = status.describe_standing(context, record)
    return feeds.FeedEntry(
        title=title.text,
        language=title.language,
        url=context.address(f"cooperations/{id_}/"),
        summary=summary.text if summary.foreign else f"{standing.said} · {summary.text}",
        updated=context.changed_at(id_),
        state=standing.state.value,
        standing=standing.said,
    )
