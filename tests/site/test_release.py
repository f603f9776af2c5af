"""A frozen version: the same bytes each time, checksums that hold, metadata that is read."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

from atlas.site import release
from atlas.site.release import Frozen, ReleaseError
from atlas.site.ro_crate import Described

DESCRIBED = Described(
    version="2026.1",
    day="2026-11-30",
    name="River Atlas",
    description="Towns that work together.",
    url="https://atlas.example/",
    author="River Atlas contributors",
    listed_licences=[
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    ],
)
FILES = {
    "assets/data/facts.json": "{}",
    "assets/data/delta.json": "{}",
    "assets/data/records.jsonl": '{"id":"a"}\n',
    "assets/data/ties.csv": "id\r\n",
    "assets/data/listed-ties.csv": "id\r\n",
    "assets/data/listed-ties-be.csv": "id\r\n",
    "assets/data/listed-places.jsonl": '{"id":"b"}\n',
    "assets/data/wikidata/mix-n-match-listed.tsv": "id\r\n",
    "api/v1/index.json": "{}",
    "api/v1/places/genk.json": '{"name": "Genk"}',
    "index.html": "<p>",
    "assets/maps/x.svg": "<svg/>",
}
TEXTS = {"LICENSE-DATA.md": b"Free.\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, of a few files."""
    folder = tmp_path / "site"
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture
def frozen(site: Path) -> Frozen:
    return release.freeze(site, DESCRIBED, TEXTS)


def unpack(frozen: Frozen, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(frozen.files[frozen.archive])) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def test_the_data_is_frozen_and_nothing_else(frozen: Frozen, tmp_path: Path) -> None:
    folder = unpack(frozen, tmp_path / "unpacked")
    found = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    data = {path for path in FILES if path.startswith(("assets/data/", "api/"))}
    assert found == {*data, *TEXTS, "ro-crate-metadata.json", "SHA256SUMS"}
    assert (folder / "assets/data/records.jsonl").read_text() == '{"id":"a"}\n'


def test_what_the_next_version_needs_lies_beside_the_archive(frozen: Frozen) -> None:
    beside = {"facts.json", "delta.json", "ro-crate-metadata.json", "SHA256SUMS"}
    assert frozen.files.keys() == {"atlas-data-2026.1.zip", *beside}


def test_the_same_site_makes_the_same_bytes(site: Path, frozen: Frozen, tmp_path: Path) -> None:
    other = shutil.copytree(site, tmp_path / "elsewhere", copy_function=shutil.copyfile)
    assert release.freeze(other, DESCRIBED, TEXTS) == frozen


def test_each_file_bears_the_day_of_the_version(frozen: Frozen) -> None:
    with zipfile.ZipFile(io.BytesIO(frozen.files[frozen.archive])) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 30, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())


def test_checksums_hold(frozen: Frozen, tmp_path: Path) -> None:
    release.save(frozen, tmp_path / "released")
    for folder in (tmp_path / "released", unpack(frozen, tmp_path / "unpacked")):
        command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        there = {path for path in folder.rglob("*") if path.is_file()}
        assert len(done.stdout.splitlines()) == len(there) - 1


