"""Programs that tests began, or that those began in turn."""

from __future__ import annotations

import subprocess


def is_running(process: int) -> bool:
    """Whether the process of that number still does anything."""
    done = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()[:1] not in {"", "Z"}
