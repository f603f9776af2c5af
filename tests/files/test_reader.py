"""What the reader makes of record files, sound and hostile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.files import forbidden_characters, reader, strict_yaml, tree
from atlas.model.paths import KEY, FieldPath
from tests.conftest import ROOT

_HERE = ROOT / "tests"


def _problems(data: Path) -> list[str]:
    return [str(problem) for problem in sorted(reader.read(data)[1])]


def _place(data: Path, name: str, content: bytes = b"type: region\n") -> Path:
    file = data / "places" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_the_minimal_folder_reads_without_a_word() -> None:
    documents, problems = reader.read(_HERE / "cases" / "minimal" / "data")
    assert problems == []
    assert [(document.folder, document.id) for document in documents] == [
        ("actors", "dale"),
        ("actors", "hill"),
        ("cooperations", "hill-dale"),
        ("places", "dale"),
        ("places", "hill"),
        ("sources", "hill-page"),
        ("themes", "health"),
    ]


def test_every_scalar_stays_the_text_as_written(tmp_path: Path) -> None:
    text = "a: NO\nb: 2014\nc: 35.000\nd: 0123\ne: 12:30:45\nf: 2019-05-07\ng: .nan\nh: 1_000\n"
    _place(tmp_path / "data", "hill.yml", text.encode())
    [document], _ = reader.read(tmp_path / "data")
    assert document.value == {
        "a": "NO",
        "b": "2014",
        "c": "35.000",
        "d": "0123",
        "e": "12:30:45",
        "f": "2019-05-07",
        "g": ".nan",
        "h": "1_000",
    }


def test_only_a_plain_nothing_is_nothing() -> None:
    parsed = strict_yaml.parse("a:\nb: null\nc: ~\nd: ''\ne: 'null'\nf: \"~\"\n")
    assert parsed.value == {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "~"}


def test_positions_count_characters_from_one() -> None:
    text = "names: {ar: طنجة, en: Tangier}\nparties:\n  - actor: hill\n    roles: [member]\n"
    assert tree.locate(text) == {
        (): (1, 1),
        ("names", "#key"): (1, 1),
        ("names",): (1, 8),
        ("names", "ar", "#key"): (1, 9),
        ("names", "ar"): (1, 13),
        ("names", "en", "#key"): (1, 19),
        ("names", "en"): (1, 23),
        ("parties", "#key"): (2, 1),
        ("parties",): (3, 3),
        ("parties", 0): (3, 5),
        ("parties", 0, "actor", "#key"): (3, 5),
        ("parties", 0, "actor"): (3, 12),
        ("parties", 0, "roles", "#key"): (4, 5),
        ("parties", 0, "roles"): (4, 12),
        ("parties", 0, "roles", 0): (4, 13),
    }


_FORM = "Use small letters a to z, digits and single hyphens, at most 64 characters:"
_OTHER = "Choose a name that says what the record is."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hill.yaml", '"hill.yaml" is not a record. A record\'s file name ends in .yml.'),
        ("Hill Town.yml", f'"Hill Town" is not an id. {_FORM} hill-town.yml.'),
        ("hill\u202egnp.yml", f'"hill?gnp" is not an id. {_FORM} hill-gnp.yml.'),
        ("index.yml", f'the id "index" is reserved. {_OTHER}'),
        ("con.yml", f'the id "con" is reserved. {_OTHER}'),
        ("lpt1.yml", f'the id "lpt1" is reserved. {_OTHER}'),
        ("404.yml", f'the id "404" is reserved. {_OTHER}'),
        ("1830.yml", f'the id "1830" is reserved. {_OTHER}'),
        ("themes.yml", f'the id "themes" is reserved. {_OTHER}'),
    ],
)
def test_a_file_name_that_is_no_id_is_refused(name: str, said: str, tmp_path: Path) -> None:
    _place(tmp_path / "data", name)
    shown = name.replace("\u202e", "?")
    assert _problems(tmp_path / "data") == [f"data/places/{shown}:1:1  {said}"]


def test_a_file_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    _place(data, "hill.yml")
    Path(os.fsdecode(bytes(data / "places") + b"/\xff.yml")).write_bytes(b"type: region\n")
    [said] = _problems(data)
    assert said.startswith('data/places/?.yml:1:1  "?" is not an id.')
    assert said.encode("utf-8")


def test_one_id_stands_in_one_folder_only(tmp_path: Path) -> None:
    _place(tmp_path / "data", "north/hill.yml")
    _place(tmp_path / "data", "south/hill.yml")
    documents, _ = reader.read(tmp_path / "data")
    assert [(one.file, one.id, one.misnamed) for one in documents] == [
        ("data/places/north/hill.yml", "hill", False),
        ("data/places/south/hill.yml", "hill-2", True),
    ]
    assert _problems(tmp_path / "data") == [
        'data/places/south/hill.yml:1:1  id "hill" is taken by data/places/north/hill.yml. '
        "Give this file another name."
    ]


def test_links_and_devices_are_never_opened(tmp_path: Path) -> None:
    data = tmp_path / "data"
    secret = tmp_path / "secret.yml"
    secret.write_text("type: region\n", encoding="utf-8")
    _place(data, "hill.yml")
    (data / "places" / "link.yml").symlink_to(secret)
    (data / "places" / "folder.yml").symlink_to(tmp_path)
    os.mkfifo(data / "places" / "pipe.yml")
    documents, _ = reader.read(data)
    read = {document.id: document.text for document in documents}
    assert list(read) == ["folder", "hill", "link", "pipe"]
    assert [id_ for id_, text in read.items() if text] == ["hill"]
    assert _problems(data) == [
        f"data/places/{name}:1:1  this is a link or a device, not a file. "
        "Put the record's own file here."
        for name in ("folder.yml", "link.yml", "pipe.yml")
    ]


def test_a_record_outside_the_folders_of_records_is_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    _place(data, "../cooperation/hill-dale.yml")
    _place(data, "../hill.yaml")
    where = "Move it to one of: cooperations, actors, places, sources, themes."
    assert _problems(data) == [
        f"data/cooperation/hill-dale.yml:1:1  the file lies in no folder of records. {where}",
        f"data/hill.yaml:1:1  the file lies in no folder of records. {where}",
    ]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert _problems(tmp_path / "nowhere") == [
        "nowhere:1:1  there is no such folder. "
        "Name the folder that holds cooperations, actors, places, sources and themes."
    ]


def test_a_file_that_cannot_be_read_is_known_by_its_id(tmp_path: Path) -> None:
    _place(tmp_path / "data", "hill.yml", b"[")
    [document], _ = reader.read(tmp_path / "data")
    assert (document.id, document.value, document.sound) == ("hill", None, False)


def test_a_byte_order_mark_at_the_beginning_is_passed_over(tmp_path: Path) -> None:
    _place(tmp_path / "data", "hill.yml", b"\xef\xbb\xbftype: region\r\n")
    [document], problems = reader.read(tmp_path / "data")
    assert (document.value, problems) == ({"type": "region"}, [])


def test_joiners_stay_between_arabic_letters() -> None:
    assert strict_yaml.parse("names: {fa: می\u200cخواهم}").faults == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: " + b"x" * 256_000, "the file is larger than 256 kB."),
        (b"a: " + b"x" * 200_000, "the file has more than 200000 characters."),
    ],
    ids=["bytes", "characters"],
)
def test_a_file_that_is_too_large_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    _place(tmp_path / "data", "hill.yml", content)
    assert _problems(tmp_path / "data") == [
        f"data/places/hill.yml:1:1  {said} Shorten the record, or split it."
    ]


def test_a_file_with_too_many_values_is_refused(tmp_path: Path) -> None:
    _place(tmp_path / "data", "hill.yml", b"a: [" + b"x," * 20_000 + b"]")
    [said] = _problems(tmp_path / "data")
    assert said.endswith("more than 20000 values in one file. Split the record.")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{? "])
def test_no_depth_of_nesting_brings_the_program_down(opening: str, tmp_path: Path) -> None:
    content = opening * (190_000 // len(opening))
    _place(tmp_path / "data", "hill.yml", content.encode())
    program = (
        "import sys, pathlib; from atlas.files import reader;"
        "print(reader.read(pathlib.Path(sys.argv[1]))[1][0].message)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(_HERE.parent / "hooks")},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout in {
        "values are nested more than 12 deep.\n",
        "a field's name is not a text.\n",
    }


def test_a_flood_of_bad_characters_is_named_twenty_times() -> None:
    faults = strict_yaml.parse("a: " + "\u202e" * 100_000).faults
    assert len(faults) == strict_yaml.MAX_CHARACTER_FAULTS


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_the_parser_raise(text: str) -> None:
    parsed = strict_yaml.parse(text)
    assert parsed.value is not None or parsed.faults


_PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["C"])).filter(
    lambda text: not forbidden_characters.REFUSED.search(text)
)
_KEYS = st.from_regex(r"\A[a-z]{1,8}\Z").filter(lambda name: name != "null")


@settings(deadline=None)
@given(
    st.dictionaries(
        _KEYS,
        st.recursive(
            _PRINTABLE,
            lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
            max_leaves=8,
        ),
        min_size=1,
    )
)
def test_what_is_written_is_read_back_with_a_position_for_every_value(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    parsed = strict_yaml.parse(text)
    assert parsed.value == value
    assert _paths(value, ()) == set(tree.locate(text))


def _paths(value: object, path: FieldPath) -> set[FieldPath]:
    found = {path}
    if isinstance(value, dict):
        for name, inner in value.items():
            found |= {(*path, name, KEY)} | _paths(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found |= _paths(inner, (*path, index))
    return found
