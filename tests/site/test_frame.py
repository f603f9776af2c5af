"""What stands around every page: small, and with all that a visitor looks for at its foot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_languages import PREFIXES

MOST = 7_500
"""Bytes of a page around its content, with its share card. Arabic, of two bytes a letter, is the
heaviest: 7.3 kB."""

MOST_OF_MANY = 5_300
"""Bytes of the same for a page that is made for each record anew, whose head leads to its data, its
feed and its calendar."""

PAGES = ("", "cooperations/saint-josse-tangier/", "countries/be/", "themes/", "about/", "search/")


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("path", PAGES)
def test_the_frame_of_a_page_is_small(site: Path, language: str, path: str) -> None:
    html = (site / PREFIXES[language] / path / "index.html").read_bytes()
    before, _, rest = html.partition(b"<article")
    _, _, after = rest.partition(b"</article>")
    assert b"atlas-doors" in before
    assert b"</html>" in after
    of_many = path.count("/") == 2
    assert len(before) + len(after) < (MOST_OF_MANY if of_many else MOST)


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("path", ["", "search/", "about/"])
def test_the_foot_leads_to_the_forms_and_to_whoever_runs_the_atlas(
    site: Path, language: str, path: str
) -> None:
    html = (site / PREFIXES[language] / path / "index.html").read_text("utf-8")
    foot = html.partition('<footer class="md-footer">')[2]
    for form in ("new-cooperation", "ended", "correction"):
        assert f"/issues/new?template={form}.{language}.yml" in foot
    for wanted in ("accessibility/", "licences/", "feed.atom", "/issues"):
        assert wanted in foot