def test_the_metadata_is_read_as_a_research_object_crate(frozen: Frozen, tmp_path: Path) -> None:
    folder = unpack(frozen, tmp_path / "unpacked")
    crate = ROCrate(folder)
    root = crate.root_dataset
    assert root["name"] == "River Atlas, version 2026.1"
    assert root["version"] == "2026.1"
    assert crate.license.id == "https://creativecommons.org/licenses/by/4.0/"
    assert crate.datePublished.date().isoformat() == "2026-11-30"
    parts = {one.id: one for one in root["hasPart"]}
    assert parts["api/"]["description"].startswith("2 files")
    assert parts["assets/data/listed-ties.csv"]["encodingFormat"] == "text/csv"
    for id_, part in parts.items():
        if part.type == "File":
            assert int(part["contentSize"]) == (folder / id_).stat().st_size
    data = {path for path in FILES if path.startswith("assets/data/")}
    assert parts.keys() == {*data, "LICENSE-DATA.md", "api/"}


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("assets/data/listed-ties.csv", ["CC0-1.0", "ODC-By-1.0"]),
        ("assets/data/listed-ties-be.csv", ["CC0-1.0", "ODC-By-1.0"]),
        ("assets/data/listed-places.jsonl", ["CC0-1.0", "ODC-By-1.0"]),
        ("assets/data/wikidata/mix-n-match-listed.tsv", ["CC0-1.0"]),
        ("assets/data/ties.csv", ["CC BY 4.0", "CC0-1.0", "ODC-By-1.0"]),
        ("api/", ["CC BY 4.0", "CC0-1.0", "ODC-By-1.0"]),
    ],
)
def test_what_registers_list_bears_their_licences(
    frozen: Frozen, tmp_path: Path, part: str, names: list[str]
) -> None:
    described = ROCrate(unpack(frozen, tmp_path / "unpacked")).dereference(part)
    assert [licence["name"] for licence in described["license"]] == names


def test_what_was_researched_alone_has_the_licence_of_the_crate(
    frozen: Frozen, tmp_path: Path
) -> None:
    crate = ROCrate(unpack(frozen, tmp_path / "unpacked"))
    assert crate.dereference("assets/data/records.jsonl").get("license") is None


def test_a_checksum_is_a_term_of_the_metadata(frozen: Frozen) -> None:
    """The context of RO-Crate 1.1 has none, and what a context lacks is passed over."""
    crate = json.loads(frozen.files["ro-crate-metadata.json"])
    _, further = crate["@context"]
    assert further["sha256"] == "http://schema.org/sha256"
    [file] = (one for one in crate["@graph"] if one["@id"] == "assets/data/facts.json")
    assert file["sha256"] == hashlib.sha256(b"{}").hexdigest()


@pytest.mark.parametrize("day", ["1970-01-01", "2108-01-01"])
def test_a_day_that_no_archive_has_is_no_error(site: Path, day: str) -> None:
    frozen = release.freeze(site, replace(DESCRIBED, day=day), TEXTS)
    assert json.loads(frozen.files["ro-crate-metadata.json"])["@graph"][1]["datePublished"]


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"no site that was just built"):
        release.freeze(tmp_path, DESCRIBED, TEXTS)


@pytest.mark.parametrize(
    "text",
    [
        *("Hélène Example", "HÉLÈNE EXAMPLE", r"H\u00e9l\u00e8ne Example", "Hélène\n Example"),
        *(r"Hélène\nExample", r"Hélène\t Example"),
    ],
)
def test_a_name_in_what_is_to_be_frozen_is_found(site: Path, text: str) -> None:
    (site / "assets/data/records.jsonl").write_text(f'{{"text": "{text}"}}\n', "utf-8")
    assert release.find_names(site, ["Hélène Example"]) == ["assets/data/records.jsonl"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("assets/data/records.jsonl", r'{"text": "Ada \"Addy\" Example"}'),
        ("assets/data/ties.csv", '"By Ada ""Addy"" Example"'),
        ("assets/data/dcat.ttl", r'<a> <b> "Ada \"Addy\"\nExample" .'),
    ],
)
def test_a_name_with_quotes_is_found(site: Path, path: str, text: str) -> None:
    (site / path).write_text(text, "utf-8")
    assert release.find_names(site, ['Ada "Addy" Example']) == [path]


def test_addresses_and_ids_are_no_names(site: Path) -> None:
    text = '{"id": "ada-example", "url": "https://example.org/ada-example"}'
    (site / "assets/data/records.jsonl").write_text(text, "utf-8")
    assert release.find_names(site, ["Ada Example"]) == []


def test_without_names_none_is_found(site: Path) -> None:
    assert release.find_names(site, []) == release.find_names(site, ["Ada Example"]) == []
