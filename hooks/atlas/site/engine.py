"""What a build is made by: the atlas's own code and the packages installed, as a digest."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_CODE = Path(__file__).resolve().parent.parent


@cache
def digest() -> str:
    """Tells two engines apart: 256 bits as hexadecimal digits. It is worked out once a process."""
    found = hashlib.sha256(sys.version.encode())
    for file in sorted(_CODE.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            found.update(f"{file.relative_to(_CODE)} {content}\n".encode())
    for package in sorted(f"{one.name} {one.version}\n" for one in metadata.distributions()):
        found.update(package.encode())
    return found.hexdigest()
