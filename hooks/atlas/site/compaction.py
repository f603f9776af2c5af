"""Our scripts and style sheets, which pages wait for, are published without comments and blanks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import rcssmin
import rjsmin

_OURS = re.compile(r"assets/\w+/atlas[\w-]*(\.css|\.js)")
_BY_ENDING: dict[str, Callable[[str], str]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def compact(site: Path) -> None:
    """Write each of our files in the folder of a site anew, in fewer bytes."""
    for file in sorted(site.glob("assets/*/atlas*.*")):
        path = file.relative_to(site).as_posix()
        file.write_bytes(shorten(path, file.read_bytes()))


def shorten(path: str, content: bytes) -> bytes:
    """A file at a path of the site; shorter, if it is a script or style sheet of ours."""
    ours = _OURS.fullmatch(path)
    return _BY_ENDING[ours[1]](content.decode()).encode() if ours else content
