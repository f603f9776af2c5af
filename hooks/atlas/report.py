"""Tells problems to people: as lines on a terminal, and as annotations in GitHub's view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from atlas.problem import Problem, visible


def lines(problems: Sequence[Problem], environment: Mapping[str, str]) -> Iterator[str]:
    """Every problem, then their number. GitHub's annotations too, if it runs the check."""
    on_github = environment.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        yield str(problem)
        if on_github:
            yield annotation(problem)
    yield summary(problems)


def annotation(problem: Problem) -> str:
    """`::error file=data/places/genk.yml,line=1,col=1::what is wrong` (GitHub workflow command)."""
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    told = visible(f"{problem.message} {problem.hint}").rstrip()
    return f"::{problem.severity} {place}::{_data(told)}"


def summary(problems: Iterable[Problem]) -> str:
    """`3 problems in 2 files`, `1 problem and 2 warnings in 1 file`, or `no problems`."""
    found = list(problems)
    warnings = sum(problem.severity == "warning" for problem in found)
    counts = [(len(found) - warnings, "problem"), (warnings, "warning")]
    said = [_count(number, noun) for number, noun in counts if number]
    files = len({problem.file for problem in found})
    return f"{' and '.join(said)} in {_count(files, 'file')}" if said else "no problems"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
