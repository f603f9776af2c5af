"""How to cite the repository: a file in the Citation File Format that says what the others say."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from tests.conftest import ROOT

FILE = ROOT / "CITATION.cff"


def test_the_citation_is_valid() -> None:
    schema = ["--builtin-schema", "vendor.citation-file-format"]
    checked = subprocess.run(
        [Path(sys.executable).with_name("check-jsonschema"), *schema, FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_citation_says_what_the_project_says() -> None:
    cited = yaml.safe_load(FILE.read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert cited["version"] == project["version"]
    assert project["license"] in cited["license"]
    [author] = cited["authors"]
    assert f"(c) 2026 {author['name']}" in (ROOT / "LICENSE").read_text("utf-8")
    assert cited["url"] in settings
    for name, value in (
        ("site_name", cited["title"]),
        ("site_description", cited["abstract"]),
        ("site_author", author["name"]),
        ("  repository", cited["repository-code"]),
    ):
        assert f"\n{name}: {value}\n" in settings
    data = (ROOT / "LICENSE-DATA.md").read_text("utf-8")
    assert "CC-BY-4.0" in cited["license"]
    assert "Creative Commons Attribution 4.0" in data
