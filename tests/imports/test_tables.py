"""Tables are read whatever their separator, encoding, heading and kind."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from atlas.imports import headings, tables
from tests.imports.lists import HEADING, Atlas, write

ROWS = [
    ("Kóny", "Hungary", "Lüdenscheid", "Germany"),
    ('Sint-Niklaas "Waas"', "Belgium", "Ábrahámhegy", "Hungary"),
    ("Türi", "Estonia", "Besançon", "France"),
]
FIELDS = ("city1", "country1", "city2", "country2")


def _read(path: Path) -> list[tuple[str, ...]]:
    rows = tables.read(path, {}, "en").rows
    return [(row.a.name, row.a.country, row.b.name, row.b.country) for row in rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_text_is_read(separator: str, encoding: str, line_end: str, tmp_path: Path) -> None:
    lines = [
        separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row)
        for row in (FIELDS, *ROWS * 10)
    ]
    path = tmp_path / "list.csv"
    path.write_bytes(line_end.join(["", *lines, "", ""]).encode(encoding))
    assert _read(path) == ROWS * 10


def test_a_cell_may_hold_separators_and_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('city1,country1,city2,country2\n"a,\nb",BE,"c;d",FR\n', "utf-8")
    assert _read(path) == [("a,\nb", "BE", "c;d", "FR")]
    assert [row.row for row in tables.read(path, {}, "en").rows] == [3]


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("city1;country1;city2;country2\nŁódź;Polska;Örebro;Szwecja\n".encode("cp1250"))
    [row] = tables.read(path, {}, "pl", "cp1250").rows
    assert (row.a.name, row.b.name, row.a.lang) == ("Łódź", "Örebro", "pl")


def write_workbook(path: Path, rows: list[tuple[object, ...]]) -> None:
    """The least that is a spreadsheet: an empty sheet and one with rows."""
    cells = "".join(
        "<row>"
        + "".join(
            f"<c><v>{cell}</v></c>"
            if isinstance(cell, float)
            else f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
            for cell in row
        )
        + "</row>"
        for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Notes" sheetId="1" r:id="r1"/><sheet name="Ties" sheetId="2" r:id="r2"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="r{one}" Type="{office}/worksheet" '
            f'Target="worksheets/sheet{one}.xml"/>'
            for one in (1, 2)
        )
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData/></worksheet>',
        "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    heading = (*FIELDS, "year", "lat1", "lon1")
    write_workbook(path, [heading, ("Türi", "Estonia", "Nîmes", "France", 1994.0, 58.81, 25.43)])
    [row] = tables.read(path, {}, "en").rows
    assert (row.a.name, row.b.name, row.row) == ("Türi", "Nîmes", 2)
    assert (row.start, row.a.lat, row.a.lon) == ("1994", "58.81", "25.43")


HEADINGS = {
    "en": "Town A,Country A,Town B,Country B,Since",
    "en, of sisters": "City,Country,Sister city,Sister city country,Year of twinning",
    "de": "Stadt,Land,Partnerstadt,Partnerland,Seit",
    "de, of communes": "Kommune,Staat,Partnerkommune,Staat,Beginn",
    "fr": "Ville,Pays,Ville jumelée,Pays de la ville jumelée,Année du jumelage",
    "nl": "Gemeente,Land,Zustergemeente,Land zustergemeente,Sinds",
    "es": "Ciudad,País,Ciudad hermana,País de la ciudad hermana,Año",
    "with numbers": "name_1,country_1,name_2,country_2,start",
    "twice the same": "City,Country,City,Country,Date",
    "de, of the foreign": "Deutsche Kommune,Land,Ausländische Kommune,Land des Partners,Datum der "
    "Unterzeichnung",
    "fr, of the foreign": "Collectivité française,Pays,Collectivité étrangère,Pays étranger,Année "
    "de signature",
    "fr, of twins": "Notre ville,Pays,Commune jumelle,Pays partenaire,Date de l'accord",
    "nl, of the foreign": "Nederlandse gemeente,Land,Buitenlandse gemeente,Land partner,Jaar van "
    "ondertekening",
    "es, of brothers": "Municipio,País,Municipio hermanado,País hermanado,Fecha",
    "en, of authorities": "Local authority,Country,Partner local authority,Partner's country,Year",
    "en, of ours": "Our town,Country,Overseas town,Overseas country,Twinned since",
    "run together": "originCityLabel,origincountry,sistercityLabel,destination_countryLabel,start",
}


@pytest.mark.parametrize("language", HEADINGS)
def test_headings_are_recognised(language: str) -> None:
    found = headings.find_columns(HEADINGS[language].split(","), {})
    assert found == {"name_a": 0, "country_a": 1, "name_b": 2, "country_b": 3, "start": 4}


def test_a_side_alone_is_no_name_where_a_column_of_names_is() -> None:
    columns = ["a1", "Town", "Country", "Partner town", "Partner country", "b1"]
    found = headings.find_columns(columns, {})
    assert found == {"name_a": 1, "country_a": 2, "name_b": 3, "country_b": 4}


def test_points_and_ids_are_recognised() -> None:
    columns = [
        *("name_a", "latitude_a [deg]", "longitude_a", "wikidata_a", "Land Partner", "Partner"),
        *("Breitengrad (Partner)", "lng2", "Wikidata id partner", "Art der Partnerschaft", "End"),
        *("population", "Name of the mayor", "Partnerschaft mit", "dist"),
    ]
    found = headings.find_columns(columns, {})
    assert {name: columns[index] for name, index in found.items()} == {
        **{"name_a": "name_a", "lat_a": "latitude_a [deg]", "lon_a": "longitude_a"},
        **{"wikidata_a": "wikidata_a", "country_b": "Land Partner", "name_b": "Partner"},
        **{"lat_b": "Breitengrad (Partner)", "lon_b": "lng2"},
        **{"wikidata_b": "Wikidata id partner", "form": "Art der Partnerschaft", "end": "End"},
    }


def test_a_title_may_stand_above_the_heading(tmp_path: Path) -> None:
    titles = [("Our twin towns, 2019",), ("Source: somebody",)]
    heading = ["Town", "Country", "Twin town", "Twin country"]
    rows = [heading, ("Türi", "Estonia", "Nîmes", "France")]
    wide = [[*row, *[""] * (4 - len(row))] for row in titles]
    write(tmp_path / "list.csv", [*wide[1:], *rows], wide[0])
    write_workbook(tmp_path / "list.xlsx", [*titles, *map(tuple, rows)])
    for name in ("list.csv", "list.xlsx"):
        [row] = tables.read(tmp_path / name, {}, "en").rows
        assert (row.row, row.a.name, row.b.country) == (4, "Türi", "France")


def test_a_side_may_lie_in_one_country(atlas: Atlas, tmp_path: Path) -> None:
    file = write(
        tmp_path / "list.csv", [("Aalst", "Gabrovo", "BG")], ["Stad", "Zusterstad", "Land"]
    )
    assert "country_a" in atlas.run(file).output
    atlas.bring_in(file, options=["--country-a", "België"])
    assert [*atlas.rows("ties")] == ["aalst-be-gabrovo-bg"]


def test_columns_of_which_nothing_is_taken_are_told(atlas: Atlas, tmp_path: Path) -> None:
    heading = ["Town", "Country", "Twin town", "Twin country", "population", "", "Mayor"]
    rows = [("Aalst", "Belgium", "Gabrovo", "Bulgaria", 80000, 1, 2)]
    said = atlas.bring_in(write(tmp_path / "list.csv", rows, heading))
    assert "list.csv: nothing is taken from the columns population, Mayor." in said


def test_columns_can_be_named(atlas: Atlas, tmp_path: Path) -> None:
    heading = ["here", "staat", "there", "Staat dort", *HEADING[8:]]
    rows = [("Aalst", "België", "Gabrovo", "Bulgarije", 1975, "Vriendschap")]
    file = write(tmp_path / "list.csv", rows, heading)
    options = [
        *("--column", "name_a=Here", "--column", "name_b=there", "--column", "country_a=staat"),
        *("--column", "country_b=staat  dort", "--names-in", "nl"),
    ]
    atlas.bring_in(file, options=options)
    [tie] = atlas.rows("ties").values()
    assert (tie["id"], tie["start"], tie["form"]) == ("aalst-be-gabrovo-bg", "1975", "friendship")
    assert atlas.rows("places")["aalst-be"]["lang"] == "nl"
    register = (atlas.data / "registers" / "list" / "register.yml").read_text("utf-8")
    assert "name_a: here\n" in register
    assert atlas.check() == "no problems\n"
