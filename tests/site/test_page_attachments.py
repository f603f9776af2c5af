"""What lies beside a page: feeds, and a calendar of what was researched and what is listed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import feedparser
import icalendar
import pytest

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site import page_attachments
from tests.pages import listed_atlas, small_atlas

DAYS = {
    "agreements": [{"instrument": {"en": "Charter"}, "signed": "1962-05-12"}],
    "dates": {"actual_start": "1963-01-01", "planned_end": "2030-12-31"},
}
TITLE = "Of hill-town and dale-town (a)"


def context(code: str, atlas: Atlas) -> PageContext:
    spoken = languages.load(["en", "nl", "fr", "ar"], "en")
    info = SiteInfo("https://example.org/", {one.code: "Atlas" for one in spoken}, "", {})
    [language] = (one for one in spoken if one.code == code)
    return PageContext(
        Edition(atlas, language, spoken), 2, Maps(StaticMaps({"features": []})), info
    )


def beside(there: PageContext, section: str, id_: str) -> dict[str, str]:
    """What lies beside a page, by name, all of it in the folder of the page; without the page for
    frames of others."""
    folder = f"{section}/{id_.lower()}/"
    files = dict(page_attachments.files(there, section, id_))
    found = {path: text for path, text in files.items() if not path.endswith("/embed/index.html")}
    assert all(path.startswith(folder) for path in found)
    return {path.removeprefix(folder): text for path, text in found.items()}


def small(**fields: Any) -> Atlas:
    return small_atlas.atlas(
        small_atlas.cooperation("a", "hill-town", "dale-town", **{**DAYS, **fields})
    )


def events(text: str) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(text)
    assert all(one.errors == [] for one in calendar.walk())
    return [one for one in calendar.walk() if one.name == "VEVENT"]


def calendar(atlas: Atlas, section: str, id_: str, code: str = "en") -> list[Any]:
    return events(beside(context(code, atlas), section, id_)["calendar.ics"])


@pytest.mark.parametrize(("section", "id_"), [("places", "dale"), ("actors", "hill-town")])
def test_places_and_actors_have_feeds_of_their_cooperations(section: str, id_: str) -> None:
    files = beside(context("en", small()), section, id_)
    feed = feedparser.parse(files["feed.atom"].encode())
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [TITLE]
    assert feed.feed.links[0].href == f"https://example.org/{section}/{id_}/feed.atom"
    assert sorted(files) == ["calendar.ics", "feed.atom", "feed.json"]


def test_who_takes_part_in_nothing_has_nothing_beside() -> None:
    there = context("en", small())
    assert beside(there, "places", "weir") == {}
    assert beside(there, "actors", "union") == {}
    assert beside(there, "cooperations", "a") == {}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "en",
            [
                f"{TITLE}: signed on 12 May 1962",
                f"{TITLE}: began on 1 January 1963",
                f"{TITLE}: planned to end on 31 December 2030",
            ],
        ),
        (
            "nl",
            [
                f"{TITLE}: ondertekend op 12 mei 1962",
                f"{TITLE}: begonnen op 1 januari 1963",
                f"{TITLE}: einde gepland op 31 december 2030",
            ],
        ),
        (
            "fr",
            [
                f"{TITLE}\u00a0: signature le 12 mai 1962",
                f"{TITLE}\u00a0: début le 1 janvier 1963",
                f"{TITLE}\u00a0: fin prévue le 31 décembre 2030",
            ],
        ),
        (
            "ar",
            [
                f"{TITLE}: التوقيع في 12 مايو 1962",
                f"{TITLE}: البداية في 1 يناير 1963",
                f"{TITLE}: النهاية المقررة في 31 ديسمبر 2030",
            ],
        ),
    ],
)
def test_a_calendar_says_its_days_in_its_language(code: str, said: list[str]) -> None:
    found = calendar(small(), "countries", "BE", code)
    assert [str(one["SUMMARY"]) for one in found] == said
    assert [one.start for one in found] == [
        date(1962, 5, 12),
        date(1963, 1, 1),
        date(2030, 12, 31),
    ]
    assert [("RRULE" in one) for one in found] == [True, True, False]
    assert {one.categories[0] for one in found} == {"researched"}


def test_an_event_has_one_uid_wherever_it_stands() -> None:
    ids = {
        tuple(str(one["UID"]) for one in calendar(small(), section, id_, code))
        for section, id_ in (("countries", "MA"), ("places", "hill"), ("actors", "dale-town"))
        for code in ("en", "ar")
    }
    assert ids == {
        tuple(f"cooperations/a/{day}@example.org" for day in ("signed", "began", "planned-end"))
    }


def test_an_event_keeps_its_uid_when_its_record_is_renamed() -> None:
    found = calendar(small(previous_ids=["first", "second"]), "places", "hill")
    assert str(found[0]["UID"]) == "cooperations/first/signed@example.org"
    assert str(found[0]["URL"]) == "https://example.org/cooperations/a/"


def test_no_clock_is_asked_for_the_stamp() -> None:
    found = calendar(small(), "places", "hill")
    assert {one["DTSTAMP"].dt.date() for one in found} == {date(2026, 1, 1)}, "last verified"


@pytest.mark.parametrize(
    ("code", "summary", "description"),
    [
        (
            "en",
            "Listed, not checked: Ghent – Türi: began on 7 May 1999",
            "List assembly, as of 2019\n",
        ),
        (
            "fr",
            "Recensé, non vérifié\u00a0: Gand – Türi\u00a0: début le 7 mai 1999",
            "List assembly, situation de 2019\n",
        ),
    ],
)
def test_what_is_listed_is_told_as_listed(code: str, summary: str, description: str) -> None:
    (found,) = calendar(listed_atlas.frozen(), "places", "turi-ee", code)
    assert str(found["SUMMARY"]) == summary
    assert str(found["DESCRIPTION"]).startswith(description)
    assert str(found["URL"]).endswith("/places/ghent-be/#ghent-be-turi-ee")
    assert str(found["UID"]) == "ties/assembly/ghent-be-turi-ee/began@example.org"
    assert found.categories[0] == "listed"
    assert "RRULE" in found


def test_titles_have_the_colon_of_their_language() -> None:
    files = beside(context("fr", small()), "countries", "BE")
    title = "Atlas\u00a0: Belgique"
    assert feedparser.parse(files["feed.atom"]).feed.title == title
    assert json.loads(files["feed.json"])["title"] == title
    assert icalendar.Calendar.from_ical(files["calendar.ics"])["NAME"] == title
