"""A style sheet that is kept in parts is published as one file, so that a page asks for one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

SHEET = "assets/stylesheets/atlas.css"
"""The one that is kept in parts."""

_IMPORT = re.compile(r'^@import "(atlas/[^"]+)";$', re.MULTILINE)


def join(site: Path) -> None:
    """Put each part into the style sheet that imports it, and take the parts out of the site.

    Raises FileNotFoundError if a part is not there.
    """
    sheet = site / SHEET
    sheet.write_text(read(site), "utf-8")
    shutil.rmtree(sheet.with_suffix(""))


def read(folder: Path) -> str:
    """The style sheet with the parts it imports, from the folder of a site or of its sources.

    Raises FileNotFoundError if a part is not there.
    """
    sheet = folder / SHEET
    text = sheet.read_text("utf-8")
    return _IMPORT.sub(lambda part: (sheet.parent / part[1]).read_text("utf-8"), text)
