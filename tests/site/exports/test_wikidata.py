"""What Wikidata is offered: commands that say what sources of ours say, and nothing it has."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from quickstatements_client import DateQualifier, EntityLine, TextQualifier

from atlas.checks import load
from atlas.graph.edition import Edition
from atlas.graph.relate import relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model import Records
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import Form, Status
from atlas.model.vocabulary.registers import Licence, StatedBy
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import wikidata
from atlas.site.wikidata import quickstatements
from tests.frozen_records import REGISTERS
from tests.hostile.formulas import HOSTILE, formulas

NO_LAND: dict[str, Any] = {"features": []}
"""No map is drawn here."""

ITEMS = {
    "tangier": "Q126148",
    "saint-josse-ten-noode": "Q12887",
    "eskisehir": "Q134550",
    "kinshasa": "Q3838",
    "ghent-be": "Q1296",
    "turi-ee": "Q209764",
    "bocholt-be": "Q476857",
    "bocholt-de": "Q3906",
}
"""Numbers that stand for items of these places."""

GUID = "Q134550$7814880A-A6EF-40EC-885E-F46DD58C8DC5"
TWINNING, LISTED = "saint-josse-tangier", "assembly/ghent-be-turi-ee"
OF_WIKIDATA = "wikidata/eskisehir-saint-josse-ten-noode"

COMMAND = re.compile(
    r'(Q\d+)\tP190\t(Q\d+)(\tP58[02]\t(\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11)|somevalue)){0,2}'
    r'\tS854\t"https?://[^\s"|]+"(\tS813\t\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11))?'
)  # fmt: skip
"""A command by the grammar of https://www.wikidata.org/wiki/Help:QuickStatements."""


def change(kind: str, id_: str, records: Records, **fields: Any) -> Records:
    """The records with other values in some fields of one."""
    every = getattr(records, kind)
    changed: Any = {kind: {**every, id_: every[id_].model_copy(update=fields)}}
    return replace(records, **changed)


def _govern(records: Records) -> Records:
    """The records with each authority standing for the place it has its seat in."""
    for id_, actor in records.actors.items():
        records = change("actors", id_, records, territory=[actor.seat])
    return records


LOADED = _govern(load.read(REGISTERS).records)


def with_items(records: Records = LOADED, items: Mapping[str, str] = ITEMS) -> Records:
    for id_, item in items.items():
        records = change("places", id_, records, wikidata=item)
    return records


def files(records: Records) -> dict[str, str]:
    site = languages.load(["en"], "en")
    info = SiteInfo("https://example.org/", {"en": "Atlas"}, "", {})
    edition = Edition(relate(records), site[0], site)
    context = PageContext(edition, 2, Maps(StaticMaps(NO_LAND)), info)
    made = wikidata.files(SiteContents([context], NO_LAND))
    return {path.removeprefix("assets/data/wikidata/"): text.decode() for path, text in made}


def commands(records: Records, tier: str = "researched") -> list[list[str]]:
    text = files(records).get(f"quickstatements-{tier}.txt", "")
    assert all(COMMAND.fullmatch(line) for line in text.splitlines())
    assert text.endswith("\n") or not text
    return [line.split("\t") for line in text.splitlines()]


def cooperation(records: Records, **fields: Any) -> Records:
    return change("cooperations", TWINNING, records, **fields)


def test_a_twinning_is_stated_both_ways_with_its_start_and_its_source() -> None:
    said = ["P580", "+2014-00-00T00:00:00Z/9", "S854", '"https://towns.example/"']
    assert commands(with_items()) == [
        ["Q12887", "P190", "Q126148", *said],
        ["Q126148", "P190", "Q12887", *said],
    ]


def test_a_client_of_wikidata_writes_the_same_commands() -> None:
    record = LOADED.cooperations[TWINNING]
    assert record.dates
    over = record.status.model_copy(update={"code": Status.CLOSED})
    ended = {"actual_start": EdtfDate.parse("2014-03-07"), "actual_end": EdtfDate.parse("2019-05")}
    records = cooperation(with_items(), status=over, dates=record.dates.model_copy(update=ended))
    qualifiers = [
        DateQualifier.start_time(date(2014, 3, 7), precision=11),
        DateQualifier.end_time(date(2019, 5, 1), precision=10),
        TextQualifier(predicate="S854", target="https://towns.example/"),
    ]
    pair = ITEMS["saint-josse-ten-noode"], ITEMS["tangier"]
    assert ["\t".join(line) for line in commands(records)] == [
        EntityLine(subject=one, predicate="P190", target=other, qualifiers=qualifiers).get_line(
            sep="\t"
        )
        for one, other in (pair, pair[::-1])
    ]


