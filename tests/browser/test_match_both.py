"""A list of towns is matched alike in Python and in the browser, from its text to its places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.checks import load
from atlas.checks.borders import Borders
from atlas.files.outlines import read_borders
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.imports import existing, text_tables, town_headings
from atlas.imports.claims import Judge
from atlas.imports.listed_rows import End
from atlas.imports.matching import Like, Match, Matcher
from atlas.imports.nearness import distance
from atlas.imports.spellings import clean, fold_name, plain_name
from atlas.lookup.countries import resolve
from atlas.model.vocabulary.registers import Points
from atlas.site.exports import match
from tests.browser.built_site import serve
from tests.conftest import ROOT
from tests.frozen_records import REGISTERS
from tests.lookup.test_countries import SURE

NAMES = (
    *("Eskişehir", "ESKİŞEHİR", "Saint-Josse-ten-Noode", "St.  Josse", "L'Aquila", "Łódź", "Lohne"),
    *(
        "Löhne",
        "Sebeş",
        "Sebeș",
        "Gran\u200eada",
        "\u200fطنجة",
        "الدار البيضاء",
        "Gаbrovo",
        "Мadrid",
    ),
    *("Tūri", "Kömlő", "می\u200cخواهم", "a\u200cb", "Ghent\u00a0", " \t Genk\n", "東京", "''", "-"),
    *("Nuku\u02bbalofa", "N\u2019Djamena", "\ufeffGenk", "Ge\u00adnk", "Åre", "A\u030are", "ﬁeld"),
)
HEADINGS = (
    *("name", "Town", "Country", "countryName", "Name of the town", "Breitengrad", "Pays", "lat"),
    *("wikidata_id", "Wikidata-ID", "GeoNames", "naam van de gemeente", "Ciudad", "LONGITUDE"),
    *(
        "city country",
        "start",
        "url",
        "",
        "Population",
        "partner city",
        "Länge",
        "مدينة",
        "lon (WGS 84)",
    ),
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that may import the scripts of the site."""
    with serve(ROOT / "overrides") as address:
        opened = browser.new_page()
        opened.goto(f"{address}assets/javascripts/atlas-fold.js")
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def places() -> dict[str, Any]:
    """What the page is given of places: those of a small atlas with two registers."""
    site = languages.load(["en", "nl", "fr", "ar"], "en")
    atlas = relate.relate(load.read(REGISTERS).records)
    found: dict[str, Any] = _as_json(match.places([Edition(atlas, one, site) for one in site]))
    return found


def _as_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _run(page: Page, name: str, body: str, given: object) -> Any:
    script = f"async (given) => {{ const m = await import('./atlas-match-{name}.js'); {body} }}"
    return page.evaluate(script, given)


def test_names_are_compared_alike(page: Page) -> None:
    body = "return given.map((one) => [m.clean(one), m.foldName(m.clean(one)), m.plainName(one)]);"
    there = _run(page, "spellings", body, NAMES)
    here = [[clean(one), fold_name(clean(one)), plain_name(one)] for one in NAMES]
    assert there == here


def test_headings_are_recognised_alike(page: Page) -> None:
    body = """const [all, known] = given;
      return all.map((one) => Object.keys(m.columnsOf([one], known))[0] ?? "");"""
    there = _run(page, "table", body, [HEADINGS, _as_json(match.reading()["headings"])])
    assert there == [town_headings.recognise(one) for one in HEADINGS]
    assert {"name", "country", "lat", "lon", "wikidata", "geonames", ""} == {*there}


def test_countries_are_sure_in_the_browser_only_where_they_are_in_python(page: Page) -> None:
    written = [*SURE, "Congo", "Prussia", "Prussia, Germany", "Ohio, Austria-Hungary", "Atlantis"]
    written += [
        "Kingdom of Hungary, Austria",
        "Portland, ME",
        "Ireland, United Kingdom",
        "n/a",
        ".",
    ]
    body = """const [all, known] = given; const countries = new m.Countries(known);
      return all.map((one) => countries.resolve(one));"""
    there = _run(page, "countries", body, [written, _as_json(match.reading()["countries"])])
    here = [[*resolve(one).codes] for one in written]
    known = [
        (one, mine, codes) for one, mine, codes in zip(written, here, there, strict=True) if codes
    ]
    assert [one for one, mine, codes in known if mine != codes] == []
    assert len(known) > 0.9 * len(SURE)  # Python alone knows words that are cut short


def test_distances_are_alike(page: Page) -> None:
    chance = Random(13)  # noqa: S311 - the same points every time
    pairs = []
    for _ in range(300):
        at = (chance.uniform(-85, 85), chance.uniform(-180, 180))
        off = 10 ** chance.uniform(-4, 1)
        pairs.append(
            (at, (at[0] + chance.uniform(-off, off) / 2, at[1] + chance.uniform(-off, off)))
        )
    there = _run(page, "towns", "return given.map(([a, b]) => m.distance(a, b));", pairs)
    here = [distance(*pair) for pair in pairs]
    assert there == pytest.approx(here, rel=1e-4, abs=1e-3)


