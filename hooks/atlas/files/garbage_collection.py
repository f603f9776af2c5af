"""When Python looks for garbage: seldom, in programs that read many records.

Nothing is imported here but what Python has loaded anyway: the `atlas` command asks first of all.
"""

import gc

_ALLOCATIONS = 100_000
"""Objects that stay; Python looks after every 700 of itself."""


def put_off() -> None:
    """Look for garbage after more objects than usual. Modules and records stay: going through them
    again and again takes a tenth of the time of a short command, and as long as checking them."""
    gc.set_threshold(_ALLOCATIONS)
