"""Every moment of a build belongs to one part."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import parts, sampled
from tests.conftest import ROOT

BUSY = """
import os, time
def work(seconds):
    while time.process_time() < seconds: pass
work(0.3)
if os.fork() == 0:
    work(0.2)
    os._exit(0)
os.wait()
"""


@pytest.mark.parametrize(
    ("modules", "part"),
    [
        ([], "host"),
        (["maps/static.py", "pages/map_embed.py", "pages/place.py"], "maps"),
        (
            ["pages/row.html", "pages/page.py", "pages/actor.py", "pages/__init__.py"],
            "pages: actor",
        ),
        (["site/exports/sitemap.py", "site/publish.py"], "exports"),
        (["site/exports/share_cards.py"], "cards"),
        (["site/publish.py"], "stamp and write"),
        (["graph/edition.py", "pages/place.py"], "relate, editions"),
    ],
)
def test_the_innermost_module_decides(modules: list[str], part: str) -> None:
    assert parts.of_modules(modules) == part


def test_every_path_is_of_something_that_is_there() -> None:
    missing = [path for path in parts.ROOMS if not (Path(parts.ATLAS) / path).exists()]
    assert missing == []


def test_no_time_is_lost_in_forks(tmp_path: Path) -> None:
    (tmp_path / "busy.py").write_text(BUSY)
    (tmp_path / "found").mkdir()
    path = os.pathsep.join(map(str, (tmp_path, ROOT, ROOT / "hooks")))
    command = [sys.executable, "-m", "tests.bench.sampled", str(tmp_path / "found"), "busy"]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, check=True)
    assert len(list((tmp_path / "found").iterdir())) == 2
    found = sampled.read(tmp_path / "found")
    assert set(found) == {parts.HOST}
    wall, cpu = found[parts.HOST]
    assert cpu >= 0.35
    assert wall >= cpu * 0.9
