"""Why a file could not be written, in words."""

from __future__ import annotations

import errno

from atlas.i18n.messages import Message, Verbatim, msg

_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), msg("the disk is full")),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), msg("that is not permitted")),
}


def reason(error: OSError) -> Message:
    """What kept the system from doing it; for what is rare, in the system's own words."""
    return _REASONS.get(error.errno or 0, Verbatim(error.strerror or str(error)))
