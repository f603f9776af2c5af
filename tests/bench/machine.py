"""The machine in a line: its processor, cores and memory, its system and Python."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def describe() -> str:
    """What makes it fast or slow, and nothing that tells whose it is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    system = f"{platform.system()} {platform.machine()}"
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory / 2**30:.0f} GiB of memory, {system}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def _processor() -> str:
    """Its model, as Linux names it; else its family."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.+)$", info.read_text(), re.M) if info.exists() else None
    return found[1] if found else platform.processor() or platform.machine()
