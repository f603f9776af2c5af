"""How problems are told."""

from __future__ import annotations

from atlas import report
from atlas.problem import Problem

_ODD = Problem("data/a,b:c.yml", 3, 9, "100%\r\nsure", "Check: it, twice.")


def test_an_annotation_escapes_what_a_workflow_command_reads() -> None:
    assert report.annotation(_ODD) == (
        "::error file=data/a%2Cb%3Ac.yml,line=3,col=9::100%25%0D%0Asure Check: it, twice."
    )


def test_problems_and_warnings_are_counted_apart() -> None:
    warning = Problem("data/places/hill.yml", 1, 1, "x", severity="warning")
    assert report.summary([]) == "no problems"
    assert report.summary([_ODD]) == "1 problem in 1 file"
    assert report.summary([_ODD, _ODD, warning]) == "2 problems and 1 warning in 2 files"
