"""What fuzzing aims at: one record, read and checked; and what it begins with."""

from __future__ import annotations

import re
from pathlib import Path

from atlas import checks
from atlas.files import reader, strict_yaml
from atlas.files.document import Document
from atlas.model import KINDS
from tests.checks.minimal import FOLDER, OUTLINES
from tests.conftest import ROOT
from tests.hostile.threats import THREATS

SEEDS = Path(__file__).parent / "seeds"
"""Inputs that between them reach most of the reader and the checks; Atheris found them."""

LONGEST = 2_000
"""Bytes of an input."""

_FOLDERS = [kind.folder for kind in KINDS]
_SOUND, _ = reader.read(FOLDER)
_OUTLINES = {
    **OUTLINES,
    "features": [one for one in OUTLINES["features"] if one["properties"]["iso2"] in ("MA", "BE")],
}
_SIGNS = (": ", "- ", "{", "}", "[", "]", "&a", "*a", "!!x", "|\n", ">-\n", "\n  ", "---\n", "%")
_WORDS = ("en", "ar", "hill", "dale", "hill-page", "BE", "2014", "2014~", "\\u202e", "<b>", "@x.y")


def check(data: bytes) -> None:
    """Read and check a record: a byte for its kind, then what its file holds.

    It raises nothing; a record that is left out is told why, each time on one line.
    """
    folder = _FOLDERS[data[0] % len(_FOLDERS)] if data else _FOLDERS[0]
    try:
        text = data[1:].decode("utf-8-sig")
    except UnicodeDecodeError:
        return  # the reader says so of any such file
    parsed = strict_yaml.parse(text)
    file = f"data/{folder}/odd.yml"
    odd = Document(file, folder, "odd", parsed.value, not parsed.faults, text)
    records, problems = checks.check([*_SOUND, odd], _OUTLINES)
    told = [str(problem) for problem in problems if problem.file == file]
    assert not any("\n" in line or "\x1b" in line for line in told)
    kept = "odd" in getattr(records, folder)
    assert kept or told or parsed.faults, "a record is left out, and nobody is told why"


def seeds() -> list[bytes]:
    """Sound records, hostile files, and what was kept of earlier runs."""
    cases = ROOT / "tests" / "cases"
    sound = [
        bytes([at]) + file.read_bytes()
        for at, folder in enumerate(_FOLDERS)
        for file in sorted(cases.glob(f"*/data/{folder}/*.yml"))
    ]
    hostile = [
        bytes([_FOLDERS.index(threat.target.split("/")[1])]) + threat.file.read_bytes()
        for threat in THREATS
        if threat.file.suffix == ".yml"
    ]
    kept = [file.read_bytes() for file in sorted(SEEDS.glob("*"))]
    return [seed for seed in (*sound, *hostile, *kept) if len(seed) <= LONGEST]


def words() -> list[str]:
    """What records are made of: names of fields, choices, signs of YAML."""
    schemas = str([kind.model_json_schema() for kind in KINDS])
    return sorted({*re.findall(r"'([a-z][a-z_0-9-]{1,40})'", schemas), *_SIGNS, *_WORDS})