@pytest.mark.parametrize(
    ("known", "time"),
    [
        ("1962", "+1962-00-00T00:00:00Z/9"),
        ("1962-05", "+1962-05-00T00:00:00Z/10"),
        ("1962-05-07", "+1962-05-07T00:00:00Z/11"),
    ],
)
def test_a_time_has_the_precision_of_its_date(known: str, time: str) -> None:
    assert quickstatements.write_time(EdtfDate.parse(known)) == time


def test_a_place_without_an_item_is_left_out() -> None:
    assert commands(with_items(items={"tangier": "Q126148"})) == []


def test_what_wikidata_has_is_left_out() -> None:
    """The friendship with Eskişehir is listed both ways by the register from Wikidata."""
    made = commands(with_items())
    assert "Q134550" not in {cell for line in made for cell in line}


def test_a_direction_that_wikidata_lacks_is_stated() -> None:
    records = change("ties", OF_WIKIDATA, with_items(), stated_by=StatedBy.A)
    assert [line[:3] for line in commands(records) if "Q134550" in line] == [
        ["Q12887", "P190", "Q134550"]
    ]


def test_an_authority_that_stands_for_no_one_place_has_no_twin() -> None:
    """A province has its seat in a town, and is not the town."""
    records = change("actors", "tangier", with_items(), territory=[])
    assert commands(records) == []


def test_advice_is_no_twinning() -> None:
    assert "Q3838" not in {cell for line in commands(with_items()) for cell in line}


@pytest.mark.parametrize("status", [Status.PIPELINE, Status.CANCELLED])
def test_what_never_began_is_not_stated(status: Status) -> None:
    record = LOADED.cooperations[TWINNING]
    stated = record.status.model_copy(update={"code": status})
    assert commands(cooperation(with_items(), status=stated)) == []


@pytest.mark.parametrize(
    ("end", "said"), [("2019-05", "+2019-05-00T00:00:00Z/10"), (None, "somevalue")]
)
def test_an_end_is_said_even_where_nobody_knows_when(end: str | None, said: str) -> None:
    record = LOADED.cooperations[TWINNING]
    assert record.dates
    over = record.status.model_copy(update={"code": Status.CLOSED})
    dates = record.dates.model_copy(update={"actual_end": EdtfDate.parse(end) if end else None})
    made = commands(cooperation(with_items(), status=over, dates=dates))
    assert [line[5:7] for line in made] == [["P582", said]] * 2


def test_a_date_that_is_not_sure_is_left_out() -> None:
    record = LOADED.cooperations[TWINNING]
    assert record.dates
    dates = record.dates.model_copy(update={"actual_start": EdtfDate.parse("2014~")})
    assert [line[3] for line in commands(cooperation(with_items(), dates=dates))] == ["S854"] * 2


def test_two_cooperations_of_a_pair_say_only_what_both_do() -> None:
    record = LOADED.cooperations[TWINNING]
    assert record.dates
    later = record.dates.model_copy(update={"actual_start": EdtfDate.parse("2018")})
    other = record.model_copy(update={"id": "again", "form": Form.FRIENDSHIP, "dates": later})
    records = with_items()
    records = replace(records, cooperations={**records.cooperations, "again": other})
    assert [line[3] for line in commands(records)] == ["S854"] * 2


def test_each_further_source_is_a_command_with_the_same_value() -> None:
    records = with_items()
    address = "https://ville.example/é|b"
    archive = records.sources["town-pages"].model_copy(
        update={"url": address, "accessed": EdtfDate.parse("2026-11-29")}
    )
    cited = records.cooperations[TWINNING].sources
    records = replace(records, sources={**records.sources, "archive": archive})
    more = [*cited, cited[0].model_copy(update={"source": "archive"})]
    first, second, *_ = commands(cooperation(records, sources=more))
    assert first[:3] == second[:3]
    assert second[3:] == [
        *("S854", '"https://ville.example/%C3%A9%7Cb"'),
        *("S813", "+2026-11-29T00:00:00Z/11"),
    ]


@pytest.mark.parametrize("url", ["https://fr.wikipedia.org/wiki/Tanger", None])
def test_what_only_wikipedia_says_or_no_page_is_not_stated(url: str | None) -> None:
    assert commands(change("sources", "town-pages", with_items(), url=url)) == []


def free(records: Records) -> Records:
    """The records with the assembly's list under CC0, and a page that says so of Ghent's tie."""
    records = change("registers", "assembly", records, licence=Licence.CC0)
    return change("ties", LISTED, records, reference_url="https://assembly.example/ghent")


