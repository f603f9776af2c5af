"""Addresses of records as URIs."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from atlas.site import web_uri


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://town.example", "https://town.example"),
        ("https://town.example/a%20b?c=d&e=%C3%A9#f", "https://town.example/a%20b?c=d&e=%C3%A9#f"),
        ("https://ville.example/é|b", "https://ville.example/%C3%A9%7Cb"),
        ("https://town.example/100%/[a]", "https://town.example/100%25/%5Ba%5D"),
        ("https://town.example/#a#b", "https://town.example/#a%23b"),
        ("https://town.example?q={x}^y", "https://town.example?q=%7Bx%7D%5Ey"),
        ("https://town.example#a", "https://town.example#a"),
    ],
)
def test_signs_are_escaped_that_a_uri_has_not(address: str, uri: str) -> None:
    assert web_uri.encode(address) == uri
    assert urlsplit(uri).netloc == urlsplit(address).netloc
    assert web_uri.encode(uri) == uri