TABLES = (
    "name,country\nGenk,BE\n",
    'name;country\r\n"Aalst; ""x""";BE\r\n\r\n;\r\nGenk;\r\n',
    'name\tcountry\r\n"two\nlines"\tBE\r',
    "\ufeffname|country\nGenk|BE",
    'a "quoted" name,country\nx"y"z,BE\n',
)


@pytest.mark.parametrize("text", TABLES)
def test_tables_are_read_alike(text: str, page: Page) -> None:
    decoded, _ = text_tables.decode(text.encode(), "list.csv", None)
    _, headings = next(lines := text_tables.read(decoded, "list.csv"))
    body = (
        "const { headings, rows } = m.read(given); return [headings, rows.map((one) => one.cells)];"
    )
    assert _run(page, "table", body, text) == [headings, [cells for _, cells in lines]]


TOWNS = (
    End("Houffalize", "Belgium", lat="50.13", lon="5.79"),
    End("Houffalize", "Belgien", lat="50,13", lon="5,79"),
    End("HOUFFALIZE", "Belgique"),
    End("Anything", "", wikidata="Q816133"),
    End("", "", wikidata="http://www.wikidata.org/entity/Q816133"),
    End("", "", wikidata="wd:Q816133 "),
    End("", "", wikidata="Q8161330"),
    End("Houffalize", "BE", wikidata="none"),
    End("Bocholt", "Netherlands", lat="51.172", lon="5.579"),
    End("Houffalize", "BE", wikidata="Q1"),
    End("Houffalize", "BE", wikidata="Q1", lat="50.13", lon="5.79"),
    End("Bocholt", "Germany", lat="51.83", lon="6.62"),
    End("Bocholt", "Germany", lat="51.75", lon="6.62"),
    End("Bocholt", "Germany", lat="51.73", lon="6.62"),
    End("Bocholt", "Germany"),
    End("Bocholt", "Netherlands"),
    End("Bocholt", ""),
    End("Bocholt", "Atlantis"),
    End("Bocholt", "Korea"),
    End("Bocholt", "Prussia"),
    End("Gent", "Belgium"),
    End("Gand", "Belgique"),
    End("Gant", "Belgique"),
    End("Ganz", "Belgique"),
    End("Gabrova", "Bulgaria"),
    End("Turi", "Estonia"),
    End("Türi", "Estonia"),
    End("Gabrovo, Bulgaria", ""),
    End("Gabrovo, Bulgaria", "Bulgarie"),
    End("Gabrovo, Bulgaria", "Belgium"),
    End("Gabrovo, BG", ""),
    End("Gabrovo, BG", "Bulgaria"),
    End("طنجة", "المغرب"),
    End("Saint-Denis", "France"),
    End("Saint-Denis", "Réunion"),
    End("Saint-Denis", "Réunion, France"),
    End("Saint Denis", "RE", lat="-20.88", lon="55.45"),
    End("Anvers-la-Ville", "Belgium", lat="51.221", lon="4.397"),
    End("", "Belgium"),
    End("Genk", "Belgium"),
    End("Genk", "Belgium", lat="not", lon="known"),
    End("Genk", "Belgium", lat="0", lon="0"),
    End("constructor", "__proto__"),
    End("x" * 400, "Belgium"),
)


def test_towns_are_matched_alike(page: Page, places: dict[str, Any]) -> None:
    body = """const [towns, places, reading] = given;
      const { Countries } = await import("./atlas-match-countries.js");
      const countries = new Countries(reading.countries);
      const known = new m.Towns(places, reading, "en");
      const like = ({ why, place, km }) => [why, place.id, km ?? null];
      return towns.map((one) => known.match(one, countries)).map(({ outcome, others, ...one }) =>
        [outcome, one.place ? like(one) : [one.why, "", null], others.map(like)]);"""
    fields = ("name", "country", "lat", "lon", "wikidata")
    towns = [{field: getattr(one, field) for field in fields} for one in TOWNS]
    there = _run(page, "towns", body, [towns, places, _as_json(match.reading())])
    judge = Judge(Borders(read_borders(REGISTERS)), Points.SOURCE, {})
    matcher = Matcher(existing.read_places(REGISTERS), judge)
    here = [_describe(matcher.match(one)) for one in TOWNS]
    assert [*zip(TOWNS, there, strict=True)] == [*zip(TOWNS, here, strict=True)]
    assert {outcome for outcome, *_ in here} == {"found", "offered", "none"}


def _describe(one: Match) -> list[Any]:
    taken = _like(one.found) if one.found else [str(one.refusal or ""), "", None]
    return [str(one.outcome), taken, [_like(other) for other in one.others]]


def _like(one: Like) -> list[Any]:
    return [str(one.why), one.place.id, one.km]
