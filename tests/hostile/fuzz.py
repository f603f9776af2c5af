"""Looks for what nobody thought of: `make fuzz`, ten minutes of it, half guided by coverage.

The first half (Atheris) changes the hostile files and the records of the cases, keeps every change
that reaches code no other did, and reads and checks it. The second half (Hypothesis) fills all the
texts of records with bits of markup and renders them; commits are made up too, which say of
themselves whatever they like. An input that breaks something is left in `.fuzz/`: make it a hostile
file, and mend it. Atheris has wheels for Linux and Python 3.11 to 3.13; elsewhere the first half is
left out.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

KEPT = ROOT / ".fuzz"


def guided(seconds: int) -> int:
    """Let Atheris look for `seconds`; the code it ends with, not 0 if it found something."""
    from tests.hostile import target

    corpus = KEPT / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    lines = (f'"{_escaped(word)}"\n' for word in target.words())
    (KEPT / "words").write_text("".join(lines), "ascii")
    return _run(
        *("-m", "tests.hostile.fuzz", "--guided"),
        *(f"-max_total_time={seconds}", f"-max_len={target.LONGEST}", "-timeout=10"),
        *(f"-artifact_prefix={KEPT}/", f"-dict={KEPT / 'words'}", "-print_final_stats=1"),
        str(corpus),
    )


def unguided(seconds: int) -> int:
    """Look for `seconds` without, at the reader, the checks, the pages and commits."""
    tests = [str(Path(__file__).with_name(f"test_{name}.py")) for name in ("fuzz", "commits")]
    return _run("-m", "pytest", "-q", "-s", *tests, FUZZ_SECONDS=str(seconds))


def _run(*arguments: str, **told: str) -> int:
    path = f"{ROOT / 'hooks'}{os.pathsep}{ROOT}"
    environment = {**os.environ, "PYTHONPATH": path, **told}
    return subprocess.run([sys.executable, *arguments], env=environment, check=False).returncode


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\x0a")


def _listen() -> None:
    """Run under Atheris, which watches what of the engine an input reaches. Never returns."""
    import atheris

    with atheris.instrument_imports(include=["atlas"]):
        from tests.hostile import target
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target.check)
    atheris.Fuzz()


def main(seconds: int) -> int:
    """Half the time guided by coverage, where that can be had; half of it not."""
    found = 0
    if importlib.util.find_spec("atheris") is None:
        print("Atheris is not there for this Python or system: nothing is guided by coverage.")
    else:
        found = guided(seconds // 2)
    return found or unguided(seconds // 2)


if __name__ == "__main__":
    if "--guided" in sys.argv:
        _listen()
    raise SystemExit(main(int(sys.argv[1])))
