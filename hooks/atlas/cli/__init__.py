"""The `atlas` command."""

import gc

# Python looks for garbage after every 700 objects that stay. Modules and records stay: a tenth of
# the time of a short command goes into that, so it is put off before anything else is imported.
gc.set_threshold(100_000)
