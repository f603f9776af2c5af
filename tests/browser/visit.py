"""What a test calls to open a page of the site; the fixture of the same name makes it."""

from __future__ import annotations

from typing import Literal, Protocol

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]


class Visit(Protocol):
    """Opens an address of the site in a window of its own and waits until all of it is loaded."""

    def __call__(
        self, path: str, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True
    ) -> Page: ...
