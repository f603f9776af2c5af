"""A style sheet that is kept in parts is published as one file, so that a page asks for one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_SHEET = "assets/stylesheets/atlas.css"
_IMPORT = re.compile(r'^@import "(atlas/[^"]+)";$', re.MULTILINE)


def join(site: Path) -> None:
    """Put each part into the style sheet that imports it, and take the parts out of the site.

    Raises FileNotFoundError if a part is not there.
    """
    sheet = site / _SHEET
    text = sheet.read_text("utf-8")
    text = _IMPORT.sub(lambda part: (sheet.parent / part[1]).read_text("utf-8"), text)
    sheet.write_text(text, "utf-8")
    shutil.rmtree(sheet.with_suffix(""))
