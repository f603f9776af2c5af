"""The way to a value in a record, such as `parties`, 0, `role`."""

from __future__ import annotations

FieldPath = tuple[str | int, ...]
"""The way from the root to a value: field names, and places in lists counted from 0."""

KEY = "#key"
"""At the end of a path: the field's name itself, not its value."""
