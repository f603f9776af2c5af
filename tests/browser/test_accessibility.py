"""No page breaks a rule of accessibility that axe can check."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.built_site import KINDS, path_of
from browser.visit import Scheme, Visit


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(
    visit: Visit, axe: Axe, kind: str, language: str, scheme: Scheme, width: int
) -> None:
    page = visit(path_of(kind, language), width=width, scheme=scheme)
    found = axe.run(page)
    assert found.response["passes"], "axe did not check anything"
    assert not found.violations_count, found.generate_report()
