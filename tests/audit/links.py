"""Every link and fragment of the site that stays on the site leads somewhere (lychee).

Addresses that begin with the site's own (canonical ones, other languages, the sitemap's and the
feeds') are looked up in the folder like any other; other hosts are not asked.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

from tests.audit.built import BuiltSite
from tests.audit.outcome import Outcome


def check(site: BuiltSite) -> Outcome:
    """Check `site` as it lies under its path."""
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent)) or "lychee"
    with site.under_its_path() as root:
        folder = root / site.path
        done = subprocess.run(
            [
                lychee,
                *("--offline", "--include-fragments", "--no-progress", "--format", "json"),
                *("--root-dir", str(root), "--index-files", "index.html"),
                *("--remap", f"{re.escape(site.address)}(.*) file://{folder}/$1"),
                *(f"{folder}/**/*.html", f"{folder}/**/*.xml"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if not done.stdout:
            raise RuntimeError(f"lychee gave no report: {done.stderr}")
        report = json.loads(done.stdout)
        faults = [
            f"{Path(page).relative_to(folder)}:{link['span']['line']}  "
            f"{unquote(link['url']).removeprefix(f'file://{folder}/')}  {link['status']['text']}"
            for page, links in sorted(report["error_map"].items())
            for link in links
        ]
    elsewhere = report["excludes"]
    looked_at = f"{report['total'] - elsewhere} links, and {elsewhere} to other hosts not followed"
    return Outcome(looked_at, tuple(faults))
