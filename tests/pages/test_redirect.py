"""An address that leads elsewhere leads there from wherever it lies, with what stands behind it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from atlas.pages import redirect
from tests.pages.conftest import LANGUAGES, NewContext


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("old", ["places/tangier/", "explore/"])
def test_query_and_fragment_go_along_where_scripts_run(
    context_of: NewContext, language: str, old: str
) -> None:
    context = context_of(language)
    there = context.edition.place("tangier")
    html = redirect.keeping_rest(context, there, depth=old.count("/"))
    moved = re.search(r'<script src="([^"]+)" data-to="([^"]+)">', html)
    refresh = re.search(r'<noscript><meta http-equiv="refresh" content="0; url=([^"]+)">', html)
    assert moved
    assert refresh
    here = context.address(old)
    assert urljoin(here, moved[1]) == f"{context.site.url}assets/javascripts/atlas-moved.js"
    assert urljoin(here, moved[2]) == urljoin(here, refresh[1]) == context.address(there.path)
    assert there.path == "actors/tangier/"