def test_what_a_free_register_lists_stands_in_a_file_of_its_own() -> None:
    records = free(with_items())
    said = ["P580", "+1999-05-07T00:00:00Z/11", "S854", '"https://assembly.example/ghent"']
    when = ["S813", "+2019-00-00T00:00:00Z/9"]
    assert commands(records, "listed") == [
        ["Q1296", "P190", "Q209764", *said, *when],
        ["Q209764", "P190", "Q1296", *said, *when],
    ]
    assert commands(records) == commands(with_items())


def test_what_wikidata_may_not_have_is_not_offered() -> None:
    records = change("registers", "assembly", free(with_items()), licence=Licence.CC_BY)
    assert commands(records, "listed") == []


def mismatches(records: Records) -> list[dict[str, str]]:
    text = files(records).get("mismatches.csv", "")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def of_another_year(year: str = "2010", **tie: Any) -> Records:
    """The friendship with Eskişehir beginning in a year, and Wikidata's tie of 2008."""
    id_ = "saint-josse-eskisehir"
    dates = LOADED.cooperations[TWINNING].dates
    assert dates
    records = with_items()
    dated = dates.model_copy(update={"actual_start": EdtfDate.parse(year)})
    records = change("cooperations", id_, records, dates=dated)
    return change("ties", OF_WIKIDATA, records, **{"locator": GUID, **tie})


def test_another_year_than_ours_is_a_mismatch() -> None:
    assert mismatches(of_another_year()) == [
        {
            "item_id": "Q134550",
            "statement_guid": GUID,
            "property_id": "P580",
            "wikidata_value": "2008",
            "meta_wikidata_value": "",
            "external_value": "2010",
            "external_url": "https://example.org/cooperations/saint-josse-eskisehir/",
            "type": "qualifier",
        }
    ]


@pytest.mark.parametrize(
    "records",
    [
        of_another_year("2008-05"),
        of_another_year("2010~"),
        of_another_year(locator=None),
        of_another_year(locator=f"{GUID} | {GUID.replace('Q134550', 'Q12887')}"),
        of_another_year(start_as_stated="2008 | 2009"),
        of_another_year(start=None),
    ],
    ids=["more exact", "unsure", "no id", "two statements", "two years", "no year"],
)
def test_what_may_agree_or_has_no_statement_of_its_own_is_no_mismatch(records: Records) -> None:
    assert mismatches(records) == []


def catalogue(records: Records, name: str = "mix-n-match.tsv") -> dict[str, dict[str, str]]:
    read = csv.DictReader(io.StringIO(files(records)[name], newline=""), delimiter="\t")
    return {row["id"]: row for row in read}


def test_the_catalogue_has_every_place_and_who_is_no_place() -> None:
    rows = catalogue(with_items())
    assert rows.keys() == {f"places/{id_}" for id_ in LOADED.places.keys() - LOADED.listed_places}
    assert rows["places/tangier"] == {
        "id": "places/tangier",
        "name": "Tangier",
        "desc": "Municipality, Morocco",
        "url": "https://example.org/actors/tangier/",
        "type": "Q15284",
        "q": "Q126148",
    }


def test_places_of_registers_stand_in_a_catalogue_of_their_own() -> None:
    rows = catalogue(with_items(), "mix-n-match-listed.tsv")
    assert {f"places/{id_}" for id_ in ("bocholt-be", "turi-ee")} <= rows.keys()
    assert rows.keys().isdisjoint(catalogue(with_items()))
    assert "places/ghent-be" not in rows, "the assembly's list is not given away as Wikidata's is"
    free_too = change("registers", "assembly", with_items(), licence=Licence.PDDL)
    assert "places/ghent-be" in catalogue(free_too, "mix-n-match-listed.tsv")


def test_no_spreadsheet_finds_a_formula_in_the_catalogue() -> None:
    place = LOADED.places["tangier"]
    many = {
        f"tangier-{number}": place.model_copy(update={"names": {"en": text}})
        for number, text in enumerate(HOSTILE)
    }
    records = replace(LOADED, places={**LOADED.places, **many})
    assert [*formulas(files(records)["mix-n-match.tsv"])] == []
    assert len(catalogue(records)) == len(catalogue(LOADED)) + len(HOSTILE)


def test_the_same_records_are_written_the_same() -> None:
    records = free(of_another_year())
    assert files(records) == files(records)
    assert [*files(records)] == [
        "quickstatements-researched.txt",
        "quickstatements-listed.txt",
        "mismatches.csv",
        "mix-n-match.tsv",
        "mix-n-match-listed.tsv",
    ]
