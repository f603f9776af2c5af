"""The files that lie beside a page and say the same in another form: citations and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.pages import citation, country, page_footer, status, theme
from atlas.pages.page import PageContext
from atlas.site import feeds
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file, language by language."""
    for context in site.contexts:
        for path, text in (*_citations(context), *_feeds(context)):
            yield f"{context.edition.language.prefix}{path}", text.encode()


def _citations(context: PageContext) -> Iterator[tuple[str, str]]:
    """Path under the language's root and text of each cooperation's citations."""
    for id_, record in context.edition.atlas.records.cooperations.items():
        folder = f"cooperations/{id_}/"
        title = context.edition.text(record.title).text
        cited = page_footer.cite(context, folder, title, [record])
        for file, (_, _, write) in citation.FORMATS.items():
            yield f"{folder}{file}", write(cited)


def _feeds(context: PageContext) -> Iterator[tuple[str, str]]:
    """Path and text of the feeds: of the whole atlas, of every country and of every theme."""
    atlas, edition = context.edition.atlas, context.edition
    entries = {id_: _entry(context, id_) for id_ in atlas.records.cooperations}
    name = context.site.names[edition.language.code]
    yield from _feed(context, "", name, entries.values())
    for code in country.codes(context):
        title = f"{name}: {edition.country(code).name.text}"
        found = (entries[id_] for id_ in atlas.by_country.get(code, ()))
        yield from _feed(context, f"{country.SECTION}/{code.lower()}/", title, found)
    for id_ in atlas.records.themes:
        title = f"{name}: {edition.theme(id_).name.text}"
        found = (entries[one] for one in atlas.by_theme.get(id_, ()))
        yield from _feed(context, f"{theme.SECTION}/{id_}/", title, found)


def _feed(
    context: PageContext, folder: str, title: str, entries: Iterable[feeds.FeedEntry]
) -> Iterator[tuple[str, str]]:
    feed = feeds.Feed(
        title=title,
        language=context.edition.language.code,
        home=context.address(folder),
        atom_url=context.address(f"{folder}feed.atom"),
        json_url=context.address(f"{folder}feed.json"),
        author=context.site.author,
        entries=feeds.newest(entries),
    )
    yield f"{folder}feed.atom", feeds.atom(feed)
    yield f"{folder}feed.json", feeds.json_feed(feed)


def _entry(context: PageContext, id_: str) -> feeds.FeedEntry:
    """A cooperation in a feed."""
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    title, summary = edition.text(record.title), edition.text(record.summary)
    standing = status.stand(context, record)
    return feeds.FeedEntry(
        title=title.text,
        language=title.language,
        url=context.address(f"cooperations/{id_}/"),
        summary=summary.text if summary.foreign else f"{standing.said} · {summary.text}",
        updated=context.changed_at(id_),
        state=standing.state.value,
        standing=standing.said,
    )
