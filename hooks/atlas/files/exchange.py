"""Files change names in one step that no other program can come between (renameat2, renamex_np)."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: names are relative to the working folder."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""

_NEW = 4 if sys.platform == "darwin" else 1
"""RENAME_EXCL of macOS, RENAME_NOREPLACE of Linux."""

_UNKNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a system or a disk says that has no such thing."""


def exchange(one: Path, other: Path) -> bool:
    """Let two names change places, so that neither is ever missing; False where the system or the
    disk cannot do that.

    Raises OSError, FileNotFoundError above all.
    """
    return _rename(one, other, _EXCHANGE)


def rename_new(old: Path, new: Path) -> None:
    """Give a file a name that is free. Raises FileExistsError where it is not, and OSError."""
    if _rename(old, new, _NEW):
        return
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
    old.rename(new)


def _rename(old: Path, new: Path, way: int) -> bool:
    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(old), os.fsencode(new)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_HERE, names[0], _HERE, names[1], way)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(*names, way)
    else:
        return False
    number = ctypes.get_errno()
    if failed and number not in _UNKNOWN:
        raise OSError(number, os.strerror(number), str(old), None, str(new))
    return not failed
