"""Stamped pages against the same pages rendered by MkDocs itself: alike but for the slots."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.mkdocs_build import Build, copied
from tests.shared_folder import shared
from tests.site_languages import PREFIXES

SAMPLES = ("cooperations/saint-josse-tangier", "countries/ma", "themes/health", "goals/3")


def body_of(html: str) -> str:
    """What stands in the slot of the body, and the page without it."""
    found = re.search(r"(?s)<h1>.*?</h1>\s*<div>(.*)</div>\s*</article>", html)
    assert found
    return found[1]


def head_of(html: str, name: str) -> str:
    found = re.search(rf'<meta name="{name}" content="([^"]*)"', html)
    assert found
    return found[1]


def ordinary_path(sample: str) -> str:
    """Where a sample lies as an ordinary page: in its section, and where no record can be."""
    return f"{sample.split('/')[0]}/page-1000"


@pytest.fixture(scope="session")
def rendered(build: Build, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project with the samples as ordinary Markdown pages, in every language."""

    def fill(folder: Path) -> None:
        project = copied(folder / "project")
        for language, prefix in PREFIXES.items():
            for sample in SAMPLES:
                html = (site / f"{prefix}{sample}/index.html").read_text()
                title = re.search(r"<h1>(.*?)</h1>", html)
                assert title
                page = project / "docs" / language / f"{ordinary_path(sample)}.md"
                page.write_text(
                    f"---\ntitle: {json.dumps(re.sub('<.*?>', '', title[1]))}\n"
                    f"description: {json.dumps(head_of(html, 'description'))}\n"
                    f"hide: [navigation, toc]\nframe: short\n---\n"
                    f"<h1>{title[1]}</h1>\n\n<div>BODY</div>\n"
                )
        done = build(folder / "site", project=project, strict=False)
        assert done.returncode == 0, done.stderr

    return shared(tmp_path_factory, "rendered", fill) / "site"


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_stamped_page_equals_the_page_that_mkdocs_renders(
    site: Path, rendered: Path, language: str, sample: str
) -> None:
    prefix = PREFIXES[language]
    stamped = (site / f"{prefix}{sample}/index.html").read_text()
    ordinary = (rendered / f"{prefix}{ordinary_path(sample)}/index.html").read_text()
    stamped = stamped.replace(body_of(stamped), "BODY")
    ordinary = ordinary.replace(ordinary_path(sample), sample)
    assert without_state(stamped) == without_state(ordinary)


def without_state(html: str) -> str:
    """The page without its edit link, section, links to what lies beside it and card, which differ
    on purpose."""
    html = re.sub(r'(?s)<a href="[^"]*" class="md-content__button[^>]*>.*?</a>', "", html)
    html = re.sub(r'<meta (property="og:image|name="twitter:card)[^>]*>', "", html)
    html = re.sub(r'<link rel="(alternate|describedby)" [^>]*>', "", html)
    return re.sub(r"\s+", " ", html)
