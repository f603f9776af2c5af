"""The lists beside the records: what is said of one that is wrong, and what a sound one gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atlas import checks
from atlas.checks import ledgers, load
from atlas.files import reader
from atlas.model.ledgers import Ledgers
from tests.checks.minimal import FOLDER, OUTLINES

_REMOVED = "{folder: %s, id: %s, date: 2026-03-01, reason: %s}"


def _checked(data: Path) -> tuple[Ledgers, str]:
    documents, _ = reader.read(data)
    records, _ = checks.check(documents, OUTLINES)
    listed, unread = reader.read_ledgers(data)
    found, unfit = ledgers.check(listed)
    taken = ledgers.find_taken(listed, found, documents, records)
    return found, "".join(f"{problem}\n" for problem in sorted([*unread, *unfit, *taken]))


def _with(tmp_path: Path, name: str, text: str) -> Path:
    data = tmp_path / "data"
    if not data.exists():
        shutil.copytree(FOLDER, data)
    (data / name).write_text(text, encoding="utf-8")
    return data


def _removed(tmp_path: Path, *entries: tuple[str, str, str]) -> Path:
    lines = "".join(f"  - {_REMOVED % entry}\n" for entry in entries)
    return _with(tmp_path, "removed.yml", f"records:\n{lines}")


def test_a_folder_without_lists_has_empty_ones() -> None:
    assert _checked(FOLDER) == (Ledgers(), "")


def test_a_sound_list_is_no_record_and_no_problem(tmp_path: Path) -> None:
    data = _removed(tmp_path, ("cooperations", "old", "privacy"), ("places", "old", "duplicate"))
    found, said = _checked(data)
    assert said == ""
    assert [removal.key for removal in found.removed] == [
        ("cooperations", "old"),
        ("places", "old"),
    ]
    documents, problems = reader.read(data)
    assert problems == []
    assert "removed" not in {document.id for document in documents}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("records: []\n", ""),
        ("records:\n  - {\n", "data/removed.yml:"),
        ("- x\n", "data/removed.yml:1:1  "),
        ("# nothing\n", "data/removed.yml:1:1  "),
        ("links: []\n", 'data/removed.yml:1:1  "links" is not a field here. Choose one of: rec'),
        (
            "records:\n  - {folder: towns, id: a, date: 2026-03-01, reason: privacy}\n",
            'data/removed.yml:2:14  field "records.folder" is "towns", which is none of the',
        ),
        (
            "records:\n  - {folder: places, id: A b, date: 2026-03-01, reason: privacy}\n",
            'data/removed.yml:2:26  field "records.id" is "A b"; expected an id. Did you mean',
        ),
        (
            "records:\n  - {folder: places, id: a, date: 2026, reason: privacy}\n",
            'data/removed.yml:2:35  field "records.date" is "2026", not a day.',
        ),
        (
            "records:\n  - {folder: places, id: a, date: 2026-03-01, reason: named Alex}\n",
            'data/removed.yml:2:55  field "records.reason" is "named Alex", which is none of',
        ),
        (
            "records:\n  - {folder: places, id: a, date: 2026-03-01, reason: privacy, name: Al}\n",
            'data/removed.yml:2:64  "name" is not a field here.',
        ),
    ],
)
def test_what_is_said_of_a_list_that_is_no_list(tmp_path: Path, text: str, said: str) -> None:
    found, all_said = _checked(_with(tmp_path, "removed.yml", text))
    assert found == Ledgers()
    assert all_said.startswith(said)
    assert bool(all_said) == bool(said)


def test_an_id_that_was_taken_out_is_no_records(tmp_path: Path) -> None:
    _, said = _checked(_removed(tmp_path, ("places", "hill", "privacy")))
    assert said == (
        'data/removed.yml:2:26  id "hill" was taken out, and data/places/hill.yml has it. '
        "Give that record another id, or delete this entry if it is the same record.\n"
    )


def test_an_id_that_was_taken_out_is_no_broken_records(tmp_path: Path) -> None:
    data = _removed(tmp_path, ("places", "hill", "privacy"))
    (data / "places/hill.yml").write_text("names: {", encoding="utf-8")
    assert "and data/places/hill.yml has it" in _checked(data)[1]


def test_an_id_that_was_taken_out_was_no_other_records(tmp_path: Path) -> None:
    data = _removed(tmp_path, ("places", "mound", "duplicate"))
    place = data / "places/hill.yml"
    place.write_text(place.read_text("utf-8") + "previous_ids: [mound]\n", encoding="utf-8")
    assert 'id "mound" was taken out, and data/places/hill.yml has it.' in _checked(data)[1]


def test_the_same_id_of_another_kind_is_free(tmp_path: Path) -> None:
    assert _checked(_removed(tmp_path, ("cooperations", "hill", "privacy")))[1] == ""


def test_the_list_is_sorted_and_names_a_record_once(tmp_path: Path) -> None:
    rows = [("places", "b"), ("cooperations", "c"), ("cooperations", "c")]
    _, said = _checked(_removed(tmp_path, *((*row, "privacy") for row in rows)))
    assert said == (
        'data/removed.yml:3:5  "cooperations/c" stands after "places/b". Sort the list.\n'
        'data/removed.yml:4:5  "cooperations/c" stands here twice. Delete one of the two.\n'
    )


def test_a_list_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(FOLDER, data)
    (data / "removed.yml").symlink_to(data / "places/hill.yml")
    found, said = _checked(data)
    assert found == Ledgers()
    assert said.startswith("data/removed.yml:1:1  this is a link or a device, not a file.")


def test_a_dead_link_is_an_address_or_a_host(tmp_path: Path) -> None:
    row = "{address: %s, date: 2026-03-01, reason: asks for a log-in}"
    lines = [row % address for address in ("C d", "c.example", "'https://x.example/x'")]
    text = "links:\n" + "".join(f"  - {line}\n" for line in lines)
    _, said = _checked(_with(tmp_path, "dead-links.yml", text))
    assert said == (
        'data/dead-links.yml:2:15  field "links.address" is "C d"; '
        "expected a web address or a host. "
        "Write https://example.org/page, or example.org for all its pages.\n"
    )
    found, said = _checked(_with(tmp_path, "dead-links.yml", text.replace("C d", "a.example")))
    assert said == ""
    _, host, page = found.dead_links
    assert page.covers("https://x.example/x")
    assert not page.covers("https://x.example/xy")
    assert host.covers("http://c.example/any?thing")
    assert not host.covers("https://sub.c.example/")


_TOTAL = "{where: %s, ties: %s, source: %s}"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([("150", "17000", "hill-page"), ("BE", "9", "hill-page")], ""),
        ([("BE", "9", "nobody")], 'data/totals.yml:2:34  source "nobody" is not a source.'),
        ([("Belgium", "9", "hill-page")], 'data/totals.yml:2:13  field "totals.where" is "Bel'),
        ([("BE", "many", "hill-page")], 'data/totals.yml:2:23  field "totals.ties" is "many"'),
        ([("BE", "-9", "hill-page")], 'data/totals.yml:2:23  field "totals.ties" is "-9"'),
        (
            [("JP", "1", "hill-page"), ("BE", "9", "hill-page")],
            'data/totals.yml:3:5  "BE" stands after "JP". Sort the list.',
        ),
        (
            [("BE", "1", "hill-page"), ("BE", "9", "hill-page")],
            'data/totals.yml:3:5  "BE" stands here twice.',
        ),
    ],
)
def test_what_others_count_has_its_place_and_its_source(
    tmp_path: Path, entries: list[tuple[str, str, str]], said: str
) -> None:
    lines = "".join(f"  - {_TOTAL % entry}\n" for entry in entries)
    data = _with(tmp_path, "totals.yml", f"totals:\n{lines}")
    problems = [str(one) for one in load.read(data).problems if one.file == "data/totals.yml"]
    assert [one.startswith(said) for one in problems] == ([True] if said else [])


def test_a_source_of_a_total_alone_is_in_use(tmp_path: Path) -> None:
    data = _with(tmp_path, "totals.yml", "totals: [{where: BE, ties: 9, source: count}]\n")
    (data / "sources" / "count.yml").write_text("title: {lang: en, text: A}\nlanguage: en\n")
    assert not [one for one in load.read(data).problems if "count" in str(one)]
    (data / "totals.yml").write_text("totals: []\n")
    assert [one for one in load.read(data).problems if "named by no other" in str(one)]
