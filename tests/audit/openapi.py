"""The description of the API is OpenAPI by Redocly's recommended rules, of which none may warn."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from atlas.pages import api_addresses
from tests.audit.built import BuiltSite
from tests.audit.outcome import Outcome

LINTER = Path(__file__).with_suffix(".mjs")


def check(site: BuiltSite) -> Outcome:
    """Read the description, and no other file."""
    file = site.folder / f"{api_addresses.FOLDER}/openapi.json"
    paths = json.loads(file.read_text("utf-8"))["paths"]
    done = subprocess.run(
        ["node", str(LINTER), str(file)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"The linter of OpenAPI did not run: {done.stderr}")
    faults = [
        f"{fault['at']}  {fault['message']} ({fault['rule']})" for fault in json.loads(done.stdout)
    ]
    return Outcome(f"{len(paths)} kinds of addresses", tuple(faults))
