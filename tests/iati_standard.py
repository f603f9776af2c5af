"""IATI's own schema and code lists, where they lie beside the repository, to which they do not
belong."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.site_languages import ROOT

_BESIDE = ROOT.parent / "shared" / "data" / "iati"


def _find(name: str) -> Path:
    """A file of the standard; skips the test where there is none."""
    if not (_BESIDE / name).is_file():
        pytest.skip(f"{name} of IATI lies not beside the repository")
    return _BESIDE / name


def schema() -> etree.XMLSchema:
    """What accepts a document of activities, and refuses others."""
    return _read_schema(_find("xsd/iati-activities-schema.xsd"))


@cache
def _read_schema(file: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(file))


def code_list(name: str) -> set[str]:
    """The codes in a list."""
    root = ET.parse(_find(f"codelists/{name}.xml")).getroot()  # noqa: S314 - the standard's own
    return {code.text or "" for code in root.iterfind(".//codelist-item/code")}
