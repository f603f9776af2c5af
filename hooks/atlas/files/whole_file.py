"""Files that others see whole or not at all, whoever writes or reads them at the same time."""

from __future__ import annotations

import threading
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Write a file, in folders made if need be. Raises OSError, and then leaves nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{threading.get_native_id()}.new")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
