"""What is kept of texts is what they hold, or it is not believed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from atlas.files import fingerprint, parsed_texts, reader, strict_yaml
from atlas.files.kept_files import KeptFiles
from atlas.files.parsed_texts import ParsedTexts
from tests.conftest import ROOT
from tests.frozen_records import ATLAS

_CASES = ROOT / "tests" / "cases"
_NAME, _TEXT = "data/places/hill.yml", "names: {en: Hill}\n"


def _keep(folder: Path) -> Path:
    """Keep one text; the file that it is kept in."""
    texts = ParsedTexts(folder)
    texts.parse(_NAME, _TEXT)
    texts.save()
    (file,) = folder.iterdir()
    return file


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed, one after another."""
    seen: list[str] = []
    parse = strict_yaml.parse

    def note(text: str) -> strict_yaml.Parsed:
        seen.append(text)
        return parse(text)

    monkeypatch.setattr(strict_yaml, "parse", note)
    return seen


def test_a_text_is_parsed_once(tmp_path: Path, parses: list[str]) -> None:
    _keep(tmp_path)
    assert ParsedTexts(tmp_path).parse(_NAME, _TEXT).value == {"names": {"en": "Hill"}}
    assert parses == [_TEXT]


def test_another_text_is_parsed(tmp_path: Path, parses: list[str]) -> None:
    _keep(tmp_path)
    other = _TEXT.replace("Hill", "Dale")
    assert ParsedTexts(tmp_path).parse(_NAME, other).value == {"names": {"en": "Dale"}}
    assert parses == [_TEXT, other]


def test_a_text_with_a_fault_is_not_kept(tmp_path: Path, parses: list[str]) -> None:
    texts = ParsedTexts(tmp_path)
    for _ in range(2):
        assert texts.parse(_NAME, "names: {en: Hill").faults
        texts.save()
    assert len(parses) == 2


def test_what_is_gone_is_kept_no_longer(tmp_path: Path) -> None:
    """As soon as the file that it is kept in is written again."""
    one, other = _on_one_shelf()
    texts = ParsedTexts(tmp_path)
    texts.parse(one, _TEXT)
    texts.parse(other, _TEXT)
    texts.save()
    (file,) = tmp_path.iterdir()
    assert sorted(_read(file)["texts"]) == sorted([one, other])
    again = ParsedTexts(tmp_path)
    again.parse(one, _TEXT)
    again.save()
    assert [*_read(file)["texts"]] == [one]


def _on_one_shelf() -> tuple[str, str]:
    """Two names that are kept in one file."""
    seen: dict[int, str] = {}
    for number in range(parsed_texts.SHELVES + 1):
        name = f"data/places/hill-{number}.yml"
        shelf = crc32(name.encode()) % parsed_texts.SHELVES
        if shelf in seen:
            return seen[shelf], name
        seen[shelf] = name
    raise AssertionError


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_bytes().partition(b"\n")[2])
    return found


def _sign(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode() + b"\n" + text


_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "half": lambda whole: whole[: len(whole) // 2],
    "one letter": lambda whole: whole.replace(b"Hill", b"Hell"),
    "no digest": lambda whole: whole.partition(b"\n")[2],
    "no text": lambda _: b"\xff\n\xff",
    "no JSON": lambda _: _sign(b"texts"),
    "nested without end": lambda _: _sign(b"[" * 200_000),
    "a list": lambda _: _sign(b"[]"),
    "other fields": lambda _: _sign(b"{}"),
    "other entries": lambda whole: _sign(
        whole.partition(b"\n")[2].replace(b'{"names":{"en":"Hill"}}', b'"Hill"')
    ),
    "too few entries": lambda whole: _sign(whole.partition(b"\n")[2].replace(b',""]', b"]")),
    "other code": lambda whole: _sign(
        whole.partition(b"\n")[2].replace(
            fingerprint.of_code(("files",), ("PyYAML",)).encode(), b"0"
        )
    ),
}


@pytest.mark.parametrize("damage", _DAMAGE.values(), ids=_DAMAGE)
def test_what_is_damaged_is_not_believed_and_is_mended(
    tmp_path: Path, parses: list[str], damage: Callable[[bytes], bytes]
) -> None:
    file = _keep(tmp_path)
    whole = file.read_bytes()
    assert damage(whole) != whole
    file.write_bytes(damage(whole))
    texts = ParsedTexts(tmp_path)
    assert texts.parse(_NAME, _TEXT).value == {"names": {"en": "Hill"}}
    assert len(parses) == 2
    texts.save()
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "file" / "records"
    folder.parent.write_text("")
    texts = ParsedTexts(folder)
    assert texts.parse(_NAME, _TEXT).value == {"names": {"en": "Hill"}}
    texts.save()
    assert not folder.exists()


def test_kept_documents_are_those_that_are_read(tmp_path: Path) -> None:
    expected = reader.read(ATLAS)
    for _ in range(2):
        kept = KeptFiles(ParsedTexts(tmp_path))
        assert reader.read(ATLAS, kept) == expected
        kept.texts.save()


def test_what_is_proven_of_a_value_is_proven_of_no_other(tmp_path: Path) -> None:
    texts = ParsedTexts(tmp_path)
    value = texts.parse(_NAME, _TEXT).value
    texts.prove(_NAME, {"names": {"en": "Hill"}}, "1")
    assert not texts.is_proven(_NAME, value, "1")
    texts.prove(_NAME, value, "1")
    texts.save()
    again = ParsedTexts(tmp_path)
    value = again.parse(_NAME, _TEXT).value
    assert again.is_proven(_NAME, value, "1")
    assert not again.is_proven(_NAME, value, "2")
    assert not again.is_proven(_NAME, dict(value or {}), "1")


def _check(data: Path, kept: Path | None) -> list[str]:
    command = [sys.executable, "-m", "atlas", "check", "--data", str(data)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "LC_ALL": "C"}
    environment.pop(parsed_texts.SETTING, None)
    if kept is not None:
        environment[parsed_texts.SETTING] = str(kept)
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return run.stdout.splitlines()


@pytest.mark.parametrize("case", ["ten-broken-records", "registers", "whole"])
def test_a_check_says_the_same_with_what_is_kept(tmp_path: Path, case: str) -> None:
    data = _CASES / case / "data"
    expected = _check(data, None)
    assert [_check(data, tmp_path) for _ in range(2)] == [expected] * 2


def test_two_checks_at_once_leave_what_is_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "atlas", "check", "--data", str(ATLAS)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "hooks"),
        parsed_texts.SETTING: str(tmp_path),
    }
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [one.wait() for one in both] == [0, 0]
    files = sorted((tmp_path / parsed_texts.FOLDER).iterdir())
    assert files
    assert all(file.suffix == ".json" and _read(file)["texts"] for file in files)


def test_nothing_is_kept_of_data_that_are_not_the_project_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(parsed_texts.SETTING, raising=False)
    assert not parsed_texts.of_project(tmp_path / "data").is_kept
    assert parsed_texts.of_project(ROOT / "data").is_kept


def test_what_was_committed_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pull request can bring a file to where things are kept."""
    monkeypatch.delenv(parsed_texts.SETTING, raising=False)
    monkeypatch.setattr(parsed_texts, "ROOT", tmp_path)
    git = shutil.which("git") or "git"
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path, check=True)
    _keep(tmp_path / parsed_texts.CACHE / parsed_texts.FOLDER)
    assert parsed_texts.of_project(tmp_path / "data").is_kept
    subprocess.run([git, "add", "--force", "."], cwd=tmp_path, check=True)
    assert not parsed_texts.of_project(tmp_path / "data").is_kept
