"""The files that lie beside a page: feeds, a calendar, and what others show of it in frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from atlas.pages import embed, status, subscriptions
from atlas.pages.page import PageContext
from atlas.pages.subscriptions import Members
from atlas.site import calendar_events, calendars, feeds


def files(context: PageContext, section: str, id_: str) -> Iterator[tuple[str, str]]:
    """Path under the language's root and text of what lies beside the page of a section."""
    for address, html in embed.pages(context, section, id_):
        yield f"{address}index.html", html
    yield from _subscriptions(context, section, id_)


def _subscriptions(context: PageContext, section: str, id_: str) -> Iterator[tuple[str, str]]:
    folder = f"{section}/{id_.lower()}/"
    found = subscriptions.find(context, section, id_.lower())
    if not (found.feed or found.calendar):
        return
    language = context.edition.language
    title = f"{context.site.names[language.code]}{language.colon}{_name(context, section, id_)}"
    members = subscriptions.members_of(context.edition.atlas, section, id_)
    if found.feed:
        yield from feed(context, folder, title, members.cooperations)
    if found.calendar:
        yield f"{folder}{subscriptions.CALENDAR}", _calendar(context, folder, title, members)


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


def _name(context: PageContext, section: str, id_: str) -> str:
    edition = context.edition
    ref = edition.country(id_) if section == "countries" else edition.record(section, id_)
    return ref.name.text


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


def _calendar(context: PageContext, folder: str, title: str, members: Members) -> str:
    """The calendar, in this folder, of the days of some cooperations and listed pairs."""
    made = calendars.Calendar(
        title=title,
        language=context.edition.language.code,
        home=context.address(folder),
        url=context.address(f"{folder}{subscriptions.CALENDAR}"),
        author=context.site.author,
        events=calendar_events.find(context, members),
    )
    return calendars.icalendar(made)
