"""Whatever stands in a list, what is written is sound, or the row is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.lists import Atlas, Row, write

HEADING = (
    *("name_a", "country_a", "lat_a", "lon_a", "wikidata_a"),
    *("name_b", "country_b", "start", "end", "form", "url", "locator"),
)
TEXTS = (
    *(
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}",
        "=1+1",
        "@SUM(1)",
    ),
    *(
        "a | b | c",
        "a,b;c\td",
        "line\nbreak",
        "line\r\nbreak",
        "\u202eevil\u202c",
        "bell\a",
        "\ufeffBOM",
    ),
    *(
        "a" * 301,
        "ñ" * 5_000,
        "Zal\u0301\u0302\u0303\u0304\u0305\u0306go",
        "\u0301",
        "\ue000",
        "\ud7ff",
    ),
    *("jan@example.org", "tel. +32 53 12 34 56", "0032 470 12 34 56", "atlasslot", "xatlasslotx"),
    *(
        "../../etc/passwd",
        "con",
        "index",
        "404",
        "page-2",
        "---",
        "…",
        "(?)",
        "-",
        "0",
        "٣",
        "İstanbul",
    ),
    *(
        "null",
        "yes",
        "~",
        "# remark jan@example.org",
        "${x}",
        "%s",
        "{file}",
        "𝐁𝐨𝐥𝐝",
        "Ｗｉｄｅ",
        "ﬁne",
    ),
    *(
        "东京",
        "القدس",
        "Αθήνα",
        "Москва",
        "ქუთაისი",
        "O'Fallon",
        "Saint\u00adDenis",
        "x" * 64,
        "aaa " * 60,
    ),
    *(
        "javascript:alert(1)",
        "http://",
        "https://wa.me/32470123456",
        "https://example.org/?q=a b",
        "http://[::1",
    ),
    *(
        "9999999",
        "-1",
        "1e5",
        "nan",
        "inf",
        "0x10",
        "1994-02-30",
        "05/06/2003",
        "2003/04",
        "3003",
        "1003",
    ),
)


@pytest.mark.parametrize("column", HEADING)
def test_what_is_written_is_sound(column: str, atlas: Atlas, tmp_path: Path) -> None:
    usual = {
        "name_a": "Aalst",
        "country_a": "Belgium",
        "name_b": "Gabrovo",
        "country_b": "Bulgaria",
    }
    rows: list[Row] = [
        [{**usual, "name_b": f"Gabrovo {number}", column: text}.get(each, "") for each in HEADING]
        for number, text in enumerate((*TEXTS, usual.get(column, "")))
    ]
    said = atlas.bring_in(write(tmp_path / "list.csv", rows, HEADING))
    assert f"{len(rows)} rows read" in said
    assert [line for line in atlas.check().splitlines() if "warning" not in line][:-1] == []
    read = len(atlas.rows("ties")) + len(atlas.listed("refused"))
    assert read >= len(rows) / 2
