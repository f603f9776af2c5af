"""`atlas print`: a country as a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from atlas.cli.main import main
from tests.conftest import ROOT
from tests.frozen_records import REGISTERS

ROMANIA = "ro"
"""A country of one town and one tie."""


def run(*arguments: str) -> Result:
    common = ["--data", str(REGISTERS), "--config", str(ROOT / "mkdocs.yml")]
    return CliRunner().invoke(main, ["print", *arguments, *common], env={"LC_ALL": "C"})


def test_a_country_is_printed_in_a_language_of_the_site(tmp_path: Path) -> None:
    file = tmp_path / "ro.pdf"
    result = run(ROMANIA, "--language", "ar", "--output", str(file))
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{file}: ")
    pdf = PdfReader(file)
    assert pdf.trailer["/Root"]["/Lang"] == "ar"  # type: ignore[index]  # pypdf's own kinds
    assert pdf.metadata is not None
    assert "رومانيا" in (pdf.metadata.title or "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["zz"], "Error: COUNTRY takes one of these: be, bg"),
        (["be", "--language", "xx"], "Error: --language takes one of these: en, nl, fr, ar."),
        (["be", "--config", "missing.yml"], "Error: missing.yml cannot be used:"),
    ],
)
def test_what_cannot_be_printed_is_said(tmp_path: Path, arguments: list[str], said: str) -> None:
    file = tmp_path / "be.pdf"
    result = CliRunner().invoke(
        main,
        ["print", "--data", str(REGISTERS), "--config", str(ROOT / "mkdocs.yml"), *arguments]
        + ["--output", str(file)],
        env={"LC_ALL": "C"},
    )
    assert result.exit_code == 1
    assert said in result.stderr
    assert not file.exists()
