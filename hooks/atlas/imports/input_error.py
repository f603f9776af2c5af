"""What is wrong with what somebody wants to bring in."""

from __future__ import annotations


class InputError(Exception):
    """It cannot be brought in; the one argument is a `Message` that says why, and what to do."""
