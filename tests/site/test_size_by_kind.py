"""What takes how much of a site: every file is of one kind, and no byte is lost."""

from __future__ import annotations

from atlas.site.size_by_kind import shares

FILES = {
    "index.html": 10,
    "nl/index.html": 11,
    "cooperations/index.html": 12,
    "cooperations/a-b/index.html": 100,
    "nl/cooperations/a-b/index.html": 101,
    "ar/places/a/index.html": 50,
    "ar/places/a/embed/index.html": 2,
    "places/embed/index.html": 51,
    "cooperations/a-b/card.png": 3_000,
    "card.png": 3_001,
    "feed.atom": 5,
    "nl/themes/health/feed.json": 6,
    "ar/countries/ma/calendar.ics": 4,
    "assets/maps/base/0-1.svg": 400,
    "assets/data/cooperations.csv": 300,
    "assets/explore/en.json": 30,
    "api/v1/places/a.json": 40,
    "assets/javascripts/atlas-search.js": 20,
    "pagefind/fragment/en_1.pf_fragment": 7,
    "sitemap-1.xml.gz": 8,
    "licences/MIT.txt": 9,
    "nl/licences/index.html": 1,
}


def test_every_file_is_of_one_kind_and_the_largest_comes_first() -> None:
    found = shares(FILES, ["", "nl/", "ar/"])
    assert [(str(one.kind), one.files, one.size) for one in found] == [
        ("share cards", 2, 6_001),
        ("maps", 1, 400),
        ("tables and lists", 2, 330),
        ("pages of cooperations", 2, 201),
        ("pages of places", 2, 101),
        ("files of the API", 1, 40),
        ("other pages", 4, 34),
        ("scripts and styles", 1, 20),
        ("feeds", 2, 11),
        ("other files", 1, 9),
        ("sitemaps", 1, 8),
        ("search index", 1, 7),
        ("calendars", 1, 4),
        ("pages for frames of others", 1, 2),
    ]
    assert sum(one.size for one in found) == sum(FILES.values())
    assert sum(one.files for one in found) == len(FILES)


def test_a_site_without_files_has_no_kinds() -> None:
    assert shares({}, [""]) == []
