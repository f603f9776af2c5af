"""Asks Wikidata what it lists for some countries, one after another, and imports each answer.

    python3 .ci/refresh.py FOLDER "BE NL"

Without countries it asks for those whose ties the register holds. FOLDER gets for each country what
`offer_register.py` makes a pull request of. The checkout is left as it was.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import query_service
import register_report
from query_service import PAUSE, BarredError, NoAnswerError

REGISTER = Path("data/registers/wikidata")
ATLAS = os.environ.get("ATLAS", ".venv/bin/atlas")
MOST_FAILURES = 3
"""After as many countries without an answer the service is left in peace."""


class FailedError(Exception):
    """A country could not be imported, or is none; says why."""


def choose_countries(text: str) -> list[str]:
    """The countries that are named, or those that between them have an end of every tie.

    Raises FailedError for what is no code.
    """
    countries = list(dict.fromkeys(re.split(r"[\s,;]+", text.strip().upper()))) if text else []
    if wrong := [one for one in countries if not re.fullmatch("[A-Z]{2}", one)]:
        raise FailedError(f"no countries of two letters: {' '.join(wrong)[:200]}")
    return countries or _find_origins()


def _find_origins() -> list[str]:
    """The fewest countries, by and large, of which each tie has an end in one."""
    country_of = {
        row["id"]: path.stem
        for path in sorted(REGISTER.glob("places/*.csv"))
        for row in _read(path)
    }
    ties = [
        {path.stem, country_of[row["b"]]}
        for path in sorted(REGISTER.glob("ties/*.csv"))
        for row in _read(path)
        if row["b"] in country_of  # others have a record, and say nothing here
    ]
    found = []
    while ties:
        counts = Counter(country for ends in ties for country in ends)
        found.append(min(counts, key=lambda country: (-counts[country], country)))
        ties = [ends for ends in ties if found[-1] not in ends]
    return found


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bring_in(country: str, answer: bytes, folder: Path) -> bool:
    """Import an answer and keep what came of it in `folder`; whether anything did.

    Raises FailedError with the words of the import.
    """
    file = folder / f"{country}.json"
    file.write_bytes(answer)
    as_of = datetime.now(UTC).date().isoformat()
    importing = ["import", "wikidata", str(file), "--into", REGISTER.name, "--as-of", as_of]
    try:
        difference = _atlas(*importing, "--dry-run")
        outcome = _atlas(*importing)
        if not _git("status", "--porcelain", "--", "data").strip():
            return False
        is_sound, problems = _check()
        kept = folder / REGISTER.name / country
        shutil.copytree(REGISTER, kept / REGISTER)
        others = ("--modified", "--others", "--", "data", f":!{REGISTER}")
        for path in _git("ls-files", *others).splitlines():
            (kept / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, kept / path)
        questions = [row for row in _read_if_there("questions.csv") if not row.get("answer")]
        register_report.write(
            kept, country, as_of, difference, outcome, questions, "" if is_sound else problems
        )
    finally:
        _git("restore", "--", "data")
        _git("clean", "--quiet", "--force", "-d", "--", "data")
        file.unlink()
    return True


def _read_if_there(name: str) -> list[dict[str, str]]:
    path = REGISTER / name
    return _read(path) if path.is_file() else []


def _atlas(*arguments: str) -> str:
    done = _run_atlas(*arguments)
    if done.returncode:
        raise FailedError(f"{done.stderr}\n{done.stdout}".strip())
    return done.stdout


def _check() -> tuple[bool, str]:
    done = _run_atlas("check")
    return done.returncode == 0, f"{done.stdout}\n{done.stderr}".strip()


def _run_atlas(*arguments: str) -> subprocess.CompletedProcess[str]:
    english = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [ATLAS, *arguments], capture_output=True, text=True, check=False, env=english
    )


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments],  # noqa: S607 - the runner's own git
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def main(folder: Path, countries: str) -> int:
    """Ask for each country; 1 if one failed."""
    folder.mkdir(parents=True, exist_ok=True)
    failures = 0
    try:
        chosen = choose_countries(countries)
    except FailedError as error:
        register_report.say_error(str(error))
        return 1
    if not chosen:
        print("The register holds no tie yet: run this by hand, with countries to ask for.")
    query = (REGISTER / "query.rq").read_text("utf-8")
    for number, country in enumerate(chosen, start=1):
        try:
            answer = query_service.ask(query.replace('"{country}"', f'"{country}"'))
            came = bring_in(country, answer, folder)
            print(f"{country}: {'something changed' if came else 'all as it was'}.")
        except (FailedError, NoAnswerError) as error:
            register_report.say_error(f"{country}: {error}")
            failures += 1
            if isinstance(error, BarredError) or failures == MOST_FAILURES:
                left = " ".join(chosen[number:])
                register_report.say_error(f"not asked for after that: {left or 'none'}")
                break
        if number < len(chosen):
            time.sleep(PAUSE)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
