"""Every rule on the tables of registers has a row that breaks it, and says exactly this of it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from atlas.checks import load
from tests.frozen_records import REGISTERS

PLACE = "id,name,lang,name_ar,name_en,name_fr,name_nl,as_stated,type,country,part_of,lat,lon"
AALST = "aalst-be,Aalst,en,,,Alost,,,unspecified,BE,,50.9383,4.0392,approximate,,\n"
BOCHOLT = "bocholt-be-bocholt-de,bocholt-be,bocholt-de,twinning,,1961,,,both,2017-05,,\n"
REWRITE = "Tables are written by atlas import; run it again."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REGISTERS, tmp_path / "data"))


def told(data: Path) -> list[str]:
    return [str(problem) for problem in load.read(data).problems]


def change(data: Path, name: str, old: str, new: str, *, signed: bool = True) -> None:
    """Write `new` for `old` in a file of the register, and its digest where it is `signed`."""
    folder = data / "registers" / "wikidata"
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1
    (folder / name).write_bytes(text.replace(old, new).encode())
    if signed and name.endswith(".csv"):
        before, after = (
            hashlib.sha256(one.encode()).hexdigest() for one in (text, text.replace(old, new))
        )
        about = (folder / "register.yml").read_text("utf-8")
        assert before in about
        (folder / "register.yml").write_text(about.replace(before, after), "utf-8")


def test_nothing_is_said_of_sound_registers(data: Path) -> None:
    assert told(data) == []


def test_an_id_that_a_listed_town_has_too_is_told_at_the_record(data: Path) -> None:
    row = (data / "registers" / "wikidata" / "places" / "BE.csv").read_text("utf-8").splitlines()[4]
    town = row.partition(",")[0]
    record = data / "places" / "another.yml"
    record.parent.mkdir(exist_ok=True)
    record.write_text(
        "names: {en: Another}\ntype: municipality\ncountries: [BE]\nwikidata: Q816133\n"
        "translations: {en: original}\n",
        "utf-8",
    )
    said = [one for one in told(data) if "wikidata" in one]
    assert said == [
        'data/places/another.yml:4:11  warning: field "wikidata" is "Q816133", as in '
        "data/registers/wikidata/places/BE.csv. If it is that place, call the file "
        f'"{town}.yml" and add "overrides: wikidata".'
    ]


CELLS = {
    "an id": (
        ("places/BE.csv", "aalst-be,Aalst", "Aalst,Aalst"),
        'data/registers/wikidata/places/BE.csv:2:1  "Aalst" is not an id. Use small letters a '
        "to z, digits and single hyphens, at most 64 characters: aalst.",
    ),
    "a language": (
        ("places/BE.csv", "aalst-be,Aalst,en", "aalst-be,Aalst,xx"),
        'data/registers/wikidata/places/BE.csv:2:16  "xx" is not a language tag.',
    ),
    "a type": (
        ("places/BE.csv", "Alost,,,unspecified", "Alost,,,town"),
        'data/registers/wikidata/places/BE.csv:2:29  field "type" is "town"',
    ),
    "a country": (
        ("places/BE.csv", "unspecified,BE,,50.9383", "unspecified,BX,,50.9383"),
        'data/registers/wikidata/places/BE.csv:2:41  an item of "countries" is "BX"',
    ),
    "degrees": (
        ("places/BE.csv", "50.9383,4.0392", "150.9383,4.0392"),
        'data/registers/wikidata/places/BE.csv:2:45  field "coordinates.lat" is "150.9383"',
    ),
    "a Wikidata id": (
        ("places/BE.csv", "Q816133", "816133"),
        "data/registers/wikidata/places/BE.csv:5:",
    ),
    "an e-mail address": (
        ("places/BE.csv", "aalst-be,Aalst,", "aalst-be,jan@example.org,"),
        'data/registers/wikidata/places/BE.csv:2:10  field "names.en" holds an e-mail address.',
    ),
    "a control character": (
        ("places/BE.csv", "aalst-be,Aalst,", "aalst-be,Aal\u0007st,"),
        "data/registers/wikidata/places/BE.csv:2:13  the character U+0007 (control character)",
    ),
    "a character that turns the line": (
        ("places/BE.csv", "aalst-be,Aalst,", "aalst-be,Aal\u202est,"),
        "data/registers/wikidata/places/BE.csv:2:13  the character U+202E (right-to-left override)",
    ),
    "letters of two scripts": (
        ("places/BE.csv", "aalst-be,Aalst,", "aalst-be,Aаlst,"),
        'data/registers/wikidata/places/BE.csv:2:10  warning: field "names.en" has a word with',
    ),
    "a form": (
        ("ties/BE.csv", "bocholt-de,twinning,,1961", "bocholt-de,twining,,1961"),
        'data/registers/wikidata/ties/BE.csv:5:45  field "form" is "twining"',
    ),
    "a date": (
        ("ties/BE.csv", "bocholt-de,twinning,,1961", "bocholt-de,twinning,,61"),
        'data/registers/wikidata/ties/BE.csv:5:55  field "start" is "61"',
    ),
    "an address": (
        ("ties/BE.csv", "https://example.org/antwerp", "javascript:alert(1)"),
        "data/registers/wikidata/ties/BE.csv:3:",
    ),
    "who states it": (
        ("ties/BE.csv", "bocholt-de,twinning,,1961,,,both", "bocholt-de,twinning,,1961,,,they"),
        'data/registers/wikidata/ties/BE.csv:5:62  field "stated_by" is "they"',
    ),
    "a place of a tie": (
        ("ties/BE.csv", "bocholt-be,bocholt-de,twinning", "bocholt-be,bocholt-nl,twinning"),
        'data/registers/wikidata/ties/BE.csv:5:34  b "bocholt-nl" is not a place.',
    ),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_is_judged_as_a_field_of_a_record(case: str, data: Path) -> None:
    changed, said = CELLS[case]
    change(data, *changed)
    found = told(data)
    assert [one for one in found if one.startswith(said)], found


FORMS = {
    "a row too narrow": (
        ("places/BE.csv", AALST, AALST.replace(",approximate,,", ",approximate,")),
        "places/BE.csv:2:1  the row has 15 cells; expected 16. " + REWRITE,
    ),
    "a row too wide": (
        ("places/BE.csv", AALST, AALST.replace("\n", ",x\n")),
        "places/BE.csv:2:1  the row has 17 cells; expected 16. " + REWRITE,
    ),
    "rows out of order": (
        ("places/BE.csv", AALST, AALST.replace("aalst-be,Aalst", "zaalst-be,Aalst")),
        "places/BE.csv:3:1  the row stands after one that it comes before. " + REWRITE,
    ),
    "a row twice": (
        ("places/BE.csv", AALST, AALST * 2),
        "places/BE.csv:3:1  the row stands after one that it comes before. " + REWRITE,
    ),
    "an id twice": (
        ("places/BE.csv", AALST, AALST + AALST.replace("Alost", "Aloste")),
        'places/BE.csv:3:1  id "aalst-be" is taken by data/registers/wikidata/places/BE.csv. '
        "Run atlas import again.",
    ),
    "another heading": (
        ("places/BE.csv", PLACE, PLACE.replace("as_stated", "stated")),
        "places/BE.csv:1:1  the heading is not id,name,lang,name_…,as_stated,type,country,part_of,"
        "lat,lon,exactness,wikidata,geonames. " + REWRITE,
    ),
    "another heading of ties": (
        ("ties/BE.csv", "start_as_stated,stated_by", "stated_by,start_as_stated"),
        "ties/BE.csv:1:1  the heading is not id,a,b,form,",
    ),
    "an end without a line break": (
        (
            "places/RE.csv",
            "saint-denis-re,Saint-Denis,en,,,,,,unspecified,RE,,,,,,\n",
            "saint-denis-re,Saint-Denis,en,,,,,,unspecified,RE,,,,,,",
        ),
        "places/RE.csv:2:1  the last line does not end. " + REWRITE,
    ),
    "a quote that does not close": (
        ("places/BE.csv", "aalst-be,Aalst", 'aalst-be,"Aalst'),
        "places/BE.csv:1:1  this is no table with a row on each line. " + REWRITE,
    ),
    "a row over two lines": (
        ("places/BE.csv", "aalst-be,Aalst", 'aalst-be,"Aal\nst"'),
        "places/BE.csv:1:1  this is no table with a row on each line. " + REWRITE,
    ),
}


@pytest.mark.parametrize("case", FORMS)
def test_a_table_has_one_form(case: str, data: Path) -> None:
    changed, said = FORMS[case]
    change(data, *changed)
    found = told(data)
    assert [one for one in found if one.startswith(f"data/registers/wikidata/{said}")], found


def test_a_table_that_is_no_text_is_told(data: Path) -> None:
    (data / "registers/wikidata/places/RE.csv").write_bytes(b"\xff\xfe")
    assert (
        "data/registers/wikidata/places/RE.csv:1:1  the file is not written in UTF-8. Save it as "
        "UTF-8."
    ) in told(data)


def test_a_table_that_was_changed_is_told(data: Path) -> None:
    change(data, "places/BE.csv", "aalst-be,Aalst", "aalst-be,Alost", signed=False)
    assert told(data) == [
        "data/registers/wikidata/places/BE.csv:1:1  this table was written by an import, and was "
        "changed since. Put it back (git checkout -- data/registers/wikidata), and write what is "
        "to change into data/places/<id>.yml, with overrides: wikidata."
    ]


def test_a_table_that_is_gone_is_told(data: Path) -> None:
    (data / "registers/wikidata/ties/RO.csv").unlink()
    about = "data/registers/wikidata/register.yml"
    assert [one for one in told(data) if one.startswith(about)] == [
        f"{about}:14:16  the table ties/RO.csv is gone. Run atlas import again."
    ]


def test_a_table_that_no_import_wrote_is_told(data: Path) -> None:
    folder = data / "registers/wikidata/ties"
    shutil.copy(folder / "RO.csv", folder / "XX.csv")
    assert [one for one in told(data) if "ties/XX.csv:1:1  this table was written by" in one]


LICENCES = {
    "one that is not allowed": (
        "CC0-1.0",
        "CC-BY-NC-4.0",
        'register.yml:1:10  field "licence" is "CC-BY-NC-4.0"',
    ),
    "none": ("licence: CC0-1.0\n", "", 'register.yml:1:1  field "licence" is missing'),
}


@pytest.mark.parametrize("case", LICENCES)
def test_a_register_has_a_licence_of_the_list(case: str, data: Path) -> None:
    old, new, said = LICENCES[case]
    change(data, "register.yml", old, new)
    assert [one for one in told(data) if one.startswith(f"data/registers/wikidata/{said}")]


def test_a_register_is_a_source(data: Path) -> None:
    (data / "sources/assembly.yml").unlink()
    about = "data/registers/assembly/register.yml:1:1  "
    assert (
        f'{about}register "assembly" has no source of that name. Add data/sources/assembly.yml.'
        in told(data)
    )


GENK = (
    "names: {en: Aalst, nl: Aalst}\ntype: municipality\ncountries: [BE]\n"
    "sources:\n  - {source: town-pages}\n"
)


def test_a_record_overrides_a_row_field_by_field(data: Path) -> None:
    (data / "places/aalst-be.yml").write_text(
        "overrides: wikidata\nnames: {nl: Aalst, fr: Alost}\ntype: municipality\n", "utf-8"
    )
    assert told(data) == []
    place = load.read(data).records.places["aalst-be"]
    assert (place.names, place.type) == ({"nl": "Aalst", "fr": "Alost"}, "municipality")
    assert place.coordinates is not None
    assert place.countries == ["BE"]


def test_a_record_with_the_id_of_a_row_has_to_say_that_it_overrides_it(data: Path) -> None:
    (data / "places/aalst-be.yml").write_text(GENK, "utf-8")
    assert told(data) == [
        'data/registers/wikidata/places/BE.csv:2:1  id "aalst-be" is taken by '
        "data/places/aalst-be.yml. If it is to change the row, write overrides: wikidata into "
        "data/places/aalst-be.yml; else run atlas import again."
    ]


@pytest.mark.parametrize("register", ["wikidata", "nowhere"])
def test_a_record_overrides_only_a_row_that_is_there(register: str, data: Path) -> None:
    (data / "places/nowhere.yml").write_text(f"overrides: {register}\n{GENK}", "utf-8")
    said = (
        f'data/places/nowhere.yml:1:12  register "{register}" has no place "nowhere". Name the '
        "file as the row is called, or delete overrides."
    )
    assert said in told(data)


def test_two_registers_have_no_place_of_one_id(data: Path) -> None:
    table = data / "registers/assembly/places/BE.csv"
    table.write_text((data / "registers/wikidata/places/BE.csv").read_text("utf-8"), "utf-8")
    assert [one for one in told(data) if 'places/BE.csv:2:1  id "aalst-be" is taken by' in one]


def test_a_place_that_no_tie_names_is_told(data: Path) -> None:
    change(
        data, "places/BE.csv", AALST, AALST + AALST.replace("aalst-be,Aalst", "aalter-be,Aalter")
    )
    assert told(data) == [
        'data/registers/wikidata/places/BE.csv:3:1  warning: place "aalter-be" is named by no '
        "other record. Name it where it belongs, or remove its file."
    ]


def test_warnings_on_rows_are_summed_up(data: Path) -> None:
    folder = data / "registers/wikidata/places/BE.csv"
    change(data, "places/BE.csv", "50.9383,4.0392", "40.9383,4.0392")
    change(data, "places/BE.csv", "51.22139,4.39722", "41.22139,4.39722")
    assert told(data) == [
        f"{'/'.join(folder.parts[-5:])}:2:45  warning: the point 40.9383, 4.0392 does not lie in "
        "Belgium (BE) but in no country. Check lat, lon (minus for south and west) and countries. "
        "1 more row of this register is told so."
    ]


def told_of_some(data: Path, *names: str) -> list[str]:
    _, _, problems = load.read_some(data, [data / name for name in names])
    return sorted(map(str, problems))


def test_what_is_read_beside_some_files_has_the_ids_of_all_rows(data: Path) -> None:
    documents, _ = load.read_documents(data)
    _, subset, problems = load.read_some(data, [])
    assert problems == []
    assert subset.ids == {(one.folder, one.id) for one in documents}


@pytest.mark.parametrize("again", ["places/BE.csv", "ties/BE.csv"])
def test_ids_amiss_in_registers_are_told_beside_some_files_too(again: str, data: Path) -> None:
    change(data, "places/BE.csv", "aalst-be,Aalst", "Aalst,Aalst")
    folder = data / "registers" / "wikidata"
    shutil.copyfile(folder / again, (folder / again).with_name("zz.csv"))
    amiss = [one for one in told(data) if "is taken by" in one or "is not an id" in one]
    assert len(amiss) > 2
    assert told_of_some(data) == sorted(amiss)


def test_a_record_with_the_id_of_a_row_is_merged_when_it_is_read_alone(data: Path) -> None:
    record = data / "places" / "aalst-be.yml"
    record.parent.mkdir(exist_ok=True)
    record.write_text("names: {nl: Aalst}\n", "utf-8")
    assert len(told_of_some(data, "places/aalst-be.yml")) == 1
    record.write_text("overrides: wikidata\ntype: municipality\n", "utf-8")
    [document], _, problems = load.read_some(data, [record])
    assert problems == []
    assert document.value is not None
    assert document.value["countries"] == ["BE"]
