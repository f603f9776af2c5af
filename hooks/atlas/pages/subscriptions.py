"""What a program can follow beside a page: a feed of its cooperations, a calendar of their days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from atlas.graph import known_days
from atlas.graph.relate import Atlas
from atlas.pages.page import PageContext

FEED = "feed.atom"
CALENDAR = "calendar.ics"
"""How the files are called, beside a page."""

FEEDS = frozenset({"countries", "themes"})
"""The sections whose pages each have a feed, beside the home page."""

FEEDS_OF_SOME = frozenset({"places", "actors"})
"""The sections of which those pages have a feed that are about a cooperation: thousands of places
are there for what registers list alone."""

CALENDARS = frozenset({"countries", "places", "actors"})
"""The sections of which those pages have a calendar that are about a tie with a known day."""


@dataclass(frozen=True, slots=True)
class Members:
    """The ids of the cooperations that a page is about, and of the pairs that registers list."""

    cooperations: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """What lies beside a page."""

    feed: bool
    calendar: bool


def find(context: PageContext, section: str, id_: str) -> Subscriptions:
    """What lies beside the page of a section; `id_` is the page's, "" of a page that has none."""
    if section not in FEEDS | FEEDS_OF_SOME | CALENDARS or not id_:
        return Subscriptions(feed=False, calendar=False)
    make = partial(_find, context.edition.atlas, section, id_)
    return context.remember_for_all("subscriptions", f"{section}/{id_}", make)


def _find(atlas: Atlas, section: str, id_: str) -> Subscriptions:
    members = members_of(atlas, section, id_)
    return Subscriptions(
        feed=section in FEEDS or (section in FEEDS_OF_SOME and bool(members.cooperations)),
        calendar=section in CALENDARS and _has_days(atlas, members),
    )


def members_of(atlas: Atlas, section: str, id_: str) -> Members:
    """What the page of a country, theme, place or actor is about. That of an authority is its
    town's too."""
    if section == "countries":
        code = id_.upper()
        return Members(atlas.by_country.get(code, ()), atlas.listed.by_country.get(code, ()))
    if section == "themes":
        return Members(atlas.by_theme.get(id_, ()))
    if section == "places":
        return Members(atlas.by_place.get(id_, ()), atlas.listed.by_place.get(id_, ()))
    town, own = atlas.town_of.get(id_), atlas.by_actor.get(id_, ())
    if town is None:
        return Members(own)
    here = {*own, *atlas.by_place.get(town, ())}
    return Members(tuple(sorted(here)), atlas.listed.by_place.get(town, ()))


def _has_days(atlas: Atlas, members: Members) -> bool:
    records, pairs = atlas.records.cooperations, atlas.listed.pairs
    return any(known_days.of_cooperation(records[id_]) for id_ in members.cooperations) or any(
        known_days.of_pair(pairs[id_]) for id_ in members.listed
    )
