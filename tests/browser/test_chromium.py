"""Where the browser of the tests comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import chromium


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A machine with no browser on its PATH and nothing that may be installed."""
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: None)
    monkeypatch.setattr(chromium, "_run", lambda *command: False)
    chromium.path.cache_clear()
    yield monkeypatch
    chromium.path.cache_clear()  # other tests of this worker look for a real one


def test_none_at_all_is_a_failure_that_says_what_to_do(bare: pytest.MonkeyPatch) -> None:
    with pytest.raises(chromium.NoChromiumError, match="Install Chromium or Chrome"):
        chromium.path()


def test_the_environment_names_it(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = tmp_path / "my-chromium"
    browser.touch(0o755)
    bare.setenv("CHROME_PATH", str(browser))
    assert chromium.path() == browser


def test_it_is_found_on_the_path(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("google-chrome", "chromium"):
        (tmp_path / name).touch(0o755)
    bare.setenv("PATH", str(tmp_path))
    assert chromium.path() == tmp_path / "chromium"
