"""`python -m tests.preview.latency` prints how long each edit takes from saving to being painted.

It runs a preview of a copy of the project in Chromium. `--data FOLDER` adds the records of a larger
atlas; the edited ones lie among them.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from tests.browser.launch import launched
from tests.preview import running
from tests.preview.edits import EDITS, make_project

PATIENCE_MS = 120_000

_SHOWS = """([text, gone, breaks]) =>
  document.documentElement.innerHTML.includes(text) !== gone
  && Boolean(document.querySelector("#atlas-preview li")) === breaks
"""


def main() -> None:
    """Print a line for each edit: seconds, and what was edited."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="further records")
    data: Path | None = parser.parse_args().data
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder, "project"))
        if data:
            shutil.copytree(data, project / "data", dirs_exist_ok=True)
        browsing = Path(folder, "browser")
        browsing.mkdir()
        with running.run(project) as preview, launched(browsing) as browser:
            page = browser.new_page()
            for edit in EDITS:
                if not edit.path.endswith("/"):
                    edit.save(project)
                    continue
                page.goto(f"{preview.address}{edit.path}")
                begun = time.monotonic()
                edit.save(project)
                told = [edit.text, edit.gone, edit.breaks]
                page.wait_for_function(_SHOWS, arg=told, polling="raf", timeout=PATIENCE_MS)
                print(f"{time.monotonic() - begun:8.2f} s  {edit.name}", flush=True)


if __name__ == "__main__":
    main()
